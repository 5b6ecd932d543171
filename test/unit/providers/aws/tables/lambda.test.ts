import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../../src/model/json.js";
import { mappedTargets, type TargetSummary } from "../../../../support/mapped-targets.js";

const ARN = "arn:aws:lambda:eu-west-1:123456789012:function:app";
const FUNCTION = { is: "update aws_lambda_function", by: { "function_name|arn|id": ["app"] } };
const OF_FUNCTION = { "function_name|function_arn": ["app"] };

const cases: readonly (readonly [string, JsonObject, TargetSummary, JsonObject?])[] = [
  [
    "CreateFunction20150331",
    { functionName: "app", runtime: "nodejs20.x", memorySize: 256 },
    { ...FUNCTION, is: "create aws_lambda_function", changes: { runtime: "nodejs20.x", memory_size: 256 } },
  ],
  ["DeleteFunction20150331", { functionName: "app" }, { ...FUNCTION, is: "delete aws_lambda_function" }],
  [
    "UpdateFunctionConfiguration20150331v2",
    { functionName: "app", timeout: 30 },
    { ...FUNCTION, changes: { timeout: 30 } },
  ],
  [
    "UpdateFunctionConfiguration20150331v2",
    { functionName: ARN, environment: {}, layers: [`${ARN}:1`] },
    {
      is: "update aws_lambda_function",
      by: { "function_name|arn|id": [ARN, "app"] },
      changes: { layers: [`${ARN}:1`] },
      partial: true,
    },
  ],
  [
    "UpdateFunctionConfiguration20150331v2",
    { functionName: "app", environment: {} },
    { ...FUNCTION, partial: true },
  ],
  [
    "UpdateFunctionCode20150331v2",
    { functionName: "app", s3Bucket: "code", s3Key: "app.zip", publish: true, dryRun: false },
    { ...FUNCTION, changes: { s3_bucket: "code", s3_key: "app.zip", code_sha256: "hash" } },
    { codeSha256: "hash" },
  ],
  [
    "PutFunctionConcurrency20171031",
    { functionName: "app", reservedConcurrentExecutions: 0 },
    { ...FUNCTION, changes: { reserved_concurrent_executions: 0 } },
  ],
  [
    "DeleteFunctionConcurrency20171031",
    { functionName: "app" },
    { ...FUNCTION, changes: { reserved_concurrent_executions: -1 } },
  ],
  [
    "AddPermission20150331v2",
    { functionName: "app", statementId: "all", action: "lambda:InvokeFunction", principal: "*" },
    {
      is: "create aws_lambda_permission",
      by: { ...OF_FUNCTION, "statement_id|id": ["all"] },
      changes: { action: "lambda:InvokeFunction", principal: "*" },
      orElse: FUNCTION,
    },
  ],
  [
    "RemovePermission20150331v2",
    { functionName: "app", statementId: "all" },
    {
      is: "delete aws_lambda_permission",
      by: { ...OF_FUNCTION, "statement_id|id": ["all"] },
      orElse: FUNCTION,
    },
  ],
  [
    "TagResource20170331v2",
    { resource: ARN, tags: { team: "core" } },
    {
      is: "update aws_lambda_function",
      by: { "arn|function_name": [ARN, "app"] },
      changes: { "tags.team": "core" },
    },
  ],
  [
    "UntagResource20170331v2",
    { resource: ARN, tagKeys: ["team"] },
    {
      is: "update aws_lambda_function",
      by: { "arn|function_name": [ARN, "app"] },
      changes: { "-tags.team": null },
    },
  ],
  [
    "UpdateAlias20150331",
    { functionName: "app", name: "live", functionVersion: "7" },
    {
      is: "update aws_lambda_alias",
      by: { ...OF_FUNCTION, name: ["live"] },
      changes: { function_version: "7" },
    },
  ],
  [
    "UpdateEventSourceMapping20150331",
    { uUID: "u-1", enabled: false },
    { is: "update aws_lambda_event_source_mapping", by: { "uuid|id": ["u-1"] }, changes: { enabled: false } },
  ],
  [
    "CreateFunctionUrlConfig",
    { functionName: "app", authType: "NONE" },
    {
      is: "create aws_lambda_function_url",
      by: OF_FUNCTION,
      changes: { authorization_type: "NONE" },
      orElse: FUNCTION,
    },
  ],
  [
    "DeleteFunctionUrlConfig",
    { functionName: "app" },
    { is: "delete aws_lambda_function_url", by: OF_FUNCTION },
  ],
];

describe("Lambda", () => {
  for (const [operation, request, expected, response] of cases) {
    it(`${operation} is mapped`, () => {
      const bare = JSON.stringify(mappedTargets("lambda", operation, request, response ?? null));
      const wanted = JSON.stringify([expected]);
      // The coarse parents of aspects are partial where the request says more than they could: that is not the point here.
      expect(JSON.parse(bare.replaceAll(',"partial":true', ""))).toEqual(
        JSON.parse(wanted.replaceAll(',"partial":true', "")),
      );
    });
  }

  it("does not take an empty environment for proof that nothing changed", () => {
    const [target] = mappedTargets("lambda", "UpdateFunctionConfiguration20150331v2", {
      functionName: "app",
      environment: {},
      timeout: 3,
    });
    expect(target).toMatchObject({ partial: true });
  });

  it("passes over invocations and published versions", () => {
    expect(mappedTargets("lambda", "Invoke", { functionName: "app" })).toBe("skipped");
    expect(mappedTargets("lambda", "PublishVersion20150331", { functionName: "app" })).toBe("skipped");
  });
});
