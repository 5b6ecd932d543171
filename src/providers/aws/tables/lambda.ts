import type { CloudChange } from "../../../model/cloud-change.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type { ServiceMapping, TargetMapping } from "../mapping-table.js";
import { recordValues } from "../record-path.js";
import { hasUnreadParameters, readPaths } from "../unread-parameters.js";
import { by, type RowDetails, row } from "./ec2-rows.js";

/** A function is named by its name, its ARN, or a part of that. */
const FUNCTION = [by("request.functionName", ["function_name", "arn", "id"])];
/** Of the resources that belong to a function, which name it their own way. */
const OF_FUNCTION = by("request.functionName", ["function_name", "function_arn"]);
const PERMISSION = [OF_FUNCTION, by("request.statementId", ["statement_id", "id"])];
const ALIAS = [OF_FUNCTION, by("request.name", "name")];
const EVENT_SOURCE = [by(["request.uUID", "response.uUID"], ["uuid", "id"])];
const URL = [OF_FUNCTION];
const LAYER_PERMISSION = [by("request.layerName", "layer_name"), by("request.statementId", "statement_id")];

function lambdaFunction(
  effect: TargetMapping["effect"],
  details: RowDetails = {},
): { readonly targets: readonly TargetMapping[] } {
  return { targets: [row(effect, "aws_lambda_function", FUNCTION, details)] };
}

function one(
  effect: TargetMapping["effect"],
  type: string,
  match: TargetMapping["match"],
  details: RowDetails = {},
): { readonly targets: readonly TargetMapping[] } {
  return { targets: [row(effect, type, match, details)] };
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
  "request.tracingConfig.mode": "tracing_config[0].mode",
  "request.deadLetterConfig.targetArn": "dead_letter_config[0].target_arn",
  "request.ephemeralStorage.size": "ephemeral_storage[0].size",
};

const UPDATE_CONFIGURATION = row("update", "aws_lambda_function", FUNCTION, {
  attributes: CONFIGURATION,
  partial: true,
});

/**
 * CloudTrail never shows the variables: `environment: {}` stands for whatever they are now, and also for a call that did
 * not set them. So where it is there, agreement of all the rest proves nothing.
 */
function updateConfiguration(change: CloudChange): readonly ResourceTarget[] {
  const mayHaveSetVariables = recordValues(change, "request.environment").length > 0;
  const saysMore = mayHaveSetVariables || hasUnreadParameters(change, readPaths([UPDATE_CONFIGURATION]));
  return buildTargets(UPDATE_CONFIGURATION, change, saysMore);
}

const CODE: NonNullable<TargetMapping["attributes"]> = {
  "request.s3Bucket": "s3_bucket",
  "request.s3Key": "s3_key",
  "request.s3ObjectVersion": "s3_object_version",
  "request.imageUri": "image_uri",
  "request.architectures": { attribute: "architectures", as: "list" },
  // What the new code hashes to: the provider keeps it in both attributes, the first being declared.
  "response.codeSha256": "code_sha256",
};

const ALIAS_ATTRIBUTES = {
  "request.functionVersion": "function_version",
  "request.description": "description",
} as const;

const EVENT_SOURCE_ATTRIBUTES = {
  "request.enabled": "enabled",
  "request.batchSize": "batch_size",
  "request.maximumBatchingWindowInSeconds": "maximum_batching_window_in_seconds",
} as const;

const URL_ATTRIBUTES = {
  "request.authType": "authorization_type",
  "request.invokeMode": "invoke_mode",
} as const;

/**
 * Operations of Lambda, by their names without the version that CloudTrail adds (`UpdateFunctionCode20150331v2`).
 *
 * Source: Lambda API 2015-03-31 as CloudTrail records it; Terraform AWS provider 6.
 */
