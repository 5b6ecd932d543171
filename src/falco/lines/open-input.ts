import { open } from "node:fs/promises";

type Chunks = AsyncIterable<Uint8Array | string>;

/**
 * Opens a path, or takes the input itself; the chunks end when the signal aborts, also while the input is silent.
 *
 * A stream is destroyed then: standard input would otherwise keep the process alive.
 */
export async function openInput(input: string | Chunks, signal: AbortSignal): Promise<Chunks> {
  const chunks = typeof input === "string" ? (await open(input)).createReadStream() : input;
  return untilAborted(chunks, signal);
}

async function* untilAborted(input: Chunks, signal: AbortSignal): AsyncGenerator<Uint8Array | string, void> {
  const iterator = input[Symbol.asyncIterator]();
  let finished = false;
  try {
    while (!signal.aborted) {
      const next = await nextUnlessAborted(iterator, signal);
      if (next === undefined) return;
      finished = next.done === true;
      if (next.done) return;
      yield next.value;
    }
  } finally {
    if (!finished) release(input, iterator);
  }
}

/** Not `Promise.race` with one promise for the abort: that would collect a reaction for every chunk. */
function nextUnlessAborted<T>(
  iterator: AsyncIterator<T>,
  signal: AbortSignal,
): Promise<IteratorResult<T> | undefined> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => resolve(undefined);
    signal.addEventListener("abort", onAbort, { once: true });
    const stopListening = (): void => signal.removeEventListener("abort", onAbort);
    iterator.next().then(resolve, reject).finally(stopListening);
  });
}

function release(input: Chunks, iterator: AsyncIterator<Uint8Array | string>): void {
  if ("destroy" in input && typeof input.destroy === "function") input.destroy();
  // Not awaited: it waits for a chunk that may never come. What it fails with no longer matters.
  iterator.return?.().catch(() => {});
}
