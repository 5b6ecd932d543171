import { create, toBinary } from "@bufbuild/protobuf";
import { decodeAlert } from "../falco/decode-alert.js";
import { isUnreadableAlert } from "../falco/unreadable-alert.js";
import { responseSchema } from "../gen/falco/outputs_pb.js";
import type { priority } from "../gen/falco/schema_pb.js";
import { DriftError } from "../model/drift-error.js";
import { FALCO_PRIORITIES, type FalcoAlert } from "../model/falco-alert.js";
import type { JsonValue } from "../model/json.js";

/** An alert for a test: Falco's JSON object, or as decoded. `rule` is needed, the rest has defaults. */
export type ServedAlert = FalcoAlert | (Readonly<Record<string, unknown>> & { readonly rule: string });

/** What every served alert has unless it says otherwise. */
const DEFAULTS = { priority: "Notice", source: "aws_cloudtrail", hostname: "falco" };

/** `source_deprecated` of every plugin's alert. */
const SOURCE_PLUGIN = 3;
const SOURCE_INTERNAL = 2;

/** The bytes of `falco.outputs.response` that Falco 0.43 would write for an alert. */
export function falcoMessage(served: ServedAlert, jsonOutput: boolean): Uint8Array {
  const alert = decodeAlert({ time: new Date().toISOString(), ...DEFAULTS, ...served });
  if (isUnreadableAlert(alert)) {
    throw new DriftError("invalid_option", `what is to be served is no alert: ${alert.detail}`, {
      fault: "caller",
    });
  }
  const message = create(responseSchema, {
    time: {
      seconds: BigInt(Math.floor(Date.parse(alert.time) / 1000)),
      nanos: Number(alert.time.slice(-10, -1)),
    },
    priority: FALCO_PRIORITIES.indexOf(alert.priority) as priority,
    sourceDeprecated: alert.source === "internal" ? SOURCE_INTERNAL : SOURCE_PLUGIN,
    rule: alert.rule,
    output: jsonOutput ? falcoJson(alert) : alert.output,
    outputFields: Object.fromEntries(
      Object.entries(alert.fields).map(([name, value]) => [name, printed(value)]),
    ),
    hostname: alert.hostname ?? "",
    tags: [...alert.tags],
    source: alert.source,
  });
  return toBinary(responseSchema, message);
}

/** An alert as Falco writes it with `json_output: true`: keys in alphabetical order. */
export function falcoJson({ fields, tags, ...alert }: FalcoAlert): string {
  const { hostname, output, priority, rule, source, time } = alert;
  return JSON.stringify({ hostname, output, output_fields: fields, priority, rule, source, tags, time });
}

/** A field's value as Falco prints it into gRPC's map of strings. */
function printed(value: JsonValue): string {
  if (value === null) return "<NA>";
  if (Array.isArray(value)) return `(${value.map(printed).join(",")})`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
