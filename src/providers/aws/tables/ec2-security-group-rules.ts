import type { CloudChange } from "../../../model/cloud-change.js";
import type { JsonValue } from "../../../model/json.js";
import { recordText, recordValues } from "../record-path.js";
import { given } from "./ec2-targets.js";

/** Where a rule's traffic comes from or goes to. EC2's own rules have exactly one. */
export interface RuleSource {
  readonly kind: "cidr_ipv4" | "cidr_ipv6" | "prefix_list" | "group";
  /** A group of another account is `123456789012/sg-...`, as Terraform writes it. */
  readonly value: string;
}

/** One security group rule as far as a record tells it. */
export interface SecurityGroupRule {
  readonly groupId?: string;
  readonly groupName?: string;
  readonly ruleId?: string;
  /** A name as Terraform stores it: `tcp`, `-1` for all. */
  readonly protocol?: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly source?: RuleSource;
  readonly description?: string;
}

/** The rules that a call named. EC2's answer goes first: it has their ids, and only those that there were. */
export function recordedRules(change: CloudChange): readonly SecurityGroupRule[] {
  const answered = [
    ...recordValues(change, "response.securityGroupRuleSet[]"),
    ...recordValues(change, "response.revokedSecurityGroupRuleSet[]"),
  ];
  if (answered.length > 0) return answered.map((rule) => answeredRule(change, rule));
  const permissions = recordValues(change, "request.ipPermissions[]");
  const requested = permissions.flatMap((permission) => permittedRules(change, permission));
  const byId = recordValues(change, "request.securityGroupRuleIds[]").flatMap((id) =>
    typeof id === "string" ? [{ ...groupOf(change), ruleId: id }] : [],
  );
  if (requested.length > 0 || byId.length > 0) return [...requested, ...byId];
  return change.request === undefined ? [] : flatRule(change, change.request);
}

/** One rule in the form that EC2's answers and `ModifySecurityGroupRules` have. */
export function answeredRule(change: CloudChange, rule: JsonValue): SecurityGroupRule {
  const text = (path: string): string | undefined => recordText(change, `each.${path}`, rule);
  return {
    ...groupOf(change),
    ...given("groupId", text("groupId") ?? groupOf(change).groupId),
    ...given("ruleId", text("securityGroupRuleId")),
    ...portsOf(change, rule),
    ...given("source", answeredSource(change, rule)),
    ...given("description", text("description")),
  };
}

function answeredSource(change: CloudChange, rule: JsonValue): RuleSource | undefined {
  const text = (path: string): string | undefined => recordText(change, `each.${path}`, rule);
  const group = text("referencedGroupInfo.groupId") ?? text("referencedGroupId");
  return (
    source("cidr_ipv4", text("cidrIpv4")) ??
    source("cidr_ipv6", text("cidrIpv6")) ??
    source("prefix_list", text("prefixListId")) ??
    source("group", groupName(change, group, text("referencedGroupInfo.userId")))
  );
}

/** The group that a call is about. */
function groupOf(change: CloudChange): Pick<SecurityGroupRule, "groupId" | "groupName"> {
  return {
    ...given("groupId", recordText(change, "request.groupId")),
    ...given("groupName", recordText(change, "request.groupName")),
  };
}

/** One permission of a request is a rule for each of its sources. */
function permittedRules(change: CloudChange, permission: JsonValue): readonly SecurityGroupRule[] {
  const base = { ...groupOf(change), ...portsOf(change, permission) };
  const rules = (list: string, read: (element: JsonValue) => RuleSource | undefined): SecurityGroupRule[] =>
    recordValues(change, `each.${list}[]`, permission).map((element) => ({
      ...base,
      ...given("source", read(element)),
      ...given("description", recordText(change, "each.description", element)),
    }));
  const text = (element: JsonValue, key: string): string | undefined =>
    recordText(change, `each.${key}`, element);
  const group = (element: JsonValue): RuleSource | undefined =>
    source(
      "group",
      groupName(change, text(element, "groupId") ?? text(element, "groupName"), text(element, "userId")),
    );
  return [
    ...rules("ipRanges", (element) => source("cidr_ipv4", text(element, "cidrIp"))),
    ...rules("ipv6Ranges", (element) => source("cidr_ipv6", text(element, "cidrIpv6"))),
    ...rules("prefixListIds", (element) => source("prefix_list", text(element, "prefixListId"))),
    ...rules("groups", group),
    ...rules("userIdGroupPairs", group),
  ];
}

/** The short form, in which the request itself is the one rule. */
function flatRule(change: CloudChange, request: JsonValue): readonly SecurityGroupRule[] {
  const ports = portsOf(change, request);
  const from =
    source("cidr_ipv4", recordText(change, "request.cidrIp")) ??
    source("group", recordText(change, "request.sourceSecurityGroupName"));
  if (ports.protocol === undefined && from === undefined) return [];
  // The short form without a protocol means all of them.
  return [{ ...groupOf(change), protocol: "-1", ...ports, ...given("source", from) }];
}

function portsOf(
  change: CloudChange,
  element: JsonValue,
): Pick<SecurityGroupRule, "protocol" | "fromPort" | "toPort"> {
  const protocol = recordText(change, "each.ipProtocol", element);
  if (protocol === undefined) return {};
  const name = PROTOCOL_NAMES[protocol.toLowerCase()] ?? protocol.toLowerCase();
  // Rules for all protocols are for all ports, whatever ports a record has for them.
  if (name === "-1") return { protocol: name };
  return {
    protocol: name,
    ...given("fromPort", port(recordText(change, "each.fromPort", element))),
    ...given("toPort", port(recordText(change, "each.toPort", element))),
  };
}

/**
 * The protocols that EC2 and Terraform call by name.
 *
 * Source: EC2 API `IpPermission.IpProtocol`; IANA protocol numbers.
 */
const PROTOCOL_NAMES: Readonly<Record<string, string>> = {
  "1": "icmp",
  "6": "tcp",
  "17": "udp",
  "58": "icmpv6",
  all: "-1",
};

function port(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

function source(kind: RuleSource["kind"], value: string | undefined): RuleSource | undefined {
  return value === undefined ? undefined : { kind, value };
}

/** A group as Terraform refers to it: with its owner where that is another account. */
function groupName(
  change: CloudChange,
  group: string | undefined,
  owner: string | undefined,
): string | undefined {
  if (group === undefined) return undefined;
  return owner === undefined || change.account === undefined || owner === change.account
    ? group
    : `${owner}/${group}`;
}
