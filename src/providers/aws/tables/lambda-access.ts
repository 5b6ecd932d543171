import type { CloudChange } from "../../../model/cloud-change.js";
import type { IdentityMatch, ResourceTarget } from "../../../model/resource-target.js";

import type { OperationMapping, ServiceMapping, TargetMapping } from "../mapping-table.js";
import { functionRow } from "./lambda-functions.js";
import { readRow } from "./read-rows.js";
import { regionalArn } from "./regional-arn.js";
import { by, type RowDetails, row } from "./rows.js";

/** What belongs to a function names it its own way: by its name or by its ARN. */
const OF_FUNCTION = by("request.functionName", ["function_name", "function_arn"]);
const STATEMENT = by("request.statementId", ["statement_id", "id"]);
const QUALIFIER = { ...by("request.qualifier", "qualifier"), optional: true };
const ALIAS = [OF_FUNCTION, by("request.name", "name")];
const VERSION = [
  by("request.layerName", ["layer_name", "layer_arn"]),
  by("request.versionNumber", "version"),
];
const LAYER_STATEMENT = [
  by("request.layerName", "layer_name"),
  by("request.versionNumber", "version_number"),
  by("request.statementId", "statement_id"),
];

/** A row of what belongs to a function, or the function where no state has it and `ofFunction` says so. */
function belonging(
  effect: TargetMapping["effect"],
  type: string,
  match: TargetMapping["match"],
  details: RowDetails = {},
): OperationMapping {
  const mapping = row(effect, type, match, details);
  return { targets: (change) => readRow(mapping, change).map((target) => withFunctionArn(target, change)) };
}

/** The calls name a function by its name, but a state may hold its ARN: in this account and region there is one. */
function withFunctionArn(target: ResourceTarget, change: CloudChange): ResourceTarget {
  const match = target.ref.match.map((one) => (isOfFunction(one) ? withArn(one, change) : one));
  return { ...target, ref: { ...target.ref, match } };
}

function isOfFunction({ attributes }: IdentityMatch): boolean {
  return attributes.includes("function_name");
}

function withArn(match: IdentityMatch, change: CloudChange): IdentityMatch {
  const name = match.values.find((value) => !value.includes(":"));
  const arn = name === undefined ? undefined : regionalArn(change, "lambda", `function:${name}`);
  return arn === undefined ? match : { ...match, values: [...new Set([...match.values, arn])] };
}

/** The function itself declares neither permissions nor URLs: that somebody was let in is all that it can show. */
const THE_FUNCTION = functionRow("update");
const THE_LAYER = row("update", "aws_lambda_layer_version", VERSION);

const ALIAS_ATTRIBUTES = {
  "request.functionVersion": "function_version",
  "request.description": "description",
} as const;

const URL_ATTRIBUTES = {
  "request.authType": "authorization_type",
  "request.invokeMode": "invoke_mode",
  "request.cors.allowCredentials": "cors[0].allow_credentials",
  "request.cors.allowHeaders": { attribute: "cors[0].allow_headers", as: "list" },
  "request.cors.allowMethods": { attribute: "cors[0].allow_methods", as: "list" },
  "request.cors.allowOrigins": { attribute: "cors[0].allow_origins", as: "list" },
  "request.cors.exposeHeaders": { attribute: "cors[0].expose_headers", as: "list" },
  "request.cors.maxAge": "cors[0].max_age",
} as const;

const INVOKE_ATTRIBUTES = {
  "request.maximumRetryAttempts": "maximum_retry_attempts",
  "request.maximumEventAgeInSeconds": "maximum_event_age_in_seconds",
  "request.destinationConfig.onFailure.destination": "destination_config[0].on_failure[0].destination",
  "request.destinationConfig.onSuccess.destination": "destination_config[0].on_success[0].destination",
} as const;

const URL = "aws_lambda_function_url";
const INVOKE_CONFIG = "aws_lambda_function_event_invoke_config";
const CONCURRENCY = "aws_lambda_provisioned_concurrency_config";

