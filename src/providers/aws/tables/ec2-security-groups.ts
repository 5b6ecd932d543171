import type { CloudChange } from "../../../model/cloud-change.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import type { OperationMapping, ServiceMapping } from "../mapping-table.js";
import { recordText, recordValues } from "../record-path.js";
import type { RuleAction } from "./ec2-security-group-changes.js";
import type { RuleDirection } from "./ec2-security-group-identities.js";
import { answeredRule, recordedRules } from "./ec2-security-group-rules.js";
import { groupTarget, modifiedRuleTarget, ruleTarget } from "./ec2-security-group-targets.js";
import { given } from "./ec2-targets.js";
import { by, creates, deletes } from "./rows.js";

/** Security groups and their rules. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const securityGroups: ServiceMapping = {
  AuthorizeSecurityGroupIngress: rules("ingress", "authorized"),
  AuthorizeSecurityGroupEgress: rules("egress", "authorized"),
  RevokeSecurityGroupIngress: rules("ingress", "revoked"),
  RevokeSecurityGroupEgress: rules("egress", "revoked"),
  UpdateSecurityGroupRuleDescriptionsIngress: { targets: (change) => describedRules(change, "ingress") },
  UpdateSecurityGroupRuleDescriptionsEgress: { targets: (change) => describedRules(change, "egress") },
  ModifySecurityGroupRules: { targets: modifiedRules },
  CreateSecurityGroup: creates("aws_security_group", "response.groupId", {
    "request.groupName": "name",
    "request.groupDescription": "description",
    "request.vpcId": "vpc_id",
    "request.tagSpecificationSet[].tags[]": { attribute: "tags", as: "tags" },
  }),
  DeleteSecurityGroup: deletes(
    "aws_security_group",
    by(["request.groupId", "request.groupName"], ["id", "name"]),
  ),
  AssociateSecurityGroupVpc: creates(
    "aws_vpc_security_group_vpc_association",
    [by("request.groupId", "security_group_id"), by("request.vpcId", "vpc_id")],
    { "request.vpcId": "vpc_id" },
  ),
  DisassociateSecurityGroupVpc: deletes("aws_vpc_security_group_vpc_association", [
    by("request.groupId", "security_group_id"),
    by("request.vpcId", "vpc_id"),
  ]),
};

/** One target a rule; where the record names no rule, the group is what changed. */
function rules(direction: RuleDirection, action: RuleAction): OperationMapping {
  return {
    targets: (change) => {
      const targets = recordedRules(change).flatMap((rule) =>
        listed(ruleTarget(change, rule, direction, action)),
      );
      return targets.length > 0 ? targets : wholeGroup(change);
    },
  };
}

function describedRules(change: CloudChange, direction: RuleDirection): readonly ResourceTarget[] {
  const byId = [
    ...recordValues(change, "request.securityGroupRuleDescriptions[]"),
    ...recordValues(change, "request.securityGroupRuleDescription[]"),
  ].map((element) => answeredRule(change, element));
  const targets = [...byId, ...recordedRules(change)].flatMap((rule) =>
    listed(ruleTarget(change, rule, direction, "described")),
  );
  return targets.length > 0 ? targets : wholeGroup(change);
}

function modifiedRules(change: CloudChange): readonly ResourceTarget[] {
  const elements = [
    ...recordValues(change, "request.securityGroupRule[]"),
    ...recordValues(change, "request.securityGroupRules[]"),
  ];
  const targets = elements.flatMap((element) => {
    const [inner = null] = recordValues(change, "each.securityGroupRule", element);
    const ruleId = recordText(change, "each.securityGroupRuleId", element);
    return listed(modifiedRuleTarget(change, { ...answeredRule(change, inner), ...given("ruleId", ruleId) }));
  });
  return targets.length > 0 ? targets : wholeGroup(change);
}

function wholeGroup(change: CloudChange): readonly ResourceTarget[] {
  const groupId = recordText(change, "request.groupId");
  const groupName = recordText(change, "request.groupName");
  return listed(groupTarget(change, { ...given("groupId", groupId), ...given("groupName", groupName) }, []));
}

function listed<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
