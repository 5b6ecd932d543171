import type { CloudChange } from "../../src/model/cloud-change.js";
import type { FalcoAlert } from "../../src/model/falco-alert.js";
import type { JsonObject, JsonValue } from "../../src/model/json.js";

/** A successful, mutating CloudTrail record of an IAM user, with members of the test's own. */
export function cloudTrailRecord(members: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    eventVersion: "1.09",
    userIdentity: {
      type: "IAMUser",
      principalId: "AIDAEXAMPLEALICE",
      arn: "arn:aws:iam::123456789012:user/alice",
      accountId: "123456789012",
      userName: "alice",
    },
    eventTime: "2026-03-01T12:00:00Z",
    eventSource: "example.amazonaws.com",
    eventName: "UpdateThing",
    awsRegion: "eu-west-1",
    sourceIPAddress: "203.0.113.7",
    userAgent: "aws-cli/2.13.5",
    requestParameters: { thingName: "web" },
    responseElements: null,
    requestID: "request-1",
    eventID: "record-1",
    readOnly: false,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: "123456789012",
    eventCategory: "Management",
    ...members,
  };
}

/** The same call as an alert of Falco's cloudtrail plugin that carries all fields. `undefined` takes a field out. */
export function cloudTrailAlert(fields: Record<string, JsonValue | undefined> = {}): FalcoAlert {
  const all: Record<string, JsonValue | undefined> = {
    "ct.id": "record-1",
    "ct.time": "2026-03-01T12:00:00Z",
    "ct.src": "example.amazonaws.com",
    "ct.name": "UpdateThing",
    "ct.error": null,
    "ct.errormessage": null,
    "ct.readonly": "false",
    "ct.managementevent": "true",
    "ct.eventcategory": "Management",
    "ct.requestid": "request-1",
    "ct.region": "eu-west-1",
    "ct.recipientaccountid": "123456789012",
    "ct.request": '{"thingName":"web"}',
    "ct.response": "null",
    "ct.resources": null,
    "ct.user": "alice",
    "ct.originaluser": "alice",
    "ct.user.identitytype": "IAMUser",
    "ct.user.principalid": "AIDAEXAMPLEALICE",
    "ct.user.arn": "arn:aws:iam::123456789012:user/alice",
    "ct.user.accountid": "123456789012",
    "ct.srcip": "203.0.113.7",
    "ct.useragent": "aws-cli/2.13.5",
    "ct.sessioncredentialfromconsole": null,
    ...fields,
  };
  const carried = Object.entries(all).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined);
  return {
    rule: "Terraform Drift AWS",
    priority: "Notice",
    source: "aws_cloudtrail",
    time: "2026-03-01T12:00:00.000000000Z",
    output: "AWS change",
    tags: ["aws", "tfdrift"],
    fields: Object.fromEntries(carried),
  };
}

/** A parsed change of `UpdateThing`, with members of the test's own. `null` stands for no request. */
export function cloudChange(
  request: JsonObject | null = { thingName: "web" },
  members: Partial<CloudChange> = {},
): CloudChange {
  return {
    provider: "aws",
    service: "example.amazonaws.com",
    operation: "UpdateThing",
    id: "record-1",
    time: "2026-03-01T12:00:00Z",
    account: "123456789012",
    region: "eu-west-1",
    actor: { kind: "iam_user", name: "alice" },
    ...(request === null ? {} : { request }),
    resources: [],
    missingFields: [],
    ...members,
  };
}
