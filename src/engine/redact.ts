import { parseAttributePath } from "../model/attribute-path.js";
import { isJsonObject, type JsonValue } from "../model/json.js";
import type { AttributePathStep, ManagedResource } from "../model/managed-resource.js";
import type { DriftValue, ObservedValue } from "../model/observed-value.js";
import type { ResourceType } from "../model/resource-target.js";

/** A host's own word on what is secret: `true` redacts the attribute at `path` of a resource of `type`. */
export type SecretRule = (type: ResourceType, path: string) => boolean;

/** What tells a value apart as secret. */
export interface RedactionContext {
  readonly type: ResourceType;
  /** The declared resource, where there is one: its `sensitive_attributes` are the first layer. */
  readonly resource?: ManagedResource;
  readonly isSecret?: SecretRule;
}

const REDACTED: DriftValue = Object.freeze({ kind: "redacted" });

/**
 * Makes a value showable, or redacts it. The only way for a declared or observed value into a public difference.
 *
 * Layers: the state's sensitive paths, names that mean a secret, containers in which secrets are common, the shape of
 * the value itself, and the host's rule.
 */
export function redact(path: string, value: ObservedValue, context: RedactionContext): DriftValue {
  if (value.kind === "unknown" || value.value === null) return value;
  const steps = parseAttributePath(path);
  const secret =
    isMarkedSensitive(steps, context.resource?.sensitivePaths ?? []) ||
    steps.some((step) => typeof step === "string" && isSecretName(step)) ||
    isSecretContainer(context.type, steps) ||
    holdsSecret(value.value) ||
    (context.isSecret?.(context.type, path) ?? false);
  return secret ? REDACTED : value;
}

/** A sensitive path above, at or below this one: a value with a secret inside is a secret. */
function isMarkedSensitive(
  steps: readonly AttributePathStep[],
  sensitivePaths: readonly (readonly AttributePathStep[])[],
): boolean {
  return sensitivePaths.some((marked) => {
    const shared = Math.min(marked.length, steps.length);
    for (let at = 0; at < shared; at += 1) {
      const [a, b] = [marked[at], steps[at]];
      // Elements of a set have no stable index.
      if (typeof a === "number" || typeof b === "number") continue;
      if (a !== b && !(at === 0 && isTags(a) && isTags(b))) return false;
    }
    return true;
  });
}

/** A tag's declared value is read from `tags_all`, which joins the provider's default tags to the resource's `tags`. */
function isTags(name: string | undefined): boolean {
  return name === "tags" || name === "tags_all";
}

const SECRET_NAME =
  /(^|_|-|\.)(pass(word|wd|phrase)?|secrets?|secret_?(string|binary|key)|tokens?|private_?key|access_?key|api_?key|credentials?|connection_?string|auth_?(key|token)|signing_?key|encryption_?key|shared_?key|client_?secret)$/i;

/** Names that end like a secret's but hold an identifier or a setting. */
const HARMLESS_NAME =
  /(^|_)(secret_(arn|id|name)|key_id|kms_.*|.*_arn|.*_id|token_(ttl|type|validity.*)|http_tokens|password_reset_required|manage_master_user_password|.*_length|.*_enabled)$/i;

function isSecretName(name: string): boolean {
  const snake = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2");
  return SECRET_NAME.test(snake) && !HARMLESS_NAME.test(snake);
}

/**
 * Attributes in which people put secrets although no schema says so.
 *
 * Source: Terraform AWS provider 6 attribute names.
 */
const SECRET_CONTAINERS: readonly (readonly [type: RegExp, attribute: string])[] = [
  [/^aws_/, "user_data"],
  [/^aws_/, "user_data_base64"],
  [/^aws_lambda_function$/, "environment"],
  [/^aws_codebuild_project$/, "environment"],
  [/^aws_(ecs_task_definition|batch_job_definition)$/, "container_definitions"],
  [/^aws_(ecs_task_definition|batch_job_definition)$/, "container_properties"],
  [/^aws_(ssm_parameter)$/, "value"],
  [/^aws_(ssm_parameter)$/, "insecure_value"],
  [/^aws_secretsmanager_secret_version$/, "secret_binary"],
];

function isSecretContainer(type: ResourceType, steps: readonly AttributePathStep[]): boolean {
  return SECRET_CONTAINERS.some(([types, attribute]) => types.test(type) && steps[0] === attribute);
}

/** Shapes of values that are secrets wherever they stand. */
const SECRET_SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:ghp|gho|ghs|ghu|github_pat|glpat|xox[abposr]|sk_live|rk_live)[-_][A-Za-z0-9_-]{10,}/,
  /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\./,
  /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@]{0,256}:[^\s/@]{1,256}@/i,
  /\b(?:pass(?:word|wd)?|pwd|secret|token|api_?key|account_?key|shared_?access_?key|aws_secret_access_key)\s{0,4}[=:]\s{0,4}[^\s,;"'}]{3,}/i,
];

function holdsSecret(value: JsonValue): boolean {
  if (typeof value === "string") return SECRET_SHAPES.some((shape) => shape.test(value));
  if (Array.isArray(value)) return value.some(holdsSecret);
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(
    ([name, inner]) =>
      (inner !== null && inner !== "" && typeof inner !== "boolean" && isSecretName(name)) ||
      holdsSecret(inner),
  );
}
