import { DriftError } from "../model/drift-error.js";
import type { PipelineSignal } from "../model/pipeline-signal.js";
import type { AlertSource, DeliveriesOptions } from "./alert-source.js";
import type { AlertDelivery, AlertTransport } from "./alert-transport.js";
import { type Backoff, type BackoffOptions, backoffWith } from "./backoff.js";
import { DeliveryBuffer } from "./delivery-buffer.js";
import { fillBuffer, type SubscriberTallies } from "./fill-buffer.js";
import { watchSilence } from "./silence.js";

/** Options of {@link FalcoSubscriber}. */
export interface FalcoSubscriberOptions {
  /** The wire: `falcoGrpc()`, `falcoLines()`, or a host's own. */
  readonly transport: AlertTransport;
  /**
   * How many alerts are held between the wire and whoever takes them. When it is full the wire is no longer read (Falco
   * keeps the rest). At least 1.
   * @default 1000
   */
  readonly bufferCapacity?: number;
  /** How reconnecting is paced. */
  readonly backoff?: BackoffOptions;
  /** After how long without an alert `alerts.silent` is said, at least 1. Not said by default: a quiet account is no fault. */
  readonly silenceMs?: number;
  /** Numbers from 0 up to 1, for the jitter. @default Math.random */
  readonly random?: () => number;
  /** Milliseconds since any moment, for how long a connection held. @default Date.now */
  readonly now?: () => number;
  /** Waits, and resolves early when the signal aborts. @default a timer */
  readonly sleep?: (delayMs: number, signal: AbortSignal) => Promise<void>;
}

/** What a {@link FalcoSubscriber} has done since it was made. */
export interface SubscriberCounters {
  /** Deliveries that were taken, unreadable ones among them. */
  readonly delivered: number;
  /** Of those, what could not be read. */
  readonly unreadable: number;
  /** Deliveries that are off the wire and wait to be taken. */
  readonly buffered: number;
  /** Deliveries that nobody took, because whoever took them left the loop. They were given back (`nack`). */
  readonly abandoned: number;
  /** How often the wire was known to work. */
  readonly connections: number;
  /** How often it was tried again after a failure. */
  readonly reconnects: number;
  /** Pieces of input that are no alerts and were passed over, such as lines of statistics. */
  readonly skippedInput: number;
}

/**
 * Falco's alerts from any {@link AlertTransport}, for as long as the host wants them: it reconnects, buffers and counts.
 *
 * - **Reconnecting.** What may mend itself is tried again for ever, with exponential backoff and full jitter: a socket that
 *   is not there yet, a denied one (Falco's start-up scripts change its mode after making it), a refused or broken
 *   connection, an end of the stream. What a human must mend rejects the iteration with a `DriftError` that is not
 *   `retryable`: a Falco without gRPC, a certificate that this side does not accept, a wrong option. Every failure is said
 *   by a `connection.changed` signal.
 * - **Holding back.** A slow consumer fills the buffer and stops the reading. Nothing is dropped here.
 * - **Ending.** When the signal aborts the wire is closed at once, and what was already off it is still delivered, because
 *   Falco has no copy. Leaving the loop gives the rest back instead.
 *
 * @example
 * ```ts
 * const subscriber = new FalcoSubscriber({ transport: falcoGrpc({ address: "unix:///run/falco/falco.sock" }) });
 * for await (const { alert } of subscriber.deliveries({ signal })) handle(alert);
 * ```
 */
export class FalcoSubscriber implements AlertSource {
  readonly #transport: AlertTransport;
  readonly #capacity: number;
  readonly #silenceMs: number | undefined;
  readonly #backoff: Backoff;
  readonly #random: () => number;
  readonly #now: () => number;
  readonly #sleep: (delayMs: number, signal: AbortSignal) => Promise<void>;
  readonly #tallies: SubscriberTallies = { connections: 0, reconnects: 0, skippedInput: 0 };
  #delivered = 0;
  #unreadable = 0;
  #abandoned = 0;
  #buffer: DeliveryBuffer | undefined;

