import { expect, test } from "vitest";
import { typesOfId } from "../../../../../src/providers/aws/tables/ec2-resource-types.js";
import { ec2InWords, ec2Result, ec2Targets, judged } from "../../../../support/ec2-calls.js";

const instance = "i-0a1b2c3d4e5f60718";

function tagging(ids: readonly string[], tags: readonly Record<string, string>[]) {
  return {
    resourcesSet: { items: ids.map((resourceId) => ({ resourceId })) },
    tagSet: { items: tags },
  };
}

test("each tag of each resource may be declared alone, else with its resource", () => {
  const request = tagging(
    [instance, "sg-0aaa1111"],
    [
      { key: "Name", value: "web" },
      { key: "a.b", value: "" },
    ],
  );
  expect(ec2InWords("CreateTags", request)).toEqual([
    [
      `create aws_ec2_tag where resource_id=${instance} and key=Name: value = "web"`,
      `update aws_instance where id=${instance}: tags.Name = "web"`,
    ],
    [
      `create aws_ec2_tag where resource_id=${instance} and key=a.b: value = ""`,
      `update aws_instance where id=${instance}: tags["a.b"] = ""`,
    ],
    [
      'create aws_ec2_tag where resource_id=sg-0aaa1111 and key=Name: value = "web"',
      'update aws_security_group|aws_default_security_group where id=sg-0aaa1111: tags.Name = "web"',
    ],
    [
      'create aws_ec2_tag where resource_id=sg-0aaa1111 and key=a.b: value = ""',
      'update aws_security_group|aws_default_security_group where id=sg-0aaa1111: tags["a.b"] = ""',
    ],
  ]);
});

test("a tag is removed whether it is named with its value or without", () => {
  const gone = [
    `delete aws_ec2_tag where resource_id=${instance} and key=Name`,
    `update aws_instance where id=${instance}: tags.Name - null`,
  ];
  expect(ec2InWords("DeleteTags", tagging([instance], [{ key: "Name" }]))).toEqual([gone]);
  expect(ec2InWords("DeleteTags", tagging([instance], [{ key: "Name", value: "web" }]))).toEqual([gone]);
});

test("a request that names no tags removes all, and does not say which there were", () => {
  expect(
    ec2InWords("DeleteTags", { resourcesSet: { items: [{ resourceId: instance }] }, tagSet: {} }),
  ).toEqual([
    [`delete aws_ec2_tag where resource_id=${instance}`, `update aws_instance where id=${instance}`],
  ]);
});

test("tags of AWS's own are nobody's change", () => {
  const request = tagging([instance], [{ key: "aws:cloudformation:stack-name", value: "web" }]);
  expect(ec2Result("CreateTags", request).status).toBe("unmapped");
  expect(ec2Result("DeleteTags", request).status).toBe("unmapped");
});

test("a tag on something of an unknown kind is only ever a tag that is declared alone", () => {
  const request = tagging(["new-0123456789abcdef0"], [{ key: "Name", value: "web" }]);
  expect(ec2InWords("CreateTags", request)).toEqual([
    ['update aws_ec2_tag where resource_id=new-0123456789abcdef0 and key=Name: value = "web"'],
  ]);
});

test("key pairs and placement groups are tagged by ids that Terraform keeps beside their names", () => {
  const request = tagging(["key-0aaa1111", "pg-0bbb2222"], [{ key: "Name", value: "web" }]);
  expect(ec2InWords("CreateTags", request).map((chain) => chain[1])).toEqual([
    'update aws_key_pair where key_pair_id=key-0aaa1111: tags.Name = "web"',
    'update aws_placement_group where placement_group_id=pg-0bbb2222: tags.Name = "web"',
  ]);
});

test("over a state, a tag that is declared alone leaves its resource alone", () => {
  const subnet = {
    type: "aws_subnet",
    name: "a",
    attributes: { id: "subnet-0aaa1111", tags: {}, tags_all: {} },
  };
  const alone = {
    type: "aws_ec2_tag",
    name: "elb",
    attributes: { id: "subnet-0aaa1111,elb", resource_id: "subnet-0aaa1111", key: "elb", value: "1" },
  };
  const same = ec2Targets("CreateTags", tagging(["subnet-0aaa1111"], [{ key: "elb", value: "1" }]));
  expect(judged(same, [subnet, alone])).toEqual(["agrees aws_ec2_tag.elb"]);
  expect(judged(same, [subnet])).toEqual(['modified aws_subnet.a tags.elb = "1"']);
  expect(judged(same, [])).toEqual(["not_managed"]);
  const gone = ec2Targets("DeleteTags", tagging(["subnet-0aaa1111"], [{ key: "elb" }]));
  expect(judged(gone, [subnet, alone])).toEqual(["deleted aws_ec2_tag.elb"]);
  expect(judged(gone, [subnet])).toEqual(["agrees aws_subnet.a"]);
});

test.each([
  ["vpc-0aaa1111", "aws_vpc"],
  ["vpce-0aaa1111", "aws_vpc_endpoint"],
  ["vpce-svc-0aaa1111", "aws_vpc_endpoint_service"],
  ["subnet-0aaa1111", "aws_subnet"],
  ["vol-0aaa1111", "aws_ebs_volume"],
  ["snap-0aaa1111", "aws_ebs_snapshot"],
  ["ami-0aaa1111", "aws_ami"],
  ["eni-0aaa1111", "aws_network_interface"],
  ["eipalloc-0aaa1111", "aws_eip"],
  ["rtb-0aaa1111", "aws_route_table"],
  ["acl-0aaa1111", "aws_network_acl"],
  ["igw-0aaa1111", "aws_internet_gateway"],
  ["nat-0aaa1111", "aws_nat_gateway"],
  ["lt-0aaa1111", "aws_launch_template"],
  ["pcx-0aaa1111", "aws_vpc_peering_connection"],
  ["tgw-0aaa1111", "aws_ec2_transit_gateway"],
  ["tgw-attach-0aaa1111", "aws_ec2_transit_gateway_vpc_attachment"],
  ["tgw-rtb-0aaa1111", "aws_ec2_transit_gateway_route_table"],
  ["dopt-0aaa1111", "aws_vpc_dhcp_options"],
  ["fl-0aaa1111", "aws_flow_log"],
  ["cgw-0aaa1111", "aws_customer_gateway"],
  ["vgw-0aaa1111", "aws_vpn_gateway"],
  ["vpn-0aaa1111", "aws_vpn_connection"],
  ["sgr-0aaa1111", "aws_vpc_security_group_ingress_rule"],
  ["pl-0aaa1111", "aws_ec2_managed_prefix_list"],
  ["i-12345678", "aws_instance"],
])("%s is of %s", (id, type) => {
  expect(typesOfId(id)[0]).toBe(type);
});

test.each(["", "web", "vpc", "constructor-0aaa1111", "__proto__-0aaa1111", "arn:aws:ec2:::vpc/vpc-0aaa1111"])(
  "%j is no id",
  (id) => {
    expect(typesOfId(id)).toEqual([]);
  },
);
