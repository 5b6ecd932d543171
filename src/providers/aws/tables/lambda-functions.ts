import type { CloudChange } from "../../../model/cloud-change.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type { OperationMapping, ServiceMapping, TargetMapping } from "../mapping-table.js";
import { recordText, recordValues } from "../record-path.js";
import { hasUnreadParameters, readPaths } from "../unread-parameters.js";
import { setTo } from "./ec2-targets.js";
import { readRow } from "./read-rows.js";
import { by, type RowDetails, row } from "./rows.js";

/** A function is named by its name, its ARN, or a part of that. */
export const FUNCTION: TargetMapping["match"] = [by("request.functionName", ["function_name", "arn", "id"])];

/** A row of the function itself. */
export function functionRow(effect: TargetMapping["effect"], details: RowDetails = {}): TargetMapping {
  return row(effect, "aws_lambda_function", FUNCTION, details);
}

function functionOperation(effect: TargetMapping["effect"], details: RowDetails = {}): OperationMapping {
  return { targets: [functionRow(effect, details)] };
}

const CONFIGURATION: NonNullable<TargetMapping["attributes"]> = {
  "request.runtime": "runtime",
  "request.handler": "handler",
  "request.role": "role",
  "request.description": "description",
  "request.timeout": "timeout",
  "request.memorySize": "memory_size",
  "request.kMSKeyArn": "kms_key_arn",
  "request.layers": { attribute: "layers", as: "list" },
  "request.vpcConfig.subnetIds": { attribute: "vpc_config[0].subnet_ids", as: "list" },
  "request.vpcConfig.securityGroupIds": { attribute: "vpc_config[0].security_group_ids", as: "list" },
  "request.vpcConfig.ipv6AllowedForDualStack": "vpc_config[0].ipv6_allowed_for_dual_stack",
  "request.tracingConfig.mode": "tracing_config[0].mode",
  "request.deadLetterConfig.targetArn": "dead_letter_config[0].target_arn",
  "request.ephemeralStorage.size": "ephemeral_storage[0].size",
  "request.loggingConfig.logFormat": "logging_config[0].log_format",
  "request.loggingConfig.logGroup": "logging_config[0].log_group",
  "request.loggingConfig.applicationLogLevel": "logging_config[0].application_log_level",
  "request.loggingConfig.systemLogLevel": "logging_config[0].system_log_level",
  "request.snapStart.applyOn": "snap_start[0].apply_on",
  "request.imageConfig.command": { attribute: "image_config[0].command", as: "list" },
  "request.imageConfig.entryPoint": { attribute: "image_config[0].entry_point", as: "list" },
  "request.imageConfig.workingDirectory": "image_config[0].working_directory",
};

const updateConfiguration = functionRow("update", { attributes: CONFIGURATION });

/**
 * CloudTrail never shows the variables: `environment: {}` stands for whatever they are now, and also for a call that did
 * not set them. So where it is there, agreement of all the rest proves nothing.
 */
function configurationUpdated(change: CloudChange): readonly ResourceTarget[] {
  const mayHaveSetVariables = recordValues(change, "request.environment").length > 0;
  const saysMore = mayHaveSetVariables || hasUnreadParameters(change, readPaths([updateConfiguration]));
  return buildTargets(updateConfiguration, change, saysMore);
}

const updateCode = functionRow("update", {
  attributes: {
    // What the new code hashes to, which the provider reads back; its package is in no record.
    "response.codeSha256": "code_sha256",
    "request.s3Bucket": "s3_bucket",
    "request.s3Key": "s3_key",
    "request.s3ObjectVersion": "s3_object_version",
    "request.imageUri": "image_uri",
    "request.sourceKMSKeyArn": "source_kms_key_arn",
    "request.architectures": { attribute: "architectures", as: "list" },
  },
});

/** A dry run checks the caller's rights and changes nothing. */
function codeUpdated(change: CloudChange): readonly ResourceTarget[] {
  const isDryRun = recordText(change, "request.dryRun") === "true";
  return isDryRun ? untouched(change) : readRow(updateCode, change);
}

const deleted = functionRow("delete");

/** With a qualifier, one version is deleted, and the function stays. */
function functionDeleted(change: CloudChange): readonly ResourceTarget[] {
  const isVersion = recordText(change, "request.qualifier") !== undefined || VERSION.test(nameOf(change));
  return isVersion ? untouched(change) : readRow(deleted, change);
}

/** `name:3`, `arn:aws:lambda:<region>:<account>:function:name:3`. */
const VERSION = /^(?:.*:function:)?[A-Za-z0-9_-]+:\d+$/;

function nameOf(change: CloudChange): string {
  return recordText(change, "request.functionName") ?? "";
}

/** The function, of which the call changed nothing: it is still called what it was. */
function untouched(change: CloudChange): readonly ResourceTarget[] {
  return buildTargets(functionRow("update"), change, false).flatMap((target) => {
    const name = target.ref.match[0]?.values.find((value) => !value.includes(":"));
    return name === undefined ? [] : [{ ...target, changes: [setTo("function_name", name)] }];
  });
}

const TAGGED = ["aws_lambda_function", "aws_lambda_event_source_mapping", "aws_lambda_code_signing_config"];
const TAGGED_BY = [by("request.resource", ["arn", "function_name"])];

/** Functions themselves. */
export const lambdaFunctions: ServiceMapping = {
  CreateFunction: functionOperation("create", {
    attributes: {
      ...CONFIGURATION,
      "request.packageType": "package_type",
      "request.architectures": { attribute: "architectures", as: "list" },
      "request.code.s3Bucket": "s3_bucket",
      "request.code.s3Key": "s3_key",
      "request.code.imageUri": "image_uri",
      "request.codeSigningConfigArn": "code_signing_config_arn",
      "request.tags": { attribute: "tags", as: "tags" },
    },
  }),
  DeleteFunction: { targets: functionDeleted },
  UpdateFunctionConfiguration: { targets: configurationUpdated },
  UpdateFunctionCode: { targets: codeUpdated },
  PublishVersion: { ignored: "data_plane", detail: "a version was published of the function as it is" },
  PutFunctionConcurrency: functionOperation("update", {
    attributes: { "request.reservedConcurrentExecutions": "reserved_concurrent_executions" },
  }),
  DeleteFunctionConcurrency: functionOperation("update", { sets: { reserved_concurrent_executions: -1 } }),
  PutFunctionCodeSigningConfig: functionOperation("update", {
    attributes: { "request.codeSigningConfigArn": "code_signing_config_arn" },
  }),
  DeleteFunctionCodeSigningConfig: functionOperation("update", { sets: { code_signing_config_arn: null } }),
  TagResource: {
    targets: [
      row("update", TAGGED, TAGGED_BY, {
        attributes: { "request.tags": { attribute: "tags", change: "added", as: "tags" } },
      }),
    ],
  },
  UntagResource: {
    targets: [
      row("update", TAGGED, TAGGED_BY, {
        attributes: { "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } },
      }),
    ],
  },
  Invoke: { ignored: "data_plane", detail: "the function ran" },
  InvokeAsync: { ignored: "data_plane", detail: "the function ran" },
  InvokeWithResponseStream: { ignored: "data_plane", detail: "the function ran" },
};
