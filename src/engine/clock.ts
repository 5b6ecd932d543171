/** Time as the engine knows it. Injected, so that tests and replays are the same every time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once at a time; returns what cancels it. A clock that only moves with the records never calls. */
  schedule(atMs: number, callback: () => void): () => void;
  /** Told of each record's audit time before it is judged. */
  observe?(auditTimeMs: number): void;
}

/** The machine's clock. Its timers do not keep a process alive. */
export function wallClock(): Clock {
  return {
    now: () => Date.now(),
    schedule(atMs, callback) {
      const timer = setTimeout(callback, Math.max(0, atMs - Date.now()));
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

/**
 * A clock that stands at the latest audit time seen, for replays: the settle window runs on the records' own time, and
 * the same input gives the same output whenever it is replayed.
 */
export function auditClock(): Clock {
  let nowMs = 0;
  return {
    now: () => nowMs,
    schedule: () => () => {},
    observe(auditTimeMs) {
      if (auditTimeMs > nowMs) nowMs = auditTimeMs;
    },
  };
}
