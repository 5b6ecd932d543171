import { describe, expect, test } from "vitest";
import type { Actor } from "../../../../src/model/actor.js";
import type { JsonValue } from "../../../../src/model/json.js";
import { createAwsParser } from "../../../../src/providers/aws/parser.js";
import type { ParseResult } from "../../../../src/providers/provider.js";
import { cloudTrailAlert, cloudTrailRecord } from "../../../support/cloudtrail.js";

const parser = createAwsParser();

function actorIn(result: ParseResult | undefined): Actor {
  if (result?.status !== "parsed") throw new Error(`expected a change, not ${result?.status}`);
  return result.change.actor;
}

function ofRecord(userIdentity: unknown, members: Record<string, unknown> = {}): Actor {
  return actorIn(parser.parseRecord?.(cloudTrailRecord({ userIdentity, ...members })));
}

/** An alert that carries of the caller only these fields. */
function ofAlert(fields: Record<string, JsonValue | undefined>): Actor {
  const none = Object.fromEntries(
    ["", ".identitytype", ".principalid", ".arn", ".accountid"].map((name) => [`ct.user${name}`, undefined]),
  );
  return actorIn(parser.parse(cloudTrailAlert({ ...none, "ct.originaluser": undefined, ...fields })));
}

const sessionArn = "arn:aws:sts::123456789012:assumed-role/Admin/alice@example.com";

describe("in raw records", () => {
  test.each([
    [{ type: "Root", userName: "my-alias", arn: "arn:aws:iam::123456789012:root" }, "root", "root"],
    [{ type: "IAMUser", userName: "alice" }, "iam_user", "alice"],
    [{ type: "IAMUser", arn: "arn:aws:iam::123456789012:user/team/bob" }, "iam_user", "bob"],
    [{ type: "Role", arn: "arn:aws:iam::123456789012:role/Deploy" }, "role", "Deploy"],
    [
      { type: "FederatedUser", arn: "arn:aws:sts::123456789012:federated-user/carol" },
      "federated_user",
      "carol",
    ],
    [{ type: "WebIdentityUser", userName: "oidc" }, "web_identity_user", "oidc"],
    [{ type: "SAMLUser", principalId: "x:y", userName: "dave" }, "saml_user", "dave"],
    [{ type: "IdentityCenterUser", onBehalfOf: { userId: "u-1" } }, "identity_center_user", "u-1"],
    [{ type: "Directory", userName: "erin" }, "directory_user", "erin"],
    [{ type: "AWSAccount", accountId: "210987654321", principalId: "AIDAX" }, "aws_account", "210987654321"],
    [{ type: "AWSService", invokedBy: "rds.amazonaws.com" }, "aws_service", "rds.amazonaws.com"],
    [{ type: "Unknown", principalId: "p-1" }, "unknown", "p-1"],
    [{ type: "SomethingNew", userName: "frank" }, "unknown", "frank"],
    [{ invokedBy: "kms.amazonaws.com" }, "aws_service", "kms.amazonaws.com"],
    [{ arn: sessionArn }, "assumed_role", "alice@example.com"],
  ])("%j is %s %s", (identity, kind, name) => {
    expect(ofRecord(identity)).toMatchObject({ kind, name });
  });

  test("a role's session is named by its session, and the role is beside it", () => {
    const sessionContext = { sessionIssuer: { type: "Role", userName: "Admin" } };
    const expected = { kind: "assumed_role", name: "alice@example.com", role: "Admin" };
    expect(ofRecord({ type: "AssumedRole", arn: sessionArn, sessionContext })).toMatchObject({
      ...expected,
      principal: sessionArn,
    });
    expect(
      ofRecord({ type: "AssumedRole", principalId: "AROAX:alice@example.com", sessionContext }),
    ).toMatchObject({ ...expected, principal: "AROAX:alice@example.com" });
  });

  test.each([
    undefined,
    null,
    "x",
    [],
    {},
    { type: 5 },
    { type: "" },
    { type: "AssumedRole" },
    { type: "Root" },
  ])("an identity of %j still has a name", (identity) => {
    expect(ofRecord(identity).name).not.toBe("");
  });

  test("the service on whose behalf a role called is told", () => {
    const identity = { type: "AssumedRole", arn: sessionArn, invokedBy: "autoscaling.amazonaws.com" };
    expect(ofRecord(identity)).toMatchObject({
      kind: "assumed_role",
      invokedBy: "autoscaling.amazonaws.com",
    });
    const bySource = ofRecord(
      { type: "AssumedRole", arn: sessionArn },
      { sourceIPAddress: "autoscaling.amazonaws.com" },
    );
    expect(bySource).toMatchObject({ kind: "assumed_role", invokedBy: "autoscaling.amazonaws.com" });
    expect(ofRecord({ type: "AssumedRole", arn: sessionArn })).not.toHaveProperty("invokedBy");
  });

  test.each([
    ["true", true],
    [true, true],
    [false, undefined],
    ["false", undefined],
    [null, undefined],
    [undefined, undefined],
  ])("sessionCredentialFromConsole %j gives console %j", (sessionCredentialFromConsole, expected) => {
    expect(ofRecord({ type: "IAMUser", userName: "alice" }, { sessionCredentialFromConsole }).console).toBe(
      expected,
    );
  });
});

