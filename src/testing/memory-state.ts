import type { DriftError } from "../model/drift-error.js";
import type { StateSnapshot } from "../model/managed-resource.js";
import type { StateSource } from "../state/state-source.js";

/** What {@link memoryState} is made of. */
export interface MemoryStateOptions {
  /** @default "memory" */
  readonly name?: string;
  /** @default "default" */
  readonly workspace?: string;
  /** A state file's text or bytes, or a decoded state. */
  readonly content: string | Uint8Array | StateSnapshot;
}

/** A state source without a file, whose state a test sets. */
export interface MemoryState extends StateSource {
  watch(options: { readonly signal: AbortSignal }): AsyncIterable<void>;
  /** Puts another state in place, with a version of its own, and wakes who watches. Ends a failure. */
  set(content: string | Uint8Array | StateSnapshot): void;
  /** Makes every read reject with this until the next {@link MemoryState.set}, and wakes who watches. */
  fail(error: DriftError): void;
  /** How often it was read, whatever the answer. */
  readonly reads: number;
}

/** Makes a {@link MemoryState}: the public double of a state backend. */
export function memoryState(options: MemoryStateOptions): MemoryState {
  const { name = "memory", workspace = "default" } = options;
  const watchers = new Set<() => void>();
  let content = asContent(options.content);
  let failure: DriftError | undefined;
  let version = 1;
  let reads = 0;
  const changed = (): void => {
    version++;
    for (const wake of watchers) wake();
  };
  return {
    name,
    get reads() {
      return reads;
    },
    set(next) {
      content = asContent(next);
      failure = undefined;
      changed();
    },
    fail(error) {
      failure = error;
      changed();
    },
    async read({ signal, since } = {}) {
      reads++;
      signal?.throwIfAborted();
      if (failure !== undefined) throw failure;
      if (since === String(version)) return { status: "unchanged" };
      return { status: "snapshot", version: String(version), workspace, content };
    },
    watch: ({ signal }) => watchVersions(() => version, watchers, signal),
  };
}

/** Several changes before the watcher comes back are one. */
function watchVersions(
  version: () => number,
  watchers: Set<() => void>,
  signal: AbortSignal,
): AsyncIterable<void> {
  let seen = version();
  return {
    async *[Symbol.asyncIterator]() {
      while (!signal.aborted) {
        if (version() === seen) await nextWake(watchers, signal);
        if (signal.aborted || version() === seen) continue;
        seen = version();
        yield;
      }
    },
  };
}

function nextWake(watchers: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      watchers.delete(wake);
      signal.removeEventListener("abort", wake);
      resolve();
    };
    watchers.add(wake);
    signal.addEventListener("abort", wake, { once: true });
  });
}

function asContent(content: string | Uint8Array | StateSnapshot): Uint8Array | StateSnapshot {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
