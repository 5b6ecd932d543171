import type { AlertDelivery } from "./alert-transport.js";

/**
 * The bounded queue between the wire and whoever takes the deliveries. It never drops: whoever fills it waits for room.
 */
export class DeliveryBuffer {
  readonly capacity: number;
  readonly #onChange: (state: "full" | "drained") => void;
  readonly #queue: AlertDelivery[] = [];
  #full = false;
  #closing = false;
  #ended = false;
  #error: unknown;
  #wakeProducer: (() => void) | undefined;
  #wakeConsumer: (() => void) | undefined;

  /** `onChange` is told once when the buffer fills, and once when it is empty again. */
  constructor(capacity: number, onChange: (state: "full" | "drained") => void) {
    this.capacity = capacity;
    this.#onChange = onChange;
  }

  get size(): number {
    return this.#queue.length;
  }

  push(delivery: AlertDelivery): void {
    this.#queue.push(delivery);
    if (!this.#full && this.#queue.length >= this.capacity) {
      this.#full = true;
      this.#onChange("full");
    }
    this.#wakeConsumer?.();
  }

  /** Resolves when there is room for one more, or when nothing more is wanted. One caller at a time. */
  async room(): Promise<void> {
    while (this.#queue.length >= this.capacity && !this.#closing) {
      await new Promise<void>((resolve) => {
        this.#wakeProducer = resolve;
      });
    }
  }

  /** Nothing more is wanted: who waits for room need not wait on. */
  stopWaiting(): void {
    this.#closing = true;
    this.#wakeProducer?.();
  }

  /** No more will be pushed. What is queued is still taken; then `take` rejects with the error, where there is one. */
  end(error?: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#error = error;
    this.#wakeConsumer?.();
  }

  /** The next delivery, or `undefined` at the end. One caller at a time. */
  async take(): Promise<AlertDelivery | undefined> {
    while (this.#queue.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wakeConsumer = resolve;
      });
    }
    const delivery = this.#queue.shift();
    if (delivery === undefined && this.#error !== undefined) throw this.#error;
    if (this.#full && this.#queue.length === 0) {
      this.#full = false;
      this.#onChange("drained");
    }
    this.#wakeProducer?.();
    return delivery;
  }

  /** Gives back what was never taken, and tells how many that were. */
  abandon(): number {
    const left = this.#queue.splice(0);
    for (const delivery of left) delivery.nack?.();
    return left.length;
  }
}
