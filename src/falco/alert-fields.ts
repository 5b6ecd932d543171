import type { JsonObject, JsonValue } from "../model/json.js";

/** Deeper than any alert; the cloud's documents are strings inside the fields. */
const MAX_DEPTH = 64;

/** What Falco prints where a field has no value. Source: Falco 0.43, gRPC output and text output. */
const NOT_AVAILABLE = "<NA>";

/**
 * Falco's `output_fields` as the library keeps them: frozen, without a prototype (a key such as `__proto__` is only a
 * key), and `null` for every value that Falco did not have.
 *
 * @returns `undefined` where a value is none that JSON can carry, or is nested beyond reason.
 */
export function alertFields(fields: object): JsonObject | undefined {
  return copyObject(fields, MAX_DEPTH);
}

function copyObject(source: object, depth: number): JsonObject | undefined {
  const copy: Record<string, JsonValue> = Object.create(null);
  for (const [key, value] of Object.entries(source)) {
    if (value === undefined) continue;
    const copied = copyValue(value, depth);
    if (copied === undefined) return undefined;
    copy[key] = copied;
  }
  return Object.freeze(copy);
}

function copyValue(value: unknown, depth: number): JsonValue | undefined {
  switch (typeof value) {
    case "string":
      return value === NOT_AVAILABLE ? null : value;
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : undefined;
    case "bigint":
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    case "object":
      if (value === null) return null;
      if (depth === 0) return undefined;
      return Array.isArray(value) ? copyArray(value, depth - 1) : copyObject(value, depth - 1);
    default:
      return undefined;
  }
}

function copyArray(source: readonly unknown[], depth: number): JsonValue | undefined {
  const copy: JsonValue[] = [];
  for (const element of source) {
    const copied = copyValue(element, depth);
    if (copied === undefined) return undefined;
    copy.push(copied);
  }
  return Object.freeze(copy);
}
