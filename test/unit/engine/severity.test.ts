import { describe, expect, it } from "vitest";
import { judgeSeverity, type SeverityInput } from "../../../src/engine/severity.js";
import type { Severity } from "../../../src/index.js";
import type { JsonValue } from "../../../src/model/json.js";
import { known } from "../../../src/model/observed-value.js";

function severity(input: Partial<SeverityInput>): Severity {
  return judgeSeverity({
    kind: "modified",
    type: "aws_instance",
    operation: "UpdateThing",
    differences: [],
    actor: { kind: "iam_user", name: "alice" },
    origin: { verdict: "console", evidence: [] },
    ...input,
  });
}

function became(type: string, path: string, observed: JsonValue): Severity {
  return severity({
    type,
    differences: [{ path, change: "set", declared: known(null), observed: known(observed) }],
  });
}

describe("a change is critical when", () => {
  it.each<readonly [string, string, string, JsonValue, string]>([
    [
      "a database is opened to the internet",
      "aws_db_instance",
      "publicly_accessible",
      true,
      "made accessible from the internet",
    ],
    ["a trail stops logging", "aws_cloudtrail", "enable_logging", false, "audit logging was switched off"],
    ["a key is disabled", "aws_kms_key", "is_enabled", "false", "is_enabled was switched off"],
    [
      "the block of public access is lifted",
      "aws_s3_bucket_public_access_block",
      "block_public_acls",
      false,
      "the block of public access was lifted",
    ],
    [
      "a policy allows anybody",
      "aws_s3_bucket_policy",
      "policy",
      '{"Statement":[{"Effect":"Allow","Principal":"*"}]}',
      "the policy allows anybody",
    ],
    [
      "a policy document allows anybody",
      "aws_sqs_queue",
      "policy",
      { Statement: [{ Principal: { AWS: "*" } }] },
      "the policy allows anybody",
    ],
    [
      "an access control list makes a bucket public",
      "aws_s3_bucket_acl",
      "acl",
      "public-read",
      "made public by an access control list",
    ],
  ])("%s", (_, type, path, observed, reason) => {
    expect(became(type, path, observed)).toMatchObject({ level: "critical" });
    expect(became(type, path, observed).reasons).toContain(reason);
  });
});

describe("a change is high when", () => {
  it("ingress is opened to the world, and says to what", () => {
    const opened = known({ from_port: 22, to_port: 22, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"] });
    const differences = [
      { path: "ingress", change: "added", declared: known(null), observed: opened },
    ] as const;
    expect(severity({ type: "aws_security_group", differences })).toMatchObject({ level: "high" });
    expect(severity({ type: "aws_security_group", differences }).reasons).toContain(
      "ingress opened to 0.0.0.0/0",
    );
  });

  it.each<readonly [string, Partial<SeverityInput>]>([
    ["a declared resource is deleted", { kind: "deleted" }],
    ["access is granted outside of Terraform", { kind: "unmanaged", type: "aws_iam_access_key" }],
    ["access control is changed", { type: "aws_iam_role" }],
    ["data may be shared", { type: "aws_ebs_snapshot", operation: "ModifySnapshotAttribute" }],
    ["others may be let in", { type: "aws_lambda_function", operation: "AddPermission20150331v2" }],
    ["the root user did it", { actor: { kind: "root", name: "root" } }],
  ])("%s", (_, input) => {
    expect(severity(input).level).toBe("high");
  });

  it("deletion protection is switched off", () => {
    expect(became("aws_db_instance", "deletion_protection", false).level).toBe("high");
  });
});

describe("a change is", () => {
  it("medium when nothing special speaks for it, with a reason", () => {
    expect(became("aws_instance", "instance_type", "m5.large")).toEqual({
      level: "medium",
      reasons: ["a declared resource was changed"],
    });
  });

  it("medium when something unmanaged was created", () => {
    expect(severity({ kind: "unmanaged" }).level).toBe("medium");
  });

  it("low when only tags differ", () => {
    expect(became("aws_instance", "tags.Name", "web")).toEqual({
      level: "low",
      reasons: ["only tags differ"],
    });
  });

  it("not public because an ingress rule of the world was removed", () => {
    const declared = known({ cidr_blocks: ["0.0.0.0/0"] });
    const differences = [{ path: "ingress", change: "removed", declared, observed: known(null) }] as const;
    expect(severity({ type: "aws_security_group", differences }).level).toBe("medium");
  });
});
