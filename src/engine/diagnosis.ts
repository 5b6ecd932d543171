import type { CloudChange } from "../model/cloud-change.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FalcoAlert } from "../model/falco-alert.js";
import type { JsonValue } from "../model/json.js";

/** Notices what is wrong with a set-up from what it sends. */
export interface Diagnosis {
  /** Says a diagnostic, unless it was said before. */
  say(diagnostic: Diagnostic): void;
  /** Looks at an alert, whatever becomes of it. */
  alert(alert: FalcoAlert, nowMs: number): void;
  /** Looks at a change before it is judged. */
  change(change: CloudChange): void;
  /** Notes that an audit record came a second time, and by which rule. */
  repeated(change: CloudChange): void;
  /** Notes whether a change had anything to do with a state. */
  matched(isManaged: boolean): void;
}

/** What {@link createDiagnosis} needs. */
export interface DiagnosisOptions {
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
  /** How many changes in a row must match nothing before the states are suspect. */
  readonly unmatchedLimit: number;
}

/** Alerts are a little ahead where clocks differ; more than this is a fault. */
const SKEW_MS = 5 * 60_000;

/** Makes a {@link Diagnosis}. Each problem is said once a subject. */
export function createDiagnosis(options: DiagnosisOptions): Diagnosis {
  const said = new Set<string>();
  const rules = new Map<string, string>();
  let unmatched: number | undefined = 0;

  function say(diagnostic: Diagnostic): void {
    const key = `${diagnostic.code} ${diagnostic.subject}`;
    if (said.has(key)) return;
    said.add(key);
    options.onDiagnostic(diagnostic);
  }

  return {
    say,
    alert(alert, nowMs) {
      if (alert.source === "internal") sayAll(say, dropped(alert));
      for (const [field, value] of Object.entries(alert.fields)) {
        if (isCut(value)) say(truncated(field));
      }
      if (Date.parse(alert.time) > nowMs + SKEW_MS) say(skewed(alert));
    },
    change(change) {
      for (const field of change.missingFields) say(missing(field));
      if (change.alert !== undefined) remember(rules, change.id, change.alert.rule);
    },
    repeated(change) {
      const first = rules.get(change.id);
      const second = change.alert?.rule;
      if (first !== undefined && second !== undefined && first !== second) say(repeated(first, second));
    },
    matched(isManaged) {
      if (isManaged) unmatched = undefined;
      if (unmatched === undefined) return;
      unmatched += 1;
      if (unmatched === options.unmatchedLimit) say(unmatchedStates(unmatched));
    },
  };
}

/** How many records' rules are remembered, to tell a second rule from a second delivery. */
const RULE_CAPACITY = 1_000;

function remember(rules: Map<string, string>, id: string, rule: string): void {
  if (rules.has(id)) return;
  rules.set(id, rule);
  const oldest = rules.keys().next();
  if (rules.size > RULE_CAPACITY && oldest.done !== true) rules.delete(oldest.value);
}

function sayAll(say: (diagnostic: Diagnostic) => void, diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) say(diagnostic);
}

/** Falcosidekick cuts string fields to 507 bytes and this mark. Source: Falcosidekick 2.29 `handlers.go`. */
function isCut(value: JsonValue): boolean {
  return typeof value === "string" && value.endsWith("[...]");
}

function missing(field: string): Diagnostic {
  return {
    code: "missing_field",
    level: "warning",
    subject: field,
    problem: `the alerts do not carry ${field}, so that judgements are less sure`,
    fix: `name ${field} under append_output in falco.yaml; tfdrift falco-config prints the whole list`,
  };
}

function truncated(field: string): Diagnostic {
  return {
    code: "truncated_field",
    level: "error",
    subject: field,
    problem: `${field} arrives cut short (it ends in [...]), and such alerts cannot be judged`,
    fix: "Falcosidekick 2.29 and newer cuts fields; let Falco send to tfdrift directly (http_output or a file)",
  };
}

function skewed(alert: FalcoAlert): Diagnostic {
  return {
    code: "clock_skew",
    level: "warning",
    subject: alert.hostname ?? alert.source,
    problem: `alerts of ${alert.hostname ?? alert.source} are dated in the future`,
    fix: "set the clocks of Falco's host and of this one by NTP; settle windows go by them",
  };
}

function repeated(first: string, second: string): Diagnostic {
  return {
    code: "repeated_record",
    level: "warning",
    subject: [first, second].sort().join(" / "),
    problem: `the rules "${first}" and "${second}" report the same audit records`,
    fix: "set rule_matching: first in falco.yaml, or load only tfdrift's rules; duplicates cost time, not drift",
  };
}

function unmatchedStates(changes: number): Diagnostic {
  return {
    code: "state_unmatched",
    level: "error",
    subject: "states",
    problem: `${changes} changes came and none was of a resource in any state`,
    fix: "check that the states are those of the account and region whose audit log Falco reads",
  };
}

/** Falco's own words on what it lost. Source: Falco 0.43 metrics snapshot and `syscall_event_drops` alerts. */
function dropped(alert: FalcoAlert): readonly Diagnostic[] {
  const outputDrops = Number(alert.fields["falco.outputs_queue_num_drops"] ?? 0);
  const lost = (subject: string, problem: string, fix: string): Diagnostic => ({
    code: "falco_dropped",
    level: "error",
    subject,
    problem,
    fix,
  });
  if (outputDrops > 0) {
    const problem = `Falco dropped ${outputDrops} alerts because its outputs were too slow`;
    return [
      lost("outputs", problem, "raise outputs_queue.capacity in falco.yaml, and see which output blocks"),
    ];
  }
  if (/event drop/i.test(alert.rule)) {
    return [
      lost("events", "Falco dropped events before any rule saw them", "see Falco's log; give it more CPU"),
    ];
  }
  return [];
}
