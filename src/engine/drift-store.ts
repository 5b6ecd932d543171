import type { Drift } from "../model/drift.js";
import type { ObservedChange, ResourceRef } from "../model/resource-target.js";

/** A change of one attribute that still holds, and when it was made. */
export interface Observation {
  readonly change: ObservedChange;
  /** Audit time, RFC 3339. */
  readonly time: string;
}

/**
 * An open finding with what is needed to judge it again when the state moves or a later change comes. Holds raw
 * observed values: never shown, only the redacted `drift` is.
 */
export interface OpenFinding {
  readonly drift: Drift;
  /** The state source that it was judged by; absent for an unmanaged resource. */
  readonly source?: string;
  readonly ref: ResourceRef;
  readonly observations: readonly Observation[];
  /** Something changed that the observations do not tell: only a newer state can settle it. */
  readonly coarse: boolean;
}

/** Open findings and seen audit records. In memory by default; a durable one survives a restart. */
export interface DriftStore {
  /** Whether the audit record was seen before; notes it as seen. */
  markSeen(recordId: string): boolean;
  get(id: string): OpenFinding | undefined;
  put(finding: OpenFinding): void;
  delete(id: string): void;
  all(): Iterable<OpenFinding>;
  readonly size: number;
}

/** Options of {@link memoryStore}. */
export interface MemoryStoreOptions {
  /** How many audit record ids are remembered, the oldest forgotten first. @default 100000 */
  readonly seenCapacity?: number;
}

/** A {@link DriftStore} that lasts as long as the process. */
export function memoryStore(options: MemoryStoreOptions = {}): DriftStore {
  const seenCapacity = options.seenCapacity ?? 100_000;
  const seen = new Set<string>();
  const findings = new Map<string, OpenFinding>();
  return {
    markSeen(recordId) {
      if (seen.has(recordId)) return true;
      seen.add(recordId);
      const oldest = seen.values().next();
      if (seen.size > seenCapacity && oldest.done !== true) seen.delete(oldest.value);
      return false;
    },
    get: (id) => findings.get(id),
    put: (finding) => void findings.set(finding.drift.id, finding),
    delete: (id) => void findings.delete(id),
    all: () => findings.values(),
    get size() {
      return findings.size;
    },
  };
}
