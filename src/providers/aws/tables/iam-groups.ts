import type { OperationMapping, ServiceMapping } from "../mapping-table.js";
import { by } from "./ec2-rows.js";
import {
  attachment,
  deleteInlinePolicy,
  GROUP,
  iamOperation,
  iamRow,
  type PolicyHolder,
  putInlinePolicy,
} from "./iam-rows.js";

const group: PolicyHolder = { type: "group", match: GROUP };

/**
 * A user that joins or leaves a group: the user's memberships, else the group's members, else the group. Terraform
 * declares either side.
 */
function membership(change: "added" | "removed"): OperationMapping {
  const members = iamRow("update", "aws_iam_group_membership", [by("request.groupName", "group")], {
    attributes: { "request.userName": { attribute: "users", change } },
    orElse: iamRow("update", "aws_iam_group", GROUP),
  });
  return {
    targets: [
      iamRow("update", "aws_iam_user_group_membership", [by("request.userName", "user")], {
        attributes: { "request.groupName": { attribute: "groups", change } },
        orElse: members,
      }),
    ],
  };
}

/** Groups and their members. */
export const iamGroups: ServiceMapping = {
  CreateGroup: iamOperation("create", "aws_iam_group", GROUP, { attributes: { "request.path": "path" } }),
  DeleteGroup: iamOperation("delete", "aws_iam_group", GROUP),
  UpdateGroup: iamOperation("update", "aws_iam_group", GROUP, {
    attributes: { "request.newGroupName": "name", "request.newPath": "path" },
  }),
  AddUserToGroup: membership("added"),
  RemoveUserFromGroup: membership("removed"),
  AttachGroupPolicy: attachment("added", group),
  DetachGroupPolicy: attachment("removed", group),
  PutGroupPolicy: putInlinePolicy(group),
  DeleteGroupPolicy: deleteInlinePolicy(group),
};
