/** A value that JSON can carry: what states, audit records and drift values are made of. */
export type JsonValue = string | number | boolean | null | JsonArray | JsonObject;

/** A JSON array. */
export type JsonArray = readonly JsonValue[];

/** A JSON object. Decoders make it without a prototype, so that a key such as `__proto__` is only a key. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Tells a JSON object from an array, a scalar, `null` and `undefined`. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
