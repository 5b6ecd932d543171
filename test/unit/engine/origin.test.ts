import { describe, expect, it } from "vitest";
import { classifyOrigin } from "../../../src/engine/origin.js";
import type { Actor } from "../../../src/model/actor.js";

const TERRAFORM =
  "APN/1.0 HashiCorp/1.0 Terraform/1.13.0 (+https://www.terraform.io) terraform-provider-aws/6.53.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.42.0 ua/2.1";
const SESSION = "arn:aws:sts::123456789012:assumed-role/TerraformApply/run-7";

function actor(fields: Partial<Actor>): Actor {
  return { kind: "assumed_role", name: "run-7", principal: SESSION, ...fields };
}

function verdictOf(fields: Partial<Actor>, trustedActors: readonly string[] = []): string {
  return classifyOrigin(actor(fields), { trustedActors }).verdict;
}

describe("a change with Terraform's user agent", () => {
  it.each([
    ["its session ARN", SESSION],
    [
      "its session ARN with a wildcard for the session",
      "arn:aws:sts::123456789012:assumed-role/TerraformApply/*",
    ],
    ["its role's ARN", "arn:aws:iam::123456789012:role/TerraformApply"],
    ["a glob over accounts", "arn:aws:iam::*:role/Terraform*"],
  ])("is our own apply when the trusted actor is given as %s", (_, glob) => {
    expect(verdictOf({ userAgent: TERRAFORM }, [glob])).toBe("own_apply");
  });

  it("is our own apply through S3, which writes the user agent in brackets", () => {
    expect(verdictOf({ userAgent: `[${TERRAFORM}]` }, [SESSION])).toBe("own_apply");
  });

  it("is not verified when the principal is not trusted", () => {
    expect(verdictOf({ userAgent: TERRAFORM })).toBe("iac_unverified");
    expect(verdictOf({ userAgent: TERRAFORM }, ["arn:aws:iam::123456789012:role/Terraform"])).toBe(
      "iac_unverified",
    );
  });

  it("takes the dots and brackets of a trusted actor literally", () => {
    const principal = "arn:aws:iam::123456789012:user/aXb";
    expect(verdictOf({ userAgent: TERRAFORM, principal }, ["arn:aws:iam::123456789012:user/a.b"])).toBe(
      "iac_unverified",
    );
  });

  it("says what speaks for it", () => {
    const origin = classifyOrigin(actor({ userAgent: TERRAFORM, console: true }), {
      trustedActors: [SESSION],
    });
    expect(origin.evidence).toEqual([
      "the user agent names Terraform",
      "the session's credentials came from the web console",
      `the principal matches the trusted actor ${SESSION}`,
    ]);
  });
});

describe("a change with another tool's user agent", () => {
  it.each([
    ["OpenTofu", "APN/1.0 OpenTofu-S3-Backend/1.0 OpenTofu/1.9.0 aws-sdk-go-v2/1.3", "own_apply"],
    [
      "Terraform of old",
      "aws-sdk-go/1.20.4 (go1.12.5; darwin; amd64) APN/1.0 HashiCorp/1.0 Terraform/0.12.2",
      "own_apply",
    ],
    ["Crossplane", `${TERRAFORM} crossplane-provider-jet-aws/v0.4.0`, "iac_unverified"],
    ["Pulumi", "APN/1.0 Pulumi/1.0 Pulumi-Aws/6.1.0 (+https://www.pulumi.com)", "iac_unverified"],
  ])("by a trusted actor: %s", (_, userAgent, expected) => {
    expect(verdictOf({ userAgent }, [SESSION])).toBe(expected);
  });

  it.each([
    ["the console", "console.amazonaws.com", "console"],
    ["the EC2 console", "console.ec2.amazonaws.com", "console"],
    ["the S3 console", "[S3Console/0.4, aws-internal/3]", "console"],
    ["a browser", "Mozilla/5.0 (X11; Linux x86_64)", "console"],
    ["the CLI", "aws-cli/2.13.5 Python/3.11.4 command/ec2.revoke", "cli_or_sdk"],
    ["Boto3", "Boto3/1.34.69 md/Botocore#1.34", "cli_or_sdk"],
    ["the Go SDK", "aws-sdk-go-v2/1.32.3 os/linux", "cli_or_sdk"],
    ["something else", "stratus-red-team_ea782787", "unknown"],
    ["nothing", "", "unknown"],
  ])("by nobody trusted: %s", (_, userAgent, expected) => {
    expect(verdictOf({ userAgent })).toBe(expected);
  });

  it("is the console's when the record says so, whatever the user agent", () => {
    expect(verdictOf({ userAgent: "aws-cli/2.1 exec-env/CloudShell", console: true })).toBe("console");
  });
});

describe("a change by a service of the cloud", () => {
  it.each<readonly [string, Partial<Actor>]>([
    ["the identity is a service", { kind: "aws_service", name: "autoscaling.amazonaws.com" }],
    ["it was invoked by one", { invokedBy: "cloudformation.amazonaws.com" }],
    ["it came from one's address", { sourceIp: "ec2-frontend-api.amazonaws.com" }],
    ["the role is service-linked", { role: "AWSServiceRoleForAutoScaling" }],
    ["the principal's path is a service role's", { principal: "arn:aws:iam::1:role/aws-service-role/x/y" }],
  ])("is known when %s", (_, fields) => {
    expect(verdictOf({ userAgent: "autoscaling.amazonaws.com", ...fields })).toBe("service");
  });
});
