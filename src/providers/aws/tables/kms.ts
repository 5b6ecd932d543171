import type { IgnoredOperation, OperationMapping, ServiceMapping, TargetMapping } from "../mapping-table.js";
import { alternatives } from "./read-rows.js";
import { by, operation, type RowDetails, row } from "./rows.js";

/** A key is named by its id, its ARN or an alias; the record's resources have its ARN. */
const KEY_PATHS = ["request.keyId", "resources.AWS::KMS::Key", "response.keyId"] as const;
const KEY = [by(KEY_PATHS, ["key_id", "id", "arn"])];
const OTHER_KEYS = ["aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key"] as const;
const KEY_TYPES = ["aws_kms_key", ...OTHER_KEYS] as const;
const CREATED_KEY = [by(["response.keyMetadata.keyId", "response.keyMetadata.arn"], ["key_id", "id", "arn"])];
const ALIAS = [by("request.aliasName", ["name", "id"])];
const GRANT = [by(["request.grantId", "response.grantId"], "grant_id")];
const STORE = [by(["request.customKeyStoreId", "response.customKeyStoreId"])];

const POLICY: RowDetails = { attributes: { "request.policy": { attribute: "policy", as: "document" } } };
const ALIAS_TARGET: RowDetails = { attributes: { "request.targetKeyId": "target_key_id" } };

function key(effect: TargetMapping["effect"], details: RowDetails = {}): OperationMapping {
  return { targets: [row(effect, KEY_TYPES, KEY, details)] };
}

/** The one attribute that a key has under another name where its material is imported or replicated. */
function enabled(value: boolean): OperationMapping {
  return alternatives([
    row("update", "aws_kms_key", KEY, { sets: { is_enabled: value } }),
    row("update", OTHER_KEYS, KEY, { sets: { enabled: value } }),
  ]);
}

/** Only keys with material of AWS's own rotate. */
function rotation(value: boolean): OperationMapping {
  return operation("update", "aws_kms_key", KEY, {
    attributes: { "request.rotationPeriodInDays": "rotation_period_in_days" },
    sets: { enable_key_rotation: value },
  });
}

const CRYPTOGRAPHY: IgnoredOperation = {
  ignored: "data_plane",
  detail: "a use of a key, not a change of it",
};

const MATERIAL: IgnoredOperation = {
  ignored: "data_plane",
  detail: "the key material was rotated; nothing that is declared changed",
};

const CRYPTOGRAPHIC_OPERATIONS = [
  "Decrypt",
  "Encrypt",
  "ReEncrypt",
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
  "GenerateMac",
  "GenerateRandom",
  "VerifyMac",
  "Sign",
  "Verify",
  "DeriveSharedSecret",
] as const;

/** Operations of KMS. Source: KMS API 2014-11-01 as CloudTrail records it; Terraform AWS provider 6. */
export const kms: ServiceMapping = {
  CreateKey: {
    targets: [
      row("create", ["aws_kms_key", "aws_kms_external_key"], CREATED_KEY, {
        attributes: {
          "request.description": "description",
          "request.keyUsage": "key_usage",
          "request.multiRegion": "multi_region",
          "request.policy": { attribute: "policy", as: "document" },
          "request.tags": { attribute: "tags", as: "tags" },
        },
      }),
    ],
  },
  ScheduleKeyDeletion: key("delete"),
  // What was to be deleted comes back disabled.
  CancelKeyDeletion: enabled(false),
  DisableKey: enabled(false),
  EnableKey: enabled(true),
  EnableKeyRotation: rotation(true),
  DisableKeyRotation: rotation(false),
  UpdateKeyDescription: key("update", { attributes: { "request.description": "description" } }),
  PutKeyPolicy: {
    targets: [
      row("update", "aws_kms_key_policy", [by(KEY_PATHS, ["key_id", "id"])], {
        ...POLICY,
        partial: false,
        orElse: row("update", KEY_TYPES, KEY, { ...POLICY, partial: false }),
      }),
    ],
  },
  TagResource: key("update", {
    attributes: { "request.tags": { attribute: "tags", change: "added", as: "tags" } },
  }),
  UntagResource: key("update", {
    attributes: { "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } },
  }),
  ReplicateKey: {
    targets: [
      row(
        "create",
        ["aws_kms_replica_key", "aws_kms_replica_external_key"],
        [by("response.replicaKeyMetadata.arn", "arn")],
        {
          attributes: {
            "request.description": "description",
            "response.replicaPolicy": { attribute: "policy", as: "document" },
            "request.tags": { attribute: "tags", as: "tags" },
          },
          // The call is made where the key is, the replica is where the call says.
          scope: "account",
        },
      ),
    ],
  },
  UpdatePrimaryRegion: key("update"),
  ImportKeyMaterial: operation("update", "aws_kms_external_key", KEY),
  DeleteImportedKeyMaterial: operation("update", "aws_kms_external_key", KEY),
  CreateAlias: operation("create", "aws_kms_alias", ALIAS, ALIAS_TARGET),
  UpdateAlias: operation("update", "aws_kms_alias", ALIAS, ALIAS_TARGET),
  DeleteAlias: operation("delete", "aws_kms_alias", ALIAS),
  CreateGrant: operation("create", "aws_kms_grant", GRANT, {
    attributes: {
      "request.name": "name",
      "request.granteePrincipal": "grantee_principal",
      "request.retiringPrincipal": "retiring_principal",
      "request.operations[]": "operations",
    },
  }),
  RevokeGrant: operation("delete", "aws_kms_grant", GRANT),
  RetireGrant: operation("delete", "aws_kms_grant", GRANT),
  CreateCustomKeyStore: operation("create", "aws_kms_custom_key_store", STORE, {
    attributes: { "request.customKeyStoreName": "custom_key_store_name" },
  }),
  UpdateCustomKeyStore: operation("update", "aws_kms_custom_key_store", STORE, {
    attributes: {
      "request.newCustomKeyStoreName": "custom_key_store_name",
      "request.cloudHsmClusterId": "cloud_hsm_cluster_id",
      "request.keyStorePassword": { attribute: "key_store_password", as: "masked" },
    },
  }),
  DeleteCustomKeyStore: operation("delete", "aws_kms_custom_key_store", STORE),
  RotateKey: MATERIAL,
  RotateKeyOnDemand: MATERIAL,
  ...Object.fromEntries(CRYPTOGRAPHIC_OPERATIONS.map((name) => [name, CRYPTOGRAPHY])),
};
