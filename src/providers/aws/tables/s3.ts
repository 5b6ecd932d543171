import type { ServiceMapping } from "../mapping-table.js";
import { row } from "./ec2-rows.js";
import { s3Acl } from "./s3-acl.js";
import { aspect, bucketRow, namedAspect, OBJECT_OPERATION } from "./s3-rows.js";

const PUBLIC_ACCESS_BLOCK = {
  "request.PublicAccessBlockConfiguration.BlockPublicAcls": "block_public_acls",
  "request.PublicAccessBlockConfiguration.BlockPublicPolicy": "block_public_policy",
  "request.PublicAccessBlockConfiguration.IgnorePublicAcls": "ignore_public_acls",
  "request.PublicAccessBlockConfiguration.RestrictPublicBuckets": "restrict_public_buckets",
} as const;

const VERSIONING = { Enabled: true, Suspended: false } as const;
const ENCRYPTION = "request.ServerSideEncryptionConfiguration.Rule";

const putPublicAccessBlock = aspect("update", "aws_s3_bucket_public_access_block", {
  attributes: PUBLIC_ACCESS_BLOCK,
});
const deletePublicAccessBlock = aspect("delete", "aws_s3_bucket_public_access_block", {});

/** The block of public access of a whole account, of which there is one. */
const accountBlock = (effect: "update" | "delete") =>
  row(effect, "aws_s3_account_public_access_block", [], {
    scope: "account",
    ...(effect === "update" ? { attributes: PUBLIC_ACCESS_BLOCK } : {}),
  });

