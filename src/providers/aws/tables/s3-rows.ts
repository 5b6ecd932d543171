import type { IgnoredOperation, OperationMapping, TargetMapping } from "../mapping-table.js";
import { by, type RowDetails, row } from "./ec2-rows.js";

/** Bucket names are unique in the world, so neither account nor region tells two apart. */
const SCOPE = { scope: "global" } as const;
const BUCKET = [by("request.bucketName", ["bucket", "id"])];

/** The bucket itself. */
export function bucketRow(effect: TargetMapping["effect"], details: RowDetails = {}): TargetMapping {
  return row(effect, "aws_s3_bucket", BUCKET, { ...SCOPE, ...details });
}

/** An aspect of a bucket that Terraform declares as a resource of its own, else as part of the bucket. */
export function aspect(
  effect: TargetMapping["effect"],
  type: string,
  details: RowDetails,
  ofBucket: RowDetails = {},
): OperationMapping {
  const orElse = bucketRow("update", ofBucket);
  return { targets: [row(effect, type, BUCKET, { ...SCOPE, ...details, orElse })] };
}

/** An aspect of which a bucket has several, told apart by a name. */
export function namedAspect(
  effect: TargetMapping["effect"],
  type: string,
  details: RowDetails = {},
): OperationMapping {
  const match = [by("request.bucketName", "bucket"), { ...by("request.id", "name"), optional: true }];
  return { targets: [row(effect, type, match, { ...SCOPE, ...details })] };
}

/** An operation on objects: data, of which a bucket holds any number. */
export const OBJECT_OPERATION: IgnoredOperation = {
  ignored: "data_plane",
  detail: "an operation on objects, not on the bucket's configuration",
};
