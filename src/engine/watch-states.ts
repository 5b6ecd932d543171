import { DriftError } from "../model/drift-error.js";
import type { PipelineSignal } from "../model/pipeline-signal.js";
import type { StateSource } from "../state/state-source.js";

/** What {@link watchStates} works with. */
export interface WatchStatesOptions {
  readonly sources: readonly StateSource[];
  readonly signal: AbortSignal;
  /** A state may have changed. Must not reject. */
  readonly onChange: () => Promise<void>;
  readonly onSignal: (signal: PipelineSignal) => void;
}

/**
 * Calls back whenever a source says that its state may have changed, until the signal aborts. A watch that breaks is said,
 * and given up: states are read again by age with each alert too, so nothing is missed, only seen later.
 */
export async function watchStates(options: WatchStatesOptions): Promise<void> {
  await Promise.all(options.sources.map((source) => watchOne(source, options)));
}

async function watchOne(
  source: StateSource,
  { signal, onChange, onSignal }: WatchStatesOptions,
): Promise<void> {
  try {
    for await (const _ of source.watch?.({ signal }) ?? []) await onChange();
  } catch (cause) {
    if (signal.aborted) return;
    const message = `watching the state ${source.name} failed; changes of it are seen with the next alert`;
    const error = new DriftError("state_source_failed", message, { cause });
    onSignal({ kind: "state.failed", source: source.name, error });
  }
}
