import type { ServiceMapping, TargetMapping } from "../mapping-table.js";
import type { RowDetails } from "./rows.js";
import { aspect, listedAspect } from "./s3-rows.js";

type Attributes = NonNullable<TargetMapping["attributes"]>;

const VERSIONING = "request.VersioningConfiguration";
const versioning: Attributes = {
  [`${VERSIONING}.Status`]: "versioning_configuration[0].status",
  [`${VERSIONING}.MfaDelete`]: "versioning_configuration[0].mfa_delete",
};
const bucketVersioning: Attributes = {
  [`${VERSIONING}.Status`]: {
    attribute: "versioning[0].enabled",
    values: { Enabled: true, Suspended: false },
  },
  [`${VERSIONING}.MfaDelete`]: {
    attribute: "versioning[0].mfa_delete",
    values: { Enabled: true, Disabled: false },
  },
};

/** Encryption at a path of Terraform's. A key that is left out is AWS's own; S3 bucket keys are off by default. */
function encryption(rule: string): RowDetails {
  const byDefault = `${rule}.apply_server_side_encryption_by_default[0]`;
  return {
    attributes: {
      "each.ApplyServerSideEncryptionByDefault.SSEAlgorithm": `${byDefault}.sse_algorithm`,
      "each.ApplyServerSideEncryptionByDefault.KMSMasterKeyID": `${byDefault}.kms_master_key_id`,
      "each.BucketKeyEnabled": `${rule}.bucket_key_enabled`,
    },
    sets: { [`${byDefault}.kms_master_key_id`]: null, [`${rule}.bucket_key_enabled`]: false },
  };
}

const BUCKET_ENCRYPTION = "server_side_encryption_configuration[0].rule[0]";
const BUCKET_DEFAULT_ENCRYPTION = `${BUCKET_ENCRYPTION}.apply_server_side_encryption_by_default[0]`;

const LOCK = "request.ObjectLockConfiguration";
const RETENTION = `${LOCK}.Rule.DefaultRetention`;

/** Default retention at a path of Terraform's. A put that leaves it out removes it. */
function retention(path: string): RowDetails {
  return {
    attributes: {
      [`${RETENTION}.Mode`]: `${path}.mode`,
      [`${RETENTION}.Days`]: `${path}.days`,
      [`${RETENTION}.Years`]: `${path}.years`,
    },
    sets: { [`${path}.mode`]: null, [`${path}.days`]: null, [`${path}.years`]: null },
  };
}

const lock = retention("rule[0].default_retention[0]");
const bucketLock = retention("object_lock_configuration[0].rule[0].default_retention[0]");
const ENABLED: Attributes = { [`${LOCK}.ObjectLockEnabled`]: "object_lock_enabled" };
const BUCKET_ENABLED: Attributes = {
  [`${LOCK}.ObjectLockEnabled`]: "object_lock_configuration[0].object_lock_enabled",
};
const putLock = aspect(
  "update",
  "aws_s3_bucket_object_lock_configuration",
  { ...lock, attributes: { ...ENABLED, ...lock.attributes } },
  { ...bucketLock, attributes: { ...BUCKET_ENABLED, ...bucketLock.attributes } },
);

// Lifecycle rules are a language of their own: that they changed is known, how is not compared.
const putLifecycle = aspect("update", "aws_s3_bucket_lifecycle_configuration");
const deleteLifecycle = aspect("delete", "aws_s3_bucket_lifecycle_configuration");

/** How a bucket keeps what is in it: versions, encryption, copies, retention. */
export const s3Data: ServiceMapping = {
  PutBucketVersioning: aspect(
    "update",
    "aws_s3_bucket_versioning",
    { attributes: versioning },
    { attributes: bucketVersioning },
  ),
  PutBucketEncryption: listedAspect(
    "update",
    "aws_s3_bucket_server_side_encryption_configuration",
    "request.ServerSideEncryptionConfiguration.Rule[]",
    encryption("rule[0]"),
    encryption(BUCKET_ENCRYPTION),
  ),
  // S3 goes back to encryption with its own keys.
  DeleteBucketEncryption: aspect(
    "delete",
    "aws_s3_bucket_server_side_encryption_configuration",
    {},
    {
      sets: {
        [`${BUCKET_DEFAULT_ENCRYPTION}.sse_algorithm`]: "AES256",
        [`${BUCKET_DEFAULT_ENCRYPTION}.kms_master_key_id`]: null,
        [`${BUCKET_ENCRYPTION}.bucket_key_enabled`]: false,
      },
    },
  ),
  PutBucketLifecycle: putLifecycle,
  PutBucketLifecycleConfiguration: putLifecycle,
  DeleteBucketLifecycle: deleteLifecycle,
  DeleteBucketLifecycleConfiguration: deleteLifecycle,
  // The rules are not compared: where there are any, agreement of the role proves nothing.
  PutBucketReplication: aspect(
    "update",
    "aws_s3_bucket_replication_configuration",
    { attributes: { "request.ReplicationConfiguration.Role": "role" } },
    { attributes: { "request.ReplicationConfiguration.Role": "replication_configuration[0].role" } },
  ),
  DeleteBucketReplication: aspect("delete", "aws_s3_bucket_replication_configuration"),
  PutBucketObjectLockConfiguration: putLock,
  PutObjectLockConfiguration: putLock,
};
