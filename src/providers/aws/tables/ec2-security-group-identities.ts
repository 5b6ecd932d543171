import type { IdentityMatch } from "../../../model/resource-target.js";
import type { SecurityGroupRule } from "./ec2-security-group-rules.js";
import { has } from "./ec2-targets.js";

/** Which way a rule's traffic goes; the name of Terraform's block for it. */
export type RuleDirection = "ingress" | "egress";

/** How `aws_vpc_security_group_ingress_rule` (or egress) is found: by its id, else by all that makes it. */
export function ruleMatch(rule: SecurityGroupRule): readonly IdentityMatch[] | undefined {
  if (rule.ruleId !== undefined) return [has(["security_group_rule_id", "id"], rule.ruleId)];
  const { groupId, protocol, source } = rule;
  if (groupId === undefined || protocol === undefined || source === undefined) return undefined;
  return [
    has("security_group_id", groupId),
    has("ip_protocol", ...protocolForms(protocol)),
    ...portMatch(rule),
    has(SOURCE_ATTRIBUTES[source.kind], source.value),
  ];
}

/** How `aws_security_group_rule` is found: by all that makes it, else by the id that it has with a single source. */
export function legacyMatch(
  rule: SecurityGroupRule,
  direction: RuleDirection,
): readonly IdentityMatch[] | undefined {
  const { groupId, protocol, source, ruleId } = rule;
  if (groupId === undefined || protocol === undefined || source === undefined) {
    return ruleId === undefined ? undefined : [has("security_group_rule_id", ruleId)];
  }
  return [
    has("security_group_id", groupId),
    has("type", direction),
    has("protocol", ...protocolForms(protocol)),
    ...portMatch(rule),
    legacySource(rule, source.value),
  ];
}

/** The attributes of `aws_vpc_security_group_ingress_rule` by which a rule's source is declared. */
export const SOURCE_ATTRIBUTES = {
  cidr_ipv4: "cidr_ipv4",
  cidr_ipv6: "cidr_ipv6",
  prefix_list: "prefix_list_id",
  group: "referenced_security_group_id",
} as const;

function legacySource(rule: SecurityGroupRule, value: string): IdentityMatch {
  const list = legacyList(rule);
  if (list !== undefined) return has(list, value);
  return value === rule.groupId
    ? has(["source_security_group_id", "self"], value, "true")
    : has("source_security_group_id", value);
}

/** The list of `aws_security_group_rule`, and of the group's blocks, that a source is an element of. */
export function legacyList(rule: SecurityGroupRule): string | undefined {
  switch (rule.source?.kind) {
    case "cidr_ipv4":
      return "cidr_blocks";
    case "cidr_ipv6":
      return "ipv6_cidr_blocks";
    case "prefix_list":
      return "prefix_list_ids";
    case "group":
    case undefined:
      return undefined;
  }
}

function portMatch(rule: SecurityGroupRule): readonly IdentityMatch[] {
  const from = rule.fromPort === undefined ? [] : [has("from_port", String(rule.fromPort))];
  const to = rule.toPort === undefined ? [] : [has("to_port", String(rule.toPort))];
  return [...from, ...to];
}

/** How configurations write a protocol; a state keeps the writing. */
function protocolForms(protocol: string): readonly string[] {
  return PROTOCOL_FORMS[protocol] ?? [protocol];
}

const PROTOCOL_FORMS: Readonly<Record<string, readonly string[]>> = {
  tcp: ["tcp", "6"],
  udp: ["udp", "17"],
  icmp: ["icmp", "1"],
  icmpv6: ["icmpv6", "58"],
  "-1": ["-1", "all"],
};
