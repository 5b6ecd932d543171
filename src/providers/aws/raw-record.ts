import { isJsonObject, type JsonObject } from "../../model/json.js";
import { isOmitted } from "./alert-record.js";
import {
  type AuditParameters,
  type AuditRecord,
  type CallerIdentity,
  compact,
  type UnreadableParameters,
} from "./audit-record.js";
import { namedResources } from "./named-resources.js";
import { exceedsDepth, normaliseParameters } from "./parameters.js";

/** Reads a CloudTrail record as CloudTrail writes it. Members of another type than theirs count as absent. */
export function readRawRecord(record: JsonObject): AuditRecord {
  return compact<AuditRecord>({
    id: text(record, "eventID"),
    requestId: text(record, "requestID"),
    time: text(record, "eventTime"),
    service: text(record, "eventSource"),
    operation: text(record, "eventName"),
    errorCode: text(record, "errorCode"),
    errorMessage: text(record, "errorMessage"),
    readOnly: flag(record, "readOnly"),
    managementEvent: flag(record, "managementEvent"),
    category: text(record, "eventCategory"),
    region: text(record, "awsRegion"),
    recipientAccount: text(record, "recipientAccountId"),
    identity: identityOf(record),
    sourceIp: text(record, "sourceIPAddress"),
    userAgent: text(record, "userAgent"),
    console: fromConsole(record.sessionCredentialFromConsole),
  });
}

/** Reads a raw record's parameters, answer and resources. */
export function readRawParameters(record: JsonObject): AuditParameters | UnreadableParameters {
  const request = parameters(record.requestParameters);
  if (typeof request === "string") return { reason: request, field: "requestParameters" };
  const response = parameters(record.responseElements);
  const unreadable = typeof response === "string";
  return compact<AuditParameters>({
    request,
    response: unreadable ? undefined : response,
    resources: Array.isArray(record.resources) ? namedResources(record.resources) : [],
    missingFields: unreadable ? ["ct.response"] : [],
  });
}

function parameters(value: unknown): JsonObject | undefined | "malformed" | "truncated" {
  if (value === undefined || value === null) return undefined;
  if (!isJsonObject(value) || exceedsDepth(value)) return "malformed";
  return isOmitted(value) ? "truncated" : normaliseParameters(value);
}

function identityOf(record: JsonObject): CallerIdentity {
  const identity = member(record, "userIdentity");
  if (identity === undefined) return {};
  const context = member(identity, "sessionContext");
  const issuer = context && member(context, "sessionIssuer");
  const onBehalfOf = member(identity, "onBehalfOf");
  const type = text(identity, "type");
  return compact<CallerIdentity>({
    type,
    arn: text(identity, "arn"),
    principalId: text(identity, "principalId") ?? (onBehalfOf && text(onBehalfOf, "userId")),
    account: text(identity, "accountId"),
    userName: text(identity, "userName"),
    roleName: issuer && text(issuer, "userName"),
    invokedBy: text(identity, "invokedBy"),
  });
}

/** AWS writes the text "true", and leaves it out for other sessions. */
function fromConsole(value: unknown): true | undefined {
  const absent = value === undefined || value === null || value === "";
  return absent || value === false || value === "false" ? undefined : true;
}

function member(object: JsonObject, key: string): JsonObject | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return isJsonObject(value) ? value : undefined;
}

function text(object: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

function flag(object: JsonObject, key: string): boolean | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : undefined;
}
