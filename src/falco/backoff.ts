import { DriftError } from "../model/drift-error.js";

/** How long a subscriber waits before it tries again. */
export interface BackoffOptions {
  /** The upper bound of the first wait. At least 1. @default 1000 */
  readonly initialMs?: number;
  /** What the upper bound grows to, doubling with every failure. @default 30000 */
  readonly maxMs?: number;
  /** A connection that held this long starts the count of failures anew. @default 60000 */
  readonly resetAfterMs?: number;
}

/** {@link BackoffOptions} with the defaults filled in. */
export type Backoff = Required<BackoffOptions>;

/**
 * Fills in the defaults.
 *
 * @throws {@link DriftError} `invalid_option`
 */
export function backoffWith({
  initialMs = 1000,
  maxMs = 30_000,
  resetAfterMs = 60_000,
}: BackoffOptions): Backoff {
  if (!(initialMs >= 1 && maxMs >= initialMs && resetAfterMs >= 0 && Number.isFinite(maxMs))) {
    throw new DriftError(
      "invalid_option",
      "the backoff is out of order; it needs 1 <= initialMs <= maxMs and resetAfterMs >= 0",
      { fault: "caller" },
    );
  }
  return { initialMs, maxMs, resetAfterMs };
}

/**
 * The wait after `failures` failures in a row (at least 1), in milliseconds: exponential with full jitter, so that many
 * subscribers of a Falco that comes back do not come all at once.
 */
export function backoffDelayMs(
  { initialMs, maxMs }: Backoff,
  failures: number,
  random: () => number,
): number {
  return Math.floor(random() * Math.min(maxMs, initialMs * 2 ** (failures - 1)));
}
