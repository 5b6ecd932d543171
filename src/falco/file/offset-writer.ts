import { type DriftError, isDriftError } from "../../model/drift-error.js";
import type { SavedPosition } from "./file-mark.js";
import { formatOffset, writeOffset } from "./offset-file.js";
import type { FileTimers } from "./timers.js";

/** What an {@link OffsetWriter} is made of. */
export interface OffsetWriterOptions {
  readonly offsetFile: string;
  /** The least time between two writes while the file is followed. */
  readonly intervalMs: number;
  readonly timers: FileTimers;
  readonly current: () => SavedPosition;
  /** Called at the first of a run of failures. */
  readonly onFailure: (error: DriftError) => void;
}

/** Keeps an offset file up to date, one write at a time, and at most one in each interval. */
export class OffsetWriter {
  readonly #options: OffsetWriterOptions;
  #written: string | undefined;
  #following = false;
  #failing = false;
  #again = false;
  #running: Promise<DriftError | undefined> | undefined;
  #cancelTimer: (() => void) | undefined;

  constructor(options: OffsetWriterOptions) {
    this.#options = options;
  }

  /** The file is followed from now on: what is saved is saved in intervals. Resolves to what keeps the first write. */
  start(): Promise<DriftError | undefined> {
    this.#following = true;
    return this.#save();
  }

  /** The position may have moved. While nothing is followed, the last outcomes are saved as they come. */
  touch(): void {
    if (!this.#following) void this.#saveOrReport();
    else this.#cancelTimer ??= this.#options.timers.after(this.#options.intervalMs, () => this.#due());
  }

  /** Saves now, and ends the intervals. */
  async stop(): Promise<void> {
    this.#following = false;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    await this.#saveOrReport();
  }

  #due(): void {
    this.#cancelTimer = undefined;
    void this.#saveOrReport().then((error) => {
      if (error !== undefined && this.#following) this.touch();
    });
  }

  async #saveOrReport(): Promise<DriftError | undefined> {
    const error = await this.#save();
    if (error !== undefined && !this.#failing) this.#options.onFailure(error);
    this.#failing = error !== undefined;
    return error;
  }

  #save(): Promise<DriftError | undefined> {
    this.#again = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run(): Promise<DriftError | undefined> {
    let error: DriftError | undefined;
    while (this.#again) {
      this.#again = false;
      error = await this.#write();
    }
    // In the same turn as the last look at #again, so that nobody joins a run that is over.
    this.#running = undefined;
    return error;
  }

  async #write(): Promise<DriftError | undefined> {
    const text = formatOffset(this.#options.current());
    if (text === this.#written) return undefined;
    try {
      await writeOffset(this.#options.offsetFile, text);
      this.#written = text;
      return undefined;
    } catch (error) {
      if (isDriftError(error)) return error;
      throw error;
    }
  }
}
