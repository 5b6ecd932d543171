import { dynamodb } from "../../../../../src/providers/aws/tables/dynamodb.js";
import { describeTable } from "../../../../support/table-cases.js";

describeTable("dynamodb.amazonaws.com", dynamodb, [
  {
    operation: "CreateTable",
    request: {
      tableName: "orders",
      billingMode: "PAY_PER_REQUEST",
      keySchema: [
        {
          attributeName: "id",
          keyType: "HASH",
        },
      ],
      deletionProtectionEnabled: false,
      tags: [
        {
          key: "team",
          value: "a",
        },
      ],
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
    request: {
      sourceTableName: "orders",
      targetTableName: "orders-restored",
    },
    targets: ["create aws_dynamodb_table name,id,arn=orders-restored:"],
  },
  {
    operation: "DeleteTable",
    form: "by its ARN",
    request: {
      tableName: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
    },
    targets: [
      "delete aws_dynamodb_table name,id,arn=arn:aws:dynamodb:eu-west-1:123456789012:table/orders,orders:",
    ],
  },
  {
    operation: "UpdateTable",
    request: {
      tableName: "orders",
      billingMode: "PROVISIONED",
      provisionedThroughput: {
        readCapacityUnits: 5,
        writeCapacityUnits: 6,
      },
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
      streamSpecification: {
        streamEnabled: true,
        streamViewType: "NEW_IMAGE",
      },
      sSESpecification: {
        enabled: true,
        kMSMasterKeyId: "arn:aws:kms:eu-west-1:123456789012:key/k1",
      },
      onDemandThroughput: {
        maxReadRequestUnits: 10,
        maxWriteRequestUnits: 11,
      },
    },
    targets: [
      'update aws_dynamodb_table name,id,arn=orders: on_demand_throughput[0].max_read_request_units=10; on_demand_throughput[0].max_write_request_units=11; stream_enabled=true; stream_view_type="NEW_IMAGE"; server_side_encryption[0].enabled=true; server_side_encryption[0].kms_key_arn="arn:aws:kms:eu-west-1:123456789012:key/k1"',
    ],
  },
  {
    operation: "UpdateTable",
    form: "with replicas, which are not read",
    request: {
      tableName: "orders",
      replicaUpdates: [
        {
          create: {
            regionName: "eu-central-1",
          },
        },
      ],
    },
    targets: ["update aws_dynamodb_table name,id,arn=orders: (partial)"],
  },
  {
    operation: "UpdateTable",
    form: "named in the answer only",
    request: {
      provisionedThroughput: {
        readCapacityUnits: 25,
        writeCapacityUnits: 25,
      },
    },
    response: {
      tableDescription: {
        tableName: "orders",
      },
    },
    targets: ["update aws_dynamodb_table name,id,arn=orders: read_capacity=25; write_capacity=25"],
  },
  {
    operation: "UpdateTimeToLive",
    request: {
      tableName: "orders",
      timeToLiveSpecification: {
        enabled: true,
        attributeName: "expires",
      },
    },
    targets: [
      'update aws_dynamodb_table name,id,arn=orders: ttl[0].enabled=true; ttl[0].attribute_name="expires"',
    ],
  },
  {
    operation: "UpdateContinuousBackups",
    request: {
      tableName: "orders",
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: false,
      },
    },
    targets: ["update aws_dynamodb_table name,id,arn=orders: point_in_time_recovery[0].enabled=false"],
  },
  {
    operation: "UpdateTableReplicaAutoScaling",
    request: {
      tableName: "orders",
      replicaUpdates: [
        {
          regionName: "eu-central-1",
        },
      ],
    },
    targets: ["update aws_dynamodb_table name,id,arn=orders: (partial)"],
  },
  {
    operation: "TagResource",
    request: {
      resourceArn: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
      tags: [
        {
          key: "team",
          value: "a",
        },
      ],
    },
    targets: [
      'update aws_dynamodb_table arn=arn:aws:dynamodb:eu-west-1:123456789012:table/orders: tags.team="a"',
    ],
  },
  {
    operation: "UntagResource",
    request: {
      resourceArn: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
      tagKeys: ["team"],
    },
    targets: [
      "update aws_dynamodb_table arn=arn:aws:dynamodb:eu-west-1:123456789012:table/orders: -tags.team=null",
    ],
  },
  {
    operation: "PutResourcePolicy",
    request: {
      resourceArn: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
      policy: '{"Version":"2012-10-17","Statement":[]}',
    },
    targets: [
      'create aws_dynamodb_resource_policy resource_arn,id=arn:aws:dynamodb:eu-west-1:123456789012:table/orders,orders: policy={"Version":"2012-10-17","Statement":[]}',
    ],
  },
  {
    operation: "DeleteResourcePolicy",
    request: {
      resourceArn: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
    },
    targets: [
      "delete aws_dynamodb_resource_policy resource_arn,id=arn:aws:dynamodb:eu-west-1:123456789012:table/orders,orders:",
    ],
  },
]);
