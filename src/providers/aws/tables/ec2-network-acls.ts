import type { CloudChange } from "../../../model/cloud-change.js";
import type { JsonObject } from "../../../model/json.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import type { ServiceMapping } from "../mapping-table.js";
import { recordText } from "../record-path.js";
import { added, given, has, removed, setTo, target } from "./ec2-targets.js";
import { by, creates, deletes, row } from "./rows.js";

const ACL = ["aws_network_acl", "aws_default_network_acl"];

/** Network ACLs and their entries. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const networkAcls: ServiceMapping = {
  CreateNetworkAcl: creates("aws_network_acl", "response.networkAcl.networkAclId", {
    "request.vpcId": "vpc_id",
    "request.tagSpecificationSet[].tags[]": { attribute: "tags", as: "tags" },
  }),
  DeleteNetworkAcl: deletes(ACL, "request.networkAclId"),
  CreateNetworkAclEntry: { targets: (change) => entryTargets(change, "create") },
  ReplaceNetworkAclEntry: { targets: (change) => entryTargets(change, "update") },
  DeleteNetworkAclEntry: { targets: (change) => entryTargets(change, "delete") },
  ReplaceNetworkAclAssociation: {
    targets: [
      row(
        "update",
        "aws_network_acl_association",
        by(["request.associationId", "response.newAssociationId"]),
        {
          attributes: { "request.networkAclId": "network_acl_id" },
          // Which subnet came to the ACL, the record does not tell.
          orElse: row("update", ACL, "request.networkAclId"),
        },
      ),
    ],
  },
};

/** An entry is `aws_network_acl_rule`, else a block of its ACL. */
function entryTargets(
  change: CloudChange,
  effect: "create" | "update" | "delete",
): readonly ResourceTarget[] {
  const aclId = recordText(change, "request.networkAclId");
  const number = recordText(change, "request.ruleNumber");
  if (aclId === undefined) return [];
  const egress = recordText(change, "request.egress") === "true";
  const direction = egress ? "egress" : "ingress";
  const acl = (changes: ResourceTarget["changes"]): ResourceTarget =>
    target(change, "update", ACL, [has(["id", "default_network_acl_id"], aclId)], { changes });
  if (number === undefined) return [acl([])];
  const entry = effect === "delete" ? {} : entryOf(change);
  const match = [
    has("network_acl_id", aclId),
    has("rule_number", number),
    // A rule that does not say `egress` is one for ingress; states have it as `false`.
    has("egress", String(egress)),
  ];
  const { action, protocol, ...rest } = entry;
  const block: JsonObject = { rule_no: Number(number), ...entry };
  const changes = Object.entries({
    ...given("rule_action", action),
    ...given("protocol", protocol),
    ...rest,
  }).map(([path, value]) => setTo(path, value));
  const blocks = [effect === "delete" ? removed(direction, block) : added(direction, block)];
  return [target(change, effect, ["aws_network_acl_rule"], match, { changes, orElse: acl(blocks) })];
}

/** An entry as Terraform stores it: protocols by number, ports of an entry for all protocols as 0. */
function entryOf(change: CloudChange): Record<string, string | number> {
  const text = (path: string): string | undefined => recordText(change, `request.${path}`);
  const protocol = text("aclProtocol") ?? text("protocol");
  const all = protocol === "-1";
  const from = text("portRange.from");
  const to = text("portRange.to");
  return {
    ...given("action", text("ruleAction")),
    ...given("protocol", protocol),
    ...given("from_port", all ? 0 : toNumber(from)),
    ...given("to_port", all ? 0 : toNumber(to)),
    ...given("cidr_block", text("cidrBlock")),
    ...given("ipv6_cidr_block", text("ipv6CidrBlock")),
    ...given("icmp_type", toNumber(text("icmpTypeCode.type"))),
    ...given("icmp_code", toNumber(text("icmpTypeCode.code"))),
  };
}

function toNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}
