import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../../src/model/json.js";
import { mappedTargets, type TargetSummary } from "../../../../support/mapped-targets.js";

const ROLE = { is: "update aws_iam_role", by: { "name|id": ["app"] } };
const POLICY_ARN = "arn:aws:iam::123456789012:policy/deny-all";
const DOCUMENT = '{"Version":"2012-10-17","Statement":[]}';
const PARSED = { Version: "2012-10-17", Statement: [] };

type Case = readonly [operation: string, request: JsonObject, expected: TargetSummary, response?: JsonObject];

const cases: readonly Case[] = [
  [
    "CreateRole",
    {
      roleName: "app",
      assumeRolePolicyDocument: DOCUMENT,
      maxSessionDuration: 3600,
      tags: [{ key: "a", value: "b" }],
    },
    {
      is: "create aws_iam_role",
      by: { "name|id": ["app"] },
      changes: { assume_role_policy: PARSED, max_session_duration: 3600, tags: { a: "b" } },
    },
  ],
  ["DeleteRole", { roleName: "app" }, { ...ROLE, is: "delete aws_iam_role" }],
  ["UpdateRole", { roleName: "app", description: "d" }, { ...ROLE, changes: { description: "d" } }],
  [
    "UpdateRoleDescription",
    { roleName: "app", description: "d" },
    { ...ROLE, changes: { description: "d" } },
  ],
  [
    "UpdateAssumeRolePolicy",
    { roleName: "app", policyDocument: DOCUMENT },
    { ...ROLE, changes: { assume_role_policy: PARSED } },
  ],
  [
    "PutRolePermissionsBoundary",
    { roleName: "app", permissionsBoundary: POLICY_ARN },
    { ...ROLE, changes: { permissions_boundary: POLICY_ARN } },
  ],
  [
    "DeleteRolePermissionsBoundary",
    { roleName: "app" },
    { ...ROLE, changes: { permissions_boundary: null } },
  ],
  [
    "AttachRolePolicy",
    { roleName: "app", policyArn: POLICY_ARN },
    {
      is: "create aws_iam_role_policy_attachment",
      by: { role: ["app"], policy_arn: [POLICY_ARN] },
      orElse: {
        is: "update aws_iam_policy_attachment",
        by: { policy_arn: [POLICY_ARN] },
        changes: { "+roles": "app" },
        orElse: { ...ROLE, changes: { "+managed_policy_arns": POLICY_ARN } },
      },
    },
  ],
  [
    "DetachRolePolicy",
    { roleName: "app", policyArn: POLICY_ARN },
    {
      is: "delete aws_iam_role_policy_attachment",
      by: { role: ["app"], policy_arn: [POLICY_ARN] },
      orElse: {
        is: "update aws_iam_policy_attachment",
        by: { policy_arn: [POLICY_ARN] },
        changes: { "-roles": "app" },
        orElse: { ...ROLE, changes: { "-managed_policy_arns": POLICY_ARN } },
      },
    },
  ],
  [
    "PutRolePolicy",
    { roleName: "app", policyName: "inline", policyDocument: DOCUMENT },
    {
      is: "update aws_iam_role_policy",
      by: { role: ["app"], name: ["inline"] },
      changes: { policy: PARSED },
      orElse: ROLE,
    },
  ],
  [
    "DeleteRolePolicy",
    { roleName: "app", policyName: "inline" },
    { is: "delete aws_iam_role_policy", by: { role: ["app"], name: ["inline"] }, orElse: ROLE },
  ],
  ["TagRole", { roleName: "app", tags: [{ key: "a", value: "b" }] }, { ...ROLE, changes: { "tags.a": "b" } }],
  [
    "UntagRole",
    { roleName: "app", tagKeys: ["a", "b.c"] },
    { ...ROLE, changes: { "-tags.a": null, '-tags["b.c"]': null } },
  ],
  [
    "AddRoleToInstanceProfile",
    { instanceProfileName: "p", roleName: "app" },
    { is: "update aws_iam_instance_profile", by: { "name|id": ["p"] }, changes: { role: "app" } },
  ],
  [
    "RemoveRoleFromInstanceProfile",
    { instanceProfileName: "p", roleName: "app" },
    { is: "update aws_iam_instance_profile", by: { "name|id": ["p"] }, changes: { role: null } },
  ],
  [
    "DeleteInstanceProfile",
    { instanceProfileName: "p" },
    { is: "delete aws_iam_instance_profile", by: { "name|id": ["p"] } },
  ],
  [
    "CreateUser",
    { userName: "bob", path: "/ops/" },
    { is: "create aws_iam_user", by: { "name|id": ["bob"] }, changes: { path: "/ops/" } },
  ],
  ["DeleteUser", { userName: "bob" }, { is: "delete aws_iam_user", by: { "name|id": ["bob"] } }],
  [
    "UpdateUser",
    { userName: "bob", newUserName: "rob" },
    { is: "update aws_iam_user", by: { "name|id": ["bob"] }, changes: { name: "rob" } },
  ],
  [
    "AttachUserPolicy",
    { userName: "bob", policyArn: POLICY_ARN },
    {
      is: "create aws_iam_user_policy_attachment",
      by: { user: ["bob"], policy_arn: [POLICY_ARN] },
      orElse: {
        is: "update aws_iam_policy_attachment",
        by: { policy_arn: [POLICY_ARN] },
        changes: { "+users": "bob" },
        orElse: { is: "update aws_iam_user", by: { "name|id": ["bob"] } },
      },
    },
  ],
  [
    "CreateAccessKey",
    { userName: "bob" },
    {
      is: "create aws_iam_access_key",
      by: { id: ["AKIAEXAMPLE"] },
      changes: { user: "bob", status: "Active" },
    },
    { accessKey: { accessKeyId: "AKIAEXAMPLE", userName: "bob", status: "Active" } },
  ],
  [
    "UpdateAccessKey",
    { userName: "bob", accessKeyId: "AKIAEXAMPLE", status: "Inactive" },
    { is: "update aws_iam_access_key", by: { id: ["AKIAEXAMPLE"] }, changes: { status: "Inactive" } },
  ],
  [
    "DeleteAccessKey",
    { userName: "bob", accessKeyId: "AKIAEXAMPLE" },
    { is: "delete aws_iam_access_key", by: { id: ["AKIAEXAMPLE"] } },
  ],
  [
    "CreateLoginProfile",
    { userName: "bob", passwordResetRequired: false },
    {
      is: "create aws_iam_user_login_profile",
      by: { "user|id": ["bob"] },
      changes: { password_reset_required: false },
    },
  ],
  [
    "UpdateLoginProfile",
    { userName: "bob" },
    { is: "update aws_iam_user_login_profile", by: { "user|id": ["bob"] } },
  ],
  [
    "DeleteLoginProfile",
    { userName: "bob" },
    { is: "delete aws_iam_user_login_profile", by: { "user|id": ["bob"] } },
  ],
  [
    "AddUserToGroup",
    { userName: "bob", groupName: "admins" },
    {
      is: "update aws_iam_user_group_membership",
      by: { user: ["bob"] },
      changes: { "+groups": "admins" },
      orElse: {
        is: "update aws_iam_group_membership",
        by: { group: ["admins"] },
        changes: { "+users": "bob" },
        orElse: { is: "update aws_iam_group", by: { "name|id": ["admins"] } },
      },
    },
  ],
  [
    "CreatePolicy",
    { policyName: "deny-all", policyDocument: DOCUMENT },
    {
      is: "create aws_iam_policy",
      by: { "arn|id": [POLICY_ARN, "deny-all"] },
      changes: { name: "deny-all", policy: PARSED },
    },
    { policy: { arn: POLICY_ARN } },
  ],
  [
    "CreatePolicyVersion",
    { policyArn: POLICY_ARN, policyDocument: DOCUMENT, setAsDefault: true },
    { is: "update aws_iam_policy", by: { "arn|id": [POLICY_ARN, "deny-all"] }, changes: { policy: PARSED } },
  ],
  [
    "CreatePolicyVersion",
    { policyArn: POLICY_ARN, policyDocument: DOCUMENT, setAsDefault: false },
    { is: "update aws_iam_policy", by: { "arn|id": [POLICY_ARN, "deny-all"] }, changes: { arn: POLICY_ARN } },
  ],
  [
    "SetDefaultPolicyVersion",
    { policyArn: POLICY_ARN, versionId: "v1" },
    { is: "update aws_iam_policy", by: { "arn|id": [POLICY_ARN, "deny-all"] } },
  ],
  [
    "DeletePolicy",
    { policyArn: POLICY_ARN },
    { is: "delete aws_iam_policy", by: { "arn|id": [POLICY_ARN, "deny-all"] } },
  ],
  [
    "UpdateAccountPasswordPolicy",
    { minimumPasswordLength: 6, requireSymbols: false },
    {
      is: "update aws_iam_account_password_policy",
      by: {},
      changes: { minimum_password_length: 6, require_symbols: false },
    },
  ],
  ["DeleteAccountPasswordPolicy", {}, { is: "delete aws_iam_account_password_policy", by: {} }],
  [
    "UpdateOpenIDConnectProviderThumbprint",
    { openIDConnectProviderArn: "arn:aws:iam::123456789012:oidc-provider/x", thumbprintList: ["a"] },
    {
      is: "update aws_iam_openid_connect_provider",
      by: { "arn|id": ["arn:aws:iam::123456789012:oidc-provider/x", "x"] },
      changes: { thumbprint_list: ["a"] },
    },
  ],
];

describe("IAM", () => {
  for (const [operation, request, expected, response] of cases) {
    it(`${operation} is mapped`, () => {
      expect(mappedTargets("iam", operation, request, response)).toEqual([expected]);
    });
  }

  it("passes over what changes no declared attribute", () => {
    expect(mappedTargets("iam", "ChangePassword", {})).toBe("skipped");
    expect(mappedTargets("iam", "DeletePolicyVersion", { policyArn: POLICY_ARN })).toBe("skipped");
  });
});
