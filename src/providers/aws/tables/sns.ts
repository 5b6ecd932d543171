import type { CloudChange } from "../../../model/cloud-change.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type { AttributeMapping, OperationMapping, ServiceMapping, TargetMapping } from "../mapping-table.js";
import { recordText } from "../record-path.js";
import { by, creates, deletes, row, updates } from "./rows.js";

const topic = by("request.topicArn", ["arn", "id"]);
const taggedTopic = by("request.resourceArn", ["arn", "id"]);
const subscription = by("request.subscriptionArn", ["arn", "id"]);

const application = by("request.platformApplicationArn", ["arn", "id"]);

type Attribute = string | AttributeMapping;

/** Terraform's names of the attributes that a topic has, by SNS's in lower case. Policies are resources of their own. */
const TOPIC_ATTRIBUTES: ReadonlyMap<string, Attribute> = new Map<string, Attribute>([
  ["displayname", "display_name"],
  ["kmsmasterkeyid", "kms_master_key_id"],
  ["deliverypolicy", { attribute: "delivery_policy", as: "document" }],
  ["archivepolicy", { attribute: "archive_policy", as: "document" }],
  ["contentbaseddeduplication", "content_based_deduplication"],
  ["fifothroughputscope", "fifo_throughput_scope"],
  ["tracingconfig", "tracing_config"],
  ["signatureversion", "signature_version"],
  ...feedback("application"),
  ...feedback("firehose"),
  ...feedback("http"),
  ...feedback("lambda"),
  ...feedback("sqs"),
]);

/** Terraform's names of the attributes that a subscription has, by SNS's in lower case. */
const SUBSCRIPTION_ATTRIBUTES: ReadonlyMap<string, Attribute> = new Map<string, Attribute>([
  ["deliverypolicy", { attribute: "delivery_policy", as: "document" }],
  ["filterpolicy", { attribute: "filter_policy", as: "document" }],
  ["filterpolicyscope", "filter_policy_scope"],
  ["rawmessagedelivery", "raw_message_delivery"],
  ["redrivepolicy", { attribute: "redrive_policy", as: "document" }],
  ["replaypolicy", { attribute: "replay_policy", as: "document" }],
  ["subscriptionrolearn", "subscription_role_arn"],
]);

const POLICY: TargetMapping["attributes"] = {
  "request.attributeValue": { attribute: "policy", as: "document" },
};

const policySet: TargetMapping = row("update", "aws_sns_topic_policy", topic, {
  attributes: POLICY,
  orElse: row("update", "aws_sns_topic", topic, { attributes: POLICY }),
});

/** A permission is a statement of the policy; the record does not have the statement. */
const policyChanged: OperationMapping = {
  targets: [row("update", "aws_sns_topic_policy", topic, { orElse: row("update", "aws_sns_topic", topic) })],
};

