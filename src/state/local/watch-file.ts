import { FolderNotices } from "./folder-notices.js";

/** The timers that a watch runs on. Each function returns what cancels it. */
export interface WatchTimers {
  every(intervalMs: number, callback: () => void): () => void;
  after(delayMs: number, callback: () => void): () => void;
}

/** How a state file is watched. */
export interface LocalWatchOptions {
  /** How often to look at the file where its file system does not notify. @default 5000 */
  readonly pollIntervalMs?: number;
  /** How long to wait for a writer to finish after a notification. @default 100 */
  readonly debounceMs?: number;
  /** Whether to listen to the file system's notifications beside polling. @default true */
  readonly notifications?: boolean;
  /** @default {@link machineTimers} */
  readonly timers?: WatchTimers;
}

/** What {@link watchFile} is called with. */
export interface WatchFileOptions extends LocalWatchOptions {
  readonly signal: AbortSignal;
  /** Where the file lies now; its folder is watched, so that it may be replaced, deleted and made again. */
  readonly locate: () => Promise<string>;
  /** The version that the reader knows, or what stands for a file that is not there. Must not reject. */
  readonly currentVersion: () => Promise<string>;
  /** The version to compare with first, where the reader has one. */
  readonly knownVersion?: string | undefined;
}

/** The machine's timers, which do not keep a process alive. */
export const machineTimers: WatchTimers = {
  every(intervalMs, callback) {
    const timer = setInterval(callback, intervalMs).unref();
    return () => clearInterval(timer);
  },
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs).unref();
    return () => clearTimeout(timer);
  },
};

/** Yields whenever the file's version is another than before, until the signal aborts. Never throws. */
export async function* watchFile(options: WatchFileOptions): AsyncGenerator<void, void, undefined> {
  const { signal, currentVersion, timers = machineTimers, pollIntervalMs = 5000, debounceMs = 100 } = options;
  const bell = new Bell();
  const wake = (): void => bell.ring();
  let cancelDebounce: (() => void) | undefined;
  const notice = (): void => {
    cancelDebounce?.();
    cancelDebounce = timers.after(debounceMs, wake);
  };
  const folder = new FolderNotices(notice);
  const cancelPoll = timers.every(pollIntervalMs, wake);
  signal.addEventListener("abort", wake, { once: true });
  try {
    let known = options.knownVersion;
    while (!signal.aborted) {
      if (options.notifications !== false) await folder.follow(await options.locate());
      const version = await currentVersion();
      if (signal.aborted) return;
      const changed = known !== undefined && version !== known;
      known = version;
      if (changed) yield;
      else await bell.rung();
    }
  } finally {
    signal.removeEventListener("abort", wake);
    cancelPoll();
    cancelDebounce?.();
    folder.close();
  }
}

/** Remembers one ring until somebody listens. */
class Bell {
  #pending = false;
  #listener: (() => void) | undefined;

  ring(): void {
    this.#pending = true;
    this.#listener?.();
  }

  async rung(): Promise<void> {
    if (!this.#pending) await new Promise<void>((resolve) => (this.#listener = resolve));
    this.#listener = undefined;
    this.#pending = false;
  }
}
