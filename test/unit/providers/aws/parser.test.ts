import { describe, expect, test } from "vitest";
import type { CloudChange } from "../../../../src/model/cloud-change.js";
import type { JsonValue } from "../../../../src/model/json.js";
import { createAwsParser } from "../../../../src/providers/aws/parser.js";
import type { ParseResult } from "../../../../src/providers/provider.js";
import { cloudTrailAlert, cloudTrailRecord } from "../../../support/cloudtrail.js";

const parser = createAwsParser();
const parse = (fields: Record<string, JsonValue | undefined>): ParseResult =>
  parser.parse(cloudTrailAlert(fields));
const parseRaw = (members: Record<string, unknown>): ParseResult | undefined =>
  parser.parseRecord?.(cloudTrailRecord(members));

function changeIn(result: ParseResult | undefined): CloudChange {
  if (result?.status !== "parsed") throw new Error(`expected a change, not ${JSON.stringify(result)}`);
  return result.change;
}

test("an alert and the raw record give the same change; the alert adds the rule", () => {
  const { alert, ...change } = changeIn(parse({}));
  expect(change).toEqual(changeIn(parseRaw({})));
  expect(change).toEqual({
    provider: "aws",
    service: "example.amazonaws.com",
    operation: "UpdateThing",
    id: "record-1",
    requestId: "request-1",
    time: "2026-03-01T12:00:00Z",
    account: "123456789012",
    region: "eu-west-1",
    actor: {
      kind: "iam_user",
      name: "alice",
      principal: "arn:aws:iam::123456789012:user/alice",
      account: "123456789012",
      sourceIp: "203.0.113.7",
      userAgent: "aws-cli/2.13.5",
    },
    request: { thingName: "web" },
    resources: [],
    missingFields: [],
  });
  expect(alert).toEqual({ rule: "Terraform Drift AWS", priority: "Notice" });
});

test("an alert of another source is not AWS's", () => {
  const alert = { ...cloudTrailAlert(), source: "gcp_auditlog", fields: { "gcp.methodName": "x" } };
  expect(parser.parse(alert)).toMatchObject({ status: "skipped", reason: "other_source" });
});

test("an alert of a renamed source is AWS's by the names of its fields", () => {
  expect(parser.parse({ ...cloudTrailAlert(), source: "my_trail" })).toMatchObject({ status: "parsed" });
});

test.each([undefined, null, "", "<NA>"])("without an operation (%j) an alert cannot be judged", (name) => {
  expect(parse({ "ct.name": name })).toMatchObject({
    status: "failed",
    reason: "missing_field",
    field: "ct.name",
    id: "record-1",
  });
  expect(parseRaw({ eventName: name === "<NA>" ? 5 : name })).toMatchObject({ field: "eventName" });
});

