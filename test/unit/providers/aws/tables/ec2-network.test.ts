import { expect, test } from "vitest";
import type { JsonObject } from "../../../../../src/model/json.js";
import { ec2InWords, ec2Targets, judged } from "../../../../support/ec2-calls.js";

const vpc = "vpc-0a1b2c3d4e5f60718";
const VPCS = `aws_vpc|aws_default_vpc where id=${vpc}`;
const SUBNETS = "aws_subnet|aws_default_subnet where id=subnet-0aaa1111";
const TABLES = "aws_route_table|aws_default_route_table where id=rtb-0aaa1111";
const ROUTED = "aws_route_table|aws_default_route_table where id|default_route_table_id=rtb-0aaa1111";
const ACLS = "aws_network_acl|aws_default_network_acl where id|default_network_acl_id=acl-0aaa1111";
const PEERINGS = "aws_vpc_peering_connection|aws_vpc_peering_connection_accepter where id=pcx-0aaa1111";
const VGW_IN_TABLE = "route_table_id=rtb-0aaa1111 and vpn_gateway_id=vgw-0aaa1111";

type Case = readonly [
  operation: string,
  request: JsonObject | null,
  response: JsonObject | null,
  said: readonly (readonly string[])[],
];

const cases: readonly Case[] = [
  [
    "CreateVpc",
    {
      cidrBlock: "10.0.0.0/16",
      tagSpecificationSet: { items: [{ resourceType: "vpc", tags: [{ key: "Name", value: "main" }] }] },
    },
    { vpc: { vpcId: vpc, cidrBlock: "10.0.0.0/16", instanceTenancy: "default" } },
    [
      [
        `create aws_vpc where id=${vpc}: cidr_block = "10.0.0.0/16", instance_tenancy = "default", tags = {"Name":"main"}`,
      ],
    ],
  ],
  [
    "CreateDefaultVpc",
    {},
    { vpc: { vpcId: vpc, cidrBlock: "172.31.0.0/16" } },
    [[`create aws_default_vpc|aws_vpc where id=${vpc}: cidr_block = "172.31.0.0/16"`]],
  ],
  ["DeleteVpc", { vpcId: vpc }, null, [[`delete ${VPCS}`]]],
  [
    "ModifyVpcAttribute",
    { vpcId: vpc, enableDnsSupport: { value: false } },
    null,
    [[`update ${VPCS}: enable_dns_support = false`]],
  ],
  [
    "ModifyVpcAttribute",
    { vpcId: vpc, enableDnsHostnames: { value: true } },
    null,
    [[`update ${VPCS}: enable_dns_hostnames = true`]],
  ],
  [
    "AssociateVpcCidrBlock",
    { vpcId: vpc, cidrBlock: "10.1.0.0/16" },
    {
      vpcId: vpc,
      cidrBlockAssociation: { associationId: "vpc-cidr-assoc-0aaa1111", cidrBlock: "10.1.0.0/16" },
    },
    [
      [
        `create aws_vpc_ipv4_cidr_block_association where id=vpc-cidr-assoc-0aaa1111: cidr_block = "10.1.0.0/16", vpc_id = "${vpc}"`,
        `update ${VPCS} (and more)`,
      ],
    ],
  ],
  [
    "AssociateVpcCidrBlock",
    { vpcId: vpc, amazonProvidedIpv6CidrBlock: true },
    { vpcId: vpc, ipv6CidrBlockAssociation: { associationId: "vpc-cidr-assoc-0bbb2222" } },
    [
      [
        `create aws_vpc_ipv6_cidr_block_association where id=vpc-cidr-assoc-0bbb2222: vpc_id = "${vpc}"`,
        `update ${VPCS}: assign_generated_ipv6_cidr_block = true`,
      ],
    ],
  ],
  [
    "DisassociateVpcCidrBlock",
    { associationId: "vpc-cidr-assoc-0aaa1111" },
    { vpcId: vpc },
    [
      [
        "delete aws_vpc_ipv4_cidr_block_association|aws_vpc_ipv6_cidr_block_association where id=vpc-cidr-assoc-0aaa1111",
        "update aws_vpc|aws_default_vpc where ipv6_association_id=vpc-cidr-assoc-0aaa1111: " +
          "ipv6_association_id = null, ipv6_cidr_block = null",
        `update ${VPCS}`,
      ],
    ],
  ],
  [
    "CreateSubnet",
    { vpcId: vpc, cidrBlock: "10.0.1.0/24" },
    {
      subnet: {
        subnetId: "subnet-0aaa1111",
        vpcId: vpc,
        cidrBlock: "10.0.1.0/24",
        availabilityZone: "eu-west-1a",
      },
    },
    [
      [
        `create aws_subnet where id=subnet-0aaa1111: vpc_id = "${vpc}", cidr_block = "10.0.1.0/24", ` +
          'availability_zone = "eu-west-1a"',
      ],
    ],
  ],
  ["DeleteSubnet", { subnetId: "subnet-0aaa1111" }, null, [[`delete ${SUBNETS}`]]],
  [
    "ModifySubnetAttribute",
    { subnetId: "subnet-0aaa1111", mapPublicIpOnLaunch: { value: true } },
    null,
    [[`update ${SUBNETS}: map_public_ip_on_launch = true`]],
  ],
  [
    "ModifySubnetAttribute",
    { subnetId: "subnet-0aaa1111", disableLniAtDeviceIndex: { value: true } },
    null,
    [[`update ${SUBNETS}: enable_lni_at_device_index = null`]],
  ],
  [
    "CreateDhcpOptions",
    {
      dhcpConfigurationSet: {
        items: [{ key: "domain-name", valueSet: { items: [{ value: "example.com" }] } }],
      },
    },
    { dhcpOptions: { dhcpOptionsId: "dopt-0aaa1111", ownerId: "123456789012" } },
    [['create aws_vpc_dhcp_options where id=dopt-0aaa1111: owner_id = "123456789012"']],
  ],
  [
    "AssociateDhcpOptions",
    { dhcpOptionsId: "dopt-0aaa1111", vpcId: vpc },
    null,
    [
      [
        `create aws_vpc_dhcp_options_association where vpc_id=${vpc}: dhcp_options_id = "dopt-0aaa1111"`,
        `update ${VPCS}: dhcp_options_id = "dopt-0aaa1111"`,
      ],
    ],
  ],
  [
    "CreateFlowLogs",
    {
      CreateFlowLogsRequest: {
        ResourceId: { content: vpc, tag: 1 },
        ResourceType: "VPC",
        TrafficType: "ALL",
        LogDestinationType: "s3",
        LogDestination: "arn:aws:s3:::logs",
      },
    },
    { CreateFlowLogsResponse: { flowLogIdSet: { item: "fl-0aaa1111" }, unsuccessful: "" } },
    [
      [
        'create aws_flow_log where id=fl-0aaa1111: traffic_type = "ALL", log_destination_type = "s3", ' +
          'log_destination = "arn:aws:s3:::logs"',
      ],
    ],
  ],
  [
    "DeleteFlowLogs",
    {
      DeleteFlowLogsRequest: {
        FlowLogId: [
          { content: "fl-0aaa1111", tag: 1 },
          { content: "fl-0bbb2222", tag: 2 },
        ],
      },
    },
    null,
    [["delete aws_flow_log where id=fl-0aaa1111"], ["delete aws_flow_log where id=fl-0bbb2222"]],
  ],
  [
    "CreateRouteTable",
    { vpcId: vpc },
    { routeTable: { routeTableId: "rtb-0aaa1111" } },
    [[`create aws_route_table where id=rtb-0aaa1111: vpc_id = "${vpc}"`]],
  ],
  ["DeleteRouteTable", { routeTableId: "rtb-0aaa1111" }, null, [[`delete ${TABLES}`]]],
  [
    "CreateRoute",
    { routeTableId: "rtb-0aaa1111", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-0aaa1111" },
    { _return: true },
    [
      [
        'create aws_route where route_table_id=rtb-0aaa1111 and destination_cidr_block=0.0.0.0/0: gateway_id = "igw-0aaa1111"',
        `update ${ROUTED}: route + {"cidr_block":"0.0.0.0/0","gateway_id":"igw-0aaa1111"}`,
      ],
    ],
  ],
  [
    "CreateRoute",
    { routeTableId: "rtb-0aaa1111", destinationIpv6CidrBlock: "::/0", gatewayId: "vpce-0aaa1111" },
    null,
    [
      [
        'create aws_route where route_table_id=rtb-0aaa1111 and destination_ipv6_cidr_block=::/0: vpc_endpoint_id = "vpce-0aaa1111"',
        `update ${ROUTED}: route + {"ipv6_cidr_block":"::/0","vpc_endpoint_id":"vpce-0aaa1111"}`,
      ],
    ],
  ],
  [
    "ReplaceRoute",
    { routeTableId: "rtb-0aaa1111", destinationPrefixListId: "pl-0aaa1111", natGatewayId: "nat-0aaa1111" },
    null,
    [
      [
        'update aws_route where route_table_id=rtb-0aaa1111 and destination_prefix_list_id=pl-0aaa1111: nat_gateway_id = "nat-0aaa1111"',
        `update ${ROUTED}: route + {"destination_prefix_list_id":"pl-0aaa1111","nat_gateway_id":"nat-0aaa1111"}`,
      ],
    ],
  ],
  [
    "ReplaceRoute",
    { routeTableId: "rtb-0aaa1111", destinationCidrBlock: "0.0.0.0/0", instanceId: "i-0aaa1111" },
    null,
    [
      [
        "update aws_route where route_table_id=rtb-0aaa1111 and destination_cidr_block=0.0.0.0/0 (and more)",
        `update ${ROUTED}: route + {"cidr_block":"0.0.0.0/0"} (and more)`,
      ],
    ],
  ],
  [
    "DeleteRoute",
    { routeTableId: "rtb-0aaa1111", destinationCidrBlock: "0.0.0.0/0" },
    null,
    [
      [
        "delete aws_route where route_table_id=rtb-0aaa1111 and destination_cidr_block=0.0.0.0/0",
        `update ${ROUTED}: route - {"cidr_block":"0.0.0.0/0"}`,
      ],
    ],
  ],
  [
    "AssociateRouteTable",
    { routeTableId: "rtb-0aaa1111", subnetId: "subnet-0aaa1111" },
    { associationId: "rtbassoc-0aaa1111" },
    [
      [
        'create aws_route_table_association where subnet_id|gateway_id=subnet-0aaa1111: route_table_id = "rtb-0aaa1111"',
      ],
    ],
  ],
  [
    "DisassociateRouteTable",
    { associationId: "rtbassoc-0aaa1111" },
    null,
    [["delete aws_route_table_association where id=rtbassoc-0aaa1111"]],
  ],
  [
    "ReplaceRouteTableAssociation",
    { associationId: "rtbassoc-0aaa1111", routeTableId: "rtb-0aaa1111" },
    { newAssociationId: "rtbassoc-0bbb2222" },
    [
      [
        "update aws_route_table_association|aws_main_route_table_association where " +
          'id=rtbassoc-0aaa1111|rtbassoc-0bbb2222: route_table_id = "rtb-0aaa1111"',
      ],
    ],
  ],
  [
    "EnableVgwRoutePropagation",
    { routeTableId: "rtb-0aaa1111", gatewayId: "vgw-0aaa1111" },
    null,
    [
      [
        `create aws_vpn_gateway_route_propagation where ${VGW_IN_TABLE}`,
        `update ${TABLES}: propagating_vgws + "vgw-0aaa1111"`,
      ],
    ],
  ],
  [
    "DisableVgwRoutePropagation",
    { routeTableId: "rtb-0aaa1111", gatewayId: "vgw-0aaa1111" },
    null,
    [
      [
        `delete aws_vpn_gateway_route_propagation where ${VGW_IN_TABLE}`,
        `update ${TABLES}: propagating_vgws - "vgw-0aaa1111"`,
      ],
    ],
  ],
  [
    "CreateInternetGateway",
    {},
    { internetGateway: { internetGatewayId: "igw-0aaa1111", ownerId: "123456789012" } },
    [['create aws_internet_gateway where id=igw-0aaa1111: owner_id = "123456789012"']],
  ],
  [
    "DeleteInternetGateway",
    { internetGatewayId: "igw-0aaa1111" },
    null,
    [["delete aws_internet_gateway where id=igw-0aaa1111"]],
  ],
  [
    "AttachInternetGateway",
    { internetGatewayId: "igw-0aaa1111", vpcId: vpc },
    null,
    [
      [
        `create aws_internet_gateway_attachment where internet_gateway_id=igw-0aaa1111: vpc_id = "${vpc}"`,
        `update aws_internet_gateway where id=igw-0aaa1111: vpc_id = "${vpc}"`,
      ],
    ],
  ],
  [
    "DetachInternetGateway",
    { internetGatewayId: "igw-0aaa1111", vpcId: vpc },
    null,
    [
      [
        `delete aws_internet_gateway_attachment where internet_gateway_id=igw-0aaa1111 and vpc_id=${vpc}`,
        "update aws_internet_gateway where id=igw-0aaa1111: vpc_id = null",
      ],
    ],
  ],
  [
    "CreateNatGateway",
    {
      CreateNatGatewayRequest: {
        SubnetId: "subnet-0aaa1111",
        AllocationId: "eipalloc-0aaa1111",
        TagSpecification: { ResourceType: "natgateway", tag: 1, Tag: { Key: "Name", Value: "nat", tag: 1 } },
      },
    },
    { CreateNatGatewayResponse: { natGateway: { natGatewayId: "nat-0aaa1111" } } },
    [
      [
        'create aws_nat_gateway where id=nat-0aaa1111: subnet_id = "subnet-0aaa1111", ' +
          'allocation_id = "eipalloc-0aaa1111", tags = {"Name":"nat"}',
      ],
    ],
  ],
  [
    "DeleteNatGateway",
    { DeleteNatGatewayRequest: { NatGatewayId: "nat-0aaa1111" } },
    null,
    [["delete aws_nat_gateway where id=nat-0aaa1111"]],
  ],
  [
    "CreateVpcPeeringConnection",
    { vpcId: vpc, peerVpcId: "vpc-0bbb2222", peerOwnerId: "210987654321" },
    { vpcPeeringConnection: { vpcPeeringConnectionId: "pcx-0aaa1111" } },
    [
      [
        `create aws_vpc_peering_connection where id=pcx-0aaa1111: vpc_id = "${vpc}", peer_vpc_id = "vpc-0bbb2222", ` +
          'peer_owner_id = "210987654321"',
      ],
    ],
  ],
  [
    "AcceptVpcPeeringConnection",
    { vpcPeeringConnectionId: "pcx-0aaa1111" },
    null,
    [
      [
        'create aws_vpc_peering_connection_accepter where vpc_peering_connection_id=pcx-0aaa1111: accept_status = "active"',
        'update aws_vpc_peering_connection where id=pcx-0aaa1111: accept_status = "active"',
      ],
    ],
  ],
  ["DeleteVpcPeeringConnection", { vpcPeeringConnectionId: "pcx-0aaa1111" }, null, [[`delete ${PEERINGS}`]]],
  [
    "ModifyVpcPeeringConnectionOptions",
    {
      ModifyVpcPeeringConnectionOptionsRequest: {
        VpcPeeringConnectionId: "pcx-0aaa1111",
        AccepterPeeringConnectionOptions: { AllowDnsResolutionFromRemoteVpc: true },
      },
    },
    null,
    [
      [
        "update aws_vpc_peering_connection_options where vpc_peering_connection_id=pcx-0aaa1111: " +
          "accepter[0].allow_remote_vpc_dns_resolution = true",
        `update ${PEERINGS}: accepter[0].allow_remote_vpc_dns_resolution = true`,
      ],
    ],
  ],
  [
    "CreateNetworkAclEntry",
    {
      networkAclId: "acl-0aaa1111",
      ruleNumber: 90,
      aclProtocol: "6",
      ruleAction: "allow",
      egress: false,
      cidrBlock: "0.0.0.0/0",
      portRange: { from: 22, to: 22 },
      icmpTypeCode: {},
    },
    null,
    [
      [
        "create aws_network_acl_rule where network_acl_id=acl-0aaa1111 and rule_number=90 and egress=false: " +
          'rule_action = "allow", protocol = "6", from_port = 22, to_port = 22, cidr_block = "0.0.0.0/0"',
        `update ${ACLS}: ingress + {"rule_no":90,"action":"allow","protocol":"6","from_port":22,"to_port":22,"cidr_block":"0.0.0.0/0"}`,
      ],
    ],
  ],
  [
    "ReplaceNetworkAclEntry",
    {
      networkAclId: "acl-0aaa1111",
      ruleNumber: 100,
      aclProtocol: "-1",
      ruleAction: "deny",
      egress: true,
      ipv6CidrBlock: "::/0",
      portRange: {},
    },
    null,
    [
      [
        "update aws_network_acl_rule where network_acl_id=acl-0aaa1111 and rule_number=100 and egress=true: " +
          'rule_action = "deny", protocol = "-1", from_port = 0, to_port = 0, ipv6_cidr_block = "::/0"',
        `update ${ACLS}: egress + {"rule_no":100,"action":"deny","protocol":"-1","from_port":0,"to_port":0,"ipv6_cidr_block":"::/0"}`,
      ],
    ],
  ],
  [
    "DeleteNetworkAclEntry",
    { networkAclId: "acl-0aaa1111", ruleNumber: 100, egress: true },
    null,
    [
      [
        "delete aws_network_acl_rule where network_acl_id=acl-0aaa1111 and rule_number=100 and egress=true",
        `update ${ACLS}: egress - {"rule_no":100}`,
      ],
    ],
  ],
  [
    "CreateNetworkAcl",
    { vpcId: vpc },
    { networkAcl: { networkAclId: "acl-0aaa1111" } },
    [[`create aws_network_acl where id=acl-0aaa1111: vpc_id = "${vpc}"`]],
  ],
  [
    "DeleteNetworkAcl",
    { networkAclId: "acl-0aaa1111" },
    null,
    [["delete aws_network_acl|aws_default_network_acl where id=acl-0aaa1111"]],
  ],
  [
    "ReplaceNetworkAclAssociation",
    { associationId: "aclassoc-0aaa1111", networkAclId: "acl-0aaa1111" },
    { newAssociationId: "aclassoc-0bbb2222" },
    [
      [
        'update aws_network_acl_association where id=aclassoc-0aaa1111|aclassoc-0bbb2222: network_acl_id = "acl-0aaa1111"',
        "update aws_network_acl|aws_default_network_acl where id=acl-0aaa1111",
      ],
    ],
  ],
  [
    "CreateVpcEndpoint",
    {
      CreateVpcEndpointRequest: {
        VpcId: vpc,
        ServiceName: "com.amazonaws.eu-west-1.s3",
        PolicyDocument: '{"Statement":[]}',
        RouteTableId: { tag: 1, content: "rtb-0aaa1111" },
      },
    },
    { CreateVpcEndpointResponse: { vpcEndpoint: { vpcEndpointId: "vpce-0aaa1111" } } },
    [
      [
        `create aws_vpc_endpoint where id=vpce-0aaa1111: vpc_id = "${vpc}", service_name = "com.amazonaws.eu-west-1.s3", ` +
          'policy = {"Statement":[]}, route_table_ids = ["rtb-0aaa1111"]',
      ],
    ],
  ],
  [
    "ModifyVpcEndpoint",
    {
      ModifyVpcEndpointRequest: {
        VpcEndpointId: "vpce-0aaa1111",
        PolicyDocument: '{"Statement":[]}',
        AddRouteTableId: { tag: 1, content: "rtb-0aaa1111" },
        RemoveSecurityGroupId: { tag: 1, content: "sg-0aaa1111" },
        PrivateDnsEnabled: true,
      },
    },
    null,
    [
      [
        'update aws_vpc_endpoint_policy where vpc_endpoint_id=vpce-0aaa1111: policy = {"Statement":[]}',
        'update aws_vpc_endpoint where id=vpce-0aaa1111: policy = {"Statement":[]}',
      ],
      [
        "create aws_vpc_endpoint_route_table_association where vpc_endpoint_id=vpce-0aaa1111 and route_table_id=rtb-0aaa1111",
        'update aws_vpc_endpoint where id=vpce-0aaa1111: route_table_ids + "rtb-0aaa1111"',
      ],
      [
        "delete aws_vpc_endpoint_security_group_association where vpc_endpoint_id=vpce-0aaa1111 and security_group_id=sg-0aaa1111",
        'update aws_vpc_endpoint where id=vpce-0aaa1111: security_group_ids - "sg-0aaa1111"',
      ],
      ["update aws_vpc_endpoint where id=vpce-0aaa1111: private_dns_enabled = true"],
    ],
  ],
  [
    "ModifyVpcEndpoint",
    { ModifyVpcEndpointRequest: { VpcEndpointId: "vpce-0aaa1111", ResetPolicy: true } },
    null,
    [
      [
        "update aws_vpc_endpoint_policy where vpc_endpoint_id=vpce-0aaa1111: policy = <not_in_record>",
        "update aws_vpc_endpoint where id=vpce-0aaa1111: policy = <not_in_record>",
      ],
    ],
  ],
  [
    "DeleteVpcEndpoints",
    { DeleteVpcEndpointsRequest: { VpcEndpointId: { tag: 1, content: "vpce-0aaa1111" } } },
    null,
    [["delete aws_vpc_endpoint where id=vpce-0aaa1111"]],
  ],
  [
    "ModifyVpcEndpointServicePermissions",
    {
      ModifyVpcEndpointServicePermissionsRequest: {
        ServiceId: "vpce-svc-0aaa1111",
        AddAllowedPrincipals: { tag: 1, content: "*" },
      },
    },
    null,
    [
      [
        "create aws_vpc_endpoint_service_allowed_principal where vpc_endpoint_service_id=vpce-svc-0aaa1111 and principal_arn=*",
        'update aws_vpc_endpoint_service where id=vpce-svc-0aaa1111: allowed_principals + "*"',
      ],
    ],
  ],
  [
    "ModifyNetworkInterfaceAttribute",
    { networkInterfaceId: "eni-0aaa1111", groupSet: { items: [{ groupId: "sg-0aaa1111" }] } },
    null,
    [
      [
        'update aws_network_interface where id=eni-0aaa1111: security_groups = ["sg-0aaa1111"]',
        'update aws_instance where primary_network_interface_id=eni-0aaa1111: vpc_security_group_ids = ["sg-0aaa1111"]',
        "update aws_network_interface_sg_attachment where network_interface_id=eni-0aaa1111 (a guess)",
      ],
    ],
  ],
  [
    "ModifyNetworkInterfaceAttribute",
    {
      networkInterfaceId: "eni-0aaa1111",
      sourceDestCheck: { value: false },
      attachment: { attachmentId: "eni-attach-1" },
    },
    null,
    [
      [
        "update aws_network_interface where id=eni-0aaa1111: source_dest_check = false (and more)",
        "update aws_instance where primary_network_interface_id=eni-0aaa1111: source_dest_check = false (and more)",
      ],
    ],
  ],
  [
    "AttachNetworkInterface",
    { networkInterfaceId: "eni-0aaa1111", instanceId: "i-0aaa1111", deviceIndex: 1 },
    null,
    [
      [
        'create aws_network_interface_attachment where network_interface_id=eni-0aaa1111: instance_id = "i-0aaa1111", device_index = "1"',
        'update aws_network_interface where id=eni-0aaa1111: attachment + {"instance":"i-0aaa1111","device_index":1}',
      ],
    ],
  ],
  [
    "DeleteNetworkInterface",
    { networkInterfaceId: "eni-0aaa1111" },
    null,
    [["delete aws_network_interface where id=eni-0aaa1111"]],
  ],
  [
    "ModifyManagedPrefixList",
    {
      ModifyManagedPrefixListRequest: {
        PrefixListId: "pl-0aaa1111",
        CurrentVersion: 1,
        AddEntry: { Cidr: "0.0.0.0/0", Description: "all", tag: 1 },
        RemoveEntry: { Cidr: "10.0.0.0/8", tag: 1 },
      },
    },
    null,
    [
      [
        'create aws_ec2_managed_prefix_list_entry where prefix_list_id=pl-0aaa1111 and cidr=0.0.0.0/0: description = "all"',
        'update aws_ec2_managed_prefix_list where id=pl-0aaa1111: entry + {"cidr":"0.0.0.0/0","description":"all"}',
      ],
      [
        "delete aws_ec2_managed_prefix_list_entry where prefix_list_id=pl-0aaa1111 and cidr=10.0.0.0/8",
        'update aws_ec2_managed_prefix_list where id=pl-0aaa1111: entry - {"cidr":"10.0.0.0/8"}',
      ],
    ],
  ],
  [
    "CreateTransitGateway",
    { CreateTransitGatewayRequest: { Description: "hub" } },
    {
      CreateTransitGatewayResponse: {
        transitGateway: { transitGatewayId: "tgw-0aaa1111", ownerId: "123456789012" },
      },
    },
    [
      [
        'create aws_ec2_transit_gateway where id=tgw-0aaa1111: owner_id = "123456789012", description = "hub"',
      ],
    ],
  ],
  [
    "ModifyTransitGateway",
    {
      ModifyTransitGatewayRequest: {
        TransitGatewayId: "tgw-0aaa1111",
        Options: { AutoAcceptSharedAttachments: "enable" },
      },
    },
    null,
    [['update aws_ec2_transit_gateway where id=tgw-0aaa1111: auto_accept_shared_attachments = "enable"']],
  ],
  [
    "CreateTransitGatewayRoute",
    {
      CreateTransitGatewayRouteRequest: {
        TransitGatewayRouteTableId: "tgw-rtb-0aaa1111",
        DestinationCidrBlock: "10.0.0.0/8",
        TransitGatewayAttachmentId: "tgw-attach-0aaa1111",
      },
    },
    null,
    [
      [
        "create aws_ec2_transit_gateway_route where transit_gateway_route_table_id=tgw-rtb-0aaa1111 and " +
          'destination_cidr_block=10.0.0.0/8: transit_gateway_attachment_id = "tgw-attach-0aaa1111"',
      ],
    ],
  ],
  [
    "DeleteTransitGatewayVpcAttachment",
    { DelTGwVpcAttachReq: { TransitGatewayAttachmentId: "tgw-attach-0aaa1111" } },
    null,
    [
      [
        "delete aws_ec2_transit_gateway_vpc_attachment|aws_ec2_transit_gateway_vpc_attachment_accepter where " +
          "id=tgw-attach-0aaa1111",
      ],
    ],
  ],
];

test.each(cases)("%s %j", (operation, request, response, said) => {
  expect(ec2InWords(operation, request, response)).toEqual(said);
});

test("a network ACL's rules for ingress and egress of one number are told apart", () => {
  const rule = (name: string, egress: boolean) => ({
    type: "aws_network_acl_rule",
    name,
    attributes: {
      id: `nacl-${name}`,
      network_acl_id: "acl-0aaa1111",
      rule_number: 100,
      egress,
      protocol: "-1",
    },
  });
  const request = { networkAclId: "acl-0aaa1111", ruleNumber: 100, egress: true };
  expect(
    judged(ec2Targets("DeleteNetworkAclEntry", request), [rule("in", false), rule("out", true)]),
  ).toEqual(["deleted aws_network_acl_rule.out"]);
});

test("a route that is replaced by what is declared is none, and one that leads elsewhere is drift", () => {
  const block = {
    cidr_block: "0.0.0.0/0",
    nat_gateway_id: "nat-0aaa1111",
    gateway_id: "",
    ipv6_cidr_block: "",
  };
  const table = {
    type: "aws_route_table",
    name: "private",
    attributes: { id: "rtb-0aaa1111", route: [block] },
  };
  const replace = (hop: JsonObject) =>
    judged(
      ec2Targets("ReplaceRoute", { routeTableId: "rtb-0aaa1111", destinationCidrBlock: "0.0.0.0/0", ...hop }),
      [table],
    );
  expect(replace({ natGatewayId: "nat-0aaa1111" })).toEqual(["agrees aws_route_table.private"]);
  expect(replace({ gatewayId: "igw-0aaa1111" })).toEqual([
    'modified aws_route_table.private route + {"cidr_block":"0.0.0.0/0","gateway_id":"igw-0aaa1111"}',
  ]);
});
