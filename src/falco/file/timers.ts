/** The timers that a follower runs on. Each function returns what cancels it. */
export interface FileTimers {
  /** Keeps the process alive: a follower that waits for Falco is at work. */
  every(intervalMs: number, callback: () => void): () => void;
  /** Does not keep the process alive. */
  after(delayMs: number, callback: () => void): () => void;
}

/** The machine's timers. */
export const machineTimers: FileTimers = {
  every(intervalMs, callback) {
    const timer = setInterval(callback, intervalMs);
    return () => clearInterval(timer);
  },
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs).unref();
    return () => clearTimeout(timer);
  },
};
