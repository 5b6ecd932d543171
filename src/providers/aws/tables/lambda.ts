import type { ServiceMapping, TargetMapping } from "../mapping-table.js";
import { lambdaAccess } from "./lambda-access.js";
import { lambdaFunctions } from "./lambda-functions.js";
import { by, operation } from "./rows.js";

const EVENT_SOURCE = [by(["request.uUID", "response.uUID"], ["uuid", "id"])];
const SIGNING = [
  by(["request.codeSigningConfigArn", "response.codeSigningConfig.codeSigningConfigArn"], ["arn", "id"]),
];

const EVENT_SOURCE_ATTRIBUTES: NonNullable<TargetMapping["attributes"]> = {
  "request.enabled": "enabled",
  "request.batchSize": "batch_size",
  "request.maximumBatchingWindowInSeconds": "maximum_batching_window_in_seconds",
  "request.maximumRecordAgeInSeconds": "maximum_record_age_in_seconds",
  "request.maximumRetryAttempts": "maximum_retry_attempts",
  "request.parallelizationFactor": "parallelization_factor",
  "request.tumblingWindowInSeconds": "tumbling_window_in_seconds",
  "request.bisectBatchOnFunctionError": "bisect_batch_on_function_error",
  "request.functionResponseTypes": { attribute: "function_response_types", as: "list" },
  "request.kMSKeyArn": "kms_key_arn",
  // The function may be declared by its name or by its ARN, the answer has the ARN.
  "response.functionArn": "function_arn",
  "request.scalingConfig.maximumConcurrency": "scaling_config[0].maximum_concurrency",
  "request.destinationConfig.onFailure.destination": "destination_config[0].on_failure[0].destination_arn",
};

/** What feeds functions, signs their code, and is shared by them. */
const rest: ServiceMapping = {
  CreateEventSourceMapping: operation("create", "aws_lambda_event_source_mapping", EVENT_SOURCE, {
    attributes: { ...EVENT_SOURCE_ATTRIBUTES, "request.eventSourceArn": "event_source_arn" },
  }),
  UpdateEventSourceMapping: operation("update", "aws_lambda_event_source_mapping", EVENT_SOURCE, {
    attributes: { ...EVENT_SOURCE_ATTRIBUTES, "request.functionName": "function_name" },
  }),
  DeleteEventSourceMapping: operation("delete", "aws_lambda_event_source_mapping", EVENT_SOURCE),
  CreateCodeSigningConfig: operation("create", "aws_lambda_code_signing_config", SIGNING, {
    attributes: { "request.description": "description" },
  }),
  UpdateCodeSigningConfig: operation("update", "aws_lambda_code_signing_config", SIGNING, {
    attributes: {
      "request.description": "description",
      "request.allowedPublishers.signingProfileVersionArns": {
        attribute: "allowed_publishers[0].signing_profile_version_arns",
        as: "list",
      },
      "request.codeSigningPolicies.untrustedArtifactOnDeployment":
        "policies[0].untrusted_artifact_on_deployment",
    },
  }),
  DeleteCodeSigningConfig: operation("delete", "aws_lambda_code_signing_config", SIGNING),
  PublishLayerVersion: operation(
    "create",
    "aws_lambda_layer_version",
    [by("response.layerVersionArn", ["arn", "id"])],
    {
      attributes: { "request.layerName": "layer_name", "request.description": "description" },
    },
  ),
  DeleteLayerVersion: operation("delete", "aws_lambda_layer_version", [
    by("request.layerName", ["layer_name", "layer_arn"]),
    by("request.versionNumber", "version"),
  ]),
};

/**
 * Operations of Lambda, by their names without the version that CloudTrail adds (`UpdateFunctionCode20150331v2`).
 *
 * Source: Lambda API 2015-03-31 as CloudTrail records it; Terraform AWS provider 6.
 */
export const lambda: ServiceMapping = { ...lambdaFunctions, ...lambdaAccess, ...rest };
