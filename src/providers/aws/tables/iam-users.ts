import type { ServiceMapping } from "../mapping-table.js";
import {
  attachment,
  boundary,
  deleteInlinePolicy,
  iamOperation,
  iamRow,
  type PolicyHolder,
  putInlinePolicy,
  TAGS_ADDED,
  TAGS_REMOVED,
  USER,
} from "./iam-rows.js";
import { by } from "./rows.js";

const user: PolicyHolder = { type: "user", match: USER };
const ACCESS_KEY = [by(["request.accessKeyId", "response.accessKey.accessKeyId"], "id")];
const LOGIN_PROFILE = [by("request.userName", ["user", "id"])];
const VIRTUAL_MFA = [by(["request.serialNumber", "response.virtualMFADevice.serialNumber"], ["arn", "id"])];

/** Users, their keys, passwords and devices. */
export const iamUsers: ServiceMapping = {
  CreateUser: iamOperation("create", "aws_iam_user", USER, {
    attributes: {
      "request.path": "path",
      "request.permissionsBoundary": "permissions_boundary",
      "request.tags": { attribute: "tags", as: "tags" },
    },
  }),
  DeleteUser: iamOperation("delete", "aws_iam_user", USER),
  UpdateUser: iamOperation("update", "aws_iam_user", USER, {
    attributes: { "request.newUserName": "name", "request.newPath": "path" },
  }),
  PutUserPermissionsBoundary: boundary(user, true),
  DeleteUserPermissionsBoundary: boundary(user, false),
  AttachUserPolicy: attachment("added", user),
  DetachUserPolicy: attachment("removed", user),
  PutUserPolicy: putInlinePolicy(user),
  DeleteUserPolicy: deleteInlinePolicy(user),
  TagUser: iamOperation("update", "aws_iam_user", USER, TAGS_ADDED),
  UntagUser: iamOperation("update", "aws_iam_user", USER, TAGS_REMOVED),
  // Of an operation on the caller's own key the request leaves the user out.
  CreateAccessKey: iamOperation("create", "aws_iam_access_key", ACCESS_KEY, {
    attributes: { "response.accessKey.userName": "user", "response.accessKey.status": "status" },
  }),
  UpdateAccessKey: iamOperation("update", "aws_iam_access_key", ACCESS_KEY, {
    attributes: { "request.status": "status" },
  }),
  DeleteAccessKey: iamOperation("delete", "aws_iam_access_key", ACCESS_KEY),
  CreateLoginProfile: iamOperation("create", "aws_iam_user_login_profile", LOGIN_PROFILE, {
    attributes: { "request.passwordResetRequired": "password_reset_required" },
  }),
  // The password itself is never in a record, so all that is known is that it, or its reset, may be another.
  UpdateLoginProfile: iamOperation("update", "aws_iam_user_login_profile", LOGIN_PROFILE),
  DeleteLoginProfile: iamOperation("delete", "aws_iam_user_login_profile", LOGIN_PROFILE),
  CreateVirtualMFADevice: iamOperation("create", "aws_iam_virtual_mfa_device", VIRTUAL_MFA),
  DeleteVirtualMFADevice: iamOperation("delete", "aws_iam_virtual_mfa_device", VIRTUAL_MFA),
  EnableMFADevice: iamOperation("update", "aws_iam_virtual_mfa_device", VIRTUAL_MFA, {
    attributes: { "request.userName": "user_name" },
  }),
  DeactivateMFADevice: {
    targets: [iamRow("update", "aws_iam_virtual_mfa_device", VIRTUAL_MFA, { sets: { user_name: null } })],
  },
  UploadSSHPublicKey: iamOperation("create", "aws_iam_user_ssh_key", [
    by("response.sSHPublicKey.sSHPublicKeyId", ["ssh_public_key_id", "id"]),
  ]),
  UpdateSSHPublicKey: iamOperation(
    "update",
    "aws_iam_user_ssh_key",
    [by("request.sSHPublicKeyId", ["ssh_public_key_id", "id"])],
    { attributes: { "request.status": "status" } },
  ),
  DeleteSSHPublicKey: iamOperation("delete", "aws_iam_user_ssh_key", [
    by("request.sSHPublicKeyId", ["ssh_public_key_id", "id"]),
  ]),
  TagMFADevice: iamOperation("update", "aws_iam_virtual_mfa_device", VIRTUAL_MFA, TAGS_ADDED),
  UntagMFADevice: iamOperation("update", "aws_iam_virtual_mfa_device", VIRTUAL_MFA, TAGS_REMOVED),
  ResyncMFADevice: {
    ignored: "data_plane",
    detail: "a device's clock was set; nothing that is declared changed",
  },
  ChangePassword: {
    ignored: "data_plane",
    detail: "a user changed the own password, which no configuration declares",
  },
};
