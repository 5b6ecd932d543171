/**
 * What is wrong with a set-up. Codes are contract, texts are not.
 *
 * - `missing_field`: alerts do not carry a field that a sure judgement needs.
 * - `stock_rules`: the alerts come from rules that do not say which operation was called.
 * - `renamed_source`: the alerts' source has another name than the plugin gives it.
 * - `text_output`: Falco writes text, not JSON.
 * - `truncated_field`: something between Falco and here cut a field short.
 * - `unreliable_field`: a plugin is known to fill a field wrongly.
 * - `repeated_record`: several rules report the same audit record.
 * - `silence`: no alert came for longer than was set.
 * - `falco_dropped`: Falco itself lost events or alerts.
 * - `clock_skew`: alerts come from the future.
 * - `state_unmatched`: no change matched any resource of any state.
 * - `falco_unreachable`: no connection to Falco.
 * - `state_unreadable`: a state cannot be read.
 */
export type DiagnosticCode =
  | "missing_field"
  | "stock_rules"
  | "renamed_source"
  | "text_output"
  | "truncated_field"
  | "unreliable_field"
  | "repeated_record"
  | "silence"
  | "falco_dropped"
  | "clock_skew"
  | "state_unmatched"
  | "falco_unreachable"
  | "state_unreadable";

/** `error`: drift is or will be missed. `warning`: it may be, or some of it is less sure. */
export type DiagnosticLevel = "error" | "warning";

/** One thing that is wrong with a set-up, and how to put it right. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly level: DiagnosticLevel;
  /** The field, rule, source or state that it is about. One diagnostic is said once a subject. */
  readonly subject: string;
  /** What is wrong, in a sentence. */
  readonly problem: string;
  /** What to do about it, in a sentence. */
  readonly fix: string;
}
