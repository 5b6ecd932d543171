import { styleText } from "node:util";

import type {
  Actor,
  Difference,
  Drift,
  DriftEvent,
  DriftValue,
  JsonValue,
  SeverityLevel,
} from "../../index.js";
import { assertNever } from "../../internal/assert-never.js";
import { plainText } from "./plain-text.js";

type Style = Parameters<typeof styleText>[0];

const LEVEL_STYLE = {
  critical: ["red", "bold"],
  high: "red",
  medium: "yellow",
  low: "cyan",
  info: "dim",
} as const satisfies Record<SeverityLevel, Style>;

/** How much of one value is shown: enough for a rule or a tag, less than a policy document. */
const MAX_VALUE_LENGTH = 240;

/** Writes drift events for people: where, what, who, how and how bad. Several lines each, an empty one after. */
export function prettyDrift(color: boolean): (event: DriftEvent) => string {
  const paint = (style: Style, text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;

  return ({ type, drift }) => {
    const { level, reasons } = drift.severity;
    const lines = [
      `${paint(LEVEL_STYLE[level], level.toUpperCase())} ${headline(type, drift)}`,
      `  ${paint("bold", plainText(address(drift)))}`,
      ...drift.differences.map((difference) => `    ${differenceLine(difference)}`),
      ...(drift.differences.length === 0 && drift.kind === "modified"
        ? ["    changed, but the audit record does not tell which attributes"]
        : []),
      `  who  ${plainText(who(drift.actor))}`,
      `  how  ${plainText(how(drift))}`,
    ];
    if (reasons.length > 0) lines.push(`  why  ${plainText(reasons.join("; "))}`);
    if (drift.impact.length > 0) lines.push(`  hits ${plainText(drift.impact.join(", "))}`);
    return `${lines.join("\n")}\n`;
  };
}

function headline(type: DriftEvent["type"], drift: Drift): string {
  switch (type) {
    case "drift.detected":
      return drift.kind;
    case "drift.updated":
      return `${drift.kind}, seen again (revision ${drift.revision})`;
    case "drift.resolved":
      return `resolved: ${drift.resolution ?? "no longer holds"}`;
    default:
      return assertNever(type);
  }
}

function address({ resource }: Drift): string {
  if (resource.address !== undefined) return resource.address;
  if (resource.candidates !== undefined) return `one of ${resource.candidates.join(", ")}`;
  return `${resource.type} ${resource.id ?? "(id not in the record)"}, in no state`;
}

function differenceLine({ path, change, declared, observed }: Difference): string {
  const where = plainText(path);
  switch (change) {
    case "set":
      return `${where}: ${shown(declared)} -> ${shown(observed)}`;
    case "added":
      return `${where}: added ${shown(observed)}, which is not declared`;
    case "removed":
      return `${where}: removed ${shown(declared.kind === "known" && declared.value === null ? observed : declared)}, which is declared`;
    default:
      return assertNever(change);
  }
}

function shown(value: DriftValue): string {
  switch (value.kind) {
    case "known": {
      const text = value.value === null ? "(not set)" : plainText(written(value.value));
      return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}...` : text;
    }
    case "unknown":
      return `(not known: ${value.reason.replaceAll("_", " ")})`;
    case "redacted":
      return "(redacted)";
    default:
      return assertNever(value);
  }
}

/** A document inside a string, such as a policy, reads better without a second layer of quotes. */
function written(value: JsonValue): string {
  return typeof value === "string" && /^\s*[{[]/.test(value) ? value : JSON.stringify(value);
}

function who(actor: Actor): string {
  const role = actor.role === undefined || actor.role === actor.name ? "" : ` as ${actor.role}`;
  const from = actor.sourceIp === undefined ? "" : ` from ${actor.sourceIp}`;
  return `${actor.name}${role} (${actor.kind.replaceAll("_", " ")})${from}`;
}

function how({ cause, origin }: Drift): string {
  const service = cause.service === undefined ? "" : `${cause.service} `;
  return `${service}${cause.operation} at ${cause.time}, ${origin.verdict.replaceAll("_", " ")}, audit record ${cause.id}`;
}
