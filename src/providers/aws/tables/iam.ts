import { known } from "../../../model/observed-value.js";
import { buildTargets } from "../build-targets.js";
import type { OperationMapping, ServiceMapping } from "../mapping-table.js";
import { iamCredentials } from "./iam-credentials.js";
import { iamGroups } from "./iam-groups.js";
import { iamPolicies } from "./iam-policies.js";
import { iamRoles } from "./iam-roles.js";
import { iamOperation, iamRow, TAGS_ADDED, TAGS_REMOVED } from "./iam-rows.js";
import { iamUsers } from "./iam-users.js";
import { by } from "./rows.js";

const PROVIDER_BY_ARN = [
  by(["request.openIDConnectProviderArn", "response.openIDConnectProviderArn"], ["arn", "id"]),
];
const SAML_BY_ARN = [by(["request.sAMLProviderArn", "response.sAMLProviderArn"], ["arn", "id"])];

/**
 * What a password policy goes back to where a call leaves it out.
 *
 * Source: IAM API 2010-05-08 `UpdateAccountPasswordPolicy`.
 */
const PASSWORD_POLICY_DEFAULTS = {
  minimum_password_length: 6,
  require_symbols: false,
  require_numbers: false,
  require_uppercase_characters: false,
  require_lowercase_characters: false,
  allow_users_to_change_password: false,
  max_password_age: 0,
  password_reuse_prevention: 0,
  hard_expiry: false,
} as const;

/** A feature of the organization's root access, which the operation's name tells. */
function organizationFeature(change: "added" | "removed", feature: string): OperationMapping {
  const mapping = iamRow("update", "aws_iam_organizations_features", []);
  const changes = [{ path: "enabled_features", change, value: known(feature) }] as const;
  return {
    targets: (record) => buildTargets(mapping, record, false).map((target) => ({ ...target, changes })),
    needsRequest: false,
  };
}

/** Identity providers and what an account has one of. */
const account: ServiceMapping = {
  // The state has the URL without its scheme, which the ARN tells as well.
  CreateOpenIDConnectProvider: iamOperation("create", "aws_iam_openid_connect_provider", PROVIDER_BY_ARN, {
    attributes: {
      "request.clientIDList[]": "client_id_list",
      "request.thumbprintList[]": "thumbprint_list",
      "request.tags": { attribute: "tags", as: "tags" },
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
  TagOpenIDConnectProvider: iamOperation(
    "update",
    "aws_iam_openid_connect_provider",
    PROVIDER_BY_ARN,
    TAGS_ADDED,
  ),
  UntagOpenIDConnectProvider: iamOperation(
    "update",
    "aws_iam_openid_connect_provider",
    PROVIDER_BY_ARN,
    TAGS_REMOVED,
  ),
  CreateSAMLProvider: iamOperation("create", "aws_iam_saml_provider", SAML_BY_ARN, {
    attributes: { "request.name": "name", "request.tags": { attribute: "tags", as: "tags" } },
  }),
  UpdateSAMLProvider: iamOperation("update", "aws_iam_saml_provider", SAML_BY_ARN, {
    attributes: { "request.sAMLMetadataDocument": "saml_metadata_document" },
    partial: true,
  }),
  TagSAMLProvider: iamOperation("update", "aws_iam_saml_provider", SAML_BY_ARN, TAGS_ADDED),
  UntagSAMLProvider: iamOperation("update", "aws_iam_saml_provider", SAML_BY_ARN, TAGS_REMOVED),
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
    sets: PASSWORD_POLICY_DEFAULTS,
    partial: true,
  }),
  DeleteAccountPasswordPolicy: {
    ...iamOperation("delete", "aws_iam_account_password_policy", []),
    needsRequest: false,
  },
  SetSecurityTokenServicePreferences: iamOperation(
    "update",
    "aws_iam_security_token_service_preferences",
    [],
    {
      attributes: { "request.globalEndpointTokenVersion": "global_endpoint_token_version" },
    },
  ),
  EnableOrganizationsRootCredentialsManagement: organizationFeature("added", "RootCredentialsManagement"),
  DisableOrganizationsRootCredentialsManagement: organizationFeature("removed", "RootCredentialsManagement"),
  EnableOrganizationsRootSessions: organizationFeature("added", "RootSessions"),
  DisableOrganizationsRootSessions: organizationFeature("removed", "RootSessions"),
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
export const iam: ServiceMapping = {
  ...iamRoles,
  ...iamUsers,
  ...iamGroups,
  ...iamPolicies,
  ...iamCredentials,
  ...account,
};