describe("in alerts", () => {
  const session = {
    "ct.user.identitytype": "AssumedRole",
    "ct.user.arn": sessionArn,
    "ct.user.principalid": "AROAX:alice@example.com",
  };
  const expected = { kind: "assumed_role", name: "alice@example.com", role: "Admin" };

  test.each([
    ["0.14 and older", { "ct.user": "Admin" }],
    ["0.15.0", { "ct.user": "alice@example.com" }],
    ["0.16 and newer", { "ct.user": "Admin", "ct.originaluser": "alice@example.com" }],
    ["without a session issuer", { "ct.user": "AssumedRole" }],
  ])("a session has its own name and its role with plugin %s", (_, fields) => {
    expect(ofAlert({ ...session, ...fields })).toMatchObject(expected);
  });

  test.each([
    ["0.14 and older", { "ct.user": "Admin" }, "Admin"],
    ["0.15.0", { "ct.user": "alice@example.com" }, undefined],
    ["0.16 and newer", { "ct.user": "Admin", "ct.originaluser": "alice@example.com" }, "Admin"],
  ])("without ct.user.arn the session is told by the principal's id with plugin %s", (_, fields, role) => {
    const actor = ofAlert({ ...session, "ct.user.arn": undefined, ...fields });
    expect([actor.name, actor.role]).toEqual(["alice@example.com", role]);
  });

  test("ct.user alone is a name and no role, because plugin versions differ in which of the two it is", () => {
    const actor = ofAlert({ "ct.user.identitytype": "AssumedRole", "ct.user": "Admin" });
    expect([actor.name, actor.role]).toEqual(["Admin", undefined]);
  });

  test.each([
    [
      { "ct.user.identitytype": "AWSService", "ct.user": "rds.amazonaws.com" },
      "aws_service",
      "rds.amazonaws.com",
    ],
    [
      { "ct.user.identitytype": "AWSAccount", "ct.user": "AWSAccount", "ct.user.accountid": "210987654321" },
      "aws_account",
      "210987654321",
    ],
    [
      { "ct.user.identitytype": "FederatedUser", "ct.user": "FederatedUser" },
      "federated_user",
      "FederatedUser",
    ],
    [{ "ct.user.identitytype": "WebIdentityUser", "ct.originaluser": "oidc" }, "web_identity_user", "oidc"],
    [{ "ct.user.identitytype": "Root", "ct.user": null }, "root", "root"],
    [{ "ct.user": "alice" }, "unknown", "alice"],
    [{ "ct.user": "<NA>" }, "unknown", "unknown"],
    [{ "ct.srcip": "kms.amazonaws.com" }, "aws_service", "kms.amazonaws.com"],
    [{}, "unknown", "unknown"],
  ])("%j is %s %s", (fields, kind, name) => {
    expect(ofAlert(fields)).toMatchObject({ kind, name });
  });

  test("ct.sessioncredentialfromconsole is there only for console sessions, whatever it says", () => {
    const console = (value: JsonValue | undefined) =>
      ofAlert({ "ct.sessioncredentialfromconsole": value }).console;
    expect(["false", "true", ""].map(console)).toEqual([true, true, true]);
    expect([null, "<NA>", undefined].map(console)).toEqual([undefined, undefined, undefined]);
  });

  test("what the plugin loses comes back through the json plugin's aliases", () => {
    expect(ofAlert({ session_from_console: "true" }).console).toBe(true);
    expect(ofAlert({ session_from_console: "<NA>" })).not.toHaveProperty("console");
    expect(ofAlert({ ...session, invoked_by: "ecs.amazonaws.com" })).toMatchObject({
      ...expected,
      invokedBy: "ecs.amazonaws.com",
    });
  });
});
