import { DriftError, isDriftError } from "../model/drift-error.js";
import type { StateRef } from "../model/managed-resource.js";
import type { PipelineSignal } from "../model/pipeline-signal.js";
import { decodeState } from "../state/decode-state.js";
import { createStateIndex, type StateIndex } from "../state/state-index.js";
import type { StateSource } from "../state/state-source.js";
import type { Clock } from "./clock.js";

/** A state in use: where it is from, and its index. */
export interface LoadedState {
  readonly source: StateSource;
  readonly ref: StateRef;
  readonly index: StateIndex;
}

/** All states that the engine judges by. Each keeps its last good reading while its source fails. */
export interface States {
  /** The states in use. */
  readonly loaded: readonly LoadedState[];
  /** Reads all sources for the first time. Rejects when none can be read. */
  load(): Promise<void>;
  /** Reads what may have changed; the ones that did. `force` asks the sources even where the last look was just now. */
  refresh(force: boolean): Promise<readonly LoadedState[]>;
}

/** What {@link createStates} needs. */
export interface StatesOptions {
  readonly sources: readonly StateSource[];
  readonly clock: Clock;
  /** For how long a reading is taken as current without asking the source again. */
  readonly maxAgeMs: number;
  readonly onSignal: (signal: PipelineSignal) => void;
}

interface Entry {
  readonly source: StateSource;
  state?: LoadedState;
  version?: string;
  lastGood?: string;
  failing?: DriftError;
}

/** Makes {@link States}. */
export function createStates(options: StatesOptions): States {
  const { clock, onSignal } = options;
  const entries: readonly Entry[] = options.sources.map((source) => ({ source }));
  let loaded: readonly LoadedState[] = [];
  let checkedMs = Number.NEGATIVE_INFINITY;

  async function readEntry(entry: Entry): Promise<boolean> {
    try {
      const changed = await readNow(entry);
      delete entry.failing;
      if (changed !== undefined) announce(changed);
      return changed !== undefined;
    } catch (cause) {
      entry.failing = asError(entry, cause);
      return false;
    }
  }

  async function readNow(entry: Entry): Promise<LoadedState | undefined> {
    const read = await entry.source.read(entry.version === undefined ? {} : { since: entry.version });
    const readAt = new Date(clock.now()).toISOString();
    if (read.status === "unchanged") {
      entry.lastGood = readAt;
      return undefined;
    }
    const { content, version, workspace } = read;
    const snapshot = "resources" in content ? content : decodeState(content, { name: entry.source.name });
    const { lineage, serial } = snapshot;
    entry.lastGood = readAt;
    entry.version = version;
    entry.state = {
      source: entry.source,
      ref: { source: entry.source.name, workspace, lineage, serial },
      index: createStateIndex(snapshot),
    };
    return entry.state;
  }

  function announce({ ref, index }: LoadedState): void {
    const resources = index.snapshot.resources.length;
    onSignal({
      kind: "state.loaded",
      source: ref.source,
      lineage: ref.lineage,
      serial: ref.serial,
      resources,
    });
  }

  /** Says what fails now and did not fail this way before. */
  function announceFailures(before: readonly (DriftError | undefined)[]): void {
    entries.forEach(({ source, failing, lastGood }, at) => {
      if (failing === undefined || failing.code === before[at]?.code) return;
      const since = lastGood === undefined ? {} : { lastGood };
      onSignal({ kind: "state.failed", source: source.name, error: failing, ...since });
    });
  }

  async function readAll(): Promise<readonly LoadedState[]> {
    checkedMs = clock.now();
    const before = entries.map((entry) => entry.failing);
    const changed = await Promise.all(entries.map(readEntry));
    loaded = entries.flatMap((entry) => (entry.state === undefined ? [] : [entry.state]));
    // Where nothing can be read at all the errors are thrown, which says it once.
    if (loaded.length > 0) announceFailures(before);
    return entries.flatMap((entry, at) => (changed[at] && entry.state !== undefined ? [entry.state] : []));
  }

  return {
    get loaded() {
      return loaded;
    },
    async load() {
      await readAll();
      if (loaded.length > 0) return;
      const errors = entries.flatMap((entry) => (entry.failing === undefined ? [] : [entry.failing]));
      const [only] = errors;
      if (errors.length === 1 && only !== undefined) throw only;
      if (errors.length > 1) throw new AggregateError(errors, "no state could be read; see each error");
    },
    async refresh(force) {
      const age = clock.now() - checkedMs;
      if (!force && age >= 0 && age < options.maxAgeMs) return [];
      return readAll();
    },
  };
}

function asError({ source }: Entry, cause: unknown): DriftError {
  if (isDriftError(cause)) return cause;
  const message = `the state source ${source.name} failed; see the cause`;
  return new DriftError("state_source_failed", message, { cause });
}
