import type { AlertOrigin, CloudChange } from "../../model/cloud-change.js";
import type { FalcoAlert } from "../../model/falco-alert.js";
import { isJsonObject } from "../../model/json.js";
import type { ParseFailed, ParseResult, ParseSkipped, ProviderParser } from "../provider.js";
import { actorOf } from "./actor.js";
import { readAlert, readAlertParameters } from "./alert-record.js";
import {
  type AuditParameters,
  type AuditRecord,
  compact,
  type UnreadableParameters,
} from "./audit-record.js";
import { changeId } from "./change-id.js";
import { diagnoseAlert, isCloudTrailAlert } from "./diagnose-alert.js";
import { AWS_ALERT_FIELDS } from "./fields.js";
import { readRawParameters, readRawRecord } from "./raw-record.js";
import { skipReason } from "./skip-reason.js";

/** The source of alerts that Falco's cloudtrail plugin makes. */
export const AWS_SOURCE = "aws_cloudtrail";

/**
 * Reads AWS CloudTrail records, as Falco's cloudtrail plugin carries them and raw. Both ways give the same change.
 *
 * A record is skipped before its parameters are read, so that a failed or a read-only call is skipped even where its
 * parameters came cut.
 */
export function createAwsParser(): ProviderParser {
  return {
    provider: "aws",
    sources: [AWS_SOURCE],
    fields: AWS_ALERT_FIELDS.map((field) => field.name),
    claims: isCloudTrailAlert,
    diagnose: diagnoseAlert,
    parse: (alert) => guarded("the alert", () => parseAlert(alert)),
    parseRecord: (record) => guarded("the record", () => parseRaw(record)),
  };
}

/** Where a record came from, for its change and for messages. */
interface Door {
  /** What stands for a time where the record has none. */
  readonly fallbackTime?: string;
  readonly alert?: AlertOrigin;
  readonly nameField: string;
  readonly timeField: string;
  readonly parameters: () => AuditParameters | UnreadableParameters;
}

function parseAlert(alert: FalcoAlert): ParseResult {
  if (alert.source !== AWS_SOURCE && !isCloudTrailAlert(alert)) {
    return { status: "skipped", reason: "other_source", detail: `the alert's source is not ${AWS_SOURCE}` };
  }
  return judge(readAlert(alert), {
    fallbackTime: alert.time,
    alert: { rule: alert.rule, priority: alert.priority },
    nameField: "ct.name",
    timeField: "ct.time",
    parameters: () => readAlertParameters(alert),
  });
}

function parseRaw(record: unknown): ParseResult {
  if (!isJsonObject(record)) {
    return { status: "failed", reason: "malformed", detail: "a CloudTrail record is a JSON object" };
  }
  return judge(readRawRecord(record), {
    nameField: "eventName",
    timeField: "eventTime",
    parameters: () => readRawParameters(record),
  });
}

function judge(record: AuditRecord, door: Door): ParseResult {
  const { id, operation } = record;
  if (operation === undefined) {
    const detail = `${door.nameField} is missing, so what was called is not known; ${carry(door.nameField)}`;
    return failed(id, "missing_field", door.nameField, detail);
  }
  const skip = skipReason(record, operation);
  if (skip !== undefined) return compact<ParseSkipped>({ status: "skipped", ...skip, id });
  const time = [record.time, door.fallbackTime].find(isTime);
  if (time === undefined) {
    const detail = `${door.timeField} is missing or no RFC 3339 time; ${carry(door.timeField)}`;
    return failed(id, record.time === undefined ? "missing_field" : "malformed", door.timeField, detail);
  }
  const parameters = door.parameters();
  if ("reason" in parameters) {
    return failed(id, parameters.reason, parameters.field, unreadable(parameters));
  }
  return { status: "parsed", change: changeOf({ ...record, operation, time }, parameters, door.alert) };
}

function changeOf(
  record: AuditRecord & { readonly operation: string; readonly time: string },
  parameters: AuditParameters,
  alert: AlertOrigin | undefined,
): CloudChange {
  const actor = actorOf(record);
  return compact<CloudChange>({
    provider: "aws",
    service: record.service,
    operation: record.operation,
    id: record.id ?? changeId(record, parameters, actor),
    requestId: record.requestId,
    time: record.time,
    // The recipient is the account that was changed; a caller from another account has its own.
    account: record.recipientAccount ?? record.identity.account,
    region: record.region,
    actor,
    ...parameters,
    alert,
  });
}

function isTime(text: string | undefined): text is string {
  return (
    text !== undefined &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

function failed(
  id: string | undefined,
  reason: ParseFailed["reason"],
  field: string,
  detail: string,
): ParseFailed {
  return compact<ParseFailed>({ status: "failed", reason, id, field, detail });
}

function carry(field: string): string {
  return field.startsWith("ct.")
    ? `add ${field} to the extra_fields of append_output in falco.yaml`
    : "pass the record as CloudTrail writes it";
}

function unreadable({ reason, field }: UnreadableParameters): string {
  return reason === "truncated"
    ? `${field} was cut short on its way; Falcosidekick cuts long fields (use Falco's own http_output or gRPC), and CloudTrail leaves out parameters above 100 KB`
    : `${field} is no JSON object of reasonable depth`;
}

function guarded(what: string, parse: () => ParseResult): ParseResult {
  try {
    return parse();
  } catch {
    return { status: "failed", reason: "malformed", detail: `${what} has a form that cannot be read` };
  }
}
