import { cloudtrail } from "../../../../../src/providers/aws/tables/cloudtrail.js";
import { describeTable } from "../../../../support/table-cases.js";

describeTable("cloudtrail.amazonaws.com", cloudtrail, [
  {
    operation: "CreateTrail",
    request: {
      name: "audit",
      s3BucketName: "logs",
      isMultiRegionTrail: true,
      tagsList: [{ key: "team", value: "core" }],
    },
    response: { trailARN: "arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit" },
    targets: [
      'create aws_cloudtrail name,arn,id=audit,arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit: s3_bucket_name="logs"; is_multi_region_trail=true; tags={"team":"core"}',
    ],
  },
  {
    operation: "UpdateTrail",
    form: "with a key by its alias",
    request: { name: "audit", enableLogFileValidation: false, kmsKeyId: "alias/audit" },
    response: {
      trailARN: "arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit",
      kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    },
    targets: [
      'update aws_cloudtrail name,arn,id=audit,arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit: enable_log_file_validation=false; kms_key_id="arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"',
    ],
  },
  {
    operation: "UpdateTrail",
    request: { name: "audit", isMultiRegionTrail: false },
    targets: ["update aws_cloudtrail name,arn,id=audit: is_multi_region_trail=false"],
  },
  {
    operation: "DeleteTrail",
    request: { name: "arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit" },
    targets: [
      "delete aws_cloudtrail name,arn,id=arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit,audit:",
    ],
  },
  {
    operation: "StopLogging",
    request: { name: "audit" },
    targets: ["update aws_cloudtrail name,arn,id=audit: enable_logging=false"],
  },
  {
    operation: "StartLogging",
    request: { name: "arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit" },
    targets: [
      "update aws_cloudtrail name,arn,id=arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit,audit: enable_logging=true",
    ],
  },
  {
    operation: "PutEventSelectors",
    form: "basic ones",
    request: {
      trailName: "audit",
      eventSelectors: [
        {
          readWriteType: "ReadOnly",
          includeManagementEvents: false,
          excludeManagementEventSources: [],
          dataResources: [{ type: "AWS::S3::Object", values: [] }],
        },
      ],
    },
    targets: [
      'update aws_cloudtrail name,arn,id=audit: event_selector=[{"read_write_type":"ReadOnly","include_management_events":false,"exclude_management_event_sources":[],"data_resource":[{"type":"AWS::S3::Object","values":[]}]}]; advanced_event_selector=[]',
    ],
  },
  {
    operation: "PutEventSelectors",
    form: "advanced ones",
    request: {
      trailName: "audit",
      advancedEventSelectors: [
        {
          name: "writes",
          fieldSelectors: [
            { field: "eventCategory", equals: ["Management"] },
            { field: "eventSource", notEquals: ["kms.amazonaws.com"] },
          ],
        },
      ],
    },
    targets: [
      'update aws_cloudtrail name,arn,id=audit: event_selector=[]; advanced_event_selector=[{"name":"writes","field_selector":[{"field":"eventCategory","equals":["Management"],"not_equals":[],"starts_with":[],"not_starts_with":[],"ends_with":[],"not_ends_with":[]},{"field":"eventSource","equals":[],"not_equals":["kms.amazonaws.com"],"starts_with":[],"not_starts_with":[],"ends_with":[],"not_ends_with":[]}]}]',
    ],
  },
  {
    operation: "PutEventSelectors",
    form: "which the record does not show",
    request: { trailName: "audit" },
    targets: ["update aws_cloudtrail name,arn,id=audit:"],
  },
  {
    operation: "PutInsightSelectors",
    request: { trailName: "audit", insightSelectors: [{ insightType: "ApiCallRateInsight" }] },
    targets: [
      'update aws_cloudtrail name,arn,id=audit: insight_selector=[{"insight_type":"ApiCallRateInsight"}]',
    ],
  },
  {
    operation: "PutInsightSelectors",
    form: "switching insights off",
    request: { trailName: "audit", insightSelectors: [] },
    targets: ["update aws_cloudtrail name,arn,id=audit: insight_selector=[]"],
  },
  {
    operation: "AddTags",
    request: {
      resourceId: "arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit",
      tagsList: [{ key: "team", value: "core" }],
    },
    targets: [
      'update aws_cloudtrail|aws_cloudtrail_event_data_store arn,id=arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit,audit: tags.team="core"',
    ],
  },
  {
    operation: "RemoveTags",
    request: {
      resourceId: "arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit",
      tagsList: [{ key: "team" }],
    },
    targets: [
      "update aws_cloudtrail|aws_cloudtrail_event_data_store arn,id=arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit,audit: -tags.team=null",
    ],
  },
  {
    operation: "CreateEventDataStore",
    request: { name: "lake", retentionPeriod: 90 },
    response: { eventDataStoreArn: "arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/d1" },
    targets: [
      'create aws_cloudtrail_event_data_store arn,id=arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/d1,d1: name="lake"; retention_period=90',
    ],
  },
  {
    operation: "UpdateEventDataStore",
    request: {
      eventDataStore: "arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/d1",
      terminationProtectionEnabled: false,
    },
    targets: [
      "update aws_cloudtrail_event_data_store arn,id=arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/d1,d1: termination_protection_enabled=false",
    ],
  },
  {
    operation: "DeleteEventDataStore",
    request: { eventDataStore: "arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/d1" },
    targets: [
      "delete aws_cloudtrail_event_data_store arn,id=arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/d1,d1:",
    ],
  },
  {
    operation: "RestoreEventDataStore",
    request: { eventDataStore: "arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/d1" },
    targets: [
      "update aws_cloudtrail_event_data_store arn,id=arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/d1,d1:",
    ],
  },
  {
    operation: "StopEventDataStoreIngestion",
    request: { eventDataStore: "arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/d1" },
    targets: [
      "update aws_cloudtrail_event_data_store arn,id=arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/d1,d1: suspend=true",
    ],
  },
  {
    operation: "StartEventDataStoreIngestion",
    request: { eventDataStore: "arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/d1" },
    targets: [
      "update aws_cloudtrail_event_data_store arn,id=arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/d1,d1: suspend=false",
    ],
  },
  {
    operation: "RegisterOrganizationDelegatedAdmin",
    request: { memberAccountId: "123456789012" },
    targets: ["create aws_cloudtrail_organization_delegated_admin_account account_id,id=123456789012:"],
  },
  {
    operation: "DeregisterOrganizationDelegatedAdmin",
    request: { delegatedAdminAccountId: "123456789012" },
    targets: ["delete aws_cloudtrail_organization_delegated_admin_account account_id,id=123456789012:"],
  },
]);
