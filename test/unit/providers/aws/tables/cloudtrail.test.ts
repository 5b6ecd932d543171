import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../../src/model/json.js";
import { mappedTargets, type TargetSummary } from "../../../../support/mapped-targets.js";

const TRAIL = { is: "update aws_cloudtrail", by: { "name|arn|id": ["audit"] } };
const ARN = "arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit";
const STORES = "aws_cloudtrail|aws_cloudtrail_event_data_store";

const cases: readonly (readonly [string, JsonObject, TargetSummary])[] = [
  [
    "CreateTrail",
    { name: "audit", s3BucketName: "logs", isMultiRegionTrail: true },
    {
      ...TRAIL,
      is: "create aws_cloudtrail",
      changes: { s3_bucket_name: "logs", is_multi_region_trail: true },
    },
  ],
  [
    "UpdateTrail",
    { name: "audit", enableLogFileValidation: false },
    { ...TRAIL, changes: { enable_log_file_validation: false } },
  ],
  ["DeleteTrail", { name: ARN }, { is: "delete aws_cloudtrail", by: { "name|arn|id": [ARN, "audit"] } }],
  ["StopLogging", { name: "audit" }, { ...TRAIL, changes: { enable_logging: false } }],
  ["StartLogging", { name: "audit" }, { ...TRAIL, changes: { enable_logging: true } }],
  [
    "PutEventSelectors",
    {
      trailName: "audit",
      eventSelectors: [
        {
          readWriteType: "ReadOnly",
          includeManagementEvents: false,
          dataResources: [{ type: "AWS::S3::Object", values: [] }],
        },
      ],
    },
    {
      ...TRAIL,
      changes: {
        event_selector: [
          {
            read_write_type: "ReadOnly",
            include_management_events: false,
            exclude_management_event_sources: [],
            data_resource: [{ type: "AWS::S3::Object", values: [] }],
          },
        ],
      },
    },
  ],
  ["PutEventSelectors", { trailName: "audit", advancedEventSelectors: [{ name: "a" }] }, TRAIL],
  ["PutInsightSelectors", { trailName: "audit", insightSelectors: [] }, TRAIL],
  [
    "AddTags",
    { resourceId: ARN, tagsList: [{ key: "a", value: "b" }] },
    { is: `update ${STORES}`, by: { "arn|id": [ARN, "audit"] }, changes: { "tags.a": "b" } },
  ],
  [
    "RemoveTags",
    { resourceId: ARN, tagsList: [{ key: "a" }] },
    { is: `update ${STORES}`, by: { "arn|id": [ARN, "audit"] }, changes: { "-tags.a": null } },
  ],
];

describe("CloudTrail", () => {
  it.each(cases)("%s is mapped", (operation, request, expected) => {
    expect(mappedTargets("cloudtrail", operation, request)).toEqual([expected]);
  });
});
