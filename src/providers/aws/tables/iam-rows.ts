import type { CloudChange } from "../../../model/cloud-change.js";
import { known } from "../../../model/observed-value.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type { MatchMapping, OperationMapping, TargetMapping } from "../mapping-table.js";
import { recordText } from "../record-path.js";
import { withChanges } from "./read-rows.js";
import { by, type RowDetails, row } from "./rows.js";

/** IAM is of an account, not of a region. */
const SCOPE = { scope: "account" } as const;

/** A row of an IAM resource. IAM's requests say little beside what is read: rows that miss something say so. */
export function iamRow(
  effect: TargetMapping["effect"],
  type: string,
  match: readonly MatchMapping[],
  details: RowDetails = {},
): TargetMapping {
  return row(effect, type, match, { ...SCOPE, partial: false, ...details });
}

/** An operation on one IAM resource. */
export function iamOperation(
  effect: TargetMapping["effect"],
  type: string,
  match: readonly MatchMapping[],
  details: RowDetails = {},
): OperationMapping {
  return { targets: [iamRow(effect, type, match, details)] };
}

/** `aws_iam_role`, whose id is its name. */
export const ROLE: readonly MatchMapping[] = [by("request.roleName", ["name", "id"])];
/** `aws_iam_user`, whose id is its name. */
export const USER: readonly MatchMapping[] = [by("request.userName", ["name", "id"])];
/** `aws_iam_group`, whose id is its name. */
export const GROUP: readonly MatchMapping[] = [by("request.groupName", ["name", "id"])];
/** `aws_iam_policy`, whose id is its ARN. */
export const POLICY: readonly MatchMapping[] = [by("request.policyArn", ["arn", "id"])];

/** Tags that were set one by one. */
export const TAGS_ADDED: RowDetails = {
  attributes: { "request.tags": { attribute: "tags", change: "added", as: "tags" } },
};

/** Tags that were taken off by their keys. */
export const TAGS_REMOVED: RowDetails = {
  attributes: { "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } },
};

/** A principal that policies are attached to. */
export interface PolicyHolder {
  readonly type: "role" | "user" | "group";
  readonly match: readonly MatchMapping[];
}

/**
 * Attaching (or detaching) a managed policy: the attachment that Terraform declares, else the exclusive attachment of the
 * policy, else the exclusive attachments of the principal, else the principal itself.
 */
export function attachment(change: "added" | "removed", { type, match }: PolicyHolder): OperationMapping {
  const name = `request.${type}Name`;
  const principal = iamRow("update", `aws_iam_${type}`, match, {
    // Only roles list their managed policies; of users and groups a change of attachments is all that is known.
    ...(type === "role"
      ? { attributes: { "request.policyArn": { attribute: "managed_policy_arns", change } } }
      : {}),
  });
  const ofPrincipal = iamRow(
    "update",
    `aws_iam_${type}_policy_attachments_exclusive`,
    [by(name, `${type}_name`)],
    { attributes: { "request.policyArn": { attribute: "policy_arns", change } }, orElse: principal },
  );
  const ofPolicy = iamRow("update", "aws_iam_policy_attachment", [by("request.policyArn", "policy_arn")], {
    attributes: { [name]: { attribute: `${type}s`, change } },
    orElse: ofPrincipal,
  });
  const effect = change === "added" ? "create" : "delete";
  const own = [by(name, type), by("request.policyArn", "policy_arn")];
  return { targets: [iamRow(effect, `aws_iam_${type}_policy_attachment`, own, { orElse: ofPolicy })] };
}

/** Putting an inline policy: the policy that Terraform declares, else the names of all of them, else the principal. */
export function putInlinePolicy(holder: PolicyHolder): OperationMapping {
  const mapping = inlinePolicy("update", holder, "added", {
    attributes: { "request.policyDocument": { attribute: "policy", as: "document" } },
  });
  // The names do not tell the document: that one is among them proves nothing.
  return {
    targets: (change) => buildTargets(mapping, change, true).map((one) => withBlock(one, "added", change)),
  };
}

/** Deleting an inline policy. */
export function deleteInlinePolicy(holder: PolicyHolder): OperationMapping {
  const mapping = inlinePolicy("delete", holder, "removed");
  return {
    targets: (change) => buildTargets(mapping, change, false).map((one) => withBlock(one, "removed", change)),
  };
}

function inlinePolicy(
  effect: "update" | "delete",
  { type, match }: PolicyHolder,
  change: "added" | "removed",
  details: RowDetails = {},
): TargetMapping {
  const name = `request.${type}Name`;
  const own = [by(name, type), by("request.policyName", "name")];
  const names = iamRow("update", `aws_iam_${type}_policies_exclusive`, [by(name, `${type}_name`)], {
    attributes: { "request.policyName": { attribute: "policy_names", change } },
    partial: change === "added",
    orElse: iamRow("update", `aws_iam_${type}`, match),
  });
  return iamRow(effect, `aws_iam_${type}_policy`, own, { ...details, orElse: names });
}

/** Of the principals, only a role has its inline policies as blocks. */
function withBlock(target: ResourceTarget, change: "added" | "removed", record: CloudChange): ResourceTarget {
  const name = recordText(record, "request.policyName");
  if (name === undefined) return target;
  const document = target.changes.find(({ path }) => path === "policy")?.value;
  // A block holds the document as text.
  const policy = document?.kind === "known" ? { policy: JSON.stringify(document.value) } : {};
  return withChanges(target, "aws_iam_role", [
    { path: "inline_policy", change, value: known({ name, ...policy }) },
  ]);
}

/** Setting or removing the limit of what a principal may be allowed. */
export function boundary({ type, match }: PolicyHolder, isSet: boolean): OperationMapping {
  const details: RowDetails = isSet
    ? { attributes: { "request.permissionsBoundary": "permissions_boundary" } }
    : { sets: { permissions_boundary: null } };
  return { targets: [iamRow("update", `aws_iam_${type}`, match, details)] };
}
