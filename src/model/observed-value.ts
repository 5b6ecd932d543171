import type { JsonValue } from "./json.js";

/** Why a value is not known: the cloud masked it, the record does not hold it, or the record was cut. */
export type UnknownReason = "masked" | "not_in_record" | "write_only";

/** A value that is known. `null` stands for "not set", as in Terraform. */
export interface KnownValue {
  readonly kind: "known";
  readonly value: JsonValue;
}

/** A value that was set, but that the record does not show. */
export interface UnknownValue {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
}

/** A value that is known here and shown nowhere, because it is or may be a secret. */
export interface RedactedValue {
  readonly kind: "redacted";
}

/** What a provider's mapper saw in the record. */
export type ObservedValue = KnownValue | UnknownValue;

/** A value in a public difference. */
export type DriftValue = KnownValue | UnknownValue | RedactedValue;

/** Makes a {@link KnownValue}. */
export function known(value: JsonValue): KnownValue {
  return { kind: "known", value };
}

/** Makes an {@link UnknownValue}. */
export function unknownValue(reason: UnknownReason): UnknownValue {
  return { kind: "unknown", reason };
}
