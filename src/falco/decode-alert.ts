import { assertNever } from "../internal/assert-never.js";
import { type JsonFault, JsonParseError, parseJson } from "../internal/parse-json.js";
import {
  FALCO_PRIORITIES,
  type FalcoAlert,
  type FalcoPriority,
  type UnreadableAlert,
} from "../model/falco-alert.js";
import type { JsonObject } from "../model/json.js";
import { alertFields } from "./alert-fields.js";
import { alertTime } from "./alert-time.js";
import { isUnreadableAlert, TEXT_ALERT, unreadableAlert } from "./unreadable-alert.js";

/** Options of {@link decodeAlertText}. */
export interface DecodeAlertTextOptions {
  /** A longer text, in bytes of UTF-8, is not parsed. @default 4194304 (4 MiB) */
  readonly maxBytes?: number;
}

/** The default of every limit on one alert's JSON: 4 MiB. Audit records are capped at 256 KiB by their clouds. */
export const DEFAULT_MAX_ALERT_BYTES: number = 4 * 1024 * 1024;

/**
 * Decodes an alert in any of the forms that it comes in, and never throws.
 *
 * - Falco's JSON object (`output_fields`), as its HTTP, file, program and stdout outputs write it;
 * - Falcosidekick's payload, the same with a `uuid` and a shorter `time`;
 * - Falco's gRPC message as an object: `priority` a number, `time` in seconds and nanoseconds, all fields strings;
 * - a `FalcoAlert` or an `UnreadableAlert`, which is returned as it is.
 */
export function decodeAlert(value: unknown): FalcoAlert | UnreadableAlert {
  try {
    if (isObject(value) && (isUnreadableAlert(value) || isDecodedAlert(value))) return value;
    return decodeAlertJson(value);
  } catch {
    // A getter or a proxy of the host's object threw. What it said may hold the content.
    return unreadableAlert("malformed", "the alert is an object that cannot be read");
  }
}

/** Decodes the JSON text of one alert: a line of a file, the body of a request. Never throws. */
export function decodeAlertText(
  text: string,
  { maxBytes = DEFAULT_MAX_ALERT_BYTES }: DecodeAlertTextOptions = {},
): FalcoAlert | UnreadableAlert {
  if (text.length > maxBytes || (text.length * 3 > maxBytes && Buffer.byteLength(text) > maxBytes)) {
    return unreadableAlert("too_large", `the alert is longer than ${maxBytes} bytes`);
  }
  try {
    return decodeAlertJson(parseJson(text));
  } catch (error) {
    return notJson(text, error instanceof JsonParseError ? error.fault : "malformed");
  }
}

/** Falco's text form: `12:00:00.000000000: Notice ...`, with `time_format_iso_8601` a date before it. */
const TEXT_FORM: RegExp = /* @__PURE__ */ new RegExp(
  `^\\s*(?:\\d{4}-\\d\\d-\\d\\dT)?\\d\\d:\\d\\d:\\d\\d\\.\\d{9}(?:Z|[+-]\\d{4})?: (?:${FALCO_PRIORITIES.join("|")})\\b`,
);

/** Whether a text is an alert that Falco wrote with `json_output: false`. */
export function isTextAlert(text: string): boolean {
  return TEXT_FORM.test(text);
}

function notJson(text: string, fault: JsonFault): UnreadableAlert {
  if (isTextAlert(text)) return TEXT_ALERT;
  switch (fault) {
    case "truncated":
      return unreadableAlert(
        "truncated",
        "the alert's JSON ends early; each alert must come whole, and on one line",
      );
    case "too_deep":
      return unreadableAlert("malformed", "the alert's JSON is nested beyond reason");
    case "malformed":
      return unreadableAlert("malformed", "the alert is not JSON");
    default:
      return assertNever(fault);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Decodes an alert that came over a wire: nothing is taken as it is, so that nobody can send what only a decoder makes.
 *
 * Throws only where `value` is an object of the host's that throws; what {@link parseJson} made is none.
 */
export function decodeAlertJson(value: unknown): FalcoAlert | UnreadableAlert {
  if (!isObject(value)) return unreadableAlert("malformed", "the alert is not a JSON object");
  const raw = value as Readonly<Record<string, unknown>>;
  const { rule, source, hostname } = raw;
  if (!isName(rule)) return missingOrWrong("rule", rule);
  if (!isName(source)) return missingOrWrong("source", source);
  const time = alertTime(raw.time);
  if (time === undefined) return missingOrWrong("time", raw.time);
  const priority = alertPriority(raw);
  if (priority === undefined) return missingOrWrong("priority", raw.priority);
  const named = raw.output_fields ?? raw.outputFields ?? raw.fields ?? {};
  const fields = typeof named === "object" && !Array.isArray(named) ? alertFields(named) : undefined;
  if (fields === undefined) return missingOrWrong("output_fields", named);

  return Object.freeze({
    rule,
    priority,
    source,
    time,
    output: alertText(raw.output),
    ...(typeof hostname === "string" && hostname !== "" ? { hostname } : {}),
    tags: alertTags(raw.tags),
    fields,
  });
}

function isDecodedAlert(value: object): value is FalcoAlert {
  const alert = value as Partial<Record<keyof FalcoAlert, unknown>>;
  return (
    isName(alert.rule) &&
    isName(alert.source) &&
    typeof alert.time === "string" &&
    typeof alert.output === "string" &&
    FALCO_PRIORITIES.includes(alert.priority as FalcoPriority) &&
    Array.isArray(alert.tags) &&
    typeof alert.fields === "object" &&
    alert.fields !== null
  );
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function missingOrWrong(field: string, value: unknown): UnreadableAlert {
  return value === undefined || value === null || value === ""
    ? unreadableAlert("missing_field", `the alert has no ${field}`, field)
    : unreadableAlert("malformed", `the alert's ${field} is not what Falco writes`, field);
}

function alertPriority({ priority, ...rest }: Readonly<Record<string, unknown>>): FalcoPriority | undefined {
  if (typeof priority === "number") return FALCO_PRIORITIES[priority];
  if (typeof priority === "string") {
    const word = priority.toLowerCase();
    return FALCO_PRIORITIES.find(
      (known) => known.toLowerCase() === (word === "info" ? "informational" : word),
    );
  }
  // Protobuf leaves out a value of 0, which is the gravest one.
  const isProtobuf =
    typeof rest.time === "object" || "source_deprecated" in rest || "sourceDeprecated" in rest;
  return priority === undefined && isProtobuf ? FALCO_PRIORITIES[0] : undefined;
}

/** With `json_output: true`, gRPC's `output` is the whole JSON alert, and the text is its `output`. */
function alertText(output: unknown): string {
  if (typeof output !== "string") return "";
  if (!output.startsWith("{")) return output;
  try {
    const inner = JSON.parse(output) as JsonObject;
    if (typeof inner.rule !== "string") return output;
    return typeof inner.output === "string" ? inner.output : "";
  } catch {
    return output;
  }
}

function alertTags(tags: unknown): readonly string[] {
  return Object.freeze(
    Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === "string") : [],
  );
}
