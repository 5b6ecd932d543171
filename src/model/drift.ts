import type { Actor } from "./actor.js";
import type { FalcoPriority } from "./falco-alert.js";
import type { StateRef } from "./managed-resource.js";
import type { DriftValue } from "./observed-value.js";
import type { ResourceType } from "./resource-target.js";

/** What the cloud did to the declared resource; `unmanaged` is one that no state declares. */
export type DriftKind = "modified" | "deleted" | "unmanaged";

/** Whether a finding still holds. */
export type DriftStatus = "open" | "resolved";

/** How a finding ended: put back by a later change, taken into the state, imported, or aged out. */
export type DriftResolution = "reverted" | "absorbed" | "adopted" | "expired";

/** `exact`: attribute, declared and observed value are known. `coarse`: only that the resource changed. */
export type DriftFidelity = "exact" | "coarse";

/** How bad a finding is, worst first. */
export const SEVERITY_LEVELS = ["critical", "high", "medium", "low", "info"] as const;

/** One of {@link SEVERITY_LEVELS}. */
export type SeverityLevel = (typeof SEVERITY_LEVELS)[number];

/** A level and why. */
export interface Severity {
  readonly level: SeverityLevel;
  readonly reasons: readonly string[];
}

/** Whose change it was, as far as the evidence goes. */
export type OriginVerdict = "own_apply" | "iac_unverified" | "console" | "cli_or_sdk" | "service" | "unknown";

/** A verdict with what speaks for it, in words. */
export interface Origin {
  readonly verdict: OriginVerdict;
  readonly evidence: readonly string[];
}

/** The resource that drifted. */
export interface DriftResource {
  /** Full Terraform address. Absent where no state manages the resource, or where `candidates` are all that is known. */
  readonly address?: string;
  readonly type: ResourceType;
  readonly name?: string;
  readonly module?: string;
  /** The short provider name: `aws`. */
  readonly provider: string;
  /** The cloud's id. */
  readonly id?: string;
  readonly account?: string;
  readonly region?: string;
  /** The addresses that it may be, where the record does not tell them apart. Never a guess. */
  readonly candidates?: readonly string[];
}

/** One attribute on which state and cloud differ. */
export interface Difference {
  /** Terraform's path inside the resource: `ingress`, `tags.Name`. */
  readonly path: string;
  readonly change: "set" | "added" | "removed";
  readonly declared: DriftValue;
  readonly observed: DriftValue;
}

/** The audit record behind a finding. */
export interface DriftCause {
  readonly provider: string;
  readonly service?: string;
  readonly operation: string;
  /** The audit record's id. */
  readonly id: string;
  readonly requestId?: string;
  /** When the call was made, RFC 3339. */
  readonly time: string;
  readonly rule?: string;
  readonly priority?: FalcoPriority;
}

/** The finding: one resource on which the cloud and a state disagree. Frozen. */
export interface Drift {
  /** Stable: the same lineage, address and kind give the same id. */
  readonly id: string;
  /** 1 when detected, one more with every event about it. */
  readonly revision: number;
  readonly kind: DriftKind;
  readonly status: DriftStatus;
  readonly resolution?: DriftResolution;
  readonly fidelity: DriftFidelity;
  readonly resource: DriftResource;
  /** The state that declares it; absent for an unmanaged resource. */
  readonly state?: StateRef;
  readonly differences: readonly Difference[];
  readonly actor: Actor;
  readonly origin: Origin;
  readonly cause: DriftCause;
  readonly severity: Severity;
  /** Addresses that depend on it. */
  readonly impact: readonly string[];
  /** Groups the findings of one actor's burst. */
  readonly incident: string;
  /** Audit time of the first change, RFC 3339. */
  readonly firstSeen: string;
  /** Audit time of the latest change, RFC 3339. */
  readonly lastSeen: string;
}

interface DriftEventBase {
  readonly specVersion: "1.0";
  /** When the engine made it, RFC 3339. */
  readonly time: string;
  readonly drift: Drift;
}

/** A finding is new. */
export interface DriftDetected extends DriftEventBase {
  readonly type: "drift.detected";
}

/** A finding was seen again, or changed. */
export interface DriftUpdated extends DriftEventBase {
  readonly type: "drift.updated";
}

/** A finding no longer holds; `drift.resolution` says why. */
export interface DriftResolved extends DriftEventBase {
  readonly type: "drift.resolved";
}

/** Something happened to a finding. */
export type DriftEvent = DriftDetected | DriftUpdated | DriftResolved;
