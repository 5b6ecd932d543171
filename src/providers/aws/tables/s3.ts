import type { OperationMapping, ServiceMapping } from "../mapping-table.js";
import type { RowDetails } from "./rows.js";
import { s3Access } from "./s3-access.js";
import { s3AccessPoints } from "./s3-access-points.js";
import { s3Cors } from "./s3-cors.js";
import { s3Data } from "./s3-data.js";
import { aspect, bucketOperation, namedAspect, OBJECT_OPERATION } from "./s3-rows.js";
import { s3Tags } from "./s3-tags.js";

const LOGGING = "request.BucketLoggingStatus.LoggingEnabled";
const WEBSITE = "request.WebsiteConfiguration";

/** Logging at a prefix of Terraform's paths. A put without a target switches it off. */
function logging(at: string): RowDetails {
  return {
    attributes: {
      [`${LOGGING}.TargetBucket`]: `${at}target_bucket`,
      [`${LOGGING}.TargetPrefix`]: `${at}target_prefix`,
    },
    sets: { [`${at}target_bucket`]: null, [`${at}target_prefix`]: null },
  };
}

const putAccelerate = aspect(
  "update",
  "aws_s3_bucket_accelerate_configuration",
  { attributes: { "request.AccelerateConfiguration.Status": "status" } },
  { attributes: { "request.AccelerateConfiguration.Status": "acceleration_status" } },
);
const putNotification = aspect("update", "aws_s3_bucket_notification");

const bucket: ServiceMapping = {
  CreateBucket: bucketOperation("create", {
    attributes: { "request.CreateBucketConfiguration.Tags": { attribute: "tags", as: "tags" } },
  }),
  DeleteBucket: bucketOperation("delete"),
  PutBucketLogging: aspect("update", "aws_s3_bucket_logging", logging(""), logging("logging[0].")),
  PutBucketCors: { targets: s3Cors },
  DeleteBucketCors: aspect("delete", "aws_s3_bucket_cors_configuration"),
  PutBucketWebsite: aspect(
    "update",
    "aws_s3_bucket_website_configuration",
    {
      attributes: {
        [`${WEBSITE}.IndexDocument.Suffix`]: "index_document[0].suffix",
        [`${WEBSITE}.ErrorDocument.Key`]: "error_document[0].key",
        [`${WEBSITE}.RedirectAllRequestsTo.HostName`]: "redirect_all_requests_to[0].host_name",
        [`${WEBSITE}.RedirectAllRequestsTo.Protocol`]: "redirect_all_requests_to[0].protocol",
      },
      sets: {
        "index_document[0].suffix": null,
        "error_document[0].key": null,
        "redirect_all_requests_to[0].host_name": null,
        "redirect_all_requests_to[0].protocol": null,
      },
    },
    {
      attributes: {
        [`${WEBSITE}.IndexDocument.Suffix`]: "website[0].index_document",
        [`${WEBSITE}.ErrorDocument.Key`]: "website[0].error_document",
      },
      sets: { "website[0].index_document": null, "website[0].error_document": null },
    },
  ),
  DeleteBucketWebsite: aspect("delete", "aws_s3_bucket_website_configuration"),
  PutBucketNotification: putNotification,
  PutBucketNotificationConfiguration: putNotification,
  PutAccelerateConfiguration: putAccelerate,
  PutBucketAccelerateConfiguration: putAccelerate,
  PutBucketRequestPayment: aspect(
    "update",
    "aws_s3_bucket_request_payment_configuration",
    { attributes: { "request.RequestPaymentConfiguration.Payer": "payer" } },
    { attributes: { "request.RequestPaymentConfiguration.Payer": "request_payer" } },
  ),
};

/** What a bucket has several of. CloudTrail's names are with `Bucket` in newer records, without in older ones. */
const NAMED: readonly (readonly [name: string, type: string])[] = [
  ["IntelligentTiering", "aws_s3_bucket_intelligent_tiering_configuration"],
  ["Inventory", "aws_s3_bucket_inventory"],
  ["Metrics", "aws_s3_bucket_metric"],
  ["Analytics", "aws_s3_bucket_analytics_configuration"],
];

const named = NAMED.flatMap(([name, type]): (readonly [string, OperationMapping])[] => {
  const body = `${name}Configuration`;
  const put = namedAspect("update", type, body);
  const remove = namedAspect("delete", type, body);
  return [
    [`PutBucket${body}`, put],
    [`Put${body}`, put],
    [`DeleteBucket${body}`, remove],
    [`Delete${body}`, remove],
  ];
});

const OBJECT_OPERATIONS = [
  "PutObject",
  "CopyObject",
  "DeleteObject",
  "DeleteObjects",
  "RestoreObject",
  "RenameObject",
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
  "SelectObjectContent",
  "CreateSession",
] as const;

/** Operations of S3. Source: S3 API 2006-03-01 as CloudTrail records it; Terraform AWS provider 6. */
export const s3: ServiceMapping = {
  ...bucket,
  ...s3Access,
  ...s3Data,
  ...s3Tags,
  ...s3AccessPoints,
  ...Object.fromEntries(named),
  ...Object.fromEntries(OBJECT_OPERATIONS.map((name) => [name, OBJECT_OPERATION])),
};
