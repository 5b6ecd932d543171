import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { type Line, LineBuffer, NEWLINE } from "../line-buffer.js";
import {
  type FileMark,
  type FilePosition,
  type FoundFile,
  findOut,
  isRewritten,
  readHead,
} from "./file-mark.js";

/** How much is read at once; with one line, it is all that is held of the file. */
const CHUNK_BYTES = 64 * 1024;

/** A line with where it begins and where the next one does. */
export interface FileLine {
  readonly line: Line;
  readonly start: FilePosition;
  readonly end: FilePosition;
}

/** The lines that end in a chunk; or the file has no more, or was cut and perhaps written anew. */
export type FileRead =
  | { readonly status: "lines"; readonly lines: readonly FileLine[] }
  | { readonly status: "end" | "truncated" };

/** Thrown where a path leads to a folder, a pipe or a device. */
export class NoRegularFileError extends Error {
  readonly code: string = "no regular file";
}

/** One open file whose lines are read as they come. It stays the same file when it is renamed or deleted. */
export class TailedFile {
  readonly #handle: FileHandle;
  readonly #maxLineBytes: number;
  readonly #chunk: Uint8Array = new Uint8Array(CHUNK_BYTES);
  #mark: FileMark;
  #line: LineBuffer;
  #lineStart: number;
  #offset: number;
  #atEnd = false;

  private constructor(handle: FileHandle, mark: FileMark, offset: number, maxLineBytes: number) {
    this.#handle = handle;
    this.#mark = mark;
    this.#maxLineBytes = maxLineBytes;
    this.#line = new LineBuffer(maxLineBytes);
    this.#lineStart = offset;
    this.#offset = offset;
  }

  /** Opens a file, to be read from where `place` says, if it says so. Rejects with the system's error. */
  static async open(
    path: string,
    maxLineBytes: number,
    place: (found: FoundFile, handle: FileHandle) => number | undefined | Promise<number>,
  ): Promise<TailedFile | undefined> {
    // Without O_NONBLOCK opening a named pipe would wait for its writer. Windows knows neither.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    let opened: TailedFile | undefined;
    try {
      if (!(await handle.stat()).isFile()) throw new NoRegularFileError("no regular file");
      const found = await findOut(handle);
      const offset = await place(found, handle);
      if (offset !== undefined) opened = new TailedFile(handle, found.mark, offset, maxLineBytes);
      return opened;
    } finally {
      if (opened === undefined) await handle.close();
    }
  }

  /** Where the next line begins. */
  get position(): FilePosition {
    return { file: this.#mark, offset: this.#lineStart };
  }

  /** Whether something of the file is known that was not delivered: half a line, or more than was read so far. */
  get hasBacklog(): boolean {
    return this.#line.started || !this.#atEnd;
  }

  async read(): Promise<FileRead> {
    const { bytesRead } = await this.#handle.read(this.#chunk, 0, CHUNK_BYTES, this.#offset);
    if (bytesRead === 0) {
      if ((await this.#handle.stat()).size < this.#offset) return { status: "truncated" };
      this.#atEnd = true;
      return { status: "end" };
    }
    // After the chunk: where the beginning is still the old one, the chunk was read from the old file.
    const head = await readHead(this.#handle);
    if (isRewritten(this.#mark.head, head)) return { status: "truncated" };
    this.#mark.head = head;
    this.#atEnd = bytesRead < CHUNK_BYTES;
    return { status: "lines", lines: this.#cut(this.#chunk.subarray(0, bytesRead)) };
  }

  /** What stands after the last newline of a file that gets no more. */
  rest(): FileLine | undefined {
    return this.#line.started ? this.#take(this.#offset) : undefined;
  }

  /** Reads the file from its beginning, as another one than before: it was truncated. */
  async restart(): Promise<void> {
    this.#mark = (await findOut(this.#handle)).mark;
    this.#line = new LineBuffer(this.#maxLineBytes);
    this.#lineStart = 0;
    this.#offset = 0;
    this.#atEnd = false;
  }

  /** When the file was last written, in nanoseconds. */
  async modifiedNs(): Promise<bigint> {
    return (await this.#handle.stat({ bigint: true })).mtimeNs;
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  #cut(chunk: Uint8Array): FileLine[] {
    const lines: FileLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#line.append(chunk.subarray(start, end));
      start = end + 1;
      lines.push(this.#take(this.#offset + start));
    }
    this.#line.append(chunk.subarray(start));
    this.#offset += chunk.length;
    return lines;
  }

  #take(endOffset: number): FileLine {
    const start = this.position;
    this.#lineStart = endOffset;
    return { line: this.#line.take(), start, end: this.position };
  }
}

/**
 * Where the first line begins that is not all there yet: after the last newline. A line that is longer than
 * `maxLineBytes` is given up.
 */
export async function afterLastLine(handle: FileHandle, size: number, maxLineBytes: number): Promise<number> {
  const chunk = new Uint8Array(CHUNK_BYTES);
  for (let end = size; end > 0 && size - end <= maxLineBytes; end = Math.max(0, end - CHUNK_BYTES)) {
    const start = Math.max(0, end - CHUNK_BYTES);
    const { bytesRead } = await handle.read(chunk, 0, end - start, start);
    const newline = chunk.subarray(0, bytesRead).lastIndexOf(NEWLINE);
    if (newline !== -1) return start + newline + 1;
    if (start === 0) return 0;
  }
  return size;
}
