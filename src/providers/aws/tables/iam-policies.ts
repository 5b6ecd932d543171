import type { CloudChange } from "../../../model/cloud-change.js";
import { known } from "../../../model/observed-value.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type { ServiceMapping } from "../mapping-table.js";
import { recordText } from "../record-path.js";
import { iamOperation, iamRow, POLICY, TAGS_ADDED, TAGS_REMOVED } from "./iam-rows.js";
import { by } from "./rows.js";

const NEW_VERSION = iamRow("update", "aws_iam_policy", POLICY, {
  attributes: { "request.policyDocument": { attribute: "policy", as: "document" } },
});

/** Only the default version is what Terraform declares: another one leaves the policy as it is. */
function newPolicyVersion(change: CloudChange): readonly ResourceTarget[] {
  const [target] = buildTargets(NEW_VERSION, change, false);
  const arn = recordText(change, "request.policyArn");
  if (target === undefined || arn === undefined) return [];
  if (recordText(change, "request.setAsDefault") === "true") return [target];
  return [{ ...target, changes: [{ path: "arn", change: "set", value: known(arn) }] }];
}

/** Customer managed policies. */
export const iamPolicies: ServiceMapping = {
  CreatePolicy: iamOperation("create", "aws_iam_policy", [by("response.policy.arn", ["arn", "id"])], {
    attributes: {
      "request.policyName": "name",
      "request.path": "path",
      "request.description": "description",
      "request.policyDocument": { attribute: "policy", as: "document" },
      "request.tags": { attribute: "tags", as: "tags" },
    },
  }),
  DeletePolicy: iamOperation("delete", "aws_iam_policy", POLICY),
  CreatePolicyVersion: { targets: newPolicyVersion },
  // The record names the version, not its document.
  SetDefaultPolicyVersion: iamOperation("update", "aws_iam_policy", POLICY),
  DeletePolicyVersion: {
    ignored: "data_plane",
    detail: "only a version that is not the default can be deleted, and only the default one is declared",
  },
  TagPolicy: iamOperation("update", "aws_iam_policy", POLICY, TAGS_ADDED),
  UntagPolicy: iamOperation("update", "aws_iam_policy", POLICY, TAGS_REMOVED),
};
