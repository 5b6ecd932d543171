import type { ResourceType } from "../../../model/resource-target.js";

/**
 * The Terraform types that the prefix of an EC2 id stands for, the likeliest first.
 *
 * Source: EC2 API 2016-11-15, `ResourceType` of `CreateTags`; Terraform AWS provider 6 resource names.
 */
const TYPES_BY_PREFIX: Readonly<Record<string, readonly ResourceType[]>> = {
  acl: ["aws_network_acl", "aws_default_network_acl"],
  ami: ["aws_ami", "aws_ami_copy", "aws_ami_from_instance"],
  cagw: ["aws_ec2_carrier_gateway"],
  cgw: ["aws_customer_gateway"],
  cr: ["aws_ec2_capacity_reservation", "aws_ec2_capacity_block_reservation"],
  "cvpn-endpoint": ["aws_ec2_client_vpn_endpoint"],
  dopt: ["aws_vpc_dhcp_options", "aws_default_vpc_dhcp_options"],
  eice: ["aws_ec2_instance_connect_endpoint"],
  eigw: ["aws_egress_only_internet_gateway"],
  eipalloc: ["aws_eip"],
  eni: ["aws_network_interface"],
  fl: ["aws_flow_log"],
  fleet: ["aws_ec2_fleet"],
  h: ["aws_ec2_host"],
  i: ["aws_instance"],
  igw: ["aws_internet_gateway"],
  ipam: ["aws_vpc_ipam"],
  "ipam-pool": ["aws_vpc_ipam_pool"],
  "ipam-res-disco": ["aws_vpc_ipam_resource_discovery"],
  "ipam-scope": ["aws_vpc_ipam_scope"],
  key: ["aws_key_pair"],
  lt: ["aws_launch_template"],
  nat: ["aws_nat_gateway"],
  nip: ["aws_ec2_network_insights_path"],
  pcx: ["aws_vpc_peering_connection", "aws_vpc_peering_connection_accepter"],
  pg: ["aws_placement_group"],
  pl: ["aws_ec2_managed_prefix_list"],
  rtb: ["aws_route_table", "aws_default_route_table"],
  sfr: ["aws_spot_fleet_request"],
  sg: ["aws_security_group", "aws_default_security_group"],
  sgr: ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"],
  sir: ["aws_spot_instance_request"],
  snap: ["aws_ebs_snapshot", "aws_ebs_snapshot_copy", "aws_ebs_snapshot_import"],
  subnet: ["aws_subnet", "aws_default_subnet"],
  tgw: ["aws_ec2_transit_gateway"],
  "tgw-attach": [
    "aws_ec2_transit_gateway_vpc_attachment",
    "aws_ec2_transit_gateway_vpc_attachment_accepter",
    "aws_ec2_transit_gateway_peering_attachment",
    "aws_ec2_transit_gateway_peering_attachment_accepter",
    "aws_ec2_transit_gateway_connect",
  ],
  "tgw-connect-peer": ["aws_ec2_transit_gateway_connect_peer"],
  "tgw-mcast-domain": ["aws_ec2_transit_gateway_multicast_domain"],
  "tgw-ptb": ["aws_ec2_transit_gateway_policy_table"],
  "tgw-rtb": ["aws_ec2_transit_gateway_route_table"],
  tmf: ["aws_ec2_traffic_mirror_filter"],
  tms: ["aws_ec2_traffic_mirror_session"],
  tmt: ["aws_ec2_traffic_mirror_target"],
  vagr: ["aws_verifiedaccess_group"],
  vae: ["aws_verifiedaccess_endpoint"],
  vai: ["aws_verifiedaccess_instance"],
  vatp: ["aws_verifiedaccess_trust_provider"],
  vgw: ["aws_vpn_gateway"],
  vol: ["aws_ebs_volume"],
  vpc: ["aws_vpc", "aws_default_vpc"],
  vpce: ["aws_vpc_endpoint"],
  "vpce-svc": ["aws_vpc_endpoint_service"],
  vpn: ["aws_vpn_connection"],
};

/** What follows the prefix of an EC2 id: 8 or 17 hexadecimal digits, or a UUID (fleets). */
const ID = /^([a-z][a-z-]*?)-[0-9a-fA-F][0-9a-fA-F-]{2,}$/;

/** The Terraform types that an EC2 id may be of; empty for what is no id that is known. */
export function typesOfId(id: string): readonly ResourceType[] {
  const prefix = ID.exec(id)?.[1];
  return prefix !== undefined && Object.hasOwn(TYPES_BY_PREFIX, prefix)
    ? (TYPES_BY_PREFIX[prefix] ?? [])
    : [];
}
