import type { CloudChange } from "../../../model/cloud-change.js";
import { isJsonObject } from "../../../model/json.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type {
  AttributeMapping,
  IgnoredOperation,
  OperationMapping,
  ServiceMapping,
  TargetMapping,
} from "../mapping-table.js";
import { recordValues, resolvePath } from "../record-path.js";
import { by, creates, deletes, row, updates } from "./rows.js";

/** A queue's URL is not always written alike (old hosts), its name in it is. */
const queue = by("request.queueUrl", ["url", "id", "name"]);
const queueOfPolicy = by("request.queueUrl", ["queue_url", "id"]);

const QUEUE_ATTRIBUTES: Readonly<Record<string, string | AttributeMapping>> = {
  "request.attributes.VisibilityTimeout": "visibility_timeout_seconds",
  "request.attributes.MessageRetentionPeriod": "message_retention_seconds",
  "request.attributes.DelaySeconds": "delay_seconds",
  "request.attributes.MaximumMessageSize": "max_message_size",
  "request.attributes.ReceiveMessageWaitTimeSeconds": "receive_wait_time_seconds",
  "request.attributes.KmsMasterKeyId": "kms_master_key_id",
  "request.attributes.KmsDataKeyReusePeriodSeconds": "kms_data_key_reuse_period_seconds",
  "request.attributes.SqsManagedSseEnabled": "sqs_managed_sse_enabled",
  "request.attributes.ContentBasedDeduplication": "content_based_deduplication",
  "request.attributes.DeduplicationScope": "deduplication_scope",
  "request.attributes.FifoThroughputLimit": "fifo_throughput_limit",
};

/** What a queue has that Terraform also has as resources of their own: the record's path of it, and its row. */
const ASPECTS: ReadonlyMap<string, TargetMapping> = new Map([
  aspect("Policy", "aws_sqs_queue_policy", "policy"),
  aspect("RedrivePolicy", "aws_sqs_queue_redrive_policy", "redrive_policy"),
  aspect("RedriveAllowPolicy", "aws_sqs_queue_redrive_allow_policy", "redrive_allow_policy"),
]);

const attributesSet: TargetMapping = row("update", "aws_sqs_queue", queue, { attributes: QUEUE_ATTRIBUTES });

/** A permission is a statement of the policy; the record does not have the statement. */
const policyChanged: OperationMapping = {
  targets: [
    row("update", "aws_sqs_queue_policy", queueOfPolicy, {
      orElse: row("update", "aws_sqs_queue", queue),
    }),
  ],
};

const messages: IgnoredOperation = { ignored: "data_plane", detail: "it changes messages, not the queue" };

/** SQS. Source: SQS API 2012-11-05 as CloudTrail records it; attributes of the Terraform AWS provider 6. */
export const sqs: ServiceMapping = {
  CreateQueue: creates(
    "aws_sqs_queue",
    by(["response.queueUrl", "request.queueName"], ["url", "id", "name"]),
    {
      "request.queueName": "name",
      "request.attributes.FifoQueue": "fifo_queue",
      "request.attributes.Policy": { attribute: "policy", as: "document" },
      "request.attributes.RedrivePolicy": { attribute: "redrive_policy", as: "document" },
      ...QUEUE_ATTRIBUTES,
      "request.tags": { attribute: "tags", as: "tags" },
    },
  ),
  DeleteQueue: deletes("aws_sqs_queue", queue),
  SetQueueAttributes: { targets: setAttributes },
  AddPermission: policyChanged,
  RemovePermission: policyChanged,
  TagQueue: updates("aws_sqs_queue", queue, {
    attributes: { "request.tags": { attribute: "tags", change: "added", as: "tags" } },
  }),
  UntagQueue: updates("aws_sqs_queue", queue, {
    attributes: { "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } },
  }),

  SendMessage: messages,
  SendMessageBatch: messages,
  ReceiveMessage: messages,
  DeleteMessage: messages,
  DeleteMessageBatch: messages,
  ChangeMessageVisibility: messages,
  ChangeMessageVisibilityBatch: messages,
  PurgeQueue: messages,
};

/** One target for the queue's own attributes, and one for each policy: the call may set several at once. */
function setAttributes(change: CloudChange): readonly ResourceTarget[] {
  const policies = [...ASPECTS].flatMap(([path, policy]) =>
    resolvePath(path, change).present ? buildTargets(policy, change, false) : [],
  );
  const names = attributeNames(change).filter((path) => !ASPECTS.has(path));
  if (names.length === 0 && policies.length > 0) return policies;
  const saysMore = names.length === 0 || names.some((path) => !Object.hasOwn(QUEUE_ATTRIBUTES, path));
  return [...buildTargets(attributesSet, change, saysMore), ...policies];
}

/** The record's paths of the attributes that a call sets. */
function attributeNames(change: CloudChange): readonly string[] {
  const [attributes] = recordValues(change, "request.attributes");
  if (attributes === undefined || !isJsonObject(attributes)) return [];
  return Object.keys(attributes).map((name) => `request.attributes.${name}`);
}

function aspect(name: string, type: string, attribute: string): readonly [string, TargetMapping] {
  const path = `request.attributes.${name}`;
  const attributes = { [path]: { attribute, as: "document" } as const };
  const parent = row("update", "aws_sqs_queue", queue, { attributes });
  return [path, row("update", type, queueOfPolicy, { attributes, orElse: parent })];
}
