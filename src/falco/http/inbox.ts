import type { UnreadableAlert } from "../../model/falco-alert.js";

/** What waits to be taken: a body that nobody has parsed yet, or why a request had none. */
export type InboxEntry = { readonly body: Buffer } | { readonly alert: UnreadableAlert };

/** What an {@link Inbox} is made of. */
export interface InboxOptions {
  /** How many entries wait at most. */
  readonly capacity: number;
  /** How many bytes of bodies wait or are on their way at most. */
  readonly maxBytes: number;
  /** Called when it is empty again after it had no room. */
  readonly onDrained: () => void;
}

/** The bounded queue between the requests and whoever takes the alerts. It has no room rather than drop. */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #queue: InboxEntry[] = [];
  #bytes = 0;
  #overflowed = false;
  #ended = false;
  #error: unknown;
  #wake: (() => void) | undefined;

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#queue.length;
  }

  /** Sets bytes aside for a body on its way. `false` where there is no room for them. */
  reserve(bytes: number): boolean {
    const fits = this.#bytes + bytes <= this.#options.maxBytes;
    if (fits) this.#bytes += bytes;
    else this.#overflowed = true;
    return fits;
  }

  release(bytes: number): void {
    this.#bytes -= bytes;
  }

  /** A body's bytes must have been reserved. `false` where there is no room, or nothing is taken any more. */
  put(entry: InboxEntry): boolean {
    if (this.#ended) return false;
    if (this.#queue.length >= this.#options.capacity) {
      this.#overflowed = true;
      return false;
    }
    this.#queue.push(entry);
    this.#wake?.();
    return true;
  }

  /** The next entry, or `undefined` at the end. One caller at a time. */
  async take(): Promise<InboxEntry | undefined> {
    while (this.#queue.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const entry = this.#queue.shift();
    if (entry === undefined) {
      if (this.#error !== undefined) throw this.#error;
      return undefined;
    }
    if ("body" in entry) this.release(entry.body.length);
    if (this.#overflowed && this.#queue.length === 0) {
      this.#overflowed = false;
      this.#options.onDrained();
    }
    return entry;
  }

  /** Nothing more is put. What waits is still taken; then `take` rejects with the error, where there is one. */
  end(error?: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#error = error;
    this.#wake?.();
  }

  /** Throws away what waits, and tells how many entries that were. */
  clear(): number {
    const left = this.#queue.splice(0);
    for (const entry of left) if ("body" in entry) this.release(entry.body.length);
    return left.length;
  }

  /** Begins anew, after an end. */
  reopen(): void {
    this.#ended = false;
    this.#error = undefined;
  }
}
