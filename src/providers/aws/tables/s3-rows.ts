import type { IgnoredOperation, OperationMapping, TargetMapping } from "../mapping-table.js";
import { alternatives } from "./read-rows.js";
import { by, type RowDetails, row } from "./rows.js";

/** Bucket names are unique in the world, so neither account nor region tells two apart. */
const SCOPE = { scope: "global" } as const;
const BUCKET = [by("request.bucketName", ["bucket", "id"])];

/** The bucket itself. */
export function bucketRow(effect: TargetMapping["effect"], details: RowDetails = {}): TargetMapping {
  return row(effect, "aws_s3_bucket", BUCKET, { ...SCOPE, ...details });
}

/** An operation on the bucket itself. */
export function bucketOperation(effect: TargetMapping["effect"], details: RowDetails = {}): OperationMapping {
  return { targets: [bucketRow(effect, details)] };
}

/** A row of an aspect of a bucket. */
export function aspectRow(
  effect: TargetMapping["effect"],
  type: string,
  details: RowDetails = {},
): TargetMapping {
  return row(effect, type, BUCKET, { ...SCOPE, ...details });
}

/**
 * An aspect of a bucket that Terraform declares as a resource of its own, else as part of the bucket: each is partial
 * where the request says more than its own row reads.
 */
export function aspect(
  effect: TargetMapping["effect"],
  type: string,
  details: RowDetails = {},
  ofBucket: RowDetails = {},
): OperationMapping {
  return alternatives([aspectRow(effect, type, details), bucketRow("update", ofBucket)]);
}

/** {@link aspect} of which the request has elements that are one each, though XML may write them as a list. */
export function listedAspect(
  effect: TargetMapping["effect"],
  type: string,
  each: string,
  details: RowDetails,
  ofBucket: RowDetails = {},
): OperationMapping {
  const orElse = bucketRow("update", ofBucket);
  return { targets: [aspectRow(effect, type, { ...details, each, orElse })] };
}

/** An aspect of which a bucket has several, told apart by a name, which the query and the body have. */
export function namedAspect(
  effect: TargetMapping["effect"],
  type: string,
  configuration: string,
  details: RowDetails = {},
): OperationMapping {
  const names = by(["request.id", `request.${configuration}.Id`], "name");
  const match = [by("request.bucketName", "bucket"), { ...names, optional: true }];
  return { targets: [row(effect, type, match, { ...SCOPE, ...details })] };
}

/** An operation on objects: data, of which a bucket holds any number. */
export const OBJECT_OPERATION: IgnoredOperation = {
  ignored: "data_plane",
  detail: "an operation on objects, not on the bucket's configuration",
};
