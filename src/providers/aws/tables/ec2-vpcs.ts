import type { ServiceMapping } from "../mapping-table.js";
import { by, creates, deletes, row, updates } from "./rows.js";

const VPC = ["aws_vpc", "aws_default_vpc"];
const SUBNET = ["aws_subnet", "aws_default_subnet"];
const DHCP_OPTIONS = ["aws_vpc_dhcp_options", "aws_default_vpc_dhcp_options"];

const REQUESTED_TAGS = {
  "request.tagSpecificationSet[].tags[]": { attribute: "tags", as: "tags" },
} as const;

/** VPCs, subnets and DHCP options. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const vpcs: ServiceMapping = {
  CreateVpc: creates("aws_vpc", "response.vpc.vpcId", {
    "response.vpc.cidrBlock": "cidr_block",
    "response.vpc.instanceTenancy": "instance_tenancy",
    ...REQUESTED_TAGS,
  }),
  CreateDefaultVpc: creates(["aws_default_vpc", "aws_vpc"], "response.vpc.vpcId", {
    "response.vpc.cidrBlock": "cidr_block",
  }),
  DeleteVpc: deletes(VPC, "request.vpcId"),
  ModifyVpcAttribute: updates(VPC, "request.vpcId", {
    attributes: {
      "request.enableDnsSupport": "enable_dns_support",
      "request.enableDnsHostnames": "enable_dns_hostnames",
      "request.enableNetworkAddressUsageMetrics": "enable_network_address_usage_metrics",
    },
  }),
  ModifyVpcTenancy: updates(VPC, "request.vpcId", {
    attributes: { "request.instanceTenancy": "instance_tenancy" },
  }),
  AssociateVpcCidrBlock: {
    targets: [
      row("create", "aws_vpc_ipv4_cidr_block_association", "each.associationId", {
        each: "response.cidrBlockAssociation[]",
        attributes: { "each.cidrBlock": "cidr_block", "request.vpcId": "vpc_id" },
        // A VPC has no attribute for further IPv4 blocks.
        orElse: row("update", VPC, "request.vpcId"),
      }),
      row("create", "aws_vpc_ipv6_cidr_block_association", "each.associationId", {
        each: "response.ipv6CidrBlockAssociation[]",
        attributes: { "request.ipv6CidrBlock": "ipv6_cidr_block", "request.vpcId": "vpc_id" },
        orElse: row("update", VPC, "request.vpcId", {
          attributes: {
            "request.amazonProvidedIpv6CidrBlock": "assign_generated_ipv6_cidr_block",
            "request.ipv6CidrBlock": "ipv6_cidr_block",
            "request.ipv6CidrBlockNetworkBorderGroup": "ipv6_cidr_block_network_border_group",
          },
        }),
      }),
    ],
  },
  DisassociateVpcCidrBlock: {
    targets: [
      row(
        "delete",
        ["aws_vpc_ipv4_cidr_block_association", "aws_vpc_ipv6_cidr_block_association"],
        "request.associationId",
        {
          orElse: row("update", VPC, by("request.associationId", "ipv6_association_id"), {
            sets: { ipv6_association_id: null, ipv6_cidr_block: null },
            orElse: row("update", VPC, "response.vpcId"),
          }),
        },
      ),
    ],
  },
  CreateSubnet: creates("aws_subnet", "response.subnet.subnetId", {
    "response.subnet.vpcId": "vpc_id",
    "response.subnet.cidrBlock": "cidr_block",
    "response.subnet.availabilityZone": "availability_zone",
    ...REQUESTED_TAGS,
  }),
  CreateDefaultSubnet: creates(["aws_default_subnet", "aws_subnet"], "response.subnet.subnetId", {
    "response.subnet.vpcId": "vpc_id",
    "response.subnet.cidrBlock": "cidr_block",
  }),
  DeleteSubnet: deletes(SUBNET, "request.subnetId"),
  ModifySubnetAttribute: updates(SUBNET, "request.subnetId", {
    attributes: {
      "request.mapPublicIpOnLaunch": "map_public_ip_on_launch",
      "request.assignIpv6AddressOnCreation": "assign_ipv6_address_on_creation",
      "request.mapCustomerOwnedIpOnLaunch": "map_customer_owned_ip_on_launch",
      "request.customerOwnedIpv4Pool": "customer_owned_ipv4_pool",
      "request.enableDns64": "enable_dns64",
      "request.privateDnsHostnameTypeOnLaunch": "private_dns_hostname_type_on_launch",
      "request.enableResourceNameDnsARecordOnLaunch": "enable_resource_name_dns_a_record_on_launch",
      "request.enableResourceNameDnsAAAARecordOnLaunch": "enable_resource_name_dns_aaaa_record_on_launch",
      "request.enableLniAtDeviceIndex": "enable_lni_at_device_index",
      "request.disableLniAtDeviceIndex": {
        attribute: "enable_lni_at_device_index",
        values: { true: null },
      },
    },
  }),
  AssociateSubnetCidrBlock: updates(SUBNET, "request.subnetId", {
    attributes: { "request.ipv6CidrBlock": "ipv6_cidr_block" },
  }),
  DisassociateSubnetCidrBlock: updates(
    SUBNET,
    by(["request.associationId", "response.subnetId"], ["ipv6_cidr_block_association_id", "id"]),
    { sets: { ipv6_cidr_block: null } },
  ),
  CreateDhcpOptions: creates("aws_vpc_dhcp_options", "response.dhcpOptions.dhcpOptionsId", {
    "response.dhcpOptions.ownerId": "owner_id",
  }),
  DeleteDhcpOptions: deletes(DHCP_OPTIONS, "request.dhcpOptionsId"),
  AssociateDhcpOptions: {
    targets: [
      row("create", "aws_vpc_dhcp_options_association", by("request.vpcId", "vpc_id"), {
        attributes: { "request.dhcpOptionsId": "dhcp_options_id" },
        orElse: row("update", VPC, "request.vpcId", {
          attributes: { "request.dhcpOptionsId": "dhcp_options_id" },
        }),
      }),
    ],
  },
  CreateFlowLogs: creates(
    "aws_flow_log",
    "each",
    {
      "request.trafficType": "traffic_type",
      "request.logDestinationType": "log_destination_type",
      "request.logDestination": "log_destination",
      "request.deliverLogsPermissionArn": "iam_role_arn",
      "request.maxAggregationInterval": "max_aggregation_interval",
    },
    { each: "response.flowLogIdSet[]" },
  ),
  DeleteFlowLogs: deletes("aws_flow_log", "each", { each: "request.flowLogId[]" }),
};
