import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../../src/model/json.js";
import { mappedTargets, type TargetSummary } from "../../../../support/mapped-targets.js";

const NAME = { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com" };
const BY = { "bucket|id": ["logs"] };
const BUCKET = { is: "update aws_s3_bucket", by: BY };
const POLICY = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject" }],
};
const OWNER = { ID: "owner-id" };
const OWNERS_GRANT = { Grantee: { "xsi:type": "CanonicalUser", ID: "owner-id" }, Permission: "FULL_CONTROL" };
const EVERYBODY = {
  Grantee: { "xsi:type": "Group", URI: "http://acs.amazonaws.com/groups/global/AllUsers" },
};

function aspect(
  is: string,
  changes?: TargetSummary["changes"],
  ofBucket?: TargetSummary["changes"],
): TargetSummary {
  return {
    is,
    by: BY,
    ...(changes === undefined ? {} : { changes }),
    orElse: { ...BUCKET, ...(ofBucket === undefined ? {} : { changes: ofBucket }) },
  };
}

function grants(...list: readonly JsonObject[]): JsonObject {
  return {
    ...NAME,
    acl: "",
    AccessControlPolicy: {
      Owner: OWNER,
      AccessControlList: { Grant: list.length === 1 ? (list[0] ?? {}) : list },
    },
  };
}

