/** A signal that aborts with any of several others, until it is let go. */
export interface LinkedAbort {
  readonly signal: AbortSignal;
  /** Aborts it by itself. */
  abort(): void;
  /** Lets go of the others, which may live much longer. */
  release(): void;
}

/** A longer timer would fire at once. Source: Node 20 `setTimeout`. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Links signals. Stands in for `AbortSignal.any`, whose signals Node 20 may collect as garbage before they abort when
 * nothing else holds them, such as those of `AbortSignal.timeout`.
 */
export function linkAbort(signals: readonly (AbortSignal | undefined)[], timeoutMs?: number): LinkedAbort {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const others = signals.filter((signal) => signal !== undefined);
  for (const signal of others) {
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  }
  const timer =
    timeoutMs === undefined ? undefined : setTimeout(abort, Math.min(timeoutMs, LONGEST_TIMER_MS));
  return {
    signal: controller.signal,
    abort,
    release() {
      clearTimeout(timer);
      for (const signal of others) signal.removeEventListener("abort", abort);
    },
  };
}
