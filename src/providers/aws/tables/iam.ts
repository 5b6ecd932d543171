import type { ServiceMapping } from "../mapping-table.js";
import { by } from "./ec2-rows.js";
import { iamGroups } from "./iam-groups.js";
import { iamPolicies } from "./iam-policies.js";
import { iamRoles } from "./iam-roles.js";
import { iamOperation, iamRow } from "./iam-rows.js";
import { iamUsers } from "./iam-users.js";

const PROVIDER_BY_ARN = [
  by(["request.openIDConnectProviderArn", "response.openIDConnectProviderArn"], ["arn", "id"]),
];
const SAML_BY_ARN = [by(["request.sAMLProviderArn", "response.sAMLProviderArn"], ["arn", "id"])];

/** Identity providers and what an account has one of. */
const account: ServiceMapping = {
  CreateOpenIDConnectProvider: iamOperation("create", "aws_iam_openid_connect_provider", PROVIDER_BY_ARN, {
    attributes: {
      "request.url": "url",
      "request.clientIDList[]": "client_id_list",
      "request.thumbprintList[]": "thumbprint_list",
    },
  }),
  DeleteOpenIDConnectProvider: iamOperation("delete", "aws_iam_openid_connect_provider", PROVIDER_BY_ARN),
  UpdateOpenIDConnectProviderThumbprint: iamOperation(
    "update",
    "aws_iam_openid_connect_provider",
    PROVIDER_BY_ARN,
    {
      attributes: { "request.thumbprintList[]": "thumbprint_list" },
    },
  ),
  AddClientIDToOpenIDConnectProvider: iamOperation(
    "update",
    "aws_iam_openid_connect_provider",
    PROVIDER_BY_ARN,
    {
      attributes: { "request.clientID": { attribute: "client_id_list", change: "added" } },
    },
  ),
  RemoveClientIDFromOpenIDConnectProvider: iamOperation(
    "update",
    "aws_iam_openid_connect_provider",
    PROVIDER_BY_ARN,
    {
      attributes: { "request.clientID": { attribute: "client_id_list", change: "removed" } },
    },
  ),
  CreateSAMLProvider: iamOperation("create", "aws_iam_saml_provider", SAML_BY_ARN, {
    attributes: { "request.name": "name" },
  }),
  UpdateSAMLProvider: iamOperation("update", "aws_iam_saml_provider", SAML_BY_ARN, { partial: true }),
  DeleteSAMLProvider: iamOperation("delete", "aws_iam_saml_provider", SAML_BY_ARN),
  UpdateAccountPasswordPolicy: iamOperation("update", "aws_iam_account_password_policy", [], {
    attributes: {
      "request.minimumPasswordLength": "minimum_password_length",
      "request.requireSymbols": "require_symbols",
      "request.requireNumbers": "require_numbers",
      "request.requireUppercaseCharacters": "require_uppercase_characters",
      "request.requireLowercaseCharacters": "require_lowercase_characters",
      "request.allowUsersToChangePassword": "allow_users_to_change_password",
      "request.maxPasswordAge": "max_password_age",
      "request.passwordReusePrevention": "password_reuse_prevention",
      "request.hardExpiry": "hard_expiry",
    },
    partial: true,
  }),
  DeleteAccountPasswordPolicy: iamOperation("delete", "aws_iam_account_password_policy", []),
  CreateAccountAlias: iamOperation("create", "aws_iam_account_alias", [
    by("request.accountAlias", ["account_alias", "id"]),
  ]),
  DeleteAccountAlias: iamOperation("delete", "aws_iam_account_alias", [
    by("request.accountAlias", ["account_alias", "id"]),
  ]),
  CreateServiceLinkedRole: {
    targets: [
      iamRow("create", "aws_iam_service_linked_role", [
        by("response.role.arn", ["arn", "id"]),
        by("request.aWSServiceName", "aws_service_name"),
      ]),
    ],
  },
  DeleteServiceLinkedRole: iamOperation("delete", "aws_iam_service_linked_role", [
    by("request.roleName", "name"),
  ]),
  GenerateCredentialReport: {
    ignored: "data_plane",
    detail: "a report was made; nothing that is declared changed",
  },
  GenerateServiceLastAccessedDetails: {
    ignored: "data_plane",
    detail: "a report was made; nothing that is declared changed",
  },
};

/** Operations of IAM. Source: IAM API 2010-05-08 as CloudTrail records it; Terraform AWS provider 6. */
export const iam: ServiceMapping = { ...iamRoles, ...iamUsers, ...iamGroups, ...iamPolicies, ...account };
