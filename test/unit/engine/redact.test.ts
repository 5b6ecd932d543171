import { describe, expect, it } from "vitest";
import { redact } from "../../../src/engine/redact.js";
import type { JsonValue } from "../../../src/model/json.js";
import type { AttributePathStep, ManagedResource } from "../../../src/model/managed-resource.js";
import { known, unknownValue } from "../../../src/model/observed-value.js";

function resource(...sensitivePaths: readonly (readonly AttributePathStep[])[]): ManagedResource {
  return {
    address: "aws_thing.a",
    type: "aws_thing",
    name: "a",
    provider: "registry.terraform.io/hashicorp/aws",
    attributes: {},
    sensitivePaths,
    dependencies: [],
    tainted: false,
  };
}

function isRedacted(path: string, value: JsonValue, type = "aws_thing", owner = resource()): boolean {
  return redact(path, known(value), { type, resource: owner }).kind === "redacted";
}

describe("a value is redacted when", () => {
  it("the state marks its path as sensitive", () => {
    expect(isRedacted("engine", "x", "aws_thing", resource(["engine"]))).toBe(true);
  });

  it("the state marks something above or inside it as sensitive", () => {
    expect(isRedacted("settings[0].mode", "x", "aws_thing", resource(["settings"]))).toBe(true);
    expect(isRedacted("settings", [{ mode: "x" }], "aws_thing", resource(["settings", 0, "mode"]))).toBe(
      true,
    );
  });

  it("the state marks the tag as sensitive where default tags are joined to the resource's own", () => {
    expect(isRedacted("tags.Team", "x", "aws_thing", resource(["tags_all", "Team"]))).toBe(true);
    expect(isRedacted("tags.Name", "x", "aws_thing", resource(["tags_all", "Team"]))).toBe(false);
  });

  it.each([
    "password",
    "master_password",
    "secret_string",
    "auth_token",
    "private_key",
    "connection_string",
    "tags.DbPassword",
    "tags.apiKey",
    'parameters["client_secret"]',
  ])("its name means a secret: %s", (path) => {
    expect(isRedacted(path, "x")).toBe(true);
  });

  it.each([
    ["aws_instance", "user_data"],
    ["aws_launch_template", "user_data"],
    ["aws_lambda_function", "environment[0].variables"],
    ["aws_ecs_task_definition", "container_definitions"],
    ["aws_ssm_parameter", "value"],
  ])("it is a container of secrets: %s %s", (type, path) => {
    expect(isRedacted(path, { A: "b" }, type)).toBe(true);
  });

  it.each([
    "-----BEGIN RSA PRIVATE KEY-----\nabc",
    "postgres://app:hunter2@db.example.com/app",
    "Server=db;Password=hunter2;",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc",
    "ghp_0123456789abcdefghij",
  ])("it looks like a secret", (value) => {
    expect(isRedacted("description", value)).toBe(true);
    expect(isRedacted("rule", [{ nested: { deep: value } }])).toBe(true);
  });

  it("a key inside it means a secret", () => {
    expect(isRedacted("block", [{ user: "a", password: "b" }])).toBe(true);
  });

  it("the host's rule says so", () => {
    const isSecret = (type: string, path: string): boolean => type === "aws_thing" && path === "note";
    expect(redact("note", known("x"), { type: "aws_thing", isSecret })).toEqual({ kind: "redacted" });
    expect(redact("other", known("x"), { type: "aws_thing", isSecret })).toEqual(known("x"));
  });
});

describe("a value is shown when", () => {
  it.each<readonly [string, JsonValue]>([
    ["instance_class", "db.t3.small"],
    ["kms_key_id", "1234"],
    ["secret_arn", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:a"],
    ["metadata_options[0].http_tokens", "required"],
    ["tags.Name", "web"],
    ["policy", '{"Statement":[{"Action":"secretsmanager:GetSecretValue","Effect":"Allow"}]}'],
    ["ingress", { from_port: 22, cidr_blocks: ["0.0.0.0/0"] }],
    ["manage_master_user_password", true],
  ])("nothing speaks for a secret: %s", (path, value) => {
    expect(isRedacted(path, value)).toBe(false);
  });

  it("there is nothing to show", () => {
    expect(redact("password", known(null), { type: "aws_thing" })).toEqual(known(null));
    expect(redact("password", unknownValue("masked"), { type: "aws_thing" })).toEqual(unknownValue("masked"));
  });
});
