import type { UnreadableAlert } from "../../index.js";
import { parseJson } from "../../internal/parse-json.js";
import { isJsonObject, type JsonValue } from "../../model/json.js";
import { unreadable } from "./cloudtrail-files.js";

/** One thing that stands where a CloudTrail record is expected. */
export type CloudTrailItem =
  | { readonly kind: "record"; readonly record: JsonValue }
  /** A line that begins like a record and is none. */
  | UnreadableAlert
  /** A line that does not even begin like a record. */
  | { readonly kind: "other_text" };

/**
 * The records in the text of one file, in order: `{"Records": [...]}` as CloudTrail writes it, an array of records, one
 * record, or a record (or any of these) a line.
 *
 * @throws DriftError `source_unreadable` where the text is none of them
 */
export function* cloudTrailRecords(text: string, file: string): Generator<CloudTrailItem> {
  const whole = tryParse(text);
  if (whole !== undefined) {
    yield* recordsOf(whole, file);
    return;
  }
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) throw unreadable(`${file} is empty; give a CloudTrail file`);
  // One broken line is a broken record; two at the start mean that this is no file of lines.
  if (lines.length === 1 || !lines.slice(0, 2).some((line) => isJsonObject(tryParse(line)))) {
    throw unreadable(`${file} is neither JSON nor a JSON object a line; fetch it again, it may be cut short`);
  }
  for (const line of lines) yield* lineRecords(line, file);
}

function* lineRecords(line: string, file: string): Generator<CloudTrailItem> {
  const value = tryParse(line);
  if (isJsonObject(value)) yield* recordsOf(value, file);
  else if (line.trimStart().startsWith("{"))
    yield { kind: "unreadable", reason: "malformed", detail: "the line is no JSON" };
  else yield { kind: "other_text" };
}

function* recordsOf(value: JsonValue, file: string): Generator<CloudTrailItem> {
  if (Array.isArray(value)) {
    for (const record of value as readonly JsonValue[]) yield { kind: "record", record };
    return;
  }
  if (!isJsonObject(value)) throw unreadable(`${file} holds no CloudTrail records; give a CloudTrail file`);
  if (!Object.hasOwn(value, "Records")) {
    yield { kind: "record", record: value };
    return;
  }
  const { Records: records } = value;
  if (!Array.isArray(records))
    throw unreadable(`${file} has "Records" that are no array; give a CloudTrail file`);
  for (const record of records as readonly JsonValue[]) yield { kind: "record", record };
}

function tryParse(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
