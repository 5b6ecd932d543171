import { describe, expect, test } from "vitest";
import { ec2InWords, ec2Targets, judged } from "../../../../support/ec2-calls.js";

const group = "sg-0a1b2c3d4e5f60718";
const flat = {
  groupId: group,
  ipPermissions: {},
  ipProtocol: "tcp",
  fromPort: 22,
  toPort: 22,
  cidrIp: "0.0.0.0/0",
};
const answer = {
  _return: true,
  securityGroupRuleSet: {
    items: [
      {
        groupOwnerId: "123456789012",
        groupId: group,
        securityGroupRuleId: "sgr-0123456789abcdef0",
        isEgress: false,
        ipProtocol: "tcp",
        fromPort: 22,
        toPort: 22,
        cidrIpv4: "0.0.0.0/0",
      },
    ],
  },
};
const parents = `aws_security_group|aws_default_security_group where id=${group}`;

function permission(members: Record<string, unknown>) {
  const base = {
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    groups: {},
    ipRanges: {},
    ipv6Ranges: {},
    prefixListIds: {},
  };
  return { groupId: group, ipPermissions: { items: [{ ...base, ...members }] } } as Parameters<
    typeof ec2InWords
  >[1];
}

describe("an authorized rule", () => {
  test("is known by the id that EC2 answers, else by what makes it, else as a block of its group", () => {
    expect(ec2InWords("AuthorizeSecurityGroupIngress", flat, answer)).toEqual([
      [
        "create aws_vpc_security_group_ingress_rule where security_group_rule_id|id=sgr-0123456789abcdef0: " +
          `security_group_id = "${group}", ip_protocol = "tcp", from_port = 22, to_port = 22, cidr_ipv4 = "0.0.0.0/0"`,
        `create aws_security_group_rule where security_group_id=${group} and type=ingress and protocol=tcp|6 and ` +
          'from_port=22 and to_port=22 and cidr_blocks=0.0.0.0/0: cidr_blocks + "0.0.0.0/0"',
        `update ${parents}: ingress + {"from_port":22,"to_port":22,"protocol":"tcp","cidr_blocks":["0.0.0.0/0"]}`,
      ],
    ]);
  });

  test("is known by what makes it where the answer is not there", () => {
    const [[rule] = []] = ec2InWords("AuthorizeSecurityGroupEgress", flat);
    expect(rule).toMatch(
      `create aws_vpc_security_group_egress_rule where security_group_id=${group} and ip_protocol=tcp|6 and ` +
        "from_port=22 and to_port=22 and cidr_ipv4=0.0.0.0/0:",
    );
  });

  test("is one target a source", () => {
    const request = permission({
      ipRanges: { items: [{ cidrIp: "10.0.0.0/8", description: "office" }, { cidrIp: "192.168.0.0/16" }] },
      ipv6Ranges: { items: [{ cidrIpv6: "::/0" }] },
      prefixListIds: { items: [{ prefixListId: "pl-0aaa1111" }] },
      groups: {
        items: [
          { groupId: "sg-0bbb2222" },
          { groupId: group },
          { groupId: "sg-0ccc3333", userId: "210987654321" },
          { groupId: "sg-0ddd4444", userId: "123456789012" },
        ],
      },
    });
    const blocks = ec2InWords("AuthorizeSecurityGroupIngress", request).map((chain) => chain.at(-1));
    const ports = '"from_port":443,"to_port":443,"protocol":"tcp"';
    expect(blocks).toEqual(
      [
        `"cidr_blocks":["10.0.0.0/8"],"description":"office"`,
        `"cidr_blocks":["192.168.0.0/16"]`,
        `"ipv6_cidr_blocks":["::/0"]`,
        `"prefix_list_ids":["pl-0aaa1111"]`,
        `"security_groups":["sg-0bbb2222"]`,
        `"self":true`,
        `"security_groups":["210987654321/sg-0ccc3333"]`,
        `"security_groups":["sg-0ddd4444"]`,
      ].map((source) => `update ${parents}: ingress + {${ports},${source}}`),
    );
  });

  test("for all protocols has no ports as a rule, and ports 0 as a block", () => {
    const request = permission({
      ipProtocol: "-1",
      fromPort: -1,
      toPort: -1,
      ipRanges: { items: [{ cidrIp: "10.0.0.0/8" }] },
    });
    const [chain = []] = ec2InWords("AuthorizeSecurityGroupEgress", request);
    expect(chain[0]).toBe(
      `create aws_vpc_security_group_egress_rule where security_group_id=${group} and ip_protocol=-1|all and ` +
        `cidr_ipv4=10.0.0.0/8: security_group_id = "${group}", ip_protocol = "-1", cidr_ipv4 = "10.0.0.0/8"`,
    );
    expect(chain[2]).toBe(
      `update ${parents}: egress + {"from_port":0,"to_port":0,"protocol":"-1","cidr_blocks":["10.0.0.0/8"]}`,
    );
  });

  test("by a protocol's number is the same as by its name", () => {
    const request = permission({ ipProtocol: "6", ipRanges: { items: [{ cidrIp: "10.0.0.0/8" }] } });
    expect(ec2InWords("AuthorizeSecurityGroupIngress", request)[0]?.[2]).toContain('"protocol":"tcp"');
  });

  test("of a group that is named finds the group by its name", () => {
    const { groupId: _, ...unnamed } = flat;
    expect(ec2InWords("AuthorizeSecurityGroupIngress", { ...unnamed, groupName: "web" })).toEqual([
      [
        "update aws_security_group|aws_default_security_group where name=web: " +
          'ingress + {"from_port":22,"to_port":22,"protocol":"tcp","cidr_blocks":["0.0.0.0/0"]}',
      ],
    ]);
  });
});