/** Who may call a function, and where: permissions, URLs, aliases, asynchronous calls, and layers' permissions. */
export const lambdaAccess: ServiceMapping = {
  AddPermission: belonging("create", "aws_lambda_permission", [OF_FUNCTION, STATEMENT], {
    attributes: {
      "request.action": "action",
      "request.principal": "principal",
      "request.sourceArn": "source_arn",
      "request.sourceAccount": "source_account",
      "request.principalOrgID": "principal_org_id",
      "request.functionUrlAuthType": "function_url_auth_type",
      "request.qualifier": "qualifier",
    },
    orElse: THE_FUNCTION,
  }),
  RemovePermission: belonging("delete", "aws_lambda_permission", [OF_FUNCTION, STATEMENT], {
    orElse: THE_FUNCTION,
  }),
  CreateFunctionUrlConfig: belonging("create", URL, [OF_FUNCTION, QUALIFIER], {
    attributes: URL_ATTRIBUTES,
    orElse: THE_FUNCTION,
  }),
  UpdateFunctionUrlConfig: belonging("update", URL, [OF_FUNCTION, QUALIFIER], {
    attributes: URL_ATTRIBUTES,
    orElse: THE_FUNCTION,
  }),
  DeleteFunctionUrlConfig: belonging("delete", URL, [OF_FUNCTION, QUALIFIER], { orElse: THE_FUNCTION }),
  CreateAlias: belonging("create", "aws_lambda_alias", ALIAS, { attributes: ALIAS_ATTRIBUTES }),
  UpdateAlias: belonging("update", "aws_lambda_alias", ALIAS, { attributes: ALIAS_ATTRIBUTES }),
  DeleteAlias: belonging("delete", "aws_lambda_alias", ALIAS),
  // A put replaces the configuration, an update changes what it names.
  PutFunctionEventInvokeConfig: belonging("update", INVOKE_CONFIG, [OF_FUNCTION, QUALIFIER], {
    attributes: INVOKE_ATTRIBUTES,
  }),
  UpdateFunctionEventInvokeConfig: belonging("update", INVOKE_CONFIG, [OF_FUNCTION, QUALIFIER], {
    attributes: INVOKE_ATTRIBUTES,
  }),
  DeleteFunctionEventInvokeConfig: belonging("delete", INVOKE_CONFIG, [OF_FUNCTION, QUALIFIER]),
  PutProvisionedConcurrencyConfig: belonging("update", CONCURRENCY, [OF_FUNCTION, QUALIFIER], {
    attributes: { "request.provisionedConcurrentExecutions": "provisioned_concurrent_executions" },
    orElse: THE_FUNCTION,
  }),
  DeleteProvisionedConcurrencyConfig: belonging("delete", CONCURRENCY, [OF_FUNCTION, QUALIFIER], {
    orElse: THE_FUNCTION,
  }),
  PutFunctionRecursionConfig: belonging("update", "aws_lambda_function_recursion_config", [OF_FUNCTION], {
    attributes: { "request.recursiveLoop": "recursive_loop" },
  }),
  PutRuntimeManagementConfig: belonging("update", "aws_lambda_runtime_management_config", [OF_FUNCTION], {
    attributes: {
      "request.updateRuntimeOn": "update_runtime_on",
      "request.runtimeVersionArn": "runtime_version_arn",
    },
  }),
  AddLayerVersionPermission: {
    targets: [
      row("create", "aws_lambda_layer_version_permission", LAYER_STATEMENT, {
        attributes: {
          "request.action": "action",
          "request.principal": "principal",
          "request.organizationId": "organization_id",
        },
        orElse: THE_LAYER,
      }),
    ],
  },
  RemoveLayerVersionPermission: {
    targets: [row("delete", "aws_lambda_layer_version_permission", LAYER_STATEMENT, { orElse: THE_LAYER })],
  },
};
