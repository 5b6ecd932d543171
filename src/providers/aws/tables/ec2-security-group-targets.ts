import type { CloudChange } from "../../../model/cloud-change.js";
import type { ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import {
  blockChanges,
  description,
  givenDescription,
  legacyAttributes,
  type RuleAction,
  ruleAttributes,
} from "./ec2-security-group-changes.js";
import { legacyList, legacyMatch, type RuleDirection, ruleMatch } from "./ec2-security-group-identities.js";
import type { SecurityGroupRule } from "./ec2-security-group-rules.js";
import { added, given, has, removed, target } from "./ec2-targets.js";

const GROUPS: readonly string[] = ["aws_security_group", "aws_default_security_group"];

/**
 * What a call did to one rule, wherever Terraform declares it: as `aws_vpc_security_group_ingress_rule` (or egress), as
 * `aws_security_group_rule`, else as a block of the group.
 *
 * `undefined` where the record tells neither the rule's id nor its group.
 */
export function ruleTarget(
  change: CloudChange,
  rule: SecurityGroupRule,
  direction: RuleDirection,
  action: RuleAction,
): ResourceTarget | undefined {
  const group = groupTarget(change, rule, blockChanges(rule, direction, action));
  const legacy = legacyRuleTarget(change, rule, direction, action, group);
  const match = ruleMatch(rule);
  if (match === undefined) return legacy ?? group;
  const types = [`aws_vpc_security_group_${direction}_rule`];
  const orElse = given("orElse", legacy ?? group);
  switch (action) {
    case "authorized":
      return target(change, "create", types, match, { changes: ruleAttributes(rule), ...orElse });
    case "revoked":
      return target(change, "delete", types, match, orElse);
    case "described":
      return target(change, "update", types, match, { changes: description(rule), ...orElse });
  }
}

/** What `ModifySecurityGroupRules` made of one rule. The record does not tell its direction, but its id does. */
export function modifiedRuleTarget(change: CloudChange, rule: SecurityGroupRule): ResourceTarget | undefined {
  const group = groupTarget(change, rule, []);
  if (rule.ruleId === undefined) return group;
  const legacy = target(
    change,
    "update",
    ["aws_security_group_rule"],
    [has("security_group_rule_id", rule.ruleId)],
    {
      changes: [...legacyAttributes(rule), ...givenDescription(rule)],
      ...given("orElse", group),
    },
  );
  const types = ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"];
  return target(change, "update", types, [has(["security_group_rule_id", "id"], rule.ruleId)], {
    changes: ruleAttributes({ ...rule, groupId: undefined }),
    orElse: legacy,
  });
}

/** The group itself, by its id or, in the default VPC, by its name. */
export function groupTarget(
  change: CloudChange,
  rule: Pick<SecurityGroupRule, "groupId" | "groupName">,
  changes: readonly ObservedChange[],
): ResourceTarget | undefined {
  const match =
    rule.groupId !== undefined
      ? has("id", rule.groupId)
      : rule.groupName !== undefined
        ? has("name", rule.groupName)
        : undefined;
  return match && target(change, "update", GROUPS, [match], { changes });
}

function legacyRuleTarget(
  change: CloudChange,
  rule: SecurityGroupRule,
  direction: RuleDirection,
  action: RuleAction,
  group: ResourceTarget | undefined,
): ResourceTarget | undefined {
  const types = ["aws_security_group_rule"];
  const orElse = given("orElse", group);
  const match = legacyMatch(rule, direction);
  if (match === undefined) return undefined;
  const path = legacyList(rule);
  switch (action) {
    case "authorized": {
      const sources = path === undefined ? [] : [added(path, rule.source?.value ?? null)];
      return target(change, "create", types, match, {
        changes: [...sources, ...givenDescription(rule)],
        ...orElse,
      });
    }
    case "revoked":
      // One of several CIDR blocks leaves the others in force.
      return path === undefined
        ? target(change, "delete", types, match, orElse)
        : target(change, "update", types, match, {
            changes: [removed(path, rule.source?.value ?? null)],
            ...orElse,
          });
    case "described":
      return target(change, "update", types, match, { changes: description(rule), ...orElse });
  }
}
