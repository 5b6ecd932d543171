import type { StateSource } from "../state/state-source.js";

/**
 * Calls back whenever a source says that its state may have changed, until the signal aborts. A watch that breaks is
 * given up: states are read again by age too, so nothing is missed, only seen later.
 */
export async function watchStates(
  sources: readonly StateSource[],
  signal: AbortSignal,
  onChange: () => Promise<void>,
): Promise<void> {
  await Promise.all(sources.map((source) => watchOne(source, signal, onChange)));
}

async function watchOne(
  source: StateSource,
  signal: AbortSignal,
  onChange: () => Promise<void>,
): Promise<void> {
  try {
    for await (const _ of source.watch?.({ signal }) ?? []) await onChange();
  } catch {
    // See above: reading by age goes on.
  }
}
