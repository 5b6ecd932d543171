import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../../../src/model/json.js";
import type { StateResource } from "../../../../support/aws-state.js";
import { judgeCall, judgeCalls } from "../../../../support/judge-record.js";

const ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";
const DOCUMENT =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';
const FUNCTION_ARN = "arn:aws:lambda:eu-west-1:123456789012:function:app";

function resource(type: string, attributes: Record<string, unknown>, name = "this"): StateResource {
  return { type, name, attributes };
}

async function judged(
  service: string,
  operation: string,
  request: JsonObject,
  ...resources: readonly StateResource[]
): Promise<readonly [string, ...(readonly (readonly string[])[])]> {
  const { outcome, drifts } = await judgeCall({ service, operation, request }, ...resources);
  return [outcome, ...drifts];
}

describe("a user that joins a group", () => {
  const call = ["iam", "AddUserToGroup", { userName: "bob", groupName: "admins" }] as const;
  const readers = resource(
    "aws_iam_user_group_membership",
    { id: "m1", user: "bob", groups: ["readers"] },
    "a",
  );
  const admins = resource(
    "aws_iam_user_group_membership",
    { id: "m2", user: "bob", groups: ["admins"] },
    "b",
  );

  test("is as declared where any of the user's memberships has the group", async () => {
    expect(await judged(...call, readers, admins)).toEqual(["clean: matches_state"]);
  });

  test("is new to the one membership that the user has", async () => {
    expect(await judged(...call, readers)).toEqual([
      "drift",
      ["modified aws_iam_user_group_membership.a", '+groups: null -> "admins"'],
    ]);
  });

  test("is new to the group's own members", async () => {
    const members = resource("aws_iam_group_membership", { id: "x", group: "admins", users: ["alice"] });
    expect(await judged(...call, members, admins)).toEqual([
      "drift",
      ["modified aws_iam_group_membership.this", '+users: null -> "bob"'],
    ]);
  });
});

describe("a bucket's access control list", () => {
  const owner = { id: "owner-id", type: "CanonicalUser", uri: "", permissions: ["FULL_CONTROL"] };
  const bucket = resource("aws_s3_bucket", { id: "logs", bucket: "logs", acl: null, grant: [owner] });
  const list = resource("aws_s3_bucket_acl", {
    id: "logs",
    bucket: "logs",
    acl: "",
    access_control_policy: [
      {
        grant: [
          {
            grantee: [
              { id: "owner-id", type: "CanonicalUser", uri: "", display_name: "x", email_address: "" },
            ],
            permission: "FULL_CONTROL",
          },
        ],
        owner: [{ id: "owner-id", display_name: "x" }],
      },
    ],
  });
  const granting = (...grants: readonly JsonObject[]): JsonObject => ({
    bucketName: "logs",
    AccessControlPolicy: { Owner: { ID: "owner-id" }, AccessControlList: { Grant: grants } },
  });
  const owns = { Grantee: { ID: "owner-id" }, Permission: "FULL_CONTROL" };
  const everybodyReads = { Grantee: { URI: ALL_USERS }, Permission: "READ" };

  test("that is opened to all shows the grant on the bucket", async () => {
    expect(
      await judged("s3", "PutBucketAcl", { bucketName: "logs", "x-amz-acl": "public-read" }, bucket),
    ).toEqual([
      "drift",
      ["modified aws_s3_bucket.this", `+grant: null -> {"uri":"${ALL_USERS}","permissions":["READ"]}`],
    ]);
  });

  test("that stays private is as declared", async () => {
    const request = { bucketName: "logs", "x-amz-acl": ["private"] };
    expect(await judged("s3", "PutBucketAcl", request, bucket)).toEqual(["clean: matches_state"]);
    expect(await judged("s3", "PutBucketAcl", granting(owns), list, bucket)).toEqual([
      "clean: matches_state",
    ]);
    expect(await judged("s3", "PutBucketAcl", granting(owns), bucket)).toEqual(["clean: matches_state"]);
  });

  test("that gains a grant differs from its own resource", async () => {
    const [outcome, [what] = []] = await judged(
      "s3",
      "PutBucketAcl",
      granting(owns, everybodyReads),
      list,
      bucket,
    );
    expect([outcome, what]).toEqual(["drift", "modified aws_s3_bucket_acl.this"]);
  });
});

