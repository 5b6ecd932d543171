import type { ServiceMapping, TargetMapping } from "../mapping-table.js";
import { eventSelectors, TRAIL } from "./cloudtrail-event-selectors.js";
import { by, row } from "./ec2-rows.js";

const STORE = [by(["request.eventDataStore", "response.eventDataStoreArn"], ["arn", "id"])];

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
  PutInsightSelectors: trail("update"),
  AddTags: {
    targets: [
      row(
        "update",
        ["aws_cloudtrail", "aws_cloudtrail_event_data_store"],
        by("request.resourceId", ["arn", "id"]),
        {
          attributes: { "request.tagsList": { attribute: "tags", change: "added", as: "tags" } },
        },
      ),
    ],
  },
  RemoveTags: {
    targets: [
      row(
        "update",
        ["aws_cloudtrail", "aws_cloudtrail_event_data_store"],
        by("request.resourceId", ["arn", "id"]),
        {
          attributes: { "request.tagsList": { attribute: "tags", change: "removed", as: "tags" } },
        },
      ),
    ],
  },
  CreateEventDataStore: {
    targets: [
      row("create", "aws_cloudtrail_event_data_store", STORE, { attributes: { "request.name": "name" } }),
    ],
  },
  UpdateEventDataStore: {
    targets: [
      row("update", "aws_cloudtrail_event_data_store", STORE, {
        attributes: {
          "request.name": "name",
          "request.retentionPeriod": "retention_period",
          "request.multiRegionEnabled": "multi_region_enabled",
          "request.organizationEnabled": "organization_enabled",
          "request.terminationProtectionEnabled": "termination_protection_enabled",
        },
        partial: true,
      }),
    ],
  },
  DeleteEventDataStore: { targets: [row("delete", "aws_cloudtrail_event_data_store", STORE)] },
  StartQuery: { ignored: "data_plane", detail: "a query ran over recorded events" },
};
