import type { CloudChange } from "../../../model/cloud-change.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import type { OperationMapping } from "../mapping-table.js";
import { recordText, recordValues } from "../record-path.js";
import { given, has, setTo, target } from "./ec2-targets.js";

const SNAPSHOT = ["aws_ebs_snapshot", "aws_ebs_snapshot_copy", "aws_ebs_snapshot_import"];
const IMAGE = ["aws_ami", "aws_ami_copy", "aws_ami_from_instance"];

/**
 * Shares a snapshot, or stops to. Who may use it is `aws_snapshot_create_volume_permission`; the snapshot's own resource
 * has no attribute for that, so that a managed snapshot that is shared has changed and no more can be said.
 *
 * Source: EC2 API 2016-11-15 as CloudTrail records it.
 */
export const modifySnapshotAttribute: OperationMapping = {
  targets(change) {
    const id = recordText(change, "request.snapshotId");
    if (id === undefined) return [];
    const snapshot = target(change, "update", SNAPSHOT, [has("id", id)]);
    const permissions = grants(change, "createVolumePermission", SNAPSHOT_GRANTEES);
    const targets = permissions.map(({ effect, attribute, value }) =>
      // Terraform can share a snapshot with accounts only, not with all (`group`).
      attribute === undefined
        ? snapshot
        : target(
            change,
            effect,
            ["aws_snapshot_create_volume_permission"],
            [has("snapshot_id", id), has(attribute, value)],
            { orElse: snapshot },
          ),
    );
    return targets.length > 0 ? targets : [snapshot];
  },
};

/** Takes a snapshot back from all with whom it was shared. */
export const resetSnapshotAttribute: OperationMapping = {
  targets(change) {
    const id = recordText(change, "request.snapshotId");
    if (id === undefined) return [];
    const orElse = target(change, "update", SNAPSHOT, [has("id", id)]);
    const types = ["aws_snapshot_create_volume_permission"];
    return [target(change, "delete", types, [has("snapshot_id", id)], { orElse })];
  },
};

/** Shares an image or stops to, as `aws_ami_launch_permission`, or changes its description. */
export const modifyImageAttribute: OperationMapping = {
  targets(change) {
    const id = recordText(change, "request.imageId");
    if (id === undefined) return [];
    const image = (details: Partial<ResourceTarget> = {}): ResourceTarget =>
      target(change, "update", IMAGE, [has("id", id)], details);
    const shared = grants(change, "launchPermission", IMAGE_GRANTEES).map(({ effect, attribute, value }) =>
      attribute === undefined
        ? image()
        : target(
            change,
            effect,
            ["aws_ami_launch_permission"],
            [has("image_id", id), has(attribute, value)],
            { orElse: image() },
          ),
    );
    const description = describedAs(change);
    const described =
      description === undefined ? [] : [image({ changes: [setTo("description", description)] })];
    const targets = [...shared, ...described];
    return targets.length > 0 ? targets : [image()];
  },
};

/** Takes an image back from all with whom it was shared. */
export const resetImageAttribute: OperationMapping = {
  targets(change) {
    const id = recordText(change, "request.imageId");
    if (id === undefined) return [];
    const orElse = target(change, "update", IMAGE, [has("id", id)]);
    return [target(change, "delete", ["aws_ami_launch_permission"], [has("image_id", id)], { orElse })];
  },
};

function describedAs(change: CloudChange): string | undefined {
  const named = recordText(change, "request.attribute") ?? recordText(change, "request.attributeType");
  if (named === undefined || named.toLowerCase() !== "description") {
    return recordText(change, "request.description");
  }
  return recordText(change, "request.description") ?? recordText(change, "request.value");
}

/** A permission that was given or taken; without an attribute, one that no Terraform resource declares. */
interface Grant {
  readonly effect: "create" | "delete";
  readonly attribute?: string;
  readonly value: string;
}

/** How a record names those with whom something is shared, and by which attribute Terraform does. */
const SNAPSHOT_GRANTEES: Grantees = { userId: "account_id", group: undefined };
const IMAGE_GRANTEES: Grantees = {
  userId: "account_id",
  group: "group",
  organizationArn: "organization_arn",
  organizationalUnitArn: "organizational_unit_arn",
};
type Grantees = Readonly<Record<string, string | undefined>>;

/** Both forms: `{createVolumePermission: {add: [{userId}]}}`, and `{operationType: "add", userId: [...]}`. */
function grants(change: CloudChange, parameter: string, grantees: Grantees): readonly Grant[] {
  const operation = recordText(change, "request.operationType");
  return Object.entries(grantees).flatMap(([key, attribute]) => {
    const read = (effect: Grant["effect"], path: string): readonly Grant[] =>
      recordValues(change, path).flatMap((value) =>
        typeof value === "string" || typeof value === "number"
          ? [{ effect, value: String(value), ...given("attribute", attribute) }]
          : [],
      );
    const effect = operation === "remove" ? "delete" : "create";
    const flat = operation === undefined ? [] : FLAT_KEYS[key];
    return [
      ...read("create", `request.${parameter}.add[].${key}`),
      ...read("delete", `request.${parameter}.remove[].${key}`),
      ...(flat ?? []).flatMap((name) => read(effect, `request.${name}[]`)),
    ];
  });
}

const FLAT_KEYS: Readonly<Record<string, readonly string[]>> = {
  userId: ["userId", "userIds", "userIdSet"],
  group: ["userGroup", "userGroups", "group", "groupSet"],
  organizationArn: ["organizationArn", "organizationArns"],
  organizationalUnitArn: ["organizationalUnitArn", "organizationalUnitArns"],
};
