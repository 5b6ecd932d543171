import { assertNever } from "../../internal/assert-never.js";
import { type FilePosition, type SavedPosition, savedPosition } from "./file-mark.js";
import { openAt, openSaved, openSuccessor, type RotationFolder } from "./rotated-files.js";
import { afterLastLine, type FileLine, type TailedFile } from "./tailed-file.js";

/** How many files that were read to their end are remembered, so that none of them is read again. */
const REMEMBERED_FILES = 8;

/** Where a {@link FileCursor} begins. */
export type FileStart = "start" | "end" | SavedPosition;

/** What a {@link FileCursor} is made of. */
export interface FileCursorOptions extends RotationFolder {
  /** Called when lines may have been written that can no longer be read. */
  readonly onGap: (detail: string) => void;
}

/**
 * The lines of Falco's file as one stream, though the file be rotated, truncated, deleted and made again. A file that was
 * renamed or deleted is read to its end, and that is only its end once the next one has content: Falco writes to one file
 * at a time, and goes on with the old one until it reopens.
 */
export class FileCursor {
  readonly #options: FileCursorOptions;
  #file: TailedFile | undefined;
  /** The file after this one, which has content: this one gets no more. */
  #next: TailedFile | undefined;
  readonly #finished: SavedPosition[] = [];

  constructor(options: FileCursorOptions) {
    this.#options = options;
  }

  /** Whether there is a file yet. */
  get isOpen(): boolean {
    return this.#file !== undefined;
  }

  /** Where the next line begins. */
  get position(): FilePosition {
    return this.#file?.position ?? { offset: 0 };
  }

  /** Opens the file, where it is there. Rejects with the system's error. */
  async start(from: FileStart): Promise<void> {
    const { path, maxLineBytes, onGap } = this.#options;
    if (typeof from === "object" && from.file !== undefined) {
      this.#file = await openSaved(this.#options, from);
      if (this.#file !== undefined) return;
      onGap(
        "the file that was being read is gone, or was cut, and is not among its rotated ones: what was not read of it " +
          "is lost. Give logrotate `delaycompress`, and keep a rotated file for longer than this reader is away",
      );
    }
    this.#file = await openAt(path, maxLineBytes, (found, handle) =>
      from === "end" ? afterLastLine(handle, found.size, maxLineBytes) : 0,
    );
  }

  /** The next lines; none where nothing more is there now. Rejects with the system's error. */
  async next(): Promise<readonly FileLine[]> {
    for (;;) {
      this.#file ??= await openAt(this.#options.path, this.#options.maxLineBytes, () => 0);
      if (this.#file === undefined) return [];
      const read = await this.#file.read();
      switch (read.status) {
        case "lines":
          if (read.lines.length > 0) return read.lines;
          break;
        case "truncated":
          await this.#recover(this.#file);
          break;
        case "end": {
          if (this.#next !== undefined) {
            const rest = await this.#finish(this.#file, this.#next);
            if (rest !== undefined) return [rest];
            break;
          }
          // Looked for first, then read on: what was written before the next file had content is still to come.
          this.#next = await this.#successor(this.#file);
          if (this.#next === undefined) return [];
          break;
        }
        default:
          assertNever(read);
      }
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#file?.close(), this.#next?.close()]);
    this.#file = undefined;
    this.#next = undefined;
  }

  /** A file that was copied and truncated is read on in its copy, else from its beginning. */
  async #recover(file: TailedFile): Promise<void> {
    const copy = await openSaved(this.#options, savedPosition(file.position));
    if (copy !== undefined) {
      this.#file = copy;
      await file.close();
      return;
    }
    if (file.hasBacklog) {
      this.#options.onGap("the file was truncated before all of it was read, and no copy of it was found");
    }
    await file.restart();
  }

  async #successor(file: TailedFile): Promise<TailedFile | undefined> {
    const { file: after } = file.position;
    if (after === undefined) return undefined;
    const modifiedNs = await file.modifiedNs();
    return openSuccessor({ ...this.#options, after, modifiedNs, finished: this.#finished });
  }

  async #finish(file: TailedFile, next: TailedFile): Promise<FileLine | undefined> {
    const rest = file.rest();
    // An empty file has nothing to tell it by from the next one with its inode.
    if (file.position.offset > 0) this.#finished.push(savedPosition(file.position));
    if (this.#finished.length > REMEMBERED_FILES) this.#finished.shift();
    this.#file = next;
    this.#next = undefined;
    await file.close();
    return rest;
  }
}
