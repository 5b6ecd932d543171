import { expect, test } from "vitest";
import { arnResourceNames, parseArn } from "../../../../src/providers/aws/arn.js";
import { identityValues } from "../../../../src/providers/aws/identity-values.js";

test("an ARN is taken apart, and other text is none", () => {
  expect(parseArn("arn:aws-cn:lambda:cn-north-1:123456789012:function:web:3")).toEqual({
    partition: "aws-cn",
    service: "lambda",
    region: "cn-north-1",
    account: "123456789012",
    resource: "function:web:3",
  });
  for (const text of ["", "arn:", "arn:aws:s3", "web", "arn:aws:s3:::"])
    expect(parseArn(text)).toBeUndefined();
});

test.each([
  ["arn:aws:lambda:eu-west-1:123456789012:function:web", ["web"]],
  ["arn:aws:lambda:eu-west-1:123456789012:function:web:live", ["web"]],
  ["arn:aws:iam::123456789012:role/team/deploy/Admin", ["Admin"]],
  ["arn:aws:sns:eu-west-1:123456789012:alarms", ["alarms"]],
  ["arn:aws:sqs:eu-west-1:123456789012:jobs", ["jobs"]],
  ["arn:aws:s3:::assets/images/a.png", ["assets"]],
  ["arn:aws:dynamodb:eu-west-1:123456789012:table/users/index/by-mail", ["users"]],
  ["arn:aws:kms:eu-west-1:123456789012:key/1234-abcd", ["1234-abcd"]],
  ["arn:aws:kms:eu-west-1:123456789012:alias/data", ["alias/data"]],
  ["arn:aws:rds:eu-west-1:123456789012:db:orders", ["orders"]],
  ["arn:aws:ssm:eu-west-1:123456789012:parameter/app/url", ["app/url", "/app/url"]],
  ["arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/web:*", ["/aws/lambda/web"]],
  ["arn:aws:secretsmanager:eu-west-1:123456789012:secret:db/main-a1B2c3", ["db/main-a1B2c3", "db/main"]],
  ["arn:aws:ec2:eu-west-1:123456789012:instance/i-0a1", ["i-0a1"]],
  ["arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit", ["audit"]],
  ["arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:1-2:autoScalingGroupName/web", ["web"]],
])("%s names %j", (arn, names) => {
  expect(arnResourceNames(arn)).toEqual(names);
});

test("an ARN stands beside its name where an attribute may hold a name, and alone where all hold ARNs", () => {
  const arn = "arn:aws:sns:eu-west-1:123456789012:alarms";
  expect(identityValues(arn, ["arn", "name"])).toEqual([arn, "alarms"]);
  expect(identityValues(arn, ["arn"])).toEqual([arn]);
  expect(identityValues(arn, ["policy_arn"])).toEqual([arn]);
});

test("what Lambda takes for a function's name gives the name", () => {
  for (const value of [
    "123456789012:function:web",
    "123456789012:function:web:live",
    "function:web",
    "web:live",
  ]) {
    expect(identityValues(value, ["function_name"])).toEqual([value, "web"]);
  }
  expect(identityValues("web:live", ["name"])).toEqual(["web:live"]);
});

test("a queue's URL gives its name", () => {
  const url = "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs";
  expect(identityValues(url, ["url", "name"])).toEqual([url, "jobs"]);
});

test("only scalars that are neither empty nor masked identify", () => {
  expect(identityValues(5, ["id"])).toEqual(["5"]);
  for (const value of ["", null, {}, [], "HIDDEN_DUE_TO_SECURITY_REASONS"]) {
    expect(identityValues(value, ["id"])).toEqual([]);
  }
});
