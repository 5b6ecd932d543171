import { DEFAULT_MAX_ALERT_BYTES } from "../decode-alert.js";
import { AlertReceiver } from "./alert-receiver.js";
import { type FalcoHttpAuth, makeGate } from "./gate.js";
import { invalidOption, positive } from "./invalid-option.js";
import { type FalcoHttpRateLimit, rateLimiter } from "./rate-limit.js";

/** What a receiver of Falco's `http_output` takes, whoever serves it. */
export interface FalcoHttpReceiverOptions {
  /** The path that alerts are posted to, with a secret of `auth` after it. Any other is answered with 404. */
  readonly path?: string;
  /** Who may send. Of several ways one is enough. @default anybody */
  readonly auth?: FalcoHttpAuth | readonly FalcoHttpAuth[];
  /** A longer body is answered with 413 and delivered as `too_large`. @default 4194304 (4 MiB) */
  readonly maxBodyBytes?: number;
  /** How many bodies wait to be taken; with more, requests are answered with 503 and are lost. @default 10000 */
  readonly bufferCapacity?: number;
  /** How many bytes of bodies wait or are on their way. At least `maxBodyBytes`. @default 67108864 (64 MiB) */
  readonly maxBufferedBytes?: number;
  /** How long a request's head, and then its body, may take. @default 10000 */
  readonly requestTimeoutMs?: number;
  /** How many requests are taken a second; more are answered with 429 and are lost. @default all */
  readonly rateLimit?: FalcoHttpRateLimit;
  /** Milliseconds since any moment, for the rate limit and for when losses are over. @default Date.now */
  readonly now?: () => number;
}

/** A receiver, and what its servers need to know. */
export interface PreparedReceiver {
  readonly receiver: AlertReceiver;
  readonly requestTimeoutMs: number;
  readonly authenticates: boolean;
}

/** @throws {@link DriftError} `invalid_option` */
export function prepareReceiver(options: FalcoHttpReceiverOptions): PreparedReceiver {
  const auth = options.auth === undefined ? [] : [options.auth].flat();
  const now = options.now ?? Date.now;
  const maxBodyBytes = positive("maxBodyBytes", options.maxBodyBytes ?? DEFAULT_MAX_ALERT_BYTES);
  const maxBufferedBytes = positive(
    "maxBufferedBytes",
    options.maxBufferedBytes ?? Math.max(64 * 1024 * 1024, maxBodyBytes),
  );
  if (maxBufferedBytes < maxBodyBytes) {
    throw invalidOption("maxBufferedBytes is below maxBodyBytes; make it at least as large");
  }
  if (options.auth !== undefined && auth.length === 0) {
    throw invalidOption("auth is empty; leave it out where anybody may send");
  }
  const receiver = new AlertReceiver({
    gate: makeGate(options.path, auth),
    withinRate: rateLimiter(options.rateLimit, now),
    maxBodyBytes,
    bufferCapacity: positive("bufferCapacity", options.bufferCapacity ?? 10_000),
    maxBufferedBytes,
    now,
  });
  return {
    receiver,
    requestTimeoutMs: positive("requestTimeoutMs", options.requestTimeoutMs ?? 10_000),
    authenticates: auth.length > 0,
  };
}
