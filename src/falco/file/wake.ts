import { type FSWatcher, watch } from "node:fs";
import path from "node:path";
import type { FileTimers } from "./timers.js";

/** What a {@link Wake} is made of. */
export interface WakeOptions {
  readonly path: string;
  readonly pollIntervalMs: number;
  /** Whether to listen to the file system beside polling. */
  readonly notifications: boolean;
  readonly timers: FileTimers;
  readonly signal: AbortSignal;
}

/**
 * Tells when a file may have changed: by the notifications of its folder (it may be renamed and made anew), by polling
 * (network file systems do not notify), and when the signal aborts.
 */
export class Wake {
  readonly #options: WakeOptions;
  readonly #cancelPoll: () => void;
  readonly #ring: () => void = () => {
    this.#rang = true;
    this.#listener?.();
  };
  #rang = false;
  #listener: (() => void) | undefined;
  #watcher: FSWatcher | undefined;

  constructor(options: WakeOptions) {
    this.#options = options;
    this.#listen();
    this.#cancelPoll = options.timers.every(options.pollIntervalMs, () => {
      this.#listen();
      this.#ring();
    });
    options.signal.addEventListener("abort", this.#ring, { once: true });
  }

  /** Resolves at the next ring, at once where it rang since the last time. One caller at a time. */
  async rung(): Promise<void> {
    if (!this.#rang && !this.#options.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#listener = resolve;
      });
    }
    this.#listener = undefined;
    this.#rang = false;
  }

  close(): void {
    this.#options.signal.removeEventListener("abort", this.#ring);
    this.#cancelPoll();
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  /** The folder may not be there yet, or the machine may have no notifications left: then the polls try again. */
  #listen(): void {
    if (!this.#options.notifications || this.#watcher !== undefined) return;
    const name = path.basename(this.#options.path);
    try {
      // The poll's timer keeps the process alive, not this.
      const watcher = watch(path.dirname(this.#options.path), { persistent: false }, (_kind, changed) => {
        if (changed === null || changed === name) this.#ring();
      });
      watcher.on("error", () => {
        watcher.close();
        if (this.#watcher === watcher) this.#watcher = undefined;
      });
      this.#watcher = watcher;
    } catch {}
  }
}
