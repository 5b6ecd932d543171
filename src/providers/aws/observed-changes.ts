import { assertNever } from "../../internal/assert-never.js";
import { parseJson } from "../../internal/parse-json.js";
import { attributePath } from "../../model/attribute-path.js";
import { isJsonObject, type JsonValue } from "../../model/json.js";
import { known, type ObservedValue, unknownValue } from "../../model/observed-value.js";
import type { ObservedChange } from "../../model/resource-target.js";
import type { AttributeMapping, ValueConversion } from "./mapping-table.js";
import { isMasked } from "./masked.js";
import type { Resolution } from "./record-path.js";
import { readTags } from "./tags.js";

/**
 * The changes of one attribute that a path's values tell.
 *
 * `set` gives one change. Its value is the path's one value, or, where the path has a `[]`, the list of all of them.
 * `added` and `removed` give one change an element. Tags that are `added` or `removed` give a `set` or `removed` of
 * `tags.Key` for each key; tags that are `set` replace the whole map.
 *
 * @param many whether the path has a `[]`
 */
export function observedChanges(
  mapping: AttributeMapping,
  found: Resolution,
  many: boolean,
): ObservedChange[] {
  if (!found.present) return [];
  const change = mapping.change ?? "set";
  const conversion = mapping.as ?? "value";
  const values = mapping.values === undefined ? found.values : found.values.map(renamer(mapping.values));
  if (conversion === "tags") return tagChanges(mapping.attribute, change, values);
  if (change === "set") {
    const value = setValue(conversion, values, many);
    return value === undefined ? [] : [{ path: mapping.attribute, change, value }];
  }
  const elements = conversion === "value" || conversion === "document" ? values.flatMap(elementsOf) : values;
  return elements.map((element) => ({
    path: mapping.attribute,
    change,
    value: convert(conversion, element),
  }));
}

function setValue(
  conversion: ValueConversion,
  values: readonly JsonValue[],
  many: boolean,
): ObservedValue | undefined {
  if (conversion === "present") return known(true);
  if (conversion === "masked") return unknownValue("masked");
  if (!many) {
    const [value] = values;
    return value === undefined || isNoList(conversion, value) ? undefined : convert(conversion, value);
  }
  if (conversion === "value" || conversion === "list") return fromRecord(values);
  const converted = values.map((value) => convert(conversion, value));
  const parts: JsonValue[] = [];
  for (const part of converted) {
    if (part.kind === "unknown") return part;
    parts.push(part.value);
  }
  return known(parts);
}

/** EC2 writes a list that the caller left out as `{}`. */
function isNoList(conversion: ValueConversion, value: JsonValue): boolean {
  return conversion === "list" && isJsonObject(value) && Object.keys(value).length === 0;
}

function convert(conversion: ValueConversion, value: JsonValue): ObservedValue {
  switch (conversion) {
    case "value":
    case "tags":
      return fromRecord(value);
    case "list":
      return fromRecord(Array.isArray(value) ? value : [value]);
    case "document":
      return fromRecord(typeof value === "string" ? parseDocument(value) : value);
    case "negated":
      return negate(value);
    case "present":
      return known(true);
    case "masked":
      return unknownValue("masked");
    default:
      return assertNever(conversion);
  }
}

function fromRecord(value: JsonValue): ObservedValue {
  return isMasked(value) ? unknownValue("masked") : known(value);
}

function negate(value: JsonValue): ObservedValue {
  if (value === true || value === "true" || value === "True") return known(false);
  if (value === false || value === "false" || value === "False") return known(true);
  return unknownValue(isMasked(value) ? "masked" : "not_in_record");
}

/** A policy's text as a document. IAM writes it URL-encoded in answers. What is no JSON stays text. */
function parseDocument(text: string): JsonValue {
  const trimmed = text.trimStart();
  try {
    if (/^%(?:7B|5B)/i.test(trimmed)) return parseJson(decodeURIComponent(trimmed));
    return trimmed.startsWith("{") || trimmed.startsWith("[") ? parseJson(trimmed) : text;
  } catch {
    return text;
  }
}

function tagChanges(
  attribute: string,
  change: "set" | "added" | "removed",
  values: readonly JsonValue[],
): ObservedChange[] {
  const tags = readTags(values);
  switch (change) {
    case "set":
      return [{ path: attribute, change, value: tagMap(tags, values) }];
    case "added":
      return [...tags].map(([key, value]) => ({
        path: attributePath(attribute, key),
        change: "set",
        value: fromRecord(value),
      }));
    case "removed":
      return [...tags.keys()].map((key) => ({
        path: attributePath(attribute, key),
        change,
        value: known(null),
      }));
  }
}

function tagMap(tags: ReadonlyMap<string, JsonValue>, values: readonly JsonValue[]): ObservedValue {
  if (values.some(isMasked)) return unknownValue("masked");
  const map: Record<string, JsonValue> = Object.create(null);
  for (const [key, value] of tags) map[key] = value;
  return known(map);
}

function elementsOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [value];
}

function renamer(names: NonNullable<AttributeMapping["values"]>): (value: JsonValue) => JsonValue {
  const rename = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value === "object" || !Object.hasOwn(names, String(value))) return value;
    return names[String(value)] ?? null;
  };
  return rename;
}