describe("what is no change", () => {
  test("a failed call is skipped, though not for an empty error code, which is how the plugin shows null", () => {
    for (const error of ["AccessDenied", "Client.UnauthorizedOperation"]) {
      expect(parse({ "ct.error": error })).toMatchObject({
        status: "skipped",
        reason: "failed_call",
        id: "record-1",
      });
      expect(parseRaw({ errorCode: error })).toMatchObject({ status: "skipped", reason: "failed_call" });
    }
    for (const error of ["", null, "<NA>", undefined])
      expect(parse({ "ct.error": error }).status).toBe("parsed");
    for (const error of ["", null, undefined]) expect(parseRaw({ errorCode: error })?.status).toBe("parsed");
  });

  test("an error message alone also tells of a failed call", () => {
    expect(parse({ "ct.errormessage": "not allowed" })).toMatchObject({ reason: "failed_call" });
  });

  test("a call that only read is skipped", () => {
    expect(parse({ "ct.readonly": "true" })).toMatchObject({ status: "skipped", reason: "read_only" });
    for (const readOnly of [true, "true"])
      expect(parseRaw({ readOnly })).toMatchObject({ reason: "read_only" });
    for (const readOnly of [false, "false"]) expect(parseRaw({ readOnly })?.status).toBe("parsed");
  });

  test("where the record does not say, the operation's verb tells", () => {
    for (const name of [
      "DescribeInstances",
      "ListBuckets",
      "GetObject",
      "BatchGetImage",
      "HeadBucket",
      "listDnssec",
    ]) {
      expect(parse({ "ct.name": name, "ct.readonly": undefined })).toMatchObject({ reason: "read_only" });
      expect(parse({ "ct.name": name, "ct.readonly": null })).toMatchObject({ reason: "read_only" });
      expect(parse({ "ct.name": name, "ct.readonly": "false" }).status).toBe("parsed");
    }
    for (const name of ["UpdateThing", "Listen", "BatchUpdate", "Getaway", "PutThing", "CheckoutLicense"]) {
      expect(parse({ "ct.name": name, "ct.readonly": undefined }).status).toBe("parsed");
    }
  });

  test("calls on data, and records that are no calls, are skipped", () => {
    expect(parse({ "ct.eventcategory": "Data" })).toMatchObject({ status: "skipped", reason: "data_plane" });
    expect(parse({ "ct.managementevent": "false" })).toMatchObject({ reason: "data_plane" });
    expect(parseRaw({ managementEvent: false })).toMatchObject({ reason: "data_plane" });
    for (const eventCategory of ["Data", "Insight", "NetworkActivity"]) {
      expect(parseRaw({ eventCategory })).toMatchObject({ reason: "data_plane" });
    }
    expect(parseRaw({ eventCategory: undefined, managementEvent: undefined })?.status).toBe("parsed");
  });

  test("what a service did by itself is a change", () => {
    expect(parseRaw({ eventType: "AwsServiceEvent" })?.status).toBe("parsed");
  });

  test("the reason to skip goes before what is wrong with the parameters", () => {
    expect(parse({ "ct.error": "AccessDenied", "ct.request": '{"a":[...]' })).toMatchObject({
      status: "skipped",
    });
  });

  test("a code that is none of AWS's is not repeated", () => {
    const result = parse({ "ct.error": "password=hunter2 !" });
    expect(result).toMatchObject({ reason: "failed_call" });
    expect(JSON.stringify(result)).not.toContain("hunter2");
  });
});

describe("parameters", () => {
  test.each([null, "null", "", "<NA>"])("a request of %j is carried and says nothing", (request) => {
    const change = changeIn(parse({ "ct.request": request }));
    expect(change).not.toHaveProperty("request");
    expect(change.missingFields).toEqual([]);
  });

  test("an empty request is a request", () => {
    expect(changeIn(parse({ "ct.request": "{}" })).request).toEqual({});
    expect(changeIn(parseRaw({ requestParameters: {} })).request).toEqual({});
  });

  test("a request that Falcosidekick cut, or that ends early, fails as truncated", () => {
    for (const request of ['{"policy":"abc[...]', '{"policy":"ab', '{"policy":{"a":1}']) {
      const result = parse({ "ct.request": request });
      expect(result).toMatchObject({
        status: "failed",
        reason: "truncated",
        field: "ct.request",
        id: "record-1",
      });
      expect(JSON.stringify(result)).not.toContain("policy");
    }
  });

  test("a request that CloudTrail left out for its size fails as truncated", () => {
    expect(parse({ "ct.request": '{"omitted":true}' })).toMatchObject({ reason: "truncated" });
    expect(parseRaw({ requestParameters: { omitted: true } })).toMatchObject({
      reason: "truncated",
      field: "requestParameters",
    });
  });

  test("a request that is no JSON object fails as malformed", () => {
    const deep = `${'{"a":'.repeat(300)}1${"}".repeat(300)}`;
    for (const request of ["}", '{"a" 1}', "[1]", "5", '"text"', deep, "[".repeat(9000) + "]".repeat(9000)]) {
      expect(parse({ "ct.request": request })).toMatchObject({ reason: "malformed", field: "ct.request" });
    }
    for (const requestParameters of ["x", 5, [1], JSON.parse(deep)]) {
      expect(parseRaw({ requestParameters })).toMatchObject({
        reason: "malformed",
        field: "requestParameters",
      });
    }
  });

  test("an unreadable answer or list of resources counts as not carried, and the request is still read", () => {
    for (const bad of ['{"a":"b[...]', "}{"]) {
      const change = changeIn(parse({ "ct.response": bad, "ct.resources": bad }));
      expect(change.request).toEqual({ thingName: "web" });
      expect(change).not.toHaveProperty("response");
      expect(change.resources).toEqual([]);
      expect(change.missingFields).toEqual(["ct.response", "ct.resources"]);
    }
    expect(changeIn(parseRaw({ responseElements: "x" })).missingFields).toEqual(["ct.response"]);
  });

  test("parameters come normalised, integers exact, keys as they are", () => {
    const change = changeIn(
      parse({
        "ct.request":
          '{"MakeThingRequest":{"big":12345678901234567890,"__proto__":{"a":1},"l":{"item":{"v":{"value":1}}}}}',
        "ct.response": '{"MakeThingResponse":{"thing":{"id":"t-1"}}}',
      }),
    );
    expect(Object.keys(change.request ?? {})).toEqual(["big", "__proto__", "l"]);
    expect(change.request?.big).toBe("12345678901234567890");
    expect(change.request?.l).toEqual([{ v: 1 }]);
    expect(change.response).toEqual({ thing: { id: "t-1" } });
  });

  test("the resources that a record names are read in the plugin's form and in CloudTrail's", () => {
    const resources = [
      { accountId: "123456789012", type: "AWS::S3::Bucket", ARN: "arn:aws:s3:::assets" },
      { type: "AWS::S3::Object", ARNPrefix: "arn:aws:s3:::assets/" },
      { arn: "arn:aws:s3:::other" },
    ];
    const expected = [
      { id: "arn:aws:s3:::assets", type: "AWS::S3::Bucket", account: "123456789012" },
      { id: "arn:aws:s3:::other" },
    ];
    const joined = resources.map((resource) => JSON.stringify(resource)).join(",");
    expect(changeIn(parse({ "ct.resources": joined })).resources).toEqual(expected);
    expect(changeIn(parseRaw({ resources })).resources).toEqual(expected);
    for (const none of [[], null, "x", {}, [null, 5, "x"]]) {
      expect(changeIn(parseRaw({ resources: none })).resources).toEqual([]);
    }
  });
});

