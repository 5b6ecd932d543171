import { parseJson } from "../../internal/parse-json.js";
import type { FalcoAlert, UnreadableAlert } from "../../model/falco-alert.js";
import { isJsonObject, type JsonValue } from "../../model/json.js";
import { decodeAlertJson, decodeAlertText } from "../decode-alert.js";
import { unreadableAlert } from "../unreadable-alert.js";

/**
 * The alerts of a body: one alert, an array of them, or one a line. Each may be Falco's, Falcosidekick's, or a CloudEvent
 * around it (binary mode is a body like any other; structured mode has the alert as `data`).
 *
 * Never throws. What is no alert is yielded as unreadable; only an empty array yields nothing.
 */
export function* bodyAlerts(
  body: Buffer,
  maxBodyBytes: number,
): Generator<FalcoAlert | UnreadableAlert, void> {
  const text = body.toString("utf8").trim();
  const value = parsed(text);
  if (Array.isArray(value)) {
    for (const element of value) yield decodeEnveloped(element, maxBodyBytes);
  } else if (value !== undefined) {
    yield decodeEnveloped(value, maxBodyBytes);
  } else {
    for (const line of linesOf(text)) {
      const alone = parsed(line);
      yield alone === undefined
        ? decodeAlertText(line, { maxBytes: maxBodyBytes })
        : decodeEnveloped(alone, maxBodyBytes);
    }
  }
}

function parsed(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** The lines, where at least one looks like an object of its own: else it is one broken text. */
function linesOf(text: string): readonly string[] {
  const lines = text.split("\n").flatMap((line) => line.trim() || []);
  return lines.some((line) => line.startsWith("{") && line.endsWith("}")) ? lines : [text];
}

/**
 * Source: CloudEvents 1.0, JSON format. Falcosidekick sets `rule`, `priority`, `source` and `time` as attributes beside
 * `data`, by which the envelope itself would pass for an alert without fields.
 */
function decodeEnveloped(value: JsonValue, maxBodyBytes: number): FalcoAlert | UnreadableAlert {
  if (!isJsonObject(value) || typeof value.specversion !== "string" || "output_fields" in value) {
    return decodeAlertJson(value);
  }
  const { data, data_base64: base64 } = value;
  const text = typeof base64 === "string" ? Buffer.from(base64, "base64").toString("utf8") : data;
  if (typeof text === "string") return decodeAlertText(text, { maxBytes: maxBodyBytes });
  return data === undefined || data === null
    ? unreadableAlert("missing_field", "the CloudEvent has no data", "data")
    : decodeAlertJson(data);
}