  /** @throws {@link DriftError} `invalid_option` */
  constructor(options: FalcoSubscriberOptions) {
    const { transport, bufferCapacity = 1000, backoff = {}, random = Math.random } = options;
    if (!Number.isSafeInteger(bufferCapacity) || bufferCapacity < 1) {
      throw new DriftError(
        "invalid_option",
        "bufferCapacity is no whole number above 0; leave it out for 1000",
        {
          fault: "caller",
        },
      );
    }
    const { silenceMs } = options;
    if (silenceMs !== undefined && !(silenceMs >= 1)) {
      throw new DriftError(
        "invalid_option",
        "silenceMs is no number from 1; leave it out to hear of no silence",
        {
          fault: "caller",
        },
      );
    }
    this.#transport = transport;
    this.#capacity = bufferCapacity;
    this.#silenceMs = silenceMs;
    this.#backoff = backoffWith(backoff);
    this.#random = random;
    this.#now = options.now ?? Date.now;
    this.#sleep = options.sleep ?? sleepUntilAborted;
  }

  /**
   * The alerts, in the order of the wire. One reader at a time: two would split the alerts between them.
   *
   * @throws {@link DriftError} what the transport failed with and cannot mend itself; `invalid_option` for a second reader
   */
  async *deliveries({ signal, onSignal }: DeliveriesOptions): AsyncGenerator<AlertDelivery, void> {
    if (this.#buffer !== undefined) {
      throw new DriftError(
        "invalid_option",
        "the subscriber has a reader already; make one for each reader",
        {
          fault: "caller",
        },
      );
    }
    const emit = guarded(onSignal);
    const buffer = new DeliveryBuffer(this.#capacity, (state) => {
      emit({ kind: `buffer.${state}`, capacity: this.#capacity });
    });
    this.#buffer = buffer;
    const stop = new AbortController();
    const stopReading = (): void => {
      stop.abort();
      buffer.stopWaiting();
    };
    if (signal.aborted) stopReading();
    signal.addEventListener("abort", stopReading, { once: true });
    const filling = fillBuffer({
      transport: this.#transport,
      buffer,
      signal: stop.signal,
      emit,
      tallies: this.#tallies,
      backoff: this.#backoff,
      random: this.#random,
      now: this.#now,
      sleep: this.#sleep,
    });
    const silenceMs = this.#silenceMs;
    const silence =
      silenceMs === undefined
        ? undefined
        : watchSilence({ silenceMs, signal: stop.signal, emit, sleep: this.#sleep });
    try {
      for (let next = await buffer.take(); next !== undefined; next = await buffer.take()) {
        this.#delivered++;
        silence?.heard();
        if ("kind" in next.alert) this.#unreadable++;
        yield next;
      }
    } finally {
      signal.removeEventListener("abort", stopReading);
      stopReading();
      await filling;
      this.#abandoned += buffer.abandon();
      this.#buffer = undefined;
    }
  }

  /** A snapshot of the counts. */
  counters(): SubscriberCounters {
    return {
      delivered: this.#delivered,
      unreadable: this.#unreadable,
      buffered: this.#buffer?.size ?? 0,
      abandoned: this.#abandoned,
      ...this.#tallies,
    };
  }
}

/** A host's listener that throws must not break the subscription; the engine reports its own listeners' failures. */
function guarded(onSignal: DeliveriesOptions["onSignal"]): (signal: PipelineSignal) => void {
  return (signal) => {
    try {
      onSignal?.(signal);
    } catch {}
  };
}

/** Keeps the process alive: a subscriber that waits for Falco is at work. */
function sleepUntilAborted(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, delayMs);
    signal.addEventListener("abort", done, { once: true });
    if (signal.aborted) done();
  });
}
