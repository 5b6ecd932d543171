import type { IgnoredOperation, ServiceMapping, TargetMapping } from "../mapping-table.js";
import { by, type RowDetails, row } from "./ec2-rows.js";

/** A key is named by its id, its ARN or an alias; the record's resources have its ARN. */
const KEY = [
  by(
    ["request.keyId", "resources.AWS::KMS::Key", "response.keyMetadata.keyId", "response.keyId"],
    ["key_id", "id", "arn"],
  ),
];
const KEY_TYPES = [
  "aws_kms_key",
  "aws_kms_external_key",
  "aws_kms_replica_key",
  "aws_kms_replica_external_key",
] as const;
const ALIAS = [by("request.aliasName", ["name", "id"])];
const GRANT = [by(["request.grantId", "response.grantId"], "grant_id")];
const TAGS = { "request.tags": { attribute: "tags", change: "added", as: "tags" } } as const;

function key(
  effect: TargetMapping["effect"],
  details: RowDetails = {},
): { readonly targets: readonly TargetMapping[] } {
  return { targets: [row(effect, KEY_TYPES, KEY, details)] };
}

const CRYPTOGRAPHY: IgnoredOperation = {
  ignored: "data_plane",
  detail: "a use of a key, not a change of it",
};

/** Operations of KMS. Source: KMS API 2014-11-01 as CloudTrail records it; Terraform AWS provider 6. */
export const kms: ServiceMapping = {
  CreateKey: {
    targets: [
      row(
        "create",
        KEY_TYPES,
        [by(["response.keyMetadata.keyId", "response.keyMetadata.arn"], ["key_id", "id", "arn"])],
        {
          attributes: {
            "request.description": "description",
            "request.keyUsage": "key_usage",
            "request.multiRegion": "multi_region",
            "request.policy": { attribute: "policy", as: "document" },
            "request.tags": { attribute: "tags", as: "tags" },
          },
        },
      ),
    ],
  },
  ScheduleKeyDeletion: key("delete"),
  CancelKeyDeletion: key("update", { sets: { is_enabled: false } }),
  DisableKey: key("update", { sets: { is_enabled: false } }),
  EnableKey: key("update", { sets: { is_enabled: true } }),
  EnableKeyRotation: key("update", {
    sets: { enable_key_rotation: true },
    attributes: { "request.rotationPeriodInDays": "rotation_period_in_days" },
  }),
  DisableKeyRotation: key("update", { sets: { enable_key_rotation: false } }),
  UpdateKeyDescription: key("update", { attributes: { "request.description": "description" } }),
  PutKeyPolicy: {
    targets: [
      row(
        "update",
        "aws_kms_key_policy",
        [by(["request.keyId", "resources.AWS::KMS::Key"], ["key_id", "id"])],
        {
          attributes: { "request.policy": { attribute: "policy", as: "document" } },
          partial: false,
          orElse: row("update", KEY_TYPES, KEY, {
            attributes: { "request.policy": { attribute: "policy", as: "document" } },
            partial: false,
          }),
        },
      ),
    ],
  },
  TagResource: key("update", { attributes: TAGS }),
  UntagResource: key("update", {
    attributes: { "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } },
  }),
  CreateAlias: {
    targets: [
      row("create", "aws_kms_alias", ALIAS, { attributes: { "request.targetKeyId": "target_key_id" } }),
    ],
  },
  UpdateAlias: {
    targets: [
      row("update", "aws_kms_alias", ALIAS, { attributes: { "request.targetKeyId": "target_key_id" } }),
    ],
  },
  DeleteAlias: { targets: [row("delete", "aws_kms_alias", ALIAS)] },
  CreateGrant: {
    targets: [
      row("create", "aws_kms_grant", GRANT, {
        attributes: { "request.granteePrincipal": "grantee_principal", "request.operations[]": "operations" },
      }),
    ],
  },
  RevokeGrant: { targets: [row("delete", "aws_kms_grant", GRANT)] },
  RetireGrant: { targets: [row("delete", "aws_kms_grant", GRANT)] },
  ReplicateKey: {
    targets: [
      row("create", "aws_kms_replica_key", [by("response.replicaKeyMetadata.arn", "arn")], {
        attributes: { "request.description": "description" },
      }),
    ],
  },
  UpdatePrimaryRegion: key("update"),
  ImportKeyMaterial: { targets: [row("update", "aws_kms_external_key", KEY)] },
  DeleteImportedKeyMaterial: { targets: [row("update", "aws_kms_external_key", KEY)] },
  Decrypt: CRYPTOGRAPHY,
  Encrypt: CRYPTOGRAPHY,
  ReEncrypt: CRYPTOGRAPHY,
  GenerateDataKey: CRYPTOGRAPHY,
  GenerateDataKeyWithoutPlaintext: CRYPTOGRAPHY,
  GenerateDataKeyPair: CRYPTOGRAPHY,
  GenerateMac: CRYPTOGRAPHY,
  Sign: CRYPTOGRAPHY,
  Verify: CRYPTOGRAPHY,
  RotateKey: {
    ignored: "data_plane",
    detail: "the key material was rotated; nothing that is declared changed",
  },
};
