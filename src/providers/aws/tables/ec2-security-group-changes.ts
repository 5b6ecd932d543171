import type { JsonObject, JsonValue } from "../../../model/json.js";
import { unknownValue } from "../../../model/observed-value.js";
import type { ObservedChange } from "../../../model/resource-target.js";
import { legacyList, type RuleDirection, SOURCE_ATTRIBUTES } from "./ec2-security-group-identities.js";
import type { SecurityGroupRule } from "./ec2-security-group-rules.js";
import { added, given, removed, setTo } from "./ec2-targets.js";

/** What a call did to a rule. */
export type RuleAction = "authorized" | "revoked" | "described";

/** A rule as `aws_vpc_security_group_ingress_rule` (or egress) declares it. */
export function ruleAttributes(rule: PartlyKnown<SecurityGroupRule>): readonly ObservedChange[] {
  const { source } = rule;
  return [
    ...setIf("security_group_id", rule.groupId),
    ...setIf("ip_protocol", rule.protocol),
    ...setIf("from_port", rule.fromPort),
    ...setIf("to_port", rule.toPort),
    ...(source === undefined ? [] : [setTo(SOURCE_ATTRIBUTES[source.kind], source.value)]),
    ...setIf("description", rule.description),
  ];
}

/** A rule as `aws_security_group_rule` declares it. */
export function legacyAttributes(rule: SecurityGroupRule): readonly ObservedChange[] {
  const list = legacyList(rule);
  return [
    ...setIf("protocol", rule.protocol),
    ...setIf("from_port", rule.fromPort),
    ...setIf("to_port", rule.toPort),
    ...(list === undefined ? [] : [setTo(list, [rule.source?.value ?? null])]),
  ];
}

/** A rule as a block of its group declares it. */
export function blockChanges(
  rule: SecurityGroupRule,
  direction: RuleDirection,
  action: RuleAction,
): readonly ObservedChange[] {
  if (rule.protocol === undefined || rule.source === undefined) {
    if (action === "described") return [];
    const change = action === "authorized" ? "added" : "removed";
    return [{ path: direction, change, value: unknownValue("not_in_record") }];
  }
  switch (action) {
    case "authorized":
      return [added(direction, { ...block(rule), ...given("description", rule.description) })];
    case "described":
      return [added(direction, { ...block(rule), description: rule.description ?? "" })];
    case "revoked":
      return [removed(direction, block(rule))];
  }
}

/** A rule as Terraform stores it inside a group: ports of a rule for all protocols are 0. */
function block(rule: SecurityGroupRule): JsonObject {
  const all = rule.protocol === "-1";
  const list = legacyList(rule);
  const value = rule.source?.value ?? null;
  const self = value === rule.groupId;
  const source: JsonObject =
    list !== undefined ? { [list]: [value] } : self ? { self: true } : { security_groups: [value] };
  return {
    ...given("from_port", all ? 0 : rule.fromPort),
    ...given("to_port", all ? 0 : rule.toPort),
    ...given("protocol", rule.protocol),
    ...source,
  };
}

/** A rule's description, which a call set or took away. */
export function description(rule: SecurityGroupRule): readonly ObservedChange[] {
  return [setTo("description", rule.description ?? "")];
}

/** A rule's description where the record has one. */
export function givenDescription(rule: SecurityGroupRule): readonly ObservedChange[] {
  return setIf("description", rule.description);
}

function setIf(path: string, value: JsonValue | undefined): readonly ObservedChange[] {
  return value === undefined ? [] : [setTo(path, value)];
}

type PartlyKnown<T> = { readonly [K in keyof T]?: T[K] | undefined };
