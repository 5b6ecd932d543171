import { JsonParseError, parseJson } from "../../internal/parse-json.js";
import { alertField, type FalcoAlert } from "../../model/falco-alert.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import {
  type AuditParameters,
  type AuditRecord,
  type CallerIdentity,
  compact,
  type UnreadableParameters,
} from "./audit-record.js";
import { namedResources } from "./named-resources.js";
import { exceedsDepth, normaliseParameters } from "./parameters.js";

/** Fields without which a judgement is less sure, or impossible for some operations. */
const EXPECTED_FIELDS = [
  "ct.id",
  "ct.src",
  "ct.error",
  "ct.readonly",
  "ct.region",
  "ct.recipientaccountid",
  "ct.request",
  "ct.response",
  "ct.resources",
  "ct.user.arn",
  "ct.useragent",
] as const;

/** What Falcosidekick (2.29 and newer) puts at the end of a text that it cut. */
const CUT_MARK = "[...]";

/** What the cloudtrail plugin shows as `ct.user` where it has no name to show. */
const PLACEHOLDER_USERS: ReadonlySet<string> = new Set(["AssumedRole", "AWSAccount", "FederatedUser"]);

/**
 * Reads the cloudtrail plugin's fields. `null`, `<NA>` and `""` are how they say "absent"; the plugin also shows `""`
 * for any value that is no text in the record, such as `errorCode: null`.
 */
export function readAlert(alert: FalcoAlert): AuditRecord {
  return compact<AuditRecord>({
    id: text(alert, "ct.id"),
    requestId: text(alert, "ct.requestid"),
    time: text(alert, "ct.time"),
    service: text(alert, "ct.src"),
    operation: text(alert, "ct.name"),
    errorCode: text(alert, "ct.error"),
    errorMessage: text(alert, "ct.errormessage"),
    readOnly: flag(alert, "ct.readonly"),
    managementEvent: flag(alert, "ct.managementevent"),
    category: text(alert, "ct.eventcategory"),
    region: text(alert, "ct.region"),
    recipientAccount: text(alert, "ct.recipientaccountid"),
    identity: identityOf(alert),
    sourceIp: text(alert, "ct.srcip"),
    userAgent: text(alert, "ct.useragent"),
    console: fromConsole(alert),
  });
}

/**
 * Reads the fields that hold JSON. An unreadable `ct.request` makes the alert unreadable; an unreadable answer or list
 * of resources counts as not carried.
 */
export function readAlertParameters(alert: FalcoAlert): AuditParameters | UnreadableParameters {
  const missing = new Set<string>(EXPECTED_FIELDS.filter((name) => alertField(alert, name) === undefined));
  const request = jsonField(alert, "ct.request", asObject);
  if (typeof request === "string") return { reason: request, field: "ct.request" };
  const response = jsonField(alert, "ct.response", asObject);
  if (typeof response === "string") missing.add("ct.response");
  const resources = jsonField(alert, "ct.resources", asResources);
  if (typeof resources === "string") missing.add("ct.resources");
  return compact<AuditParameters>({
    request: request && normaliseParameters(request),
    response: typeof response === "string" ? undefined : response && normaliseParameters(response),
    resources: typeof resources === "string" ? [] : namedResources(resources ?? []),
    missingFields: [...missing],
  });
}

function identityOf(alert: FalcoAlert): CallerIdentity {
  const type = text(alert, "ct.user.identitytype");
  const user = text(alert, "ct.user");
  const shown = user !== undefined && PLACEHOLDER_USERS.has(user) ? undefined : user;
  const original = text(alert, "ct.originaluser");
  const principalId = text(alert, "ct.user.principalid");
  const service = type === "AWSService" ? shown : undefined;
  return compact<CallerIdentity>({
    type,
    arn: text(alert, "ct.user.arn"),
    principalId,
    account: text(alert, "ct.user.accountid"),
    userName: service === undefined ? (original ?? shown) : undefined,
    roleName: roleShown(shown, original ?? principalId?.split(":")[1]),
    invokedBy: text(alert, "invoked_by") ?? service,
  });
}

/**
 * `ct.user` is a session's role, but in plugin 0.15.0 it is the session's name. It is taken for the role only where
 * something else tells the session's name, and that is another.
 */
function roleShown(shown: string | undefined, session: string | undefined): string | undefined {
  return session === undefined || shown === session ? undefined : shown;
}

/**
 * `ct.sessioncredentialfromconsole` is there only for sessions of the console, but its value is wrong: AWS writes the
 * text "true", of which the plugin (0.17.1) makes "false".
 */
function fromConsole(alert: FalcoAlert): true | undefined {
  if (text(alert, "session_from_console")?.toLowerCase() === "true") return true;
  const field = alertField(alert, "ct.sessioncredentialfromconsole");
  return field === undefined || field === null || field === "<NA>" ? undefined : true;
}

function text(alert: FalcoAlert, name: string): string | undefined {
  const value = alertField(alert, name);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value !== "" && value !== "<NA>" ? value : undefined;
}

function flag(alert: FalcoAlert, name: string): boolean | undefined {
  const value = text(alert, name)?.toLowerCase();
  return value === "true" ? true : value === "false" ? false : undefined;
}

/** The JSON in a field: `undefined` where it is absent, or what is wrong with it. */
function jsonField<T extends object>(
  alert: FalcoAlert,
  name: string,
  read: (text: string) => T | undefined | "malformed" | "truncated",
): T | undefined | "malformed" | "truncated" {
  const value = text(alert, name);
  if (value === undefined || value === "null") return undefined;
  if (value.endsWith(CUT_MARK)) return "truncated";
  try {
    return read(value);
  } catch (error) {
    return error instanceof JsonParseError && error.fault === "truncated" ? "truncated" : "malformed";
  }
}

function asObject(json: string): JsonObject | "malformed" | "truncated" {
  const value = parseJson(json);
  if (!isJsonObject(value) || exceedsDepth(value)) return "malformed";
  return isOmitted(value) ? "truncated" : value;
}

/** The plugin joins the record's resources by commas, without brackets. */
function asResources(json: string): readonly JsonValue[] {
  const value = parseJson(json.startsWith("[") ? json : `[${json}]`);
  return Array.isArray(value) ? value : [];
}

/** CloudTrail leaves out parameters above 100 KB and says so. Source: CloudTrail record contents 1.11, `omitted`. */
export function isOmitted(parameters: JsonObject): boolean {
  return parameters.omitted === true;
}
