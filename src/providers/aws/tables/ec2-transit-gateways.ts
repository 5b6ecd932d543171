import type { ServiceMapping } from "../mapping-table.js";
import { by, creates, deletes, row, updates } from "./rows.js";

const VPC_ATTACHMENT = [
  "aws_ec2_transit_gateway_vpc_attachment",
  "aws_ec2_transit_gateway_vpc_attachment_accepter",
];
const PEERING_ATTACHMENT = [
  "aws_ec2_transit_gateway_peering_attachment",
  "aws_ec2_transit_gateway_peering_attachment_accepter",
];

const IN_TABLE = by("request.transitGatewayRouteTableId", "transit_gateway_route_table_id");
const TO_ATTACHMENT = by("request.transitGatewayAttachmentId", "transit_gateway_attachment_id");
const DESTINATION = by("request.destinationCidrBlock", "destination_cidr_block");
const ROUTE_ATTRIBUTES = {
  "request.transitGatewayAttachmentId": "transit_gateway_attachment_id",
  "request.blackhole": "blackhole",
};

/** Transit gateways. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const transitGateways: ServiceMapping = {
  CreateTransitGateway: creates("aws_ec2_transit_gateway", "response.transitGateway.transitGatewayId", {
    "response.transitGateway.ownerId": "owner_id",
    "request.description": "description",
  }),
  DeleteTransitGateway: deletes("aws_ec2_transit_gateway", "request.transitGatewayId"),
  ModifyTransitGateway: updates("aws_ec2_transit_gateway", "request.transitGatewayId", {
    attributes: {
      "request.description": "description",
      "request.options.autoAcceptSharedAttachments": "auto_accept_shared_attachments",
      "request.options.defaultRouteTableAssociation": "default_route_table_association",
      "request.options.defaultRouteTablePropagation": "default_route_table_propagation",
      "request.options.associationDefaultRouteTableId": "association_default_route_table_id",
      "request.options.propagationDefaultRouteTableId": "propagation_default_route_table_id",
      "request.options.dnsSupport": "dns_support",
      "request.options.securityGroupReferencingSupport": "security_group_referencing_support",
      "request.options.vpnEcmpSupport": "vpn_ecmp_support",
      "request.options.amazonSideAsn": "amazon_side_asn",
      "request.options.addTransitGatewayCidrBlocks[]": {
        attribute: "transit_gateway_cidr_blocks",
        change: "added",
      },
      "request.options.removeTransitGatewayCidrBlocks[]": {
        attribute: "transit_gateway_cidr_blocks",
        change: "removed",
      },
    },
  }),
  CreateTransitGatewayVpcAttachment: creates(
    "aws_ec2_transit_gateway_vpc_attachment",
    "response.transitGatewayVpcAttachment.transitGatewayAttachmentId",
    {
      "request.transitGatewayId": "transit_gateway_id",
      "request.vpcId": "vpc_id",
      "request.subnetIds[]": { attribute: "subnet_ids", as: "list" },
    },
  ),
  AcceptTransitGatewayVpcAttachment: creates(
    "aws_ec2_transit_gateway_vpc_attachment_accepter",
    by("request.transitGatewayAttachmentId", ["transit_gateway_attachment_id", "id"]),
    { "request.transitGatewayAttachmentId": "transit_gateway_attachment_id" },
  ),
  ModifyTransitGatewayVpcAttachment: updates(VPC_ATTACHMENT, "request.transitGatewayAttachmentId", {
    attributes: {
      "request.addSubnetIds[]": { attribute: "subnet_ids", change: "added" },
      "request.removeSubnetIds[]": { attribute: "subnet_ids", change: "removed" },
      "request.options.dnsSupport": "dns_support",
      "request.options.ipv6Support": "ipv6_support",
      "request.options.applianceModeSupport": "appliance_mode_support",
      "request.options.securityGroupReferencingSupport": "security_group_referencing_support",
    },
  }),
  DeleteTransitGatewayVpcAttachment: deletes(VPC_ATTACHMENT, "request.transitGatewayAttachmentId"),
  RejectTransitGatewayVpcAttachment: deletes(VPC_ATTACHMENT, "request.transitGatewayAttachmentId"),
  CreateTransitGatewayPeeringAttachment: creates(
    "aws_ec2_transit_gateway_peering_attachment",
    "response.transitGatewayPeeringAttachment.transitGatewayAttachmentId",
    {
      "request.transitGatewayId": "transit_gateway_id",
      "request.peerTransitGatewayId": "peer_transit_gateway_id",
      "request.peerAccountId": "peer_account_id",
      "request.peerRegion": "peer_region",
    },
  ),
  AcceptTransitGatewayPeeringAttachment: creates(
    "aws_ec2_transit_gateway_peering_attachment_accepter",
    by("request.transitGatewayAttachmentId", ["transit_gateway_attachment_id", "id"]),
    { "request.transitGatewayAttachmentId": "transit_gateway_attachment_id" },
  ),
  DeleteTransitGatewayPeeringAttachment: deletes(PEERING_ATTACHMENT, "request.transitGatewayAttachmentId"),
  CreateTransitGatewayRouteTable: creates(
    "aws_ec2_transit_gateway_route_table",
    "response.transitGatewayRouteTable.transitGatewayRouteTableId",
    { "request.transitGatewayId": "transit_gateway_id" },
  ),
  DeleteTransitGatewayRouteTable: deletes(
    "aws_ec2_transit_gateway_route_table",
    "request.transitGatewayRouteTableId",
  ),
  CreateTransitGatewayRoute: creates(
    "aws_ec2_transit_gateway_route",
    [IN_TABLE, DESTINATION],
    ROUTE_ATTRIBUTES,
  ),
  ReplaceTransitGatewayRoute: {
    targets: [
      row("update", "aws_ec2_transit_gateway_route", [IN_TABLE, DESTINATION], {
        attributes: ROUTE_ATTRIBUTES,
      }),
    ],
  },
  DeleteTransitGatewayRoute: deletes("aws_ec2_transit_gateway_route", [IN_TABLE, DESTINATION]),
  AssociateTransitGatewayRouteTable: creates(
    "aws_ec2_transit_gateway_route_table_association",
    TO_ATTACHMENT,
    { "request.transitGatewayRouteTableId": "transit_gateway_route_table_id" },
  ),
  DisassociateTransitGatewayRouteTable: deletes("aws_ec2_transit_gateway_route_table_association", [
    IN_TABLE,
    TO_ATTACHMENT,
  ]),
  EnableTransitGatewayRouteTablePropagation: creates(
    "aws_ec2_transit_gateway_route_table_propagation",
    [IN_TABLE, TO_ATTACHMENT],
    { "request.transitGatewayAttachmentId": "transit_gateway_attachment_id" },
  ),
  DisableTransitGatewayRouteTablePropagation: deletes("aws_ec2_transit_gateway_route_table_propagation", [
    IN_TABLE,
    TO_ATTACHMENT,
  ]),
};