describe("a request that replaces everything", () => {
  test("switches off the blocks of public access that it leaves out", async () => {
    const block = resource("aws_s3_bucket_public_access_block", {
      id: "logs",
      bucket: "logs",
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: false,
      restrict_public_buckets: false,
    });
    const request = { bucketName: "logs", PublicAccessBlockConfiguration: { BlockPublicAcls: true } };
    expect(await judged("s3", "PutBucketPublicAccessBlock", request, block)).toEqual([
      "drift",
      ["modified aws_s3_bucket_public_access_block.this", "block_public_policy: true -> false"],
    ]);
  });

  test("tells a CORS rule that lost an origin from the declared one", async () => {
    const cors = resource("aws_s3_bucket_cors_configuration", {
      id: "logs",
      bucket: "logs",
      cors_rule: [
        {
          allowed_headers: [],
          allowed_methods: ["GET"],
          allowed_origins: ["https://a.example.com", "https://b.example.com"],
          expose_headers: [],
          id: "",
          max_age_seconds: 0,
        },
      ],
    });
    const rule = (origins: readonly string[]): JsonObject => ({
      bucketName: "logs",
      CORSConfiguration: { CORSRule: { AllowedMethod: "GET", AllowedOrigin: origins } },
    });
    const both = ["https://b.example.com", "https://a.example.com"];
    expect(await judged("s3", "PutBucketCors", rule(both), cors)).toEqual(["clean: matches_state"]);
    expect((await judged("s3", "PutBucketCors", rule(both.slice(1)), cors))[0]).toBe("drift");
  });

  test("tells a trail's selectors that log less from the declared ones", async () => {
    const trail = resource("aws_cloudtrail", {
      id: "audit",
      name: "audit",
      event_selector: [
        {
          read_write_type: "All",
          include_management_events: true,
          exclude_management_event_sources: [],
          data_resource: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }],
        },
      ],
      advanced_event_selector: [],
    });
    const selecting = (values: readonly string[]): JsonObject => ({
      trailName: "audit",
      eventSelectors: [
        {
          readWriteType: "All",
          includeManagementEvents: true,
          excludeManagementEventSources: [],
          dataResources: [{ type: "AWS::S3::Object", values }],
        },
      ],
    });
    expect(await judged("cloudtrail", "PutEventSelectors", selecting(["arn:aws:s3"]), trail)).toEqual([
      "clean: matches_state",
    ]);
    expect((await judged("cloudtrail", "PutEventSelectors", selecting([]), trail))[0]).toBe("drift");
  });
});

describe("an inline policy", () => {
  const role = (...policies: readonly unknown[]) =>
    resource("aws_iam_role", { id: "app", name: "app", inline_policy: policies });
  const put = { roleName: "app", policyName: "p", policyDocument: DOCUMENT };

  test("that no resource declares is new to its role", async () => {
    const [outcome, [what, difference] = []] = await judged("iam", "PutRolePolicy", put, role());
    expect([outcome, what]).toEqual(["drift", "modified aws_iam_role.this"]);
    expect(difference).toContain('+inline_policy: null -> {"name":"p"');
  });

  test("that the role declares is as declared", async () => {
    expect(await judged("iam", "PutRolePolicy", put, role({ name: "p", policy: DOCUMENT }))).toEqual([
      "clean: matches_state",
    ]);
  });

  test("that the role never had leaves it as it is when deleted", async () => {
    expect(await judged("iam", "DeleteRolePolicy", { roleName: "app", policyName: "q" }, role())).toEqual([
      "clean: matches_state",
    ]);
  });
});

test("a version beside the default leaves a policy as it is", async () => {
  const arn = "arn:aws:iam::123456789012:policy/reader";
  const policy = resource("aws_iam_policy", { id: arn, arn, policy: '{"Statement":[]}' });
  const request = { policyArn: arn, policyDocument: DOCUMENT, setAsDefault: false };
  expect(await judged("iam", "CreatePolicyVersion", request, policy)).toEqual(["clean: matches_state"]);
  expect((await judged("iam", "CreatePolicyVersion", { ...request, setAsDefault: true }, policy))[0]).toBe(
    "drift",
  );
});