describe("a revoked rule", () => {
  test("is deleted as a rule, one source less as a legacy rule, and removed as a block", () => {
    const revoked = { revokedSecurityGroupRuleSet: answer.securityGroupRuleSet };
    expect(ec2InWords("RevokeSecurityGroupIngress", flat, revoked)).toEqual([
      [
        "delete aws_vpc_security_group_ingress_rule where security_group_rule_id|id=sgr-0123456789abcdef0",
        `update aws_security_group_rule where security_group_id=${group} and type=ingress and protocol=tcp|6 and ` +
          'from_port=22 and to_port=22 and cidr_blocks=0.0.0.0/0: cidr_blocks - "0.0.0.0/0"',
        `update ${parents}: ingress - {"from_port":22,"to_port":22,"protocol":"tcp","cidr_blocks":["0.0.0.0/0"]}`,
      ],
    ]);
  });

  test("with a group as its source is deleted as a legacy rule too, for it has no other", () => {
    const request = permission({ groups: { items: [{ groupId: group }] } });
    expect(ec2InWords("RevokeSecurityGroupIngress", request)[0]?.[1]).toBe(
      `delete aws_security_group_rule where security_group_id=${group} and type=ingress and protocol=tcp|6 and ` +
        `from_port=443 and to_port=443 and source_security_group_id|self=${group}|true`,
    );
  });

  test("that is only named by its id says no more than that one went", () => {
    const request = { groupId: group, securityGroupRuleIds: { items: ["sgr-0123456789abcdef0"] } };
    expect(ec2InWords("RevokeSecurityGroupEgress", request)).toEqual([
      [
        "delete aws_vpc_security_group_egress_rule where security_group_rule_id|id=sgr-0123456789abcdef0",
        "delete aws_security_group_rule where security_group_rule_id=sgr-0123456789abcdef0",
        `update ${parents}: egress - <not_in_record>`,
      ],
    ]);
  });
});

test("rules that are modified are known by their ids, in the newer form of records", () => {
  const request = {
    ModifySecurityGroupRulesRequest: {
      GroupId: group,
      SecurityGroupRule: {
        tag: 1,
        SecurityGroupRuleId: "sgr-0123456789abcdef0",
        SecurityGroupRule: {
          IpProtocol: "tcp",
          FromPort: 22,
          ToPort: 23,
          CidrIpv4: "0.0.0.0/0",
          Description: "all",
        },
      },
    },
  };
  expect(ec2InWords("ModifySecurityGroupRules", request)).toEqual([
    [
      "update aws_vpc_security_group_ingress_rule|aws_vpc_security_group_egress_rule where " +
        "security_group_rule_id|id=sgr-0123456789abcdef0: " +
        'ip_protocol = "tcp", from_port = 22, to_port = 23, cidr_ipv4 = "0.0.0.0/0", description = "all"',
      "update aws_security_group_rule where security_group_rule_id=sgr-0123456789abcdef0: " +
        'protocol = "tcp", from_port = 22, to_port = 23, cidr_blocks = ["0.0.0.0/0"], description = "all"',
      `update ${parents}`,
    ],
  ]);
});

