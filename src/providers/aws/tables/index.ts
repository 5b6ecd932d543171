import type { MappingTable } from "../mapping-table.js";
import { cloudtrail } from "./cloudtrail.js";
import { iam } from "./iam.js";
import { kms } from "./kms.js";
import { lambda } from "./lambda.js";
import { rds } from "./rds.js";
import { s3 } from "./s3.js";

/** What is known of AWS's operations, by event source. */
export const awsTable: MappingTable = {
  "cloudtrail.amazonaws.com": cloudtrail,
  "iam.amazonaws.com": iam,
  "kms.amazonaws.com": kms,
  "lambda.amazonaws.com": lambda,
  "rds.amazonaws.com": rds,
  "s3.amazonaws.com": s3,
};
