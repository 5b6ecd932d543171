import type { CloudChange } from "../../../model/cloud-change.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import type { IgnoredOperation, ServiceMapping } from "../mapping-table.js";
import { recordText } from "../record-path.js";
import { readRow } from "./read-rows.js";
import { by, creates, deletes, row, updates } from "./rows.js";

/** Requests name a table by its name or its ARN; old records name it in the answer only. */
const table = by(["request.tableName", "response.tableDescription.tableName"], ["name", "id", "arn"]);
const restored = by(
  ["request.targetTableName", "response.tableDescription.tableName"],
  ["name", "id", "arn"],
);
const taggedTable = by("request.resourceArn", "arn");
const policy = by("request.resourceArn", ["resource_arn", "id"]);

const globalTable = by("request.globalTableName", ["name", "id"]);
/** These name their table by its name, of which the request may have the ARN. */
const insights = [
  by("request.tableName", "table_name"),
  { ...by("request.indexName", "index_name"), optional: true },
];
const streaming = [by("request.tableName", "table_name"), by("request.streamArn", "stream_arn")];
const INSIGHTS = "aws_dynamodb_contributor_insights";
const STREAMING = "aws_dynamodb_kinesis_streaming_destination";
const TAG = "aws_dynamodb_tag";

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
  ImportTable: creates(
    "aws_dynamodb_table",
    by("request.tableCreationParameters.tableName", ["name", "id", "arn"]),
    { "request.tableCreationParameters.billingMode": "billing_mode" },
  ),
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

  TagResource: {
    targets: [
      row("update", TAG, [by("request.resourceArn", "resource_arn"), by("each.key", "key")], {
        each: "request.tags[]",
        attributes: { "each.value": "value" },
        orElse: row("update", "aws_dynamodb_table", taggedTable, {
          attributes: { each: { attribute: "tags", change: "added", as: "tags" } },
        }),
      }),
    ],
  },
  UntagResource: {
    targets: [
      row("delete", TAG, [by("request.resourceArn", "resource_arn"), by("each", "key")], {
        each: "request.tagKeys[]",
        orElse: row("update", "aws_dynamodb_table", taggedTable, {
          attributes: { each: { attribute: "tags", change: "removed", as: "tags" } },
        }),
      }),
    ],
  },

  // The table itself declares no policy: that it has another one is all that it can show.
  PutResourcePolicy: updates("aws_dynamodb_resource_policy", policy, {
    attributes: { "request.policy": { attribute: "policy", as: "document" } },
    orElse: row("update", "aws_dynamodb_table", taggedTable),
  }),
  DeleteResourcePolicy: deletes("aws_dynamodb_resource_policy", policy, {
    orElse: row("update", "aws_dynamodb_table", taggedTable),
  }),

  UpdateContributorInsights: { targets: contributorInsights },
  EnableKinesisStreamingDestination: creates(
    STREAMING,
    streaming,
    {
      "request.enableKinesisStreamingConfiguration.approximateCreationDateTimePrecision":
        "approximate_creation_date_time_precision",
    },
    { orElse: row("update", "aws_dynamodb_table", table) },
  ),
  UpdateKinesisStreamingDestination: updates(STREAMING, streaming, {
    attributes: {
      "request.updateKinesisStreamingConfiguration.approximateCreationDateTimePrecision":
        "approximate_creation_date_time_precision",
    },
    orElse: row("update", "aws_dynamodb_table", table),
  }),
  DisableKinesisStreamingDestination: deletes(STREAMING, streaming, {
    orElse: row("update", "aws_dynamodb_table", table),
  }),
  CreateGlobalTable: creates("aws_dynamodb_global_table", globalTable, {}),
  UpdateGlobalTable: updates("aws_dynamodb_global_table", globalTable),
  UpdateGlobalTableSettings: updates("aws_dynamodb_global_table", globalTable),

  PutItem: items,
  UpdateItem: items,
  DeleteItem: items,
  BatchWriteItem: items,
  TransactWriteItems: items,
  ExecuteStatement: items,
  BatchExecuteStatement: items,
  ExecuteTransaction: items,
  CreateBackup: backups,
  DeleteBackup: backups,
};

/** One call switches the insights on or off. */
function contributorInsights(change: CloudChange): readonly ResourceTarget[] {
  const action = recordText(change, "request.contributorInsightsAction");
  const effect = action === "DISABLE" ? "delete" : "create";
  return readRow(
    row(effect, INSIGHTS, insights, { orElse: row("update", "aws_dynamodb_table", table) }),
    change,
  );
}
