/** Why an alert is no drift, though it was understood and its resource is managed. */
export type CleanReason = "matches_state" | "absorbed_by_state";

/** Why a real difference is not reported. */
export type SuppressedReason = "own_apply" | "ignore_rule" | "ignore_changes" | "service_owned";

/** Why an alert was not judged. */
export type SkippedReason =
  | "other_source"
  | "falco_internal"
  | "read_only"
  | "failed_call"
  | "data_plane"
  | "unmapped"
  | "unmanaged_type"
  | "in_progress";

/** Why an alert could not be judged: its sender or its configuration is at fault. */
export type RejectedReason = "malformed" | "missing_field" | "truncated" | "too_large";

interface OutcomeBase {
  /** The position in which the engine received the alert, from 1. */
  readonly sequence: number;
  /** The audit record's id; absent where the alert carries none. */
  readonly id?: string;
  /** What led to this outcome, one sentence each. */
  readonly evidence: readonly string[];
}

/** One or more drift events were made. */
export interface DriftOutcome extends OutcomeBase {
  readonly outcome: "drift";
  /** Ids of the findings that it opened, updated or resolved. */
  readonly drifts: readonly string[];
}

/** The cloud agrees with the state. */
export interface CleanOutcome extends OutcomeBase {
  readonly outcome: "clean";
  readonly reason: CleanReason;
}

/** A change that is meant not to be reported. */
export interface SuppressedOutcome extends OutcomeBase {
  readonly outcome: "suppressed";
  readonly reason: SuppressedReason;
}

/** The audit record was seen before. */
export interface DuplicateOutcome extends OutcomeBase {
  readonly outcome: "duplicate";
}

/** Not a change that this engine judges. */
export interface SkippedOutcome extends OutcomeBase {
  readonly outcome: "skipped";
  readonly reason: SkippedReason;
}

/** Not an alert that can be judged. */
export interface RejectedOutcome extends OutcomeBase {
  readonly outcome: "rejected";
  readonly reason: RejectedReason;
  /** The field at fault, such as `ct.name`. */
  readonly field?: string;
}

/** Waiting for the settle window; a final outcome follows. */
export interface DeferredOutcome extends OutcomeBase {
  readonly outcome: "deferred";
}

/** An outcome that stands. */
export type FinalOutcome =
  | DriftOutcome
  | CleanOutcome
  | SuppressedOutcome
  | DuplicateOutcome
  | SkippedOutcome
  | RejectedOutcome;

/** What became of one alert: exactly one for each. */
export type Outcome = FinalOutcome | DeferredOutcome;

/** The names of the outcomes. */
export type OutcomeKind = Outcome["outcome"];

/**
 * Counts since the engine was made.
 * `received = drift + clean + suppressed + duplicate + skipped + rejected + deferred` holds at every moment.
 */
export interface EngineStats {
  readonly received: number;
  readonly drift: number;
  readonly clean: number;
  readonly suppressed: number;
  readonly duplicate: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly deferred: number;
  /** Final outcomes by `outcome.reason`, such as `skipped.read_only`. Outcomes without a reason are by their name. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Findings that are open now. */
  readonly openFindings: number;
  /** Drift events made. */
  readonly events: number;
}
