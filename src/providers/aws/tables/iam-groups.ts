import type { ServiceMapping, TargetMapping } from "../mapping-table.js";
import {
  attachment,
  deleteInlinePolicy,
  GROUP,
  iamOperation,
  iamRow,
  type PolicyHolder,
  putInlinePolicy,
  USER,
} from "./iam-rows.js";
import { by } from "./rows.js";

const group: PolicyHolder = { type: "group", match: GROUP };

const MEMBERS = [by("request.groupName", "group")];
const MEMBERSHIPS = [by("request.userName", "user")];
const THIS_MEMBERSHIP = [...MEMBERSHIPS, by("request.groupName", "groups")];

/** The group, else the user: neither declares who is a member. */
const GROUP_OR_USER = iamRow("update", "aws_iam_group", GROUP, {
  orElse: iamRow("update", "aws_iam_user", USER),
});

/** All members of a group, where Terraform declares them all. */
const members = (change: "added" | "removed", orElse: TargetMapping) =>
  iamRow("update", "aws_iam_group_membership", MEMBERS, {
    attributes: { "request.userName": { attribute: "users", change } },
    orElse,
  });

/**
 * A user may have several memberships, of which each declares some groups: one that has the group agrees, and only where
 * none has it is the group new to them.
 */
const joined = members(
  "added",
  iamRow("create", "aws_iam_user_group_membership", THIS_MEMBERSHIP, {
    orElse: iamRow("update", "aws_iam_user_group_membership", MEMBERSHIPS, {
      attributes: { "request.groupName": { attribute: "groups", change: "added" } },
      orElse: GROUP_OR_USER,
    }),
  }),
);

const left = iamRow("update", "aws_iam_user_group_membership", THIS_MEMBERSHIP, {
  attributes: { "request.groupName": { attribute: "groups", change: "removed" } },
  orElse: members("removed", GROUP_OR_USER),
});

/** Groups and their members. */
export const iamGroups: ServiceMapping = {
  CreateGroup: iamOperation("create", "aws_iam_group", GROUP, { attributes: { "request.path": "path" } }),
  DeleteGroup: iamOperation("delete", "aws_iam_group", GROUP),
  UpdateGroup: iamOperation("update", "aws_iam_group", GROUP, {
    attributes: { "request.newGroupName": "name", "request.newPath": "path" },
  }),
  AddUserToGroup: { targets: [joined] },
  RemoveUserFromGroup: { targets: [left] },
  AttachGroupPolicy: attachment("added", group),
  DetachGroupPolicy: attachment("removed", group),
  PutGroupPolicy: putInlinePolicy(group),
  DeleteGroupPolicy: deleteInlinePolicy(group),
};
