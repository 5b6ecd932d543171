import type { Actor } from "../model/actor.js";
import {
  type Difference,
  type DriftKind,
  type Origin,
  SEVERITY_LEVELS,
  type Severity,
  type SeverityLevel,
} from "../model/drift.js";
import type { DriftValue } from "../model/observed-value.js";
import type { ResourceType } from "../model/resource-target.js";

/** What a severity is judged by. */
export interface SeverityInput {
  readonly kind: DriftKind;
  readonly type: ResourceType;
  readonly operation: string;
  readonly differences: readonly Difference[];
  readonly actor: Actor;
  readonly origin: Origin;
}

type Finding = readonly [level: SeverityLevel, reason: string];

/** Says how bad a drift is, and why: the worst of all that speaks for it. Pure. */
export function judgeSeverity(input: SeverityInput): Severity {
  const findings = [
    ...byKind(input),
    ...input.differences.flatMap((one) => byDifference(input.type, one)),
    ...byActor(input),
  ];
  const level = SEVERITY_LEVELS.find((candidate) => findings.some(([one]) => one === candidate)) ?? "medium";
  const reasons = [...new Set(findings.filter(([one]) => one !== "low").map(([, reason]) => reason))];
  return { level, reasons: reasons.length > 0 ? reasons : findings.map(([, reason]) => reason) };
}

const AUDIT_TYPES =
  /^aws_(cloudtrail|flow_log|config_|guardduty_|securityhub_|s3_bucket_logging|route53_resolver_query_log)/;
const IDENTITY_TYPES = /^aws_(iam_|.*_policy$|.*_policy_attachment$|lambda_permission$|kms_grant$)/;

function byKind({ kind, type, operation, differences }: SeverityInput): readonly Finding[] {
  const what = AUDIT_TYPES.test(type)
    ? "audit logging"
    : IDENTITY_TYPES.test(type)
      ? "access control"
      : undefined;
  if (kind === "deleted")
    return [["high", what === undefined ? "a declared resource was deleted" : `${what} was deleted`]];
  if (kind === "unmanaged") {
    return what === "access control"
      ? [["high", "access was granted outside of Terraform"]]
      : [["medium", "a resource was created outside of Terraform"]];
  }
  if (differences.length > 0 && differences.every((one) => /^tags(\.|\[|$)/.test(one.path))) {
    return [["low", "only tags differ"]];
  }
  if (/^aws_kms_key$/.test(type)) return [["high", "an encryption key was changed"]];
  if (SHARING.test(operation)) return [["high", "data may have been shared with another account"]];
  if (GRANTING.test(operation)) return [["high", "access may have been granted to others"]];
  if (what !== undefined) return [["high", `${what} was changed`]];
  return [["medium", "a declared resource was changed"]];
}

const SHARING = /^Modify(Snapshot|Image|DBSnapshot|DBClusterSnapshot)Attribute$/;

/** Operations that let others in, whatever resource shows it. */
const GRANTING = /^(Add\w*Permission|Put\w*ResourcePolicy|CreateFunctionUrlConfig)(\d|$)/;

function byDifference(type: ResourceType, difference: Difference): readonly Finding[] {
  const { path, change, observed } = difference;
  const findings: Finding[] = [];
  if (
    /^(ingress|cidr_blocks|cidr_ipv4|cidr_ipv6)\b/.test(path) &&
    change !== "removed" &&
    mentions(observed, PUBLIC_CIDR)
  ) {
    findings.push([
      "high",
      `${path.startsWith("ingress") ? "ingress" : path} opened to ${publicCidr(observed)}`,
    ]);
  }
  if (/publicly_accessible$/.test(path) && isTrue(observed))
    findings.push(["critical", "made accessible from the internet"]);
  if (/^(acl|access_control_policy)/.test(path) && mentions(observed, PUBLIC_GRANT)) {
    findings.push(["critical", "made public by an access control list"]);
  }
  if (/(^|_)policy$/.test(path) && mentions(observed, PUBLIC_PRINCIPAL)) {
    findings.push(["critical", "the policy allows anybody"]);
  }
  if (/deletion_protection|disable_api_termination/.test(path) && isFalse(observed)) {
    findings.push(["high", "deletion protection was switched off"]);
  }
  if (/^(enable_logging|is_enabled|enable_key_rotation)$/.test(path) && isFalse(observed)) {
    findings.push([
      "critical",
      type === "aws_cloudtrail" ? "audit logging was switched off" : `${path} was switched off`,
    ]);
  }
  if (/^(block_public_|ignore_public_|restrict_public_)/.test(path) && isFalse(observed)) {
    findings.push(["critical", "the block of public access was lifted"]);
  }
  if (/storage_encrypted|encrypted$/.test(path) && isFalse(observed))
    findings.push(["high", "encryption was switched off"]);
  return findings;
}

const PUBLIC_CIDR = /"(0\.0\.0\.0\/0|::\/0)"/;
const PUBLIC_GRANT = /public-read|AllUsers|AuthenticatedUsers/;
const PUBLIC_PRINCIPAL = /\\?"Principal\\?"\s*:\s*(\\?"\*\\?"|\{\s*\\?"AWS\\?"\s*:\s*\[?\s*\\?"\*\\?")/;

function byActor({ actor, kind }: SeverityInput): readonly Finding[] {
  return actor.kind === "root" && kind !== "unmanaged" ? [["high", "made by the account's root user"]] : [];
}

function mentions(value: DriftValue, pattern: RegExp): boolean {
  return value.kind === "known" && pattern.test(JSON.stringify(value.value));
}

function publicCidr(value: DriftValue): string {
  return (
    (value.kind === "known" ? PUBLIC_CIDR.exec(JSON.stringify(value.value))?.[1] : undefined) ??
    "the internet"
  );
}

function isTrue(value: DriftValue): boolean {
  return value.kind === "known" && String(value.value) === "true";
}

function isFalse(value: DriftValue): boolean {
  return value.kind === "known" && String(value.value) === "false";
}