const cases: readonly (readonly [operation: string, request: JsonObject, expected: TargetSummary])[] = [
  ["CreateBucket", NAME, { is: "create aws_s3_bucket", by: BY }],
  ["DeleteBucket", NAME, { is: "delete aws_s3_bucket", by: BY }],
  [
    "PutBucketPolicy",
    { ...NAME, policy: "", bucketPolicy: POLICY },
    aspect("update aws_s3_bucket_policy", { policy: POLICY }, { policy: POLICY }),
  ],
  [
    "DeleteBucketPolicy",
    { ...NAME, policy: "" },
    aspect("delete aws_s3_bucket_policy", undefined, { policy: null }),
  ],
  [
    "PutBucketAcl",
    { ...NAME, acl: "", "x-amz-acl": "public-read" },
    aspect("update aws_s3_bucket_acl", { acl: "public-read" }, { acl: "public-read" }),
  ],
  [
    "PutBucketAcl",
    { ...NAME, acl: [""], "x-amz-acl": ["private"] },
    aspect("update aws_s3_bucket_acl", { acl: "private" }, { acl: "private" }),
  ],
  [
    "PutBucketAcl",
    grants(OWNERS_GRANT),
    aspect("update aws_s3_bucket_acl", { acl: "private" }, { acl: "private" }),
  ],
  [
    "PutBucketAcl",
    grants(OWNERS_GRANT, { ...EVERYBODY, Permission: "READ" }),
    aspect("update aws_s3_bucket_acl", { acl: "public-read" }, { acl: "public-read" }),
  ],
  [
    "PutBucketAcl",
    grants(OWNERS_GRANT, { ...EVERYBODY, Permission: "FULL_CONTROL" }),
    aspect("update aws_s3_bucket_acl"),
  ],
  [
    "PutBucketVersioning",
    {
      ...NAME,
      versioning: "",
      VersioningConfiguration: { Status: "Suspended", xmlns: "http://s3.amazonaws.com/doc/2006-03-01/" },
    },
    aspect(
      "update aws_s3_bucket_versioning",
      { "versioning_configuration[0].status": "Suspended" },
      { "versioning[0].enabled": false },
    ),
  ],
  [
    "PutBucketEncryption",
    {
      ...NAME,
      encryption: "",
      ServerSideEncryptionConfiguration: {
        Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" }, BucketKeyEnabled: false },
      },
    },
    aspect(
      "update aws_s3_bucket_server_side_encryption_configuration",
      {
        "rule[0].apply_server_side_encryption_by_default[0].sse_algorithm": "AES256",
        "rule[0].bucket_key_enabled": false,
      },
      {
        "server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0].sse_algorithm":
          "AES256",
        "server_side_encryption_configuration[0].rule[0].bucket_key_enabled": false,
      },
    ),
  ],
  ["DeleteBucketEncryption", NAME, aspect("delete aws_s3_bucket_server_side_encryption_configuration")],
  [
    "PutBucketPublicAccessBlock",
    {
      ...NAME,
      publicAccessBlock: "",
      PublicAccessBlockConfiguration: { BlockPublicAcls: false, BlockPublicPolicy: true },
    },
    aspect("update aws_s3_bucket_public_access_block", {
      block_public_acls: false,
      block_public_policy: true,
    }),
  ],
  ["DeleteBucketPublicAccessBlock", NAME, aspect("delete aws_s3_bucket_public_access_block")],
  [
    "PutAccountPublicAccessBlock",
    { PublicAccessBlockConfiguration: { RestrictPublicBuckets: false }, accountId: "123456789012" },
    { is: "update aws_s3_account_public_access_block", by: {}, changes: { restrict_public_buckets: false } },
  ],
  [
    "PutBucketLifecycle",
    { ...NAME, LifecycleConfiguration: { Rule: { Status: "Enabled" } } },
    {
      ...aspect("update aws_s3_bucket_lifecycle_configuration"),
      partial: true,
      orElse: { ...BUCKET, partial: true },
    },
  ],
  ["DeleteBucketLifecycle", NAME, aspect("delete aws_s3_bucket_lifecycle_configuration")],
  [
    "PutBucketTagging",
    { ...NAME, tagging: "", Tagging: { TagSet: { Tag: { Key: "team", Value: "core" } } } },
    { ...BUCKET, changes: { tags: { team: "core" } } },
  ],
  [
    "PutBucketTagging",
    {
      ...NAME,
      Tagging: {
        TagSet: {
          Tag: [
            { Key: "a", Value: "1" },
            { Key: "aws:cloudformation:x", Value: "2" },
          ],
        },
      },
    },
    { ...BUCKET, changes: { tags: { a: "1" } } },
  ],
  ["DeleteBucketTagging", NAME, { ...BUCKET, changes: { tags: null } }],
  [
    "PutBucketLogging",
    { ...NAME, BucketLoggingStatus: { LoggingEnabled: { TargetBucket: "sink", TargetPrefix: "a/" } } },
    aspect(
      "update aws_s3_bucket_logging",
      { target_bucket: "sink", target_prefix: "a/" },
      { "logging[0].target_bucket": "sink", "logging[0].target_prefix": "a/" },
    ),
  ],
  [
    "PutBucketOwnershipControls",
    { ...NAME, OwnershipControls: { Rule: { ObjectOwnership: "ObjectWriter" } } },
    aspect("update aws_s3_bucket_ownership_controls", { "rule[0].object_ownership": "ObjectWriter" }),
  ],
  ["DeleteBucketReplication", NAME, aspect("delete aws_s3_bucket_replication_configuration")],
  ["DeleteBucketCors", NAME, aspect("delete aws_s3_bucket_cors_configuration")],
  ["DeleteBucketWebsite", NAME, aspect("delete aws_s3_bucket_website_configuration")],
  [
    "PutAccelerateConfiguration",
    { ...NAME, AccelerateConfiguration: { Status: "Enabled" } },
    aspect(
      "update aws_s3_bucket_accelerate_configuration",
      { status: "Enabled" },
      { acceleration_status: "Enabled" },
    ),
  ],
  [
    "DeleteMetricsConfiguration",
    { ...NAME, id: "all" },
    { is: "delete aws_s3_bucket_metric", by: { bucket: ["logs"], name: ["all"] } },
  ],
];

describe("S3", () => {
  it.each(cases)("%s is mapped", (operation, request, expected) => {
    expect(mappedTargets("s3", operation, request)).toEqual([expected]);
  });

  it("passes over operations on objects", () => {
    expect(mappedTargets("s3", "DeleteObject", { ...NAME, key: "a" })).toBe("skipped");
  });
});
