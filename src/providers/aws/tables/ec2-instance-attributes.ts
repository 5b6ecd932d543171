import type { CloudChange } from "../../../model/cloud-change.js";
import type { JsonValue } from "../../../model/json.js";
import { unknownValue } from "../../../model/observed-value.js";
import type { ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import type { OperationMapping } from "../mapping-table.js";
import { isMasked } from "../masked.js";
import { recordText, recordValues } from "../record-path.js";
import { has, setTo, target } from "./ec2-targets.js";

/**
 * The attributes that `ModifyInstanceAttribute` changes, in lower case, to Terraform's.
 *
 * Source: EC2 API 2016-11-15 `InstanceAttributeName`; Terraform AWS provider 6 `aws_instance`.
 */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  disableapistop: "disable_api_stop",
  disableapitermination: "disable_api_termination",
  ebsoptimized: "ebs_optimized",
  groupset: "vpc_security_group_ids",
  instanceinitiatedshutdownbehavior: "instance_initiated_shutdown_behavior",
  instancetype: "instance_type",
  sourcedestcheck: "source_dest_check",
  userdata: "user_data",
};

/** Parameters that are no attributes. */
const OTHERS: ReadonlySet<string> = new Set(["instanceid", "attribute", "value", "dryrun", "force"]);

/**
 * `ModifyInstanceAttribute` in both forms: `{instanceType: {value: "m5.large"}}`, and
 * `{attribute: "instanceType", value: "m5.large"}`.
 */
export const modifyInstanceAttribute: OperationMapping = {
  targets(change): readonly ResourceTarget[] {
    const id = recordText(change, "request.instanceId");
    if (id === undefined) return [];
    const requested = requestedAttributes(change);
    const changes = requested.flatMap(([name, value]) => attributeChange(change, name, value));
    const partial = changes.length < requested.length ? { partial: true } : {};
    return [target(change, "update", ["aws_instance"], [has("id", id)], { changes, ...partial })];
  },
};

function requestedAttributes(change: CloudChange): readonly (readonly [name: string, value: JsonValue])[] {
  const named = Object.entries(change.request ?? {}).filter(([name]) => !OTHERS.has(name.toLowerCase()));
  const given = named.filter(([, value]) => !isNothing(value));
  const attribute = recordText(change, "request.attribute");
  const [value] = recordValues(change, "request.value");
  // Without a value the attribute itself follows as a parameter.
  return attribute === undefined || value === undefined ? given : [...given, [attribute, value]];
}

function attributeChange(change: CloudChange, name: string, value: JsonValue): readonly ObservedChange[] {
  const key = name.toLowerCase();
  const path = Object.hasOwn(ATTRIBUTES, key) ? ATTRIBUTES[key] : undefined;
  if (path === undefined) return [];
  if (path === "user_data" || isMasked(value))
    return [{ path, change: "set", value: unknownValue("masked") }];
  if (path === "vpc_security_group_ids") {
    return [setTo(path, [...recordValues(change, "each[].groupId", value)])];
  }
  return typeof value === "object" ? [] : [setTo(path, value)];
}

function isNothing(value: JsonValue): boolean {
  return value === null || (typeof value === "object" && Object.keys(value).length === 0);
}
