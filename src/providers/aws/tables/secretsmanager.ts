import type { CloudChange } from "../../../model/cloud-change.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../model/json.js";
import type { ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type { ServiceMapping, TargetMapping } from "../mapping-table.js";
import { memberOf, recordValues, resolvePath } from "../record-path.js";
import { added, removed } from "./ec2-targets.js";
import { by, creates, deletes, row, updates } from "./rows.js";

/** Calls name a secret by its name or its ARN; the answer has the ARN. */
const SECRET_PATHS = ["request.secretId", "response.aRN"] as const;
const secret = by(SECRET_PATHS, ["arn", "id", "name"]);
const secretOfPolicy = by(SECRET_PATHS, ["secret_arn", "id"]);
const secretOfVersion = by(SECRET_PATHS, ["secret_id", "arn"]);
const secretOfRotation = by(SECRET_PATHS, ["secret_id", "id"]);

/** The secret got a value, which no record tells. */
const valueSet: TargetMapping = row("update", "aws_secretsmanager_secret_version", secretOfVersion, {
  attributes: { "request.secretId": { attribute: "secret_string", as: "masked" } },
});

const described: TargetMapping = row("update", "aws_secretsmanager_secret", secret, {
  attributes: { "request.description": "description", "request.kmsKeyId": "kms_key_id" },
});

const rotationSet: TargetMapping = row("update", "aws_secretsmanager_secret_rotation", secretOfRotation, {
  attributes: {
    "request.rotationLambdaARN": "rotation_lambda_arn",
    "request.rotationRules.automaticallyAfterDays": "rotation_rules[0].automatically_after_days",
    "request.rotationRules.duration": "rotation_rules[0].duration",
    "request.rotationRules.scheduleExpression": "rotation_rules[0].schedule_expression",
  },
  // The secret itself does not declare its rotation: that it has another one is all that it can show.
  orElse: row("update", "aws_secretsmanager_secret", secret),
});

/**
 * Secrets Manager. Source: Secrets Manager API 2017-10-17 as CloudTrail records it; attributes of the Terraform AWS
 * provider 6.
 */
export const secretsmanager: ServiceMapping = {
  CreateSecret: creates(
    "aws_secretsmanager_secret",
    by(["response.aRN", "request.name"], ["arn", "id", "name"]),
    {
      "request.name": "name",
      "request.description": "description",
      "request.kmsKeyId": "kms_key_id",
      "request.tags[]": { attribute: "tags", as: "tags" },
    },
  ),
  UpdateSecret: { targets: secretUpdated },
  DeleteSecret: deletes("aws_secretsmanager_secret", secret),
  RestoreSecret: updates("aws_secretsmanager_secret", secret),

  PutSecretValue: { targets: [valueSet] },
  UpdateSecretVersionStage: updates("aws_secretsmanager_secret_version", secretOfVersion),
  RotateSecret: { targets: rotated },
  CancelRotateSecret: deletes("aws_secretsmanager_secret_rotation", secretOfRotation),

  PutResourcePolicy: {
    targets: [
      row("update", "aws_secretsmanager_secret_policy", secretOfPolicy, {
        attributes: {
          "request.resourcePolicy": { attribute: "policy", as: "document" },
          "request.blockPublicPolicy": "block_public_policy",
        },
        orElse: row("update", "aws_secretsmanager_secret", secret, {
          attributes: { "request.resourcePolicy": { attribute: "policy", as: "document" } },
        }),
      }),
    ],
  },
  DeleteResourcePolicy: {
    targets: [
      row("delete", "aws_secretsmanager_secret_policy", secretOfPolicy, {
        orElse: row("update", "aws_secretsmanager_secret", secret, { sets: { policy: null } }),
      }),
    ],
  },

  ReplicateSecretToRegions: { targets: replicated },
  RemoveRegionsFromReplication: { targets: unreplicated },
  StopReplicationToReplica: updates("aws_secretsmanager_secret", secret),

  TagResource: updates("aws_secretsmanager_secret", secret, {
    attributes: { "request.tags[]": { attribute: "tags", change: "added", as: "tags" } },
  }),
  UntagResource: updates("aws_secretsmanager_secret", secret, {
    attributes: { "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } },
  }),
};

/** One call describes a secret, gives it a value, or both. One that does not describe it can only be about the value. */
function secretUpdated(change: CloudChange): readonly ResourceTarget[] {
  const says = (path: string): boolean => resolvePath(path, change).present;
  const describes = says("request.description") || says("request.kmsKeyId");
  const hasValue = says("request.secretString") || says("request.secretBinary") || says("response.versionId");
  return [
    ...(describes ? buildTargets(described, change, false) : []),
    ...(hasValue || !describes ? buildTargets(valueSet, change, false) : []),
  ];
}

/** Without a schedule or a function, the call rotates the value now and leaves the rotation as it is. */
function rotated(change: CloudChange): readonly ResourceTarget[] {
  const says = (path: string): boolean => resolvePath(path, change).present;
  const configures = says("request.rotationRules") || says("request.rotationLambdaARN");
  return buildTargets(configures ? rotationSet : valueSet, change, false);
}

function replicated(change: CloudChange): readonly ResourceTarget[] {
  const regions = recordValues(change, "request.addReplicaRegions[]").filter(isJsonObject);
  return withReplicas(
    change,
    regions.map((region) => added("replica", replica(region))),
  );
}

function unreplicated(change: CloudChange): readonly ResourceTarget[] {
  const regions = recordValues(change, "request.removeReplicaRegions[]");
  return withReplicas(
    change,
    regions.map((region) => removed("replica", { region })),
  );
}

function replica(region: JsonObject): JsonObject {
  const key: JsonValue | undefined = memberOf(region, "kmsKeyId");
  return {
    region: memberOf(region, "region") ?? null,
    ...(key === undefined || key === null ? {} : { kms_key_id: key }),
  };
}

function withReplicas(change: CloudChange, changes: readonly ObservedChange[]): readonly ResourceTarget[] {
  return buildTargets(row("update", "aws_secretsmanager_secret", secret), change, false).map((target) => ({
    ...target,
    changes,
  }));
}
