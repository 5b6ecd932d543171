import type { IgnoredOperation, ServiceMapping } from "../mapping-table.js";
import { by, creates, deletes, updates } from "./ec2-rows.js";

/** Requests name a table by its name or its ARN; old records name it in the answer only. */
const table = by(["request.tableName", "response.tableDescription.tableName"], ["name", "id", "arn"]);
const restored = by(
  ["request.targetTableName", "response.tableDescription.tableName"],
  ["name", "id", "arn"],
);
const taggedTable = by("request.resourceArn", "arn");
const policy = by("request.resourceArn", ["resource_arn", "id"]);

const items: IgnoredOperation = { ignored: "data_plane", detail: "it changes items, not the table" };
const backups: IgnoredOperation = {
  ignored: "data_plane",
  detail: "Terraform does not declare a table's backups",
};

/**
 * DynamoDB. Source: DynamoDB API 2012-08-10 as CloudTrail records it; attributes of the Terraform AWS provider 6.
 *
 * Indexes and replicas that an update changes are not read, so it is partial where it has any.
 */
export const dynamodb: ServiceMapping = {
  CreateTable: creates("aws_dynamodb_table", table, {
    "request.billingMode": "billing_mode",
    "request.provisionedThroughput.readCapacityUnits": "read_capacity",
    "request.provisionedThroughput.writeCapacityUnits": "write_capacity",
    "request.streamSpecification.streamEnabled": "stream_enabled",
    "request.streamSpecification.streamViewType": "stream_view_type",
    "request.sSESpecification.enabled": "server_side_encryption[0].enabled",
    "request.deletionProtectionEnabled": "deletion_protection_enabled",
    "request.tableClass": "table_class",
    "request.tags[]": { attribute: "tags", as: "tags" },
  }),
  RestoreTableFromBackup: creates("aws_dynamodb_table", restored, {}),
  RestoreTableToPointInTime: creates("aws_dynamodb_table", restored, {}),
  DeleteTable: deletes("aws_dynamodb_table", table),
  UpdateTable: updates("aws_dynamodb_table", table, {
    attributes: {
      "request.billingMode": "billing_mode",
      "request.provisionedThroughput.readCapacityUnits": "read_capacity",
      "request.provisionedThroughput.writeCapacityUnits": "write_capacity",
      "request.onDemandThroughput.maxReadRequestUnits": "on_demand_throughput[0].max_read_request_units",
      "request.onDemandThroughput.maxWriteRequestUnits": "on_demand_throughput[0].max_write_request_units",
      "request.streamSpecification.streamEnabled": "stream_enabled",
      "request.streamSpecification.streamViewType": "stream_view_type",
      "request.sSESpecification.enabled": "server_side_encryption[0].enabled",
      "request.sSESpecification.kMSMasterKeyId": "server_side_encryption[0].kms_key_arn",
      "request.deletionProtectionEnabled": "deletion_protection_enabled",
      "request.tableClass": "table_class",
    },
  }),
  UpdateTimeToLive: updates("aws_dynamodb_table", table, {
    attributes: {
      "request.timeToLiveSpecification.enabled": "ttl[0].enabled",
      "request.timeToLiveSpecification.attributeName": "ttl[0].attribute_name",
    },
  }),
  UpdateContinuousBackups: updates("aws_dynamodb_table", table, {
    attributes: {
      "request.pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled":
        "point_in_time_recovery[0].enabled",
      "request.pointInTimeRecoverySpecification.recoveryPeriodInDays":
        "point_in_time_recovery[0].recovery_period_in_days",
    },
  }),
  UpdateTableReplicaAutoScaling: updates("aws_dynamodb_table", table),

  TagResource: updates("aws_dynamodb_table", taggedTable, {
    attributes: { "request.tags[]": { attribute: "tags", change: "added", as: "tags" } },
  }),
  UntagResource: updates("aws_dynamodb_table", taggedTable, {
    attributes: { "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } },
  }),

  // The table itself declares no policy: one that no state has is unmanaged.
  PutResourcePolicy: creates("aws_dynamodb_resource_policy", policy, {
    "request.policy": { attribute: "policy", as: "document" },
  }),
  DeleteResourcePolicy: deletes("aws_dynamodb_resource_policy", policy),

  PutItem: items,
  UpdateItem: items,
  DeleteItem: items,
  BatchWriteItem: items,
  TransactWriteItems: items,
  CreateBackup: backups,
  DeleteBackup: backups,
};
