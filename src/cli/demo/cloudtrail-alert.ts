import type { JsonObject, JsonValue } from "../../model/json.js";

/** The part of a CloudTrail record that the demo's alerts are made of. */
export interface DemoRecord {
  readonly eventID: string;
  readonly eventTime: string;
  readonly eventSource: string;
  readonly eventName: string;
  readonly awsRegion: string;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly readOnly: boolean;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly sessionCredentialFromConsole?: "true";
  readonly userIdentity: DemoIdentity;
  readonly requestParameters: JsonObject | null;
  readonly responseElements: JsonObject | null;
}

/** Who called: a role session (`role` and `session`), as people and pipelines are with single sign-on. */
export interface DemoIdentity {
  readonly account: string;
  readonly role: string;
  readonly session: string;
}

/** One alert as Falco's JSON output writes it. */
export interface DemoAlert {
  readonly hostname: string;
  readonly output: string;
  readonly output_fields: Readonly<Record<string, string | null>>;
  readonly priority: "Notice";
  readonly rule: string;
  readonly source: "aws_cloudtrail";
  readonly tags: readonly string[];
  readonly time: string;
}

/**
 * The alert that Falco makes of a record with the configuration of `tfdrift falco-config`: typed fields, `null` where the
 * record has no such value, request and response as compact JSON text.
 *
 * Source: Falco 0.43 JSON output, cloudtrail plugin 0.17 `extract.go`.
 */
export function cloudTrailAlert(record: DemoRecord): DemoAlert {
  const time = record.eventTime.replace(/Z$/, ".000000000Z");
  return {
    hostname: "falco-0",
    output: `${time.slice(11, -1)}: Notice AWS change (id=${record.eventID} name=${record.eventName} user=${record.userIdentity.role} region=${record.awsRegion})`,
    output_fields: { ...callFields(record), ...actorFields(record), ...contentFields(record) },
    priority: "Notice",
    rule: "Terraform Drift AWS",
    source: "aws_cloudtrail",
    tags: ["aws", "terraform", "tfdrift"],
    time,
  };
}

function callFields(record: DemoRecord): DemoAlert["output_fields"] {
  return {
    "ct.id": record.eventID,
    "ct.time": record.eventTime,
    "ct.src": record.eventSource,
    "ct.name": record.eventName,
    "ct.error": record.errorCode ?? null,
    "ct.errormessage": record.errorMessage ?? null,
    "ct.region": record.awsRegion,
    "ct.readonly": String(record.readOnly),
    "ct.managementevent": "true",
    "ct.eventcategory": "Management",
    "ct.requestid": `request-${record.eventID.slice(0, 8)}`,
  };
}

function actorFields({
  userIdentity: { account, role, session },
  ...record
}: DemoRecord): DemoAlert["output_fields"] {
  return {
    "ct.user": role,
    "ct.originaluser": session,
    "ct.user.identitytype": "AssumedRole",
    "ct.user.principalid": `AROAEXAMPLE:${session}`,
    "ct.user.arn": `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
    "ct.user.accountid": account,
    "ct.recipientaccountid": account,
    "ct.srcip": record.sourceIPAddress,
    "ct.useragent": record.userAgent,
    // The plugin reads a boolean here, and CloudTrail writes a string: hence the second key, which has it right.
    "ct.sessioncredentialfromconsole": record.sessionCredentialFromConsole === undefined ? null : "false",
    session_from_console: record.sessionCredentialFromConsole ?? null,
    invoked_by: null,
  };
}

function contentFields(record: DemoRecord): DemoAlert["output_fields"] {
  return {
    "ct.request": text(record.requestParameters),
    "ct.response": text(record.responseElements),
    "ct.resources": null,
  };
}

/** The plugin writes a JSON null as the string `null`. */
function text(value: JsonValue): string {
  return JSON.stringify(value);
}