test("descriptions are told of the rule, by what makes it or by its id", () => {
  const byContent = permission({ ipRanges: { items: [{ cidrIp: "10.0.0.0/8", description: "new" }] } });
  const [chain = []] = ec2InWords("UpdateSecurityGroupRuleDescriptionsIngress", byContent);
  expect(chain.map((one) => one.split(": ").slice(1).join(": "))).toEqual([
    'description = "new"',
    'description = "new"',
    'ingress + {"from_port":443,"to_port":443,"protocol":"tcp","cidr_blocks":["10.0.0.0/8"],"description":"new"}',
  ]);
  const byId = {
    groupId: group,
    securityGroupRuleDescriptions: {
      items: [{ securityGroupRuleId: "sgr-0123456789abcdef0", description: "new" }],
    },
  };
  expect(ec2InWords("UpdateSecurityGroupRuleDescriptionsEgress", byId)).toEqual([
    [
      'update aws_vpc_security_group_egress_rule where security_group_rule_id|id=sgr-0123456789abcdef0: description = "new"',
      'update aws_security_group_rule where security_group_rule_id=sgr-0123456789abcdef0: description = "new"',
      `update ${parents}`,
    ],
  ]);
});

test("groups come and go", () => {
  const request = { groupName: "web", groupDescription: "web servers", vpcId: "vpc-0aaa1111" };
  expect(ec2InWords("CreateSecurityGroup", request, { groupId: group })).toEqual([
    [
      `create aws_security_group where id=${group}: name = "web", description = "web servers", vpc_id = "vpc-0aaa1111"`,
    ],
  ]);
  expect(ec2InWords("DeleteSecurityGroup", { groupId: group })).toEqual([
    [`delete aws_security_group where id|name=${group}`],
  ]);
});

describe("over a state", () => {
  const block = {
    from_port: 22,
    to_port: 22,
    protocol: "tcp",
    cidr_blocks: ["10.0.0.0/8"],
    security_groups: [],
    self: false,
  };
  const inline = { type: "aws_security_group", name: "web", attributes: { id: group, ingress: [block] } };
  const legacy = {
    type: "aws_security_group_rule",
    name: "ssh",
    attributes: {
      id: "sgrule-1",
      security_group_id: group,
      type: "ingress",
      protocol: "tcp",
      from_port: 22,
      to_port: 22,
      cidr_blocks: ["10.0.0.0/8", "192.168.0.0/16"],
      self: false,
    },
  };
  const modern = {
    type: "aws_vpc_security_group_ingress_rule",
    name: "ssh",
    attributes: {
      id: "sgr-0fff",
      security_group_rule_id: "sgr-0fff",
      security_group_id: group,
      ip_protocol: "tcp",
      from_port: 22,
      to_port: 22,
      cidr_ipv4: "10.0.0.0/8",
    },
  };
  const office = { ...flat, cidrIp: "10.0.0.0/8" };

  test("opening the group to the world is drift of the group, also where other rules are declared alone", () => {
    const opened =
      'modified aws_security_group.web ingress + {"from_port":22,"to_port":22,"protocol":"tcp","cidr_blocks":["0.0.0.0/0"]}';
    const targets = ec2Targets("AuthorizeSecurityGroupIngress", flat, answer);
    expect(judged(targets, [inline])).toEqual([opened]);
    expect(judged(targets, [inline, legacy, modern])).toEqual([opened]);
  });

  test("a rule that is declared is none, in whichever form", () => {
    const targets = ec2Targets("AuthorizeSecurityGroupIngress", office);
    expect(judged(targets, [inline])).toEqual(["agrees aws_security_group.web"]);
    expect(judged(targets, [legacy])).toEqual(["agrees aws_security_group_rule.ssh"]);
    expect(judged(targets, [modern])).toEqual(["agrees aws_vpc_security_group_ingress_rule.ssh"]);
  });

  test("a group that no state has is nobody's business", () => {
    expect(judged(ec2Targets("AuthorizeSecurityGroupIngress", flat, answer), [])).toEqual(["not_managed"]);
  });

  test("revoking a declared rule is drift of where it is declared", () => {
    const targets = ec2Targets("RevokeSecurityGroupIngress", office);
    expect(judged(targets, [modern, inline])).toEqual(["deleted aws_vpc_security_group_ingress_rule.ssh"]);
    expect(judged(targets, [legacy, inline])).toEqual([
      "modified aws_security_group_rule.ssh cidr_blocks - null",
    ]);
    expect(judged(targets, [inline])).toEqual(["modified aws_security_group.web ingress - null"]);
    expect(judged(ec2Targets("RevokeSecurityGroupIngress", flat), [inline])).toEqual([
      "agrees aws_security_group.web",
    ]);
  });

  test("a legacy rule from the group itself is found", () => {
    const { cidr_blocks: _, ...rest } = legacy.attributes;
    const self = { ...legacy, attributes: { ...rest, self: true } };
    const request = permission({ fromPort: 22, toPort: 22, groups: { items: [{ groupId: group }] } });
    expect(judged(ec2Targets("RevokeSecurityGroupIngress", request), [legacy, self])).toEqual([
      "deleted aws_security_group_rule.ssh",
    ]);
  });
});