const bucket: ServiceMapping = {
  CreateBucket: { targets: [bucketRow("create")] },
  DeleteBucket: { targets: [bucketRow("delete")] },
  PutBucketPolicy: aspect(
    "update",
    "aws_s3_bucket_policy",
    { attributes: { "request.bucketPolicy": { attribute: "policy", as: "document" } } },
    { attributes: { "request.bucketPolicy": { attribute: "policy", as: "document" } } },
  ),
  DeleteBucketPolicy: aspect("delete", "aws_s3_bucket_policy", {}, { sets: { policy: null } }),
  PutBucketAcl: { targets: s3Acl },
  PutBucketVersioning: aspect(
    "update",
    "aws_s3_bucket_versioning",
    {
      attributes: {
        "request.VersioningConfiguration.Status": "versioning_configuration[0].status",
        "request.VersioningConfiguration.MfaDelete": "versioning_configuration[0].mfa_delete",
      },
    },
    {
      attributes: {
        "request.VersioningConfiguration.Status": { attribute: "versioning[0].enabled", values: VERSIONING },
        "request.VersioningConfiguration.MfaDelete": {
          attribute: "versioning[0].mfa_delete",
          values: { Enabled: true, Disabled: false },
        },
      },
    },
  ),
  PutBucketEncryption: aspect(
    "update",
    "aws_s3_bucket_server_side_encryption_configuration",
    {
      attributes: {
        [`${ENCRYPTION}.ApplyServerSideEncryptionByDefault.SSEAlgorithm`]:
          "rule[0].apply_server_side_encryption_by_default[0].sse_algorithm",
        [`${ENCRYPTION}.ApplyServerSideEncryptionByDefault.KMSMasterKeyID`]:
          "rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id",
        [`${ENCRYPTION}.BucketKeyEnabled`]: "rule[0].bucket_key_enabled",
      },
      partial: true,
    },
    {
      attributes: {
        [`${ENCRYPTION}.ApplyServerSideEncryptionByDefault.SSEAlgorithm`]:
          "server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0].sse_algorithm",
        [`${ENCRYPTION}.ApplyServerSideEncryptionByDefault.KMSMasterKeyID`]:
          "server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id",
        [`${ENCRYPTION}.BucketKeyEnabled`]:
          "server_side_encryption_configuration[0].rule[0].bucket_key_enabled",
      },
      partial: true,
    },
  ),
  DeleteBucketEncryption: aspect("delete", "aws_s3_bucket_server_side_encryption_configuration", {}),
  PutBucketPublicAccessBlock: putPublicAccessBlock,
  PutPublicAccessBlock: putPublicAccessBlock,
  DeleteBucketPublicAccessBlock: deletePublicAccessBlock,
  DeletePublicAccessBlock: deletePublicAccessBlock,
  PutAccountPublicAccessBlock: { targets: [accountBlock("update")] },
  DeleteAccountPublicAccessBlock: { targets: [accountBlock("delete")] },
  // Lifecycle rules are a language of their own: that they changed is known, how is not compared yet.
  PutBucketLifecycle: aspect("update", "aws_s3_bucket_lifecycle_configuration", {}),
  PutBucketLifecycleConfiguration: aspect("update", "aws_s3_bucket_lifecycle_configuration", {}),
  DeleteBucketLifecycle: aspect("delete", "aws_s3_bucket_lifecycle_configuration", {}),
  PutBucketTagging: {
    targets: [
      bucketRow("update", {
        attributes: { "request.Tagging.TagSet.Tag": { attribute: "tags", as: "tags" } },
      }),
    ],
  },
  DeleteBucketTagging: { targets: [bucketRow("update", { sets: { tags: null } })] },
  PutBucketLogging: aspect(
    "update",
    "aws_s3_bucket_logging",
    {
      attributes: {
        "request.BucketLoggingStatus.LoggingEnabled.TargetBucket": "target_bucket",
        "request.BucketLoggingStatus.LoggingEnabled.TargetPrefix": "target_prefix",
      },
      partial: true,
    },
    {
      attributes: {
        "request.BucketLoggingStatus.LoggingEnabled.TargetBucket": "logging[0].target_bucket",
        "request.BucketLoggingStatus.LoggingEnabled.TargetPrefix": "logging[0].target_prefix",
      },
      partial: true,
    },
  ),
  PutBucketCors: aspect("update", "aws_s3_bucket_cors_configuration", {}),
  DeleteBucketCors: aspect("delete", "aws_s3_bucket_cors_configuration", {}),
  PutBucketWebsite: aspect("update", "aws_s3_bucket_website_configuration", {}),
  DeleteBucketWebsite: aspect("delete", "aws_s3_bucket_website_configuration", {}),
  PutBucketNotification: aspect("update", "aws_s3_bucket_notification", {}),
  PutBucketNotificationConfiguration: aspect("update", "aws_s3_bucket_notification", {}),
  PutBucketReplication: aspect("update", "aws_s3_bucket_replication_configuration", {}),
  DeleteBucketReplication: aspect("delete", "aws_s3_bucket_replication_configuration", {}),
  PutBucketOwnershipControls: aspect("update", "aws_s3_bucket_ownership_controls", {
    attributes: { "request.OwnershipControls.Rule.ObjectOwnership": "rule[0].object_ownership" },
  }),
  DeleteBucketOwnershipControls: aspect("delete", "aws_s3_bucket_ownership_controls", {}),
  PutBucketObjectLockConfiguration: aspect("update", "aws_s3_bucket_object_lock_configuration", {}),
  PutObjectLockConfiguration: aspect("update", "aws_s3_bucket_object_lock_configuration", {}),
  PutAccelerateConfiguration: aspect(
    "update",
    "aws_s3_bucket_accelerate_configuration",
    { attributes: { "request.AccelerateConfiguration.Status": "status" } },
    { attributes: { "request.AccelerateConfiguration.Status": "acceleration_status" } },
  ),
  PutBucketRequestPayment: aspect(
    "update",
    "aws_s3_bucket_request_payment_configuration",
    { attributes: { "request.RequestPaymentConfiguration.Payer": "payer" } },
    { attributes: { "request.RequestPaymentConfiguration.Payer": "request_payer" } },
  ),
  PutIntelligentTieringConfiguration: namedAspect(
    "update",
    "aws_s3_bucket_intelligent_tiering_configuration",
  ),
  DeleteIntelligentTieringConfiguration: namedAspect(
    "delete",
    "aws_s3_bucket_intelligent_tiering_configuration",
  ),
  PutInventoryConfiguration: namedAspect("update", "aws_s3_bucket_inventory"),
  DeleteInventoryConfiguration: namedAspect("delete", "aws_s3_bucket_inventory"),
  PutMetricsConfiguration: namedAspect("update", "aws_s3_bucket_metric"),
  DeleteMetricsConfiguration: namedAspect("delete", "aws_s3_bucket_metric"),
  PutAnalyticsConfiguration: namedAspect("update", "aws_s3_bucket_analytics_configuration"),
  DeleteAnalyticsConfiguration: namedAspect("delete", "aws_s3_bucket_analytics_configuration"),
};

const OBJECT_OPERATIONS = [
  "PutObject",
  "CopyObject",
  "DeleteObject",
  "DeleteObjects",
  "RestoreObject",
  "CreateMultipartUpload",
  "UploadPart",
  "UploadPartCopy",
  "CompleteMultipartUpload",
  "AbortMultipartUpload",
  "PutObjectTagging",
  "DeleteObjectTagging",
  "PutObjectAcl",
  "PutObjectRetention",
  "PutObjectLegalHold",
] as const;

/** Operations of S3. Source: S3 API 2006-03-01 as CloudTrail records it; Terraform AWS provider 6. */
export const s3: ServiceMapping = {
  ...bucket,
  ...Object.fromEntries(OBJECT_OPERATIONS.map((name) => [name, OBJECT_OPERATION])),
};