export const lambda: ServiceMapping = {
  CreateFunction: lambdaFunction("create", {
    attributes: {
      ...CONFIGURATION,
      "request.packageType": "package_type",
      "request.tags": { attribute: "tags", as: "tags" },
    },
  }),
  DeleteFunction: lambdaFunction("delete"),
  UpdateFunctionConfiguration: { targets: updateConfiguration },
  UpdateFunctionCode: lambdaFunction("update", { attributes: CODE, partial: true }),
  PublishVersion: { ignored: "data_plane", detail: "a version was published of the function as it is" },
  PutFunctionConcurrency: lambdaFunction("update", {
    attributes: { "request.reservedConcurrentExecutions": "reserved_concurrent_executions" },
  }),
  DeleteFunctionConcurrency: lambdaFunction("update", { sets: { reserved_concurrent_executions: -1 } }),
  PutFunctionCodeSigningConfig: lambdaFunction("update", {
    attributes: { "request.codeSigningConfigArn": "code_signing_config_arn" },
  }),
  DeleteFunctionCodeSigningConfig: lambdaFunction("update", { sets: { code_signing_config_arn: null } }),
  AddPermission: one("create", "aws_lambda_permission", PERMISSION, {
    attributes: {
      "request.action": "action",
      "request.principal": "principal",
      "request.sourceArn": "source_arn",
    },
    // The function itself declares no permissions: that somebody was let in is all that it can show.
    orElse: row("update", "aws_lambda_function", FUNCTION),
  }),
  RemovePermission: one("delete", "aws_lambda_permission", PERMISSION, {
    orElse: row("update", "aws_lambda_function", FUNCTION),
  }),
  TagResource: one("update", "aws_lambda_function", [by("request.resource", ["arn", "function_name"])], {
    attributes: { "request.tags": { attribute: "tags", change: "added", as: "tags" } },
  }),
  UntagResource: one("update", "aws_lambda_function", [by("request.resource", ["arn", "function_name"])], {
    attributes: { "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } },
  }),
  CreateAlias: one("create", "aws_lambda_alias", ALIAS, { attributes: ALIAS_ATTRIBUTES }),
  UpdateAlias: one("update", "aws_lambda_alias", ALIAS, { attributes: ALIAS_ATTRIBUTES, partial: true }),
  DeleteAlias: one("delete", "aws_lambda_alias", ALIAS),
  CreateEventSourceMapping: one("create", "aws_lambda_event_source_mapping", EVENT_SOURCE, {
    attributes: { ...EVENT_SOURCE_ATTRIBUTES, "request.eventSourceArn": "event_source_arn" },
  }),
  UpdateEventSourceMapping: one("update", "aws_lambda_event_source_mapping", EVENT_SOURCE, {
    attributes: EVENT_SOURCE_ATTRIBUTES,
    partial: true,
  }),
  DeleteEventSourceMapping: one("delete", "aws_lambda_event_source_mapping", EVENT_SOURCE),
  CreateFunctionUrlConfig: one("create", "aws_lambda_function_url", URL, {
    attributes: URL_ATTRIBUTES,
    orElse: row("update", "aws_lambda_function", FUNCTION),
  }),
  UpdateFunctionUrlConfig: one("update", "aws_lambda_function_url", URL, {
    attributes: URL_ATTRIBUTES,
    partial: true,
  }),
  DeleteFunctionUrlConfig: one("delete", "aws_lambda_function_url", URL),
  PutFunctionEventInvokeConfig: one("update", "aws_lambda_function_event_invoke_config", URL),
  UpdateFunctionEventInvokeConfig: one("update", "aws_lambda_function_event_invoke_config", URL),
  DeleteFunctionEventInvokeConfig: one("delete", "aws_lambda_function_event_invoke_config", URL),
  PublishLayerVersion: one(
    "create",
    "aws_lambda_layer_version",
    [by("response.layerVersionArn", ["arn", "id"])],
    {
      attributes: { "request.layerName": "layer_name", "request.description": "description" },
    },
  ),
  DeleteLayerVersion: one("delete", "aws_lambda_layer_version", [
    by("request.layerName", "layer_name"),
    by("request.versionNumber", "version"),
  ]),
  AddLayerVersionPermission: one("create", "aws_lambda_layer_version_permission", LAYER_PERMISSION, {
    attributes: { "request.principal": "principal", "request.action": "action" },
    orElse: row("update", "aws_lambda_layer_version", [
      by("request.layerName", "layer_name"),
      by("request.versionNumber", "version"),
    ]),
  }),
  RemoveLayerVersionPermission: one("delete", "aws_lambda_layer_version_permission", LAYER_PERMISSION),
  Invoke: { ignored: "data_plane", detail: "the function ran" },
  InvokeAsync: { ignored: "data_plane", detail: "the function ran" },
};
