import type { Diagnostic } from "../../model/diagnostic.js";
import { alertField, type FalcoAlert } from "../../model/falco-alert.js";

/** Whether an alert's fields are the cloudtrail plugin's, whatever its source is called. */
export function isCloudTrailAlert(alert: FalcoAlert): boolean {
  return Object.keys(alert.fields).some((name) => name.startsWith("ct."));
}

/** What an alert shows to be wrong with Falco's set-up or with its cloudtrail plugin. */
export function diagnoseAlert(alert: FalcoAlert): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (isAbsent(alert, "ct.name"))
    found.push(STOCK_RULES.has(alert.rule) ? stockRule(alert.rule) : unnamed(alert.rule));
  if (
    alertField(alert, "ct.sessioncredentialfromconsole") === "false" &&
    isAbsent(alert, "session_from_console")
  ) {
    found.push(CONSOLE_FLAG);
  }
  return found;
}

function isAbsent(alert: FalcoAlert, name: string): boolean {
  const value = alertField(alert, name);
  return value === undefined || value === null || value === "" || value === "<NA>";
}

function stockRule(rule: string): Diagnostic {
  return {
    code: "stock_rules",
    level: "error",
    subject: rule,
    problem: `the stock rule "${rule}" does not say which operation was called, so its alerts cannot be judged`,
    fix: "load the rules and the append_output that tfdrift falco-config --source aws_cloudtrail prints",
  };
}

function unnamed(rule: string): Diagnostic {
  return {
    code: "missing_field",
    level: "error",
    subject: "ct.name",
    problem: `alerts of the rule "${rule}" do not carry ct.name, so they cannot be judged`,
    fix: "name ct.name under append_output in falco.yaml; tfdrift falco-config prints the whole list",
  };
}

/** Source: cloudtrail plugin 0.17.1 reads AWS's text "true" as a boolean, and shows "false" for each console session. */
const CONSOLE_FLAG: Diagnostic = {
  code: "unreliable_field",
  level: "warning",
  subject: "ct.sessioncredentialfromconsole",
  problem:
    'the cloudtrail plugin shows "false" for every console session; it is taken for a console session all the same',
  fix: 'carry session_from_console: "%json.value[/sessionCredentialFromConsole]" in append_output (json plugin)',
};

/** Source: `aws_cloudtrail_rules.yaml` of Falco's cloudtrail plugin 0.17.1. */
const STOCK_RULES: ReadonlySet<string> = new Set([
  "All Cloudtrail Events",
  "Console Login Through Assume Role",
  "Console Login Without MFA",
  "Console Root Login Without MFA",
  "Deactivate MFA for Root User",
  "Create AWS user",
  "Create Group",
  "Delete Group",
  "ECS Service Created",
  "ECS Task Run or Started",
  "Create Lambda Function",
  "Update Lambda Function Code",
  "Update Lambda Function Configuration",
  "Run Instances",
  "Run Instances in Non-approved Region",
  "Delete Bucket Encryption",
  "Delete Bucket Public Access Block",
  "List Buckets",
  "Put Bucket ACL",
  "Put Bucket Policy",
  "CloudTrail Trail Created",
  "CloudTrail Logging Disabled",
]);
