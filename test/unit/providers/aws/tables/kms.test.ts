import { kms } from "../../../../../src/providers/aws/tables/kms.js";
import { describeTable } from "../../../../support/table-cases.js";

describeTable("kms.amazonaws.com", kms, [
  {
    operation: "CreateKey",
    request: {
      description: "d",
      keyUsage: "ENCRYPT_DECRYPT",
      policy: '{"Version":"2012-10-17","Statement":[]}',
      tags: [{ tagKey: "team", tagValue: "core" }],
    },
    response: {
      keyMetadata: {
        keyId: "1234abcd-12ab-34cd-56ef-1234567890ab",
        arn: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        keyState: "Enabled",
      },
    },
    targets: [
      'create aws_kms_key|aws_kms_external_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab,arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab: description="d"; key_usage="ENCRYPT_DECRYPT"; policy={"Version":"2012-10-17","Statement":[]}; tags={"team":"core"}',
    ],
  },
  {
    operation: "ScheduleKeyDeletion",
    request: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab", pendingWindowInDays: 7 },
    response: {
      keyId: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      keyState: "PendingDeletion",
    },
    targets: [
      "delete aws_kms_key|aws_kms_external_key|aws_kms_replica_key|aws_kms_replica_external_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab,arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab:",
    ],
  },
  {
    operation: "CancelKeyDeletion",
    request: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
    response: { keyId: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" },
    targets: [
      "update aws_kms_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab,arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab: is_enabled=false else update aws_kms_external_key|aws_kms_replica_key|aws_kms_replica_external_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab,arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab: enabled=false",
    ],
  },
  {
    operation: "DisableKey",
    request: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
    targets: [
      "update aws_kms_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab: is_enabled=false else update aws_kms_external_key|aws_kms_replica_key|aws_kms_replica_external_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab: enabled=false",
    ],
  },
  {
    operation: "DisableKey",
    form: "by an alias, the key being among the record's resources",
    request: { keyId: "alias/app" },
    resources: [
      {
        id: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        type: "AWS::KMS::Key",
        account: "123456789012",
      },
    ],
    targets: [
      "update aws_kms_key key_id,id,arn=alias/app,arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab,1234abcd-12ab-34cd-56ef-1234567890ab: is_enabled=false else update aws_kms_external_key|aws_kms_replica_key|aws_kms_replica_external_key key_id,id,arn=alias/app,arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab,1234abcd-12ab-34cd-56ef-1234567890ab: enabled=false",
    ],
  },
  {
    operation: "EnableKey",
    request: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
    targets: [
      "update aws_kms_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab: is_enabled=true else update aws_kms_external_key|aws_kms_replica_key|aws_kms_replica_external_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab: enabled=true",
    ],
  },
  {
    operation: "EnableKeyRotation",
    request: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab", rotationPeriodInDays: 180 },
    targets: [
      "update aws_kms_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab: rotation_period_in_days=180; enable_key_rotation=true",
    ],
  },
  {
    operation: "DisableKeyRotation",
    request: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
    targets: [
      "update aws_kms_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab: enable_key_rotation=false",
    ],
  },
  {
    operation: "UpdateKeyDescription",
    request: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab", description: "d" },
    targets: [
      'update aws_kms_key|aws_kms_external_key|aws_kms_replica_key|aws_kms_replica_external_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab: description="d"',
    ],
  },
  {
    operation: "PutKeyPolicy",
    request: {
      keyId: "1234abcd-12ab-34cd-56ef-1234567890ab",
      policyName: "default",
      policy: '{"Version":"2012-10-17","Statement":[]}',
      bypassPolicyLockoutSafetyCheck: false,
    },
    targets: [
      'update aws_kms_key_policy key_id,id=1234abcd-12ab-34cd-56ef-1234567890ab: policy={"Version":"2012-10-17","Statement":[]} else update aws_kms_key|aws_kms_external_key|aws_kms_replica_key|aws_kms_replica_external_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab: policy={"Version":"2012-10-17","Statement":[]}',
    ],
  },
  {
    operation: "TagResource",
    request: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab", tags: [{ tagKey: "team", tagValue: "core" }] },
    targets: [
      'update aws_kms_key|aws_kms_external_key|aws_kms_replica_key|aws_kms_replica_external_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab: tags.team="core"',
    ],
  },
  {
    operation: "UntagResource",
    request: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab", tagKeys: ["team"] },
    targets: [
      "update aws_kms_key|aws_kms_external_key|aws_kms_replica_key|aws_kms_replica_external_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab: -tags.team=null",
    ],
  },
  {
    operation: "ReplicateKey",
    request: { keyId: "mrk-1", replicaRegion: "eu-west-2", description: "copy" },
    response: { replicaKeyMetadata: { arn: "arn:aws:kms:eu-west-2:123456789012:key/mrk-1", keyId: "mrk-1" } },
    targets: [
      'create aws_kms_replica_key|aws_kms_replica_external_key arn=arn:aws:kms:eu-west-2:123456789012:key/mrk-1: description="copy"',
    ],
  },
  {
    operation: "UpdatePrimaryRegion",
    request: { keyId: "mrk-1", primaryRegion: "eu-west-2" },
    targets: [
      "update aws_kms_key|aws_kms_external_key|aws_kms_replica_key|aws_kms_replica_external_key key_id,id,arn=mrk-1: (partial)",
    ],
  },
  {
    operation: "ImportKeyMaterial",
    request: {
      keyId: "1234abcd-12ab-34cd-56ef-1234567890ab",
      expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
    },
    targets: ["update aws_kms_external_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab: (partial)"],
  },
  {
    operation: "DeleteImportedKeyMaterial",
    request: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
    targets: ["update aws_kms_external_key key_id,id,arn=1234abcd-12ab-34cd-56ef-1234567890ab:"],
  },
  {
    operation: "CreateAlias",
    request: { aliasName: "alias/app", targetKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
    targets: ['create aws_kms_alias name,id=alias/app: target_key_id="1234abcd-12ab-34cd-56ef-1234567890ab"'],
  },
  {
    operation: "UpdateAlias",
    request: { aliasName: "alias/app", targetKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
    targets: ['update aws_kms_alias name,id=alias/app: target_key_id="1234abcd-12ab-34cd-56ef-1234567890ab"'],
  },
  {
    operation: "DeleteAlias",
    request: { aliasName: "alias/app" },
    targets: ["delete aws_kms_alias name,id=alias/app:"],
  },
  {
    operation: "CreateGrant",
    request: {
      keyId: "1234abcd-12ab-34cd-56ef-1234567890ab",
      granteePrincipal: "arn:aws:iam::123456789012:role/app",
      operations: ["Decrypt", "GenerateDataKey"],
    },
    response: {
      grantId: "g1",
      keyId: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    },
    targets: [
      'create aws_kms_grant grant_id=g1: grantee_principal="arn:aws:iam::123456789012:role/app"; operations=["Decrypt","GenerateDataKey"]',
    ],
  },
  {
    operation: "RevokeGrant",
    request: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab", grantId: "g1" },
    targets: ["delete aws_kms_grant grant_id=g1:"],
  },
  {
    operation: "RetireGrant",
    request: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab", grantId: "g1" },
    targets: ["delete aws_kms_grant grant_id=g1:"],
  },
  {
    operation: "CreateCustomKeyStore",
    request: { customKeyStoreName: "hsm", keyStorePassword: "HIDDEN_DUE_TO_SECURITY_REASONS" },
    response: { customKeyStoreId: "cks-1" },
    targets: ['create aws_kms_custom_key_store id=cks-1: custom_key_store_name="hsm"'],
  },
  {
    operation: "UpdateCustomKeyStore",
    request: { customKeyStoreId: "cks-1", keyStorePassword: "HIDDEN_DUE_TO_SECURITY_REASONS" },
    targets: ["update aws_kms_custom_key_store id=cks-1: key_store_password=***"],
  },
  {
    operation: "DeleteCustomKeyStore",
    request: { customKeyStoreId: "cks-1" },
    targets: ["delete aws_kms_custom_key_store id=cks-1:"],
  },
]);
