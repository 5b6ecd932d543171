import { sqs } from "../../../../../src/providers/aws/tables/sqs.js";
import { describeTable } from "../../../../support/table-cases.js";

describeTable("sqs.amazonaws.com", sqs, [
  {
    operation: "CreateQueue",
    request: { queueName: "orders", attributes: { VisibilityTimeout: "30" }, tags: { team: "a" } },
    response: { queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders" },
    targets: [
      'create aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: name="orders"; visibility_timeout_seconds="30"; tags={"team":"a"}',
    ],
  },
  {
    operation: "DeleteQueue",
    request: { queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders" },
    targets: [
      "delete aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders:",
    ],
  },
  {
    operation: "SetQueueAttributes",
    request: {
      queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
      attributes: {
        VisibilityTimeout: "100",
        MessageRetentionPeriod: "60",
        DelaySeconds: "1",
        MaximumMessageSize: "1024",
        ReceiveMessageWaitTimeSeconds: "2",
      },
    },
    targets: [
      'update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: visibility_timeout_seconds="100"; message_retention_seconds="60"; delay_seconds="1"; max_message_size="1024"; receive_wait_time_seconds="2"',
    ],
  },
  {
    operation: "SetQueueAttributes",
    form: "taking encryption away",
    request: {
      queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
      attributes: {
        KmsMasterKeyId: "",
        KmsDataKeyReusePeriodSeconds: "300",
        SqsManagedSseEnabled: "false",
        ContentBasedDeduplication: "true",
      },
    },
    targets: [
      'update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: kms_master_key_id=""; kms_data_key_reuse_period_seconds="300"; sqs_managed_sse_enabled="false"; content_based_deduplication="true"',
    ],
  },
  {
    operation: "SetQueueAttributes",
    form: "a policy alone",
    request: {
      queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
      attributes: { Policy: '{"Version":"2012-10-17","Statement":[]}' },
    },
    targets: [
      'update aws_sqs_queue_policy queue_url,id=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: policy={"Version":"2012-10-17","Statement":[]} else update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: policy={"Version":"2012-10-17","Statement":[]}',
    ],
  },
  {
    operation: "SetQueueAttributes",
    form: "a policy that is taken away",
    request: {
      queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
      attributes: { Policy: "" },
    },
    targets: [
      'update aws_sqs_queue_policy queue_url,id=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: policy="" else update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: policy=""',
    ],
  },
  {
    operation: "SetQueueAttributes",
    form: "each aspect a target",
    request: {
      queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
      attributes: {
        DelaySeconds: "5",
        RedrivePolicy: '{"maxReceiveCount":3}',
        RedriveAllowPolicy: '{"redrivePermission":"denyAll"}',
      },
    },
    targets: [
      'update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: delay_seconds="5"',
      'update aws_sqs_queue_redrive_policy queue_url,id=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: redrive_policy={"maxReceiveCount":3} else update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: redrive_policy={"maxReceiveCount":3}',
      'update aws_sqs_queue_redrive_allow_policy queue_url,id=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: redrive_allow_policy={"redrivePermission":"denyAll"} else update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: redrive_allow_policy={"redrivePermission":"denyAll"}',
    ],
  },
  {
    operation: "SetQueueAttributes",
    form: "one that is not known",
    request: {
      queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
      attributes: { Newest: "x" },
    },
    targets: [
      "update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: (partial)",
    ],
  },
  {
    operation: "SetQueueAttributes",
    form: "none",
    request: { queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders" },
    targets: [
      "update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: (partial)",
    ],
  },
  {
    operation: "AddPermission",
    request: {
      queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
      label: "share",
      aWSAccountIds: ["210987654321"],
      actions: ["SendMessage"],
    },
    targets: [
      "update aws_sqs_queue_policy queue_url,id=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: (partial) else update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: (partial)",
    ],
  },
  {
    operation: "RemovePermission",
    request: { queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders", label: "share" },
    targets: [
      "update aws_sqs_queue_policy queue_url,id=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: (partial) else update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: (partial)",
    ],
  },
  {
    operation: "TagQueue",
    request: { queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders", tags: { team: "a" } },
    targets: [
      'update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: tags.team="a"',
    ],
  },
  {
    operation: "UntagQueue",
    request: { queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders", tagKeys: ["team"] },
    targets: [
      "update aws_sqs_queue url,id,name=https://sqs.eu-west-1.amazonaws.com/123456789012/orders,orders: -tags.team=null",
    ],
  },
]);
