import type { ServiceMapping } from "../mapping-table.js";
import { by, creates, deletes, row, updates } from "./rows.js";

const PEERING = ["aws_vpc_peering_connection", "aws_vpc_peering_connection_accepter"];

// In the newer form `tag` (a number) stands beside `Tag` (the tags), so that here the case of the key matters.
const REQUESTED_TAGS = {
  "request.tagSpecificationSet[].tags[]": { attribute: "tags", as: "tags" },
  "request.tagSpecification[].Tag[]": { attribute: "tags", as: "tags" },
} as const;

const PEERING_OPTIONS = {
  "request.accepterPeeringConnectionOptions.allowDnsResolutionFromRemoteVpc":
    "accepter[0].allow_remote_vpc_dns_resolution",
  "request.requesterPeeringConnectionOptions.allowDnsResolutionFromRemoteVpc":
    "requester[0].allow_remote_vpc_dns_resolution",
};

/** Internet, NAT and VPN gateways, and VPC peering. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const gateways: ServiceMapping = {
  CreateInternetGateway: {
    ...creates("aws_internet_gateway", "response.internetGateway.internetGatewayId", {
      "response.internetGateway.ownerId": "owner_id",
      ...REQUESTED_TAGS,
    }),
    needsRequest: false,
  },
  DeleteInternetGateway: deletes("aws_internet_gateway", "request.internetGatewayId"),
  AttachInternetGateway: {
    targets: [
      row(
        "create",
        "aws_internet_gateway_attachment",
        by("request.internetGatewayId", "internet_gateway_id"),
        {
          attributes: { "request.vpcId": "vpc_id" },
          orElse: row("update", "aws_internet_gateway", "request.internetGatewayId", {
            attributes: { "request.vpcId": "vpc_id" },
          }),
        },
      ),
    ],
  },
  DetachInternetGateway: {
    targets: [
      row(
        "delete",
        "aws_internet_gateway_attachment",
        [by("request.internetGatewayId", "internet_gateway_id"), by("request.vpcId", "vpc_id")],
        {
          orElse: row("update", "aws_internet_gateway", "request.internetGatewayId", {
            sets: { vpc_id: null },
          }),
        },
      ),
    ],
  },
  CreateEgressOnlyInternetGateway: creates(
    "aws_egress_only_internet_gateway",
    "response.egressOnlyInternetGateway.egressOnlyInternetGatewayId",
    { "request.vpcId": "vpc_id", ...REQUESTED_TAGS },
  ),
  DeleteEgressOnlyInternetGateway: deletes(
    "aws_egress_only_internet_gateway",
    "request.egressOnlyInternetGatewayId",
  ),
  CreateNatGateway: creates("aws_nat_gateway", "response.natGateway.natGatewayId", {
    "request.subnetId": "subnet_id",
    "request.allocationId": "allocation_id",
    "request.connectivityType": "connectivity_type",
    ...REQUESTED_TAGS,
  }),
  DeleteNatGateway: deletes("aws_nat_gateway", "request.natGatewayId"),
  AssociateNatGatewayAddress: updates("aws_nat_gateway", "request.natGatewayId", {
    attributes: { "request.allocationId[]": { attribute: "secondary_allocation_ids", change: "added" } },
  }),
  DisassociateNatGatewayAddress: updates("aws_nat_gateway", "request.natGatewayId"),
  AssignPrivateNatGatewayAddress: updates("aws_nat_gateway", "request.natGatewayId"),
  UnassignPrivateNatGatewayAddress: updates("aws_nat_gateway", "request.natGatewayId"),
  CreateVpcPeeringConnection: creates(
    "aws_vpc_peering_connection",
    "response.vpcPeeringConnection.vpcPeeringConnectionId",
    {
      "request.vpcId": "vpc_id",
      "request.peerVpcId": "peer_vpc_id",
      "request.peerOwnerId": "peer_owner_id",
      "request.peerRegion": "peer_region",
      ...REQUESTED_TAGS,
    },
  ),
  AcceptVpcPeeringConnection: {
    targets: [
      row(
        "create",
        "aws_vpc_peering_connection_accepter",
        by("request.vpcPeeringConnectionId", "vpc_peering_connection_id"),
        {
          sets: { accept_status: "active" },
          orElse: row("update", "aws_vpc_peering_connection", "request.vpcPeeringConnectionId", {
            sets: { accept_status: "active" },
          }),
        },
      ),
    ],
  },
  RejectVpcPeeringConnection: updates(PEERING, "request.vpcPeeringConnectionId", {
    sets: { accept_status: "rejected" },
  }),
  DeleteVpcPeeringConnection: deletes(PEERING, "request.vpcPeeringConnectionId"),
  ModifyVpcPeeringConnectionOptions: {
    targets: [
      row(
        "update",
        "aws_vpc_peering_connection_options",
        by("request.vpcPeeringConnectionId", "vpc_peering_connection_id"),
        {
          attributes: PEERING_OPTIONS,
          orElse: row("update", PEERING, "request.vpcPeeringConnectionId", {
            attributes: PEERING_OPTIONS,
          }),
        },
      ),
    ],
  },
  CreateCustomerGateway: creates("aws_customer_gateway", "response.customerGateway.customerGatewayId", {
    "response.customerGateway.ipAddress": "ip_address",
    "response.customerGateway.type": "type",
  }),
  DeleteCustomerGateway: deletes("aws_customer_gateway", "request.customerGatewayId"),
  CreateVpnGateway: creates("aws_vpn_gateway", "response.vpnGateway.vpnGatewayId", {
    "response.vpnGateway.amazonSideAsn": "amazon_side_asn",
  }),
  DeleteVpnGateway: deletes("aws_vpn_gateway", "request.vpnGatewayId"),
  AttachVpnGateway: {
    targets: [
      row("create", "aws_vpn_gateway_attachment", by("request.vpnGatewayId", "vpn_gateway_id"), {
        attributes: { "request.vpcId": "vpc_id" },
        orElse: row("update", "aws_vpn_gateway", "request.vpnGatewayId", {
          attributes: { "request.vpcId": "vpc_id" },
        }),
      }),
    ],
  },
  DetachVpnGateway: {
    targets: [
      row(
        "delete",
        "aws_vpn_gateway_attachment",
        [by("request.vpnGatewayId", "vpn_gateway_id"), by("request.vpcId", "vpc_id")],
        {
          orElse: row("update", "aws_vpn_gateway", "request.vpnGatewayId", { sets: { vpc_id: null } }),
        },
      ),
    ],
  },
  CreateVpnConnection: creates("aws_vpn_connection", "response.vpnConnection.vpnConnectionId", {
    "request.customerGatewayId": "customer_gateway_id",
    "request.vpnGatewayId": "vpn_gateway_id",
    "request.transitGatewayId": "transit_gateway_id",
    "request.type": "type",
  }),
  DeleteVpnConnection: deletes("aws_vpn_connection", "request.vpnConnectionId"),
  ModifyVpnConnection: updates("aws_vpn_connection", "request.vpnConnectionId", {
    attributes: {
      "request.customerGatewayId": "customer_gateway_id",
      "request.vpnGatewayId": "vpn_gateway_id",
      "request.transitGatewayId": "transit_gateway_id",
    },
  }),
  ModifyVpnConnectionOptions: updates("aws_vpn_connection", "request.vpnConnectionId", {
    attributes: {
      "request.localIpv4NetworkCidr": "local_ipv4_network_cidr",
      "request.remoteIpv4NetworkCidr": "remote_ipv4_network_cidr",
      "request.localIpv6NetworkCidr": "local_ipv6_network_cidr",
      "request.remoteIpv6NetworkCidr": "remote_ipv6_network_cidr",
    },
  }),
  ModifyVpnTunnelOptions: updates("aws_vpn_connection", "request.vpnConnectionId"),
  ModifyVpnTunnelCertificate: updates("aws_vpn_connection", "request.vpnConnectionId"),
  CreateVpnConnectionRoute: creates(
    "aws_vpn_connection_route",
    [
      by("request.vpnConnectionId", "vpn_connection_id"),
      by("request.destinationCidrBlock", "destination_cidr_block"),
    ],
    { "request.destinationCidrBlock": "destination_cidr_block" },
  ),
  DeleteVpnConnectionRoute: deletes("aws_vpn_connection_route", [
    by("request.vpnConnectionId", "vpn_connection_id"),
    by("request.destinationCidrBlock", "destination_cidr_block"),
  ]),
};
