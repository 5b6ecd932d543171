import { type FSWatcher, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";

/**
 * Notifications of the file system about one file, by its folder: a watch on the file itself would be lost when the
 * file is replaced. Where the file system has none, this stays silent.
 */
export class FolderNotices {
  readonly #notice: () => void;
  #watcher: FSWatcher | undefined;
  #folder: string | undefined;
  #inode: bigint | undefined;
  #file: string | undefined;

  constructor(notice: () => void) {
    this.#notice = notice;
  }

  /** Watches for this file from now on. Cheap where it does so already; finds a folder that was made anew. */
  async follow(path: string): Promise<void> {
    const folder = dirname(path);
    const inode = await inodeOf(folder);
    this.#file = basename(path);
    if (this.#watcher !== undefined && folder === this.#folder && inode === this.#inode) return;
    this.close();
    if (inode !== undefined) this.#open(folder, inode);
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  #open(folder: string, inode: bigint): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_kind, name) => {
        if (name === null || name === this.#file) this.#notice();
      });
      // Such as a folder that went away: the next look at the file opens it again.
      watcher.on("error", () => {
        watcher.close();
        if (this.#watcher === watcher) this.#watcher = undefined;
      });
      this.#watcher = watcher;
      this.#folder = folder;
      this.#inode = inode;
    } catch {
      // Out of watches, or a file system without them: polling is left.
    }
  }
}

async function inodeOf(folder: string): Promise<bigint | undefined> {
  try {
    return (await stat(folder, { bigint: true })).ino;
  } catch {
    return undefined;
  }
}
