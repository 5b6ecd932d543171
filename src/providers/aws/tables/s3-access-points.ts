import type { CloudChange } from "../../../model/cloud-change.js";
import type { ChangeEffect, ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type { MatchMapping, ServiceMapping, TargetMapping } from "../mapping-table.js";
import { recordText } from "../record-path.js";
import { has, target } from "./ec2-targets.js";
import { regionalArn } from "./regional-arn.js";
import { by, row } from "./rows.js";

/** Names of access points are unique in an account and region; the id is `<account>:<name>`. */
const POINT: readonly MatchMapping[] = [by("request.name", ["name", "arn"])];

const POLICY: NonNullable<TargetMapping["attributes"]> = {
  "request.policy": { attribute: "policy", as: "document" },
  "request.PutAccessPointPolicyRequest.Policy": { attribute: "policy", as: "document" },
};

const policyPut = row("update", "aws_s3_access_point", POINT, { attributes: POLICY });
const policyDeleted = row("update", "aws_s3_access_point", POINT, { sets: { policy: null } });

/** Access points. Their policy is a resource of its own, which only their ARN tells, or a part of them. */
export const s3AccessPoints: ServiceMapping = {
  CreateAccessPoint: { targets: [row("create", "aws_s3_access_point", POINT)] },
  DeleteAccessPoint: { targets: [row("delete", "aws_s3_access_point", POINT)] },
  PutAccessPointPolicy: { targets: (change) => policyOf("update", policyPut, change) },
  DeleteAccessPointPolicy: { targets: (change) => policyOf("delete", policyDeleted, change) },
};

function policyOf(
  effect: ChangeEffect,
  ofPoint: TargetMapping,
  change: CloudChange,
): readonly ResourceTarget[] {
  const [point] = buildTargets(ofPoint, change, false);
  if (point === undefined) return [];
  const name = recordText(change, "request.name");
  const arn = name?.startsWith("arn:") ? name : regionalArn(change, "s3", `accesspoint/${name}`);
  if (arn === undefined) return [point];
  const match = [has(["access_point_arn", "id"], arn)];
  const changes = effect === "update" ? point.changes : [];
  return [target(change, effect, ["aws_s3control_access_point_policy"], match, { changes, orElse: point })];
}
