import type { ServiceMapping } from "../mapping-table.js";
import {
  attachment,
  boundary,
  deleteInlinePolicy,
  iamOperation,
  iamRow,
  type PolicyHolder,
  putInlinePolicy,
  ROLE,
  TAGS_ADDED,
  TAGS_REMOVED,
} from "./iam-rows.js";
import { by } from "./rows.js";

const role: PolicyHolder = { type: "role", match: ROLE };
const PROFILE = [by("request.instanceProfileName", ["name", "id"])];

/** Roles and instance profiles. */
export const iamRoles: ServiceMapping = {
  CreateRole: iamOperation("create", "aws_iam_role", ROLE, {
    attributes: {
      "request.assumeRolePolicyDocument": { attribute: "assume_role_policy", as: "document" },
      "request.path": "path",
      "request.description": "description",
      "request.maxSessionDuration": "max_session_duration",
      "request.permissionsBoundary": "permissions_boundary",
      "request.tags": { attribute: "tags", as: "tags" },
    },
  }),
  DeleteRole: iamOperation("delete", "aws_iam_role", ROLE),
  UpdateRole: iamOperation("update", "aws_iam_role", ROLE, {
    attributes: {
      "request.description": "description",
      "request.maxSessionDuration": "max_session_duration",
    },
    partial: true,
  }),
  UpdateRoleDescription: iamOperation("update", "aws_iam_role", ROLE, {
    attributes: { "request.description": "description" },
  }),
  UpdateAssumeRolePolicy: iamOperation("update", "aws_iam_role", ROLE, {
    attributes: { "request.policyDocument": { attribute: "assume_role_policy", as: "document" } },
  }),
  PutRolePermissionsBoundary: boundary(role, true),
  DeleteRolePermissionsBoundary: boundary(role, false),
  AttachRolePolicy: attachment("added", role),
  DetachRolePolicy: attachment("removed", role),
  PutRolePolicy: putInlinePolicy(role),
  DeleteRolePolicy: deleteInlinePolicy(role),
  TagRole: iamOperation("update", "aws_iam_role", ROLE, TAGS_ADDED),
  UntagRole: iamOperation("update", "aws_iam_role", ROLE, TAGS_REMOVED),
  CreateInstanceProfile: iamOperation("create", "aws_iam_instance_profile", PROFILE, {
    attributes: { "request.path": "path", "request.tags": { attribute: "tags", as: "tags" } },
  }),
  DeleteInstanceProfile: iamOperation("delete", "aws_iam_instance_profile", PROFILE),
  AddRoleToInstanceProfile: iamOperation("update", "aws_iam_instance_profile", PROFILE, {
    attributes: { "request.roleName": "role" },
  }),
  RemoveRoleFromInstanceProfile: {
    targets: [iamRow("update", "aws_iam_instance_profile", PROFILE, { sets: { role: null } })],
  },
  TagInstanceProfile: iamOperation("update", "aws_iam_instance_profile", PROFILE, TAGS_ADDED),
  UntagInstanceProfile: iamOperation("update", "aws_iam_instance_profile", PROFILE, TAGS_REMOVED),
};
