import type { MappingTable } from "../mapping-table.js";
import { cloudtrail } from "./cloudtrail.js";
import { dynamodb } from "./dynamodb.js";
import { ec2 } from "./ec2.js";
import { iam } from "./iam.js";
import { kms } from "./kms.js";
import { lambda } from "./lambda.js";
import { rds } from "./rds.js";
import { s3 } from "./s3.js";
import { secretsmanager } from "./secretsmanager.js";
import { sns } from "./sns.js";
import { sqs } from "./sqs.js";
import { ssm } from "./ssm.js";

/** What is known of AWS's operations, by event source. */
export const awsTable: MappingTable = {
  "cloudtrail.amazonaws.com": cloudtrail,
  "dynamodb.amazonaws.com": dynamodb,
  "ec2.amazonaws.com": ec2,
  "iam.amazonaws.com": iam,
  "kms.amazonaws.com": kms,
  "lambda.amazonaws.com": lambda,
  "rds.amazonaws.com": rds,
  "s3.amazonaws.com": s3,
  "secretsmanager.amazonaws.com": secretsmanager,
  "sns.amazonaws.com": sns,
  "sqs.amazonaws.com": sqs,
  "ssm.amazonaws.com": ssm,
};