test("a replica key that is disabled differs in its own attribute", async () => {
  const arn = "arn:aws:kms:eu-west-1:123456789012:key/mrk-1";
  const key = resource("aws_kms_replica_key", { id: "mrk-1", key_id: "mrk-1", arn, enabled: true });
  expect(await judged("kms", "DisableKey", { keyId: "mrk-1" }, key)).toEqual([
    "drift",
    ["modified aws_kms_replica_key.this", "enabled: true -> false"],
  ]);
});

describe("a Lambda function", () => {
  const app = resource("aws_lambda_function", { id: "app", function_name: "app", arn: FUNCTION_ARN });

  test("that somebody was let in to is known to have changed", async () => {
    const request = {
      functionName: "app",
      statementId: "all",
      action: "lambda:InvokeFunction",
      principal: "*",
    };
    expect(await judged("lambda", "AddPermission20150331v2", request, app)).toEqual([
      "drift",
      ["modified aws_lambda_function.this (coarse)"],
    ]);
  });

  test("loses a permission that is declared by its ARN", async () => {
    const permission = resource("aws_lambda_permission", {
      id: "s3",
      statement_id: "s3",
      function_name: FUNCTION_ARN,
    });
    const request = { functionName: "app", statementId: "s3" };
    expect(await judged("lambda", "RemovePermission20150331v2", request, app, permission)).toEqual([
      "drift",
      ["deleted aws_lambda_permission.this"],
    ]);
  });

  test("stays when one of its versions is deleted", async () => {
    const request = { functionName: FUNCTION_ARN, qualifier: "3" };
    expect(await judged("lambda", "DeleteFunction20150331", request, app)).toEqual(["clean: matches_state"]);
    expect((await judged("lambda", "DeleteFunction20150331", { functionName: "app" }, app))[0]).toBe("drift");
  });
});

describe("a database", () => {
  test("that is stopped and started again has its finding reverted", async () => {
    const shop = resource("aws_db_instance", { id: "db-1", identifier: "shop", status: "available" });
    const call = (operation: string) => ({
      service: "rds",
      operation,
      request: { dBInstanceIdentifier: "shop" },
    });
    const { drifts } = await judgeCalls([call("StopDBInstance"), call("StartDBInstance")], [shop]);
    expect(drifts.map(([what]) => what)).toEqual([
      "modified aws_db_instance.this",
      "resolved (reverted) aws_db_instance.this",
    ]);
  });

  test("has parameters that are compared one by one", async () => {
    const group = resource("aws_db_parameter_group", {
      id: "pg",
      name: "pg",
      parameter: [{ name: "max_connections", value: "100", apply_method: "immediate" }],
    });
    const setting = (value: string): JsonObject => ({
      dBParameterGroupName: "pg",
      parameters: [{ parameterName: "max_connections", parameterValue: value, applyMethod: "immediate" }],
    });
    expect(await judged("rds", "ModifyDBParameterGroup", setting("100"), group)).toEqual([
      "clean: matches_state",
    ]);
    expect(await judged("rds", "ModifyDBParameterGroup", setting("9"), group)).toEqual([
      "drift",
      ["modified aws_db_parameter_group.this", '+parameter: null -> {"name":"max_connections","value":"9"}'],
    ]);
  });
});

test("a parameter's value is shown by no drift", async () => {
  const parameter = resource("aws_ssm_parameter", {
    id: "/app/flag",
    name: "/app/flag",
    type: "String",
    value: "declared-value",
  });
  const request = { name: "/app/flag", type: "String", value: "observed-value", overwrite: true };
  const { drifts, events } = await judgeCall(
    { service: "ssm", operation: "PutParameter", request },
    parameter,
  );
  expect(drifts.map(([what]) => what)).toEqual(["modified aws_ssm_parameter.this"]);
  expect(JSON.stringify(events)).not.toMatch(/declared-value|observed-value/);
});
