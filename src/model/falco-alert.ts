import type { JsonObject, JsonValue } from "./json.js";

/**
 * Falco's priorities, highest first, as its JSON writes them.
 *
 * Source: Falco 0.43 `schema.proto`, enum `priority` 0 to 7 in this order.
 */
export const FALCO_PRIORITIES = [
  "Emergency",
  "Alert",
  "Critical",
  "Error",
  "Warning",
  "Notice",
  "Informational",
  "Debug",
] as const;

/** One of {@link FALCO_PRIORITIES}. */
export type FalcoPriority = (typeof FALCO_PRIORITIES)[number];

/**
 * One alert as Falco wrote it, the same whether it came over gRPC, HTTP or a file.
 *
 * `fields` are Falco's `output_fields`. A key that is missing was not named by the rule (nor by `append_output`);
 * a key whose value is `null` was named, but the audit record had no such value (Falco's `<NA>`).
 */
export interface FalcoAlert {
  /** The rule that fired, such as `Terraform Drift AWS`. */
  readonly rule: string;
  readonly priority: FalcoPriority;
  /** The event source, such as `aws_cloudtrail`, `gcp_auditlog` or `internal`. */
  readonly source: string;
  /** Event time, RFC 3339 in UTC with nanoseconds: `2026-03-01T12:00:00.000000000Z`. */
  readonly time: string;
  /** The alert's text, without the JSON that Falco wraps around it in gRPC. */
  readonly output: string;
  /** The host that Falco runs on. */
  readonly hostname?: string;
  readonly tags: readonly string[];
  readonly fields: JsonObject;
}

/** Why bytes that should have been an alert are none. */
export type UnreadableReason = "malformed" | "missing_field" | "truncated" | "too_large";

/**
 * Something that arrived where an alert was expected. It is delivered all the same, so that it gets its outcome
 * (`rejected`) and is counted.
 */
export interface UnreadableAlert {
  readonly kind: "unreadable";
  readonly reason: UnreadableReason;
  /** What is wrong, in words, without the content itself (it may hold secrets). */
  readonly detail: string;
  /** The field that is missing or wrong, where there is one. */
  readonly field?: string;
  /** Set for an alert in Falco's text form (`json_output: false`). */
  readonly isText?: true;
}

/** What a host hands to the engine: a decoded alert, Falco's own JSON object, or what could not be read. */
export type AlertInput = FalcoAlert | UnreadableAlert | Readonly<Record<string, unknown>>;

/** A field of an alert by name, or `undefined` where the rule did not name it. */
export function alertField(alert: FalcoAlert, name: string): JsonValue | undefined {
  return Object.hasOwn(alert.fields, name) ? alert.fields[name] : undefined;
}