/** SNS. Source: SNS API 2010-03-31 as CloudTrail records it; attributes of the Terraform AWS provider 6. */
export const sns: ServiceMapping = {
  CreateTopic: creates("aws_sns_topic", by(["response.topicArn", "request.name"], ["arn", "id", "name"]), {
    "request.name": "name",
    "request.attributes.DisplayName": "display_name",
    "request.attributes.KmsMasterKeyId": "kms_master_key_id",
    "request.attributes.FifoTopic": "fifo_topic",
    "request.attributes.ContentBasedDeduplication": "content_based_deduplication",
    "request.tags[]": { attribute: "tags", as: "tags" },
  }),
  DeleteTopic: deletes("aws_sns_topic", topic),
  SetTopicAttributes: { targets: topicAttribute },
  AddPermission: policyChanged,
  RemovePermission: policyChanged,

  Subscribe: { targets: subscribed },
  Unsubscribe: deletes("aws_sns_topic_subscription", subscription),
  SetSubscriptionAttributes: { targets: subscriptionAttribute },

  TagResource: updates("aws_sns_topic", taggedTopic, {
    attributes: { "request.tags[]": { attribute: "tags", change: "added", as: "tags" } },
  }),
  UntagResource: updates("aws_sns_topic", taggedTopic, {
    attributes: { "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } },
  }),

  PutDataProtectionPolicy: updates(
    "aws_sns_topic_data_protection_policy",
    by("request.resourceArn", ["arn", "id"]),
    {
      attributes: { "request.dataProtectionPolicy": { attribute: "policy", as: "document" } },
      orElse: row("update", "aws_sns_topic", taggedTopic),
    },
  ),

  CreatePlatformApplication: creates(
    "aws_sns_platform_application",
    by("response.platformApplicationArn", ["arn", "id"]),
    { "request.name": "name", "request.platform": "platform" },
  ),
  // Its attributes hold credentials: only that they were set is known.
  SetPlatformApplicationAttributes: updates("aws_sns_platform_application", application),
  DeletePlatformApplication: deletes("aws_sns_platform_application", application),
  SetSMSAttributes: updates("aws_sns_sms_preferences", [], {
    attributes: {
      "request.attributes.MonthlySpendLimit": "monthly_spend_limit",
      "request.attributes.DeliveryStatusIAMRole": "delivery_status_iam_role_arn",
      "request.attributes.DeliveryStatusSuccessSamplingRate": "delivery_status_success_sampling_rate",
      "request.attributes.DefaultSenderID": "default_sender_id",
      "request.attributes.DefaultSMSType": "default_sms_type",
      "request.attributes.UsageReportS3Bucket": "usage_report_s3_bucket",
    },
  }),

  ConfirmSubscription: {
    ignored: "data_plane",
    detail: "it confirms a subscription that was made before; nothing that is declared changed",
  },
  Publish: { ignored: "data_plane", detail: "it sends a message" },
  PublishBatch: { ignored: "data_plane", detail: "it sends messages" },
};

/** An email's subscription has no ARN before it is confirmed: SNS answers `pending confirmation`. */
function subscribed(change: CloudChange): readonly ResourceTarget[] {
  const arn = recordText(change, "response.subscriptionArn");
  const identity = arn?.startsWith("arn:")
    ? by("response.subscriptionArn", ["arn", "id"])
    : [
        by("request.topicArn", "topic_arn"),
        by("request.protocol", "protocol"),
        { ...by("request.endpoint", "endpoint"), optional: true },
      ];
  const attributes = {
    "request.topicArn": "topic_arn",
    "request.protocol": "protocol",
    "request.endpoint": "endpoint",
    "request.attributes.FilterPolicy": { attribute: "filter_policy", as: "document" },
    "request.attributes.RawMessageDelivery": "raw_message_delivery",
  } as const;
  return buildTargets(row("create", "aws_sns_topic_subscription", identity, { attributes }), change, false);
}

function topicAttribute(change: CloudChange): readonly ResourceTarget[] {
  const name = recordText(change, "request.attributeName")?.toLowerCase() ?? "";
  if (name === "policy") return buildTargets(policySet, change, false);
  return attributeSet("aws_sns_topic", topic, TOPIC_ATTRIBUTES.get(name), change);
}

function subscriptionAttribute(change: CloudChange): readonly ResourceTarget[] {
  const name = recordText(change, "request.attributeName")?.toLowerCase() ?? "";
  return attributeSet("aws_sns_topic_subscription", subscription, SUBSCRIPTION_ATTRIBUTES.get(name), change);
}

/** Without a known attribute, only that the resource changed is known. */
function attributeSet(
  type: string,
  identity: ReturnType<typeof by>,
  attribute: Attribute | undefined,
  change: CloudChange,
): readonly ResourceTarget[] {
  const attributes = attribute === undefined ? {} : { "request.attributeValue": attribute };
  return buildTargets(row("update", type, identity, { attributes }), change, attribute === undefined);
}

function feedback(protocol: string): readonly (readonly [string, Attribute])[] {
  return [
    [`${protocol}successfeedbackrolearn`, `${protocol}_success_feedback_role_arn`],
    [`${protocol}successfeedbacksamplerate`, `${protocol}_success_feedback_sample_rate`],
    [`${protocol}failurefeedbackrolearn`, `${protocol}_failure_feedback_role_arn`],
  ];
}
