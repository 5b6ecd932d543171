import type { ServiceMapping, TargetMapping } from "../mapping-table.js";
import { row } from "./rows.js";
import { s3Acl } from "./s3-acl.js";
import { aspect, listedAspect } from "./s3-rows.js";

const POLICY: NonNullable<TargetMapping["attributes"]> = {
  "request.bucketPolicy": { attribute: "policy", as: "document" },
};

const BLOCK: NonNullable<TargetMapping["attributes"]> = {
  "request.PublicAccessBlockConfiguration.BlockPublicAcls": "block_public_acls",
  "request.PublicAccessBlockConfiguration.BlockPublicPolicy": "block_public_policy",
  "request.PublicAccessBlockConfiguration.IgnorePublicAcls": "ignore_public_acls",
  "request.PublicAccessBlockConfiguration.RestrictPublicBuckets": "restrict_public_buckets",
};

/** A put replaces all four: what it leaves out is off. Source: S3 API `PublicAccessBlockConfiguration`. */
const UNBLOCKED = {
  block_public_acls: false,
  block_public_policy: false,
  ignore_public_acls: false,
  restrict_public_buckets: false,
} as const;

const putBlock = aspect("update", "aws_s3_bucket_public_access_block", {
  attributes: BLOCK,
  sets: UNBLOCKED,
});
const deleteBlock = aspect("delete", "aws_s3_bucket_public_access_block");

/** The block of public access of a whole account, of which there is one. */
const ACCOUNT_BLOCK = "aws_s3_account_public_access_block";
const putAccountBlock = row("update", ACCOUNT_BLOCK, [], {
  scope: "account",
  attributes: BLOCK,
  sets: UNBLOCKED,
});
const deleteAccountBlock = row("delete", ACCOUNT_BLOCK, [], { scope: "account" });

/** Who may reach a bucket: its policy, its access control list, and what blocks them. */
export const s3Access: ServiceMapping = {
  PutBucketPolicy: aspect("update", "aws_s3_bucket_policy", { attributes: POLICY }, { attributes: POLICY }),
  DeleteBucketPolicy: aspect("delete", "aws_s3_bucket_policy", {}, { sets: { policy: null } }),
  PutBucketAcl: { targets: s3Acl },
  PutBucketPublicAccessBlock: putBlock,
  PutPublicAccessBlock: putBlock,
  DeleteBucketPublicAccessBlock: deleteBlock,
  DeletePublicAccessBlock: deleteBlock,
  PutAccountPublicAccessBlock: { targets: [putAccountBlock] },
  DeleteAccountPublicAccessBlock: { targets: [deleteAccountBlock], needsRequest: false },
  PutBucketOwnershipControls: listedAspect(
    "update",
    "aws_s3_bucket_ownership_controls",
    "request.OwnershipControls.Rule[]",
    { attributes: { "each.ObjectOwnership": "rule[0].object_ownership" } },
  ),
  DeleteBucketOwnershipControls: aspect("delete", "aws_s3_bucket_ownership_controls"),
};
