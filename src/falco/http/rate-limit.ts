import { invalidOption } from "./invalid-option.js";

/** How many requests are taken a second. */
export interface FalcoHttpRateLimit {
  readonly perSecond: number;
  /** How many may come at once after a pause. At least 1. @default perSecond */
  readonly burst?: number;
  /** Whether each remote address has a limit of its own, or all share one. @default "address" */
  readonly by?: "address" | "all";
}

/** Tells whether one more request is within the limit. */
export type RateLimiter = (address: string | undefined) => boolean;

interface Bucket {
  tokens: number;
  at: number;
}

/** Beyond these the address that was seen longest ago starts anew. */
const MAX_ADDRESSES = 10_000;

/**
 * Makes a token bucket for each address, or one for all.
 *
 * @throws {@link DriftError} `invalid_option`
 */
export function rateLimiter(limit: FalcoHttpRateLimit | undefined, now: () => number): RateLimiter {
  if (limit === undefined) return () => true;
  const { perSecond, by = "address" } = limit;
  const burst = limit.burst ?? Math.max(1, perSecond);
  if (!(perSecond > 0 && burst >= 1 && Number.isFinite(perSecond + burst))) {
    throw invalidOption("rateLimit is out of order; it needs perSecond above 0 and burst of at least 1");
  }
  const buckets = new Map<string, Bucket>();
  return (address = "") => {
    const key = by === "all" ? "" : address;
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: burst, at };
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    // Last in the order of insertion: the first is the one seen longest ago.
    buckets.delete(key);
    buckets.set(key, bucket);
    if (buckets.size > MAX_ADDRESSES) buckets.delete(buckets.keys().next().value ?? "");
    if (bucket.tokens < 1) return false;
    bucket.tokens--;
    return true;
  };
}
