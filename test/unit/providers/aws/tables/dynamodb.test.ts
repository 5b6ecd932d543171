import { dynamodb } from "../../../../../src/providers/aws/tables/dynamodb.js";
import { describeTable } from "../../../../support/table-cases.js";

describeTable("dynamodb.amazonaws.com", dynamodb, [
  {
    operation: "CreateTable",
    request: {
      tableName: "orders",
      billingMode: "PAY_PER_REQUEST",
      keySchema: [{ attributeName: "id", keyType: "HASH" }],
      deletionProtectionEnabled: false,
      tags: [{ key: "team", value: "a" }],
    },
    targets: [
      'create aws_dynamodb_table name,id,arn=orders: billing_mode="PAY_PER_REQUEST"; deletion_protection_enabled=false; tags={"team":"a"}',
    ],
  },
  {
    operation: "RestoreTableFromBackup",
    request: {
      targetTableName: "orders-restored",
      backupArn: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders/backup/0123",
    },
    targets: ["create aws_dynamodb_table name,id,arn=orders-restored:"],
  },
  {
    operation: "RestoreTableToPointInTime",
    request: { sourceTableName: "orders", targetTableName: "orders-restored" },
    targets: ["create aws_dynamodb_table name,id,arn=orders-restored:"],
  },
  {
    operation: "DeleteTable",
    form: "by its ARN",
    request: { tableName: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders" },
    targets: [
      "delete aws_dynamodb_table name,id,arn=arn:aws:dynamodb:eu-west-1:123456789012:table/orders,orders:",
    ],
  },
  {
    operation: "UpdateTable",
    request: {
      tableName: "orders",
      billingMode: "PROVISIONED",
      provisionedThroughput: { readCapacityUnits: 5, writeCapacityUnits: 6 },
      deletionProtectionEnabled: false,
      tableClass: "STANDARD",
    },
    targets: [
      'update aws_dynamodb_table name,id,arn=orders: billing_mode="PROVISIONED"; read_capacity=5; write_capacity=6; deletion_protection_enabled=false; table_class="STANDARD"',
    ],
  },
  {
    operation: "UpdateTable",
    form: "with a stream and encryption",
    request: {
      tableName: "orders",
      streamSpecification: { streamEnabled: true, streamViewType: "NEW_IMAGE" },
      sSESpecification: { enabled: true, kMSMasterKeyId: "arn:aws:kms:eu-west-1:123456789012:key/k1" },
      onDemandThroughput: { maxReadRequestUnits: 10, maxWriteRequestUnits: 11 },
    },
    targets: [
      'update aws_dynamodb_table name,id,arn=orders: on_demand_throughput[0].max_read_request_units=10; on_demand_throughput[0].max_write_request_units=11; stream_enabled=true; stream_view_type="NEW_IMAGE"; server_side_encryption[0].enabled=true; server_side_encryption[0].kms_key_arn="arn:aws:kms:eu-west-1:123456789012:key/k1"',
    ],
  },
  {
    operation: "UpdateTable",
    form: "with replicas, which are not read",
    request: { tableName: "orders", replicaUpdates: [{ create: { regionName: "eu-central-1" } }] },
    targets: ["update aws_dynamodb_table name,id,arn=orders: (partial)"],
  },
  {
    operation: "UpdateTable",
    form: "named in the answer only",
    request: { provisionedThroughput: { readCapacityUnits: 25, writeCapacityUnits: 25 } },
    response: { tableDescription: { tableName: "orders" } },
    targets: ["update aws_dynamodb_table name,id,arn=orders: read_capacity=25; write_capacity=25"],
  },
  {
    operation: "UpdateTimeToLive",
    request: { tableName: "orders", timeToLiveSpecification: { enabled: true, attributeName: "expires" } },
    targets: [
      'update aws_dynamodb_table name,id,arn=orders: ttl[0].enabled=true; ttl[0].attribute_name="expires"',
    ],
  },
  {
    operation: "UpdateContinuousBackups",
    request: { tableName: "orders", pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false } },
    targets: ["update aws_dynamodb_table name,id,arn=orders: point_in_time_recovery[0].enabled=false"],
  },
  {
    operation: "UpdateTableReplicaAutoScaling",
    request: { tableName: "orders", replicaUpdates: [{ regionName: "eu-central-1" }] },
    targets: ["update aws_dynamodb_table name,id,arn=orders: (partial)"],
  },
  {
    operation: "TagResource",
    request: {
      resourceArn: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
      tags: [{ key: "team", value: "a" }],
    },
    targets: [
      'update aws_dynamodb_tag resource_arn=arn:aws:dynamodb:eu-west-1:123456789012:table/orders & key=team: value="a" else update aws_dynamodb_table arn=arn:aws:dynamodb:eu-west-1:123456789012:table/orders: tags.team="a"',
    ],
  },
  {
    operation: "UntagResource",
    request: { resourceArn: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders", tagKeys: ["team"] },
    targets: [
      "delete aws_dynamodb_tag resource_arn=arn:aws:dynamodb:eu-west-1:123456789012:table/orders & key=team: else update aws_dynamodb_table arn=arn:aws:dynamodb:eu-west-1:123456789012:table/orders: -tags.team=null",
    ],
  },
  {
    operation: "PutResourcePolicy",
    request: {
      resourceArn: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
      policy: '{"Version":"2012-10-17","Statement":[]}',
    },
    targets: [
      'update aws_dynamodb_resource_policy resource_arn,id=arn:aws:dynamodb:eu-west-1:123456789012:table/orders,orders: policy={"Version":"2012-10-17","Statement":[]} else update aws_dynamodb_table arn=arn:aws:dynamodb:eu-west-1:123456789012:table/orders:',
    ],
  },
  {
    operation: "DeleteResourcePolicy",
    request: { resourceArn: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders" },
    targets: [
      "delete aws_dynamodb_resource_policy resource_arn,id=arn:aws:dynamodb:eu-west-1:123456789012:table/orders,orders: else update aws_dynamodb_table arn=arn:aws:dynamodb:eu-west-1:123456789012:table/orders:",
    ],
  },
  {
    operation: "UpdateContributorInsights",
    request: { tableName: "orders", contributorInsightsAction: "ENABLE" },
    targets: [
      "create aws_dynamodb_contributor_insights table_name=orders: else update aws_dynamodb_table name,id,arn=orders: (partial)",
    ],
  },
  {
    operation: "UpdateContributorInsights",
    form: "of an index, off",
    request: { tableName: "orders", indexName: "by-day", contributorInsightsAction: "DISABLE" },
    targets: [
      "delete aws_dynamodb_contributor_insights table_name=orders & index_name=by-day: else update aws_dynamodb_table name,id,arn=orders: (partial)",
    ],
  },
  {
    operation: "EnableKinesisStreamingDestination",
    request: { tableName: "orders", streamArn: "arn:aws:kinesis:eu-west-1:123456789012:stream/s" },
    targets: [
      "create aws_dynamodb_kinesis_streaming_destination table_name=orders & stream_arn=arn:aws:kinesis:eu-west-1:123456789012:stream/s: else update aws_dynamodb_table name,id,arn=orders:",
    ],
  },
  {
    operation: "UpdateKinesisStreamingDestination",
    request: {
      tableName: "orders",
      streamArn: "arn:aws:kinesis:eu-west-1:123456789012:stream/s",
      updateKinesisStreamingConfiguration: { approximateCreationDateTimePrecision: "MICROSECOND" },
    },
    targets: [
      'update aws_dynamodb_kinesis_streaming_destination table_name=orders & stream_arn=arn:aws:kinesis:eu-west-1:123456789012:stream/s: approximate_creation_date_time_precision="MICROSECOND" else update aws_dynamodb_table name,id,arn=orders:',
    ],
  },
  {
    operation: "DisableKinesisStreamingDestination",
    request: { tableName: "orders", streamArn: "arn:aws:kinesis:eu-west-1:123456789012:stream/s" },
    targets: [
      "delete aws_dynamodb_kinesis_streaming_destination table_name=orders & stream_arn=arn:aws:kinesis:eu-west-1:123456789012:stream/s: else update aws_dynamodb_table name,id,arn=orders:",
    ],
  },
  {
    operation: "CreateGlobalTable",
    request: { globalTableName: "orders", replicationGroup: [{ regionName: "eu-west-1" }] },
    targets: ["create aws_dynamodb_global_table name,id=orders:"],
  },
  {
    operation: "UpdateGlobalTable",
    request: { globalTableName: "orders", replicaUpdates: [{ delete: { regionName: "eu-west-2" } }] },
    targets: ["update aws_dynamodb_global_table name,id=orders: (partial)"],
  },
  {
    operation: "UpdateGlobalTableSettings",
    request: { globalTableName: "orders", globalTableBillingMode: "PAY_PER_REQUEST" },
    targets: ["update aws_dynamodb_global_table name,id=orders: (partial)"],
  },
  {
    operation: "ImportTable",
    request: { tableCreationParameters: { tableName: "orders", billingMode: "PAY_PER_REQUEST" } },
    targets: ['create aws_dynamodb_table name,id,arn=orders: billing_mode="PAY_PER_REQUEST"'],
  },
]);
