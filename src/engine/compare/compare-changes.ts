import { attributePath, parseAttributePath } from "../../model/attribute-path.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import { type KnownValue, known, type ObservedValue } from "../../model/observed-value.js";
import type { ObservedChange } from "../../model/resource-target.js";
import { asDocument } from "./documents.js";
import { covers, sameValue } from "./values.js";

/** An attribute on which state and cloud differ, with raw values: not yet redacted, so never to be shown. */
export interface RawDifference {
  readonly path: string;
  readonly change: "set" | "added" | "removed";
  readonly declared: KnownValue;
  readonly observed: ObservedValue;
}

/**
 * Compares what the audit log saw with what the state declares. Pure.
 *
 * `added` to a set that has the element already, and `removed` of one that it does not have, are no difference. An
 * unknown value is a difference without a value: it was set, to what is not known.
 */
export function compareChanges(
  changes: readonly ObservedChange[],
  attributes: JsonObject,
): readonly RawDifference[] {
  return changes.flatMap((change) => compareChange(change, attributes));
}

function compareChange(change: ObservedChange, attributes: JsonObject): readonly RawDifference[] {
  const steps = parseAttributePath(change.path);
  if (steps[0] === "tags" && isJsonObject(attributes.tags_all)) {
    return compareAt(change, valueAt(attributes, ["tags_all", ...steps.slice(1)]));
  }
  return compareAt(change, valueAt(attributes, steps));
}

function compareAt(change: ObservedChange, declared: JsonValue): readonly RawDifference[] {
  const { path, value } = change;
  if (value.kind === "unknown") {
    return [{ path, change: change.change, declared: known(declared), observed: value }];
  }
  switch (change.change) {
    case "set":
      return compareSet(path, declared, value.value);
    case "added":
      return compareAdded(path, declared, value.value);
    case "removed":
      return compareRemoved(path, declared, value.value);
  }
}

function compareSet(path: string, declared: JsonValue, observed: JsonValue): readonly RawDifference[] {
  if (path === "tags") return compareTags(path, declared, observed);
  if (isTag(path) ? sameTag(declared, observed) : sameValue(declared, observed)) return [];
  // A document is shown as one on both sides: the state holds its text.
  const shown = typeof observed === "object" ? asDocument(declared) : declared;
  return [{ path, change: "set", declared: known(shown), observed: known(observed) }];
}

function compareAdded(path: string, declared: JsonValue, observed: JsonValue): readonly RawDifference[] {
  const elements = Array.isArray(declared) ? declared : [];
  if (elements.some((element) => covers(element, observed))) return [];
  return [{ path, change: "added", declared: known(null), observed: known(observed) }];
}

function compareRemoved(path: string, declared: JsonValue, removed: JsonValue): readonly RawDifference[] {
  // Without an element it is the attribute itself that is gone, such as one tag.
  const gone = removed === null ? declared : removed;
  const had =
    removed === null
      ? declared !== null
      : Array.isArray(declared) && declared.some((element) => covers(element, removed));
  return had ? [{ path, change: "removed", declared: known(gone), observed: known(null) }] : [];
}

function isTag(path: string): boolean {
  return path.startsWith("tags.") || path.startsWith("tags[");
}

/** A tag with an empty value is a tag: it is not the same as none. */
function sameTag(declared: JsonValue, observed: JsonValue): boolean {
  return declared === null || observed === null
    ? declared === observed
    : String(declared) === String(observed);
}

/** A tag set that was replaced as a whole differs tag by tag. Tags that AWS itself sets (`aws:`) are not Terraform's. */
function compareTags(path: string, declared: JsonValue, observed: JsonValue): readonly RawDifference[] {
  const before = isJsonObject(declared) ? declared : {};
  const after = isJsonObject(observed) ? observed : {};
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !key.startsWith("aws:"))
    .sort();
  return keys.flatMap((key): readonly RawDifference[] => {
    const was = before[key] ?? null;
    const is = after[key] ?? null;
    if (sameTag(was, is)) return [];
    const change = Object.hasOwn(after, key) ? "set" : "removed";
    return [{ path: attributePath(path, key), change, declared: known(was), observed: known(is) }];
  });
}

/** The value at a path, `null` where it does not lead anywhere. */
export function valueAt(attributes: JsonValue, steps: readonly (string | number)[]): JsonValue {
  let value: JsonValue = attributes;
  for (const step of steps) {
    if (typeof step === "number") value = Array.isArray(value) ? ((value[step] as JsonValue) ?? null) : null;
    else value = isJsonObject(value) && Object.hasOwn(value, step) ? (value[step] ?? null) : null;
  }
  return value;
}
