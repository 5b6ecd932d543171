import type { CloudChange } from "../model/cloud-change.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FalcoAlert } from "../model/falco-alert.js";
import type { RejectedReason, SkippedReason } from "../model/outcome.js";
import type { ResourceTarget } from "../model/resource-target.js";

/** The alert is a mutating, successful call. */
export interface Parsed {
  readonly status: "parsed";
  readonly change: CloudChange;
}

/** The alert was understood, and is none of a drift detector's business. */
export interface ParseSkipped {
  readonly status: "skipped";
  readonly reason: SkippedReason;
  /** The audit record's id, where the alert carries it. */
  readonly id?: string;
  /** Why, in words. */
  readonly detail: string;
}

/** The alert cannot be understood: its sender or its configuration is at fault. */
export interface ParseFailed {
  readonly status: "failed";
  readonly reason: RejectedReason;
  readonly id?: string;
  /** The field at fault, such as `ct.name`. */
  readonly field?: string;
  /** What is wrong and what to do, in words, without the field's content. */
  readonly detail: string;
}

/** What a {@link ProviderParser} makes of an alert. */
export type ParseResult = Parsed | ParseSkipped | ParseFailed;

/** Turns the alerts of one provider's audit log into changes. */
export interface ProviderParser {
  /** The provider's short name: `aws`. */
  readonly provider: string;
  /** The Falco sources whose alerts it parses: `aws_cloudtrail`. */
  readonly sources: readonly string[];
  /** The alert fields that it reads, for the configuration that carries them. */
  readonly fields: readonly string[];
  /**
   * Whether an alert of another source is this provider's all the same, by the shape of its fields: sources can be
   * renamed. Without it, `sources` alone decide. Never throws.
   */
  claims?(alert: FalcoAlert): boolean;
  /** Never throws. */
  parse(alert: FalcoAlert): ParseResult;
  /** What an alert shows to be wrong with the set-up behind it. Never throws. */
  diagnose?(alert: FalcoAlert): readonly Diagnostic[];
  /** The second front door: the provider's raw audit record (CloudTrail's JSON). Never throws. */
  parseRecord?(record: unknown): ParseResult;
}

/** The record touched these resources. */
export interface Mapped {
  readonly status: "mapped";
  readonly targets: readonly ResourceTarget[];
}

/** No table knows this operation. */
export interface Unmapped {
  readonly status: "unmapped";
  readonly service?: string;
  readonly operation: string;
}

/** The call does not change what Terraform declares (it runs, reads or copies something). */
export interface MapSkipped {
  readonly status: "skipped";
  readonly reason: SkippedReason;
  readonly detail: string;
}

/** The operation is known, but the alert lacks what would tell the resource. */
export interface MapFailed {
  readonly status: "failed";
  readonly reason: RejectedReason;
  readonly field: string;
  readonly detail: string;
}

/** What a {@link ResourceMapper} makes of a change. */
export type MapResult = Mapped | Unmapped | MapSkipped | MapFailed;

/** Tells which Terraform resources a change touched, and what it did to their attributes. */
export interface ResourceMapper {
  /** Never throws. */
  map(change: CloudChange): MapResult;
}

/** All that the engine needs to know of a cloud. `aws()` returns one; hosts write their own. */
export interface Provider {
  readonly name: string;
  readonly parser: ProviderParser;
  readonly mapper: ResourceMapper;
}
