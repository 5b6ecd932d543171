import type { MatchMapping, OperationMapping, ServiceMapping, TargetMapping } from "../mapping-table.js";
import { by, row } from "./rows.js";
import { bucketOperation } from "./s3-rows.js";

const BY_ARN: readonly MatchMapping[] = [by("request.resourceArn", "arn")];

/** S3's own tagging by ARN, of buckets and of what S3 Control manages. Newer providers tag buckets by it. */
function byArn(attributes: TargetMapping["attributes"]): OperationMapping {
  const details = attributes === undefined ? {} : { attributes };
  return {
    targets: [
      row("update", ["aws_s3_bucket", "aws_s3_access_point"], BY_ARN, { scope: "global", ...details }),
    ],
  };
}

/** A bucket's tags: set as a whole, or one by one. */
export const s3Tags: ServiceMapping = {
  PutBucketTagging: bucketOperation("update", {
    attributes: { "request.Tagging.TagSet": { attribute: "tags", as: "tags" } },
  }),
  DeleteBucketTagging: bucketOperation("update", { sets: { tags: null } }),
  TagResource: byArn({
    "request.tags": { attribute: "tags", change: "added", as: "tags" },
    "request.TagResourceRequest.Tags": { attribute: "tags", change: "added", as: "tags" },
  }),
  UntagResource: byArn({ "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } }),
};
