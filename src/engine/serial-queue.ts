/** Runs asynchronous steps one after the other, in the order in which they were added. */
export interface SerialQueue {
  /** Adds a step; resolves or rejects with it. A step that fails does not stop the next. */
  add<T>(step: () => Promise<T>): Promise<T>;
}

/** Makes a {@link SerialQueue}. */
export function createSerialQueue(): SerialQueue {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    add(step) {
      const run = tail.then(step, step);
      tail = run.catch(() => undefined);
      return run;
    },
  };
}