describe("what stands in for what is missing", () => {
  test("fields that the alert does not carry are listed; those that are null are not", () => {
    const absent = [
      "ct.request",
      "ct.error",
      "ct.readonly",
      "ct.src",
      "ct.useragent",
      "ct.user.arn",
      "ct.region",
    ];
    const also = ["ct.response", "ct.recipientaccountid", "ct.resources", "ct.id"];
    const without = Object.fromEntries([...absent, ...also].map((name) => [name, undefined]));
    expect([...changeIn(parse(without)).missingFields].sort()).toEqual([...absent, ...also].sort());
    const nulls = Object.fromEntries([...absent, ...also].map((name) => [name, null]));
    expect(changeIn(parse(nulls)).missingFields).toEqual([]);
  });

  test("without ct.id, the same call gives the same id and another call another", () => {
    const id = (fields: Record<string, JsonValue | undefined>) =>
      changeIn(parse({ "ct.id": undefined, ...fields })).id;
    expect(id({})).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(id({})).toBe(id({ "ct.useragent": "other" }));
    expect(changeIn(parseRaw({ eventID: undefined })).id).toBe(id({}));
    const others = [
      id({ "ct.time": "2026-03-01T12:00:01Z" }),
      id({ "ct.name": "DeleteThing" }),
      id({ "ct.request": '{"thingName":"api"}' }),
      id({ "ct.user.arn": "arn:aws:iam::123456789012:user/bob" }),
    ];
    expect(new Set([id({}), ...others]).size).toBe(5);
  });

  test("the time is the call's, else the alert's; a record without either fails", () => {
    expect(changeIn(parse({ "ct.time": "2026-03-01T11:59:00.5Z" })).time).toBe("2026-03-01T11:59:00.5Z");
    for (const time of [undefined, null, "yesterday", "2026-13-01T00:00:00Z"]) {
      expect(changeIn(parse({ "ct.time": time })).time).toBe("2026-03-01T12:00:00.000000000Z");
    }
    expect(parser.parse({ ...cloudTrailAlert({ "ct.time": null }), time: "" })).toMatchObject({
      field: "ct.time",
    });
    expect(parseRaw({ eventTime: undefined })).toMatchObject({ reason: "missing_field", field: "eventTime" });
    expect(parseRaw({ eventTime: "soon" })).toMatchObject({ reason: "malformed", field: "eventTime" });
  });

  test("the account is the one that was changed, else the caller's", () => {
    const fields = { "ct.recipientaccountid": "210987654321" };
    expect(changeIn(parse(fields)).account).toBe("210987654321");
    expect(changeIn(parse({ "ct.recipientaccountid": null })).account).toBe("123456789012");
  });

  test("what is no object is no record", () => {
    for (const record of [null, undefined, 5, "x", [], true]) {
      expect(parser.parseRecord?.(record)).toMatchObject({ status: "failed", reason: "malformed" });
    }
  });
});
