import { sns } from "../../../../../src/providers/aws/tables/sns.js";
import { describeTable } from "../../../../support/table-cases.js";

describeTable("sns.amazonaws.com", sns, [
  {
    operation: "CreateTopic",
    request: { name: "orders", attributes: { DisplayName: "Orders" }, tags: [{ key: "team", value: "a" }] },
    response: { topicArn: "arn:aws:sns:eu-west-1:123456789012:orders" },
    targets: [
      'create aws_sns_topic arn,id,name=arn:aws:sns:eu-west-1:123456789012:orders,orders: name="orders"; display_name="Orders"; tags={"team":"a"}',
    ],
  },
  {
    operation: "DeleteTopic",
    request: { topicArn: "arn:aws:sns:eu-west-1:123456789012:orders" },
    targets: ["delete aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders:"],
  },
  {
    operation: "SetTopicAttributes",
    form: "Policy",
    request: {
      topicArn: "arn:aws:sns:eu-west-1:123456789012:orders",
      attributeName: "Policy",
      attributeValue: '{"Version":"2012-10-17","Statement":[]}',
    },
    targets: [
      'update aws_sns_topic_policy arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: policy={"Version":"2012-10-17","Statement":[]} else update aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: policy={"Version":"2012-10-17","Statement":[]}',
    ],
  },
  {
    operation: "SetTopicAttributes",
    form: "DisplayName",
    request: {
      topicArn: "arn:aws:sns:eu-west-1:123456789012:orders",
      attributeName: "DisplayName",
      attributeValue: "Orders",
    },
    targets: [
      'update aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: display_name="Orders"',
    ],
  },
  {
    operation: "SetTopicAttributes",
    form: "KmsMasterKeyId that is taken away",
    request: {
      topicArn: "arn:aws:sns:eu-west-1:123456789012:orders",
      attributeName: "KmsMasterKeyId",
      attributeValue: "",
    },
    targets: [
      'update aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: kms_master_key_id=""',
    ],
  },
  {
    operation: "SetTopicAttributes",
    form: "DeliveryPolicy",
    request: {
      topicArn: "arn:aws:sns:eu-west-1:123456789012:orders",
      attributeName: "DeliveryPolicy",
      attributeValue: '{"http":{}}',
    },
    targets: [
      'update aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: delivery_policy={"http":{}}',
    ],
  },
  {
    operation: "SetTopicAttributes",
    form: "FifoThroughputScope",
    request: {
      topicArn: "arn:aws:sns:eu-west-1:123456789012:orders",
      attributeName: "FifoThroughputScope",
      attributeValue: "Topic",
    },
    targets: [
      'update aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: fifo_throughput_scope="Topic"',
    ],
  },
  {
    operation: "SetTopicAttributes",
    form: "feedback",
    request: {
      topicArn: "arn:aws:sns:eu-west-1:123456789012:orders",
      attributeName: "SQSFailureFeedbackRoleArn",
      attributeValue: "arn:aws:iam::123456789012:role/export",
    },
    targets: [
      'update aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: sqs_failure_feedback_role_arn="arn:aws:iam::123456789012:role/export"',
    ],
  },
  {
    operation: "SetTopicAttributes",
    form: "one that is not known",
    request: {
      topicArn: "arn:aws:sns:eu-west-1:123456789012:orders",
      attributeName: "Newest",
      attributeValue: "x",
    },
    targets: ["update aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: (partial)"],
  },
  {
    operation: "AddPermission",
    request: {
      topicArn: "arn:aws:sns:eu-west-1:123456789012:orders",
      label: "share",
      aWSAccountId: ["210987654321"],
      actionName: ["Publish"],
    },
    targets: [
      "update aws_sns_topic_policy arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: (partial) else update aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: (partial)",
    ],
  },
  {
    operation: "RemovePermission",
    request: { topicArn: "arn:aws:sns:eu-west-1:123456789012:orders", label: "share" },
    targets: [
      "update aws_sns_topic_policy arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: (partial) else update aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: (partial)",
    ],
  },
  {
    operation: "Subscribe",
    request: {
      topicArn: "arn:aws:sns:eu-west-1:123456789012:orders",
      protocol: "sqs",
      endpoint: "arn:aws:sqs:eu-west-1:123456789012:q",
    },
    response: { subscriptionArn: "arn:aws:sns:eu-west-1:123456789012:orders:5b1c" },
    targets: [
      'create aws_sns_topic_subscription arn,id=arn:aws:sns:eu-west-1:123456789012:orders:5b1c,orders: topic_arn="arn:aws:sns:eu-west-1:123456789012:orders"; protocol="sqs"; endpoint="arn:aws:sqs:eu-west-1:123456789012:q"',
    ],
  },
  {
    operation: "Subscribe",
    form: "that waits for confirmation",
    request: {
      topicArn: "arn:aws:sns:eu-west-1:123456789012:orders",
      protocol: "email",
      endpoint: "ops@example.com",
    },
    response: { subscriptionArn: "pending confirmation" },
    targets: [
      'create aws_sns_topic_subscription topic_arn=arn:aws:sns:eu-west-1:123456789012:orders & protocol=email & endpoint=ops@example.com: topic_arn="arn:aws:sns:eu-west-1:123456789012:orders"; protocol="email"; endpoint="ops@example.com"',
    ],
  },
  {
    operation: "Unsubscribe",
    request: { subscriptionArn: "arn:aws:sns:eu-west-1:123456789012:orders:5b1c" },
    targets: [
      "delete aws_sns_topic_subscription arn,id=arn:aws:sns:eu-west-1:123456789012:orders:5b1c,orders:",
    ],
  },
  {
    operation: "SetSubscriptionAttributes",
    form: "FilterPolicy",
    request: {
      subscriptionArn: "arn:aws:sns:eu-west-1:123456789012:orders:5b1c",
      attributeName: "FilterPolicy",
      attributeValue: '{"kind":["a"]}',
    },
    targets: [
      'update aws_sns_topic_subscription arn,id=arn:aws:sns:eu-west-1:123456789012:orders:5b1c,orders: filter_policy={"kind":["a"]}',
    ],
  },
  {
    operation: "SetSubscriptionAttributes",
    form: "RawMessageDelivery",
    request: {
      subscriptionArn: "arn:aws:sns:eu-west-1:123456789012:orders:5b1c",
      attributeName: "RawMessageDelivery",
      attributeValue: "true",
    },
    targets: [
      'update aws_sns_topic_subscription arn,id=arn:aws:sns:eu-west-1:123456789012:orders:5b1c,orders: raw_message_delivery="true"',
    ],
  },
  {
    operation: "SetSubscriptionAttributes",
    form: "one that is not known",
    request: {
      subscriptionArn: "arn:aws:sns:eu-west-1:123456789012:orders:5b1c",
      attributeName: "Newest",
      attributeValue: "x",
    },
    targets: [
      "update aws_sns_topic_subscription arn,id=arn:aws:sns:eu-west-1:123456789012:orders:5b1c,orders: (partial)",
    ],
  },
  {
    operation: "TagResource",
    request: {
      resourceArn: "arn:aws:sns:eu-west-1:123456789012:orders",
      tags: [{ key: "team", value: "a" }],
    },
    targets: ['update aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: tags.team="a"'],
  },
  {
    operation: "UntagResource",
    request: { resourceArn: "arn:aws:sns:eu-west-1:123456789012:orders", tagKeys: ["team"] },
    targets: [
      "update aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:orders,orders: -tags.team=null",
    ],
  },
  {
    operation: "PutDataProtectionPolicy",
    request: {
      resourceArn: "arn:aws:sns:eu-west-1:123456789012:alerts",
      dataProtectionPolicy: '{"Name":"p"}',
    },
    targets: [
      'update aws_sns_topic_data_protection_policy arn,id=arn:aws:sns:eu-west-1:123456789012:alerts,alerts: policy={"Name":"p"} else update aws_sns_topic arn,id=arn:aws:sns:eu-west-1:123456789012:alerts,alerts:',
    ],
  },
  {
    operation: "CreatePlatformApplication",
    request: { name: "push", platform: "GCM", attributes: "HIDDEN_DUE_TO_SECURITY_REASONS" },
    response: { platformApplicationArn: "arn:aws:sns:eu-west-1:123456789012:app/GCM/push" },
    targets: [
      'create aws_sns_platform_application arn,id=arn:aws:sns:eu-west-1:123456789012:app/GCM/push,app/GCM/push: name="push"; platform="GCM"',
    ],
  },
  {
    operation: "SetPlatformApplicationAttributes",
    request: { platformApplicationArn: "arn:aws:sns:eu-west-1:123456789012:app/GCM/push" },
    targets: [
      "update aws_sns_platform_application arn,id=arn:aws:sns:eu-west-1:123456789012:app/GCM/push,app/GCM/push:",
    ],
  },
  {
    operation: "DeletePlatformApplication",
    request: { platformApplicationArn: "arn:aws:sns:eu-west-1:123456789012:app/GCM/push" },
    targets: [
      "delete aws_sns_platform_application arn,id=arn:aws:sns:eu-west-1:123456789012:app/GCM/push,app/GCM/push:",
    ],
  },
  {
    operation: "SetSMSAttributes",
    request: { attributes: { MonthlySpendLimit: "10", DefaultSMSType: "Transactional" } },
    targets: ['update aws_sns_sms_preferences : monthly_spend_limit="10"; default_sms_type="Transactional"'],
  },
]);
