import type { ServiceMapping, TargetMapping } from "../mapping-table.js";
import { eventSelectors, insightSelectors, TRAIL } from "./cloudtrail-event-selectors.js";
import { by, creates, deletes, row, updates } from "./rows.js";

const STORE_TYPE = "aws_cloudtrail_event_data_store";
/** A store is named by its ARN, or by the id at the end of that. */
const STORE = [by(["request.eventDataStore", "response.eventDataStoreArn"], ["arn", "id"])];
const DELEGATED_ADMIN = "aws_cloudtrail_organization_delegated_admin_account";

const STORE_ATTRIBUTES: NonNullable<TargetMapping["attributes"]> = {
  "request.name": "name",
  "request.retentionPeriod": "retention_period",
  "request.billingMode": "billing_mode",
  "request.multiRegionEnabled": "multi_region_enabled",
  "request.organizationEnabled": "organization_enabled",
  "request.terminationProtectionEnabled": "termination_protection_enabled",
  "response.kmsKeyId": "kms_key_id",
  "request.kmsKeyId": "kms_key_id",
};

function trail(
  effect: TargetMapping["effect"],
  details: Partial<TargetMapping> = {},
): { readonly targets: readonly TargetMapping[] } {
  return { targets: [row(effect, "aws_cloudtrail", TRAIL, details)] };
}

const ATTRIBUTES: NonNullable<TargetMapping["attributes"]> = {
  "request.s3BucketName": "s3_bucket_name",
  "request.s3KeyPrefix": "s3_key_prefix",
  "request.snsTopicName": "sns_topic_name",
  "request.includeGlobalServiceEvents": "include_global_service_events",
  "request.isMultiRegionTrail": "is_multi_region_trail",
  "request.isOrganizationTrail": "is_organization_trail",
  "request.enableLogFileValidation": "enable_log_file_validation",
  "request.cloudWatchLogsLogGroupArn": "cloud_watch_logs_group_arn",
  "request.cloudWatchLogsRoleArn": "cloud_watch_logs_role_arn",
  // The caller may name an alias; the answer has the ARN, which is what the state has.
  "response.kmsKeyId": "kms_key_id",
  "request.kmsKeyId": "kms_key_id",
};

/** Operations of CloudTrail. Source: CloudTrail API 2013-11-01 as it records itself; Terraform AWS provider 6. */
export const cloudtrail: ServiceMapping = {
  CreateTrail: trail("create", {
    attributes: { ...ATTRIBUTES, "request.tagsList": { attribute: "tags", as: "tags" } },
  }),
  UpdateTrail: trail("update", { attributes: ATTRIBUTES, partial: true }),
  DeleteTrail: trail("delete"),
  StopLogging: trail("update", { sets: { enable_logging: false } }),
  StartLogging: trail("update", { sets: { enable_logging: true } }),
  PutEventSelectors: { targets: eventSelectors },
  PutInsightSelectors: { targets: insightSelectors },
  AddTags: {
    targets: [
      row("update", ["aws_cloudtrail", STORE_TYPE], by("request.resourceId", ["arn", "id"]), {
        attributes: { "request.tagsList": { attribute: "tags", change: "added", as: "tags" } },
      }),
    ],
  },
  RemoveTags: {
    targets: [
      row("update", ["aws_cloudtrail", STORE_TYPE], by("request.resourceId", ["arn", "id"]), {
        attributes: { "request.tagsList": { attribute: "tags", change: "removed", as: "tags" } },
      }),
    ],
  },
  CreateEventDataStore: creates(STORE_TYPE, STORE, {
    ...STORE_ATTRIBUTES,
    "request.tagsList": { attribute: "tags", as: "tags" },
  }),
  UpdateEventDataStore: updates(STORE_TYPE, STORE, { attributes: STORE_ATTRIBUTES }),
  DeleteEventDataStore: deletes(STORE_TYPE, STORE),
  RestoreEventDataStore: updates(STORE_TYPE, STORE),
  StopEventDataStoreIngestion: updates(STORE_TYPE, STORE, { sets: { suspend: true } }),
  StartEventDataStoreIngestion: updates(STORE_TYPE, STORE, { sets: { suspend: false } }),
  RegisterOrganizationDelegatedAdmin: creates(
    DELEGATED_ADMIN,
    by("request.memberAccountId", ["account_id", "id"]),
    {},
    { scope: "account" },
  ),
  DeregisterOrganizationDelegatedAdmin: deletes(
    DELEGATED_ADMIN,
    by("request.delegatedAdminAccountId", ["account_id", "id"]),
    { scope: "account" },
  ),
  StartQuery: { ignored: "data_plane", detail: "a query ran over recorded events" },
};
