import type { CloudChange } from "../../../model/cloud-change.js";
import type { ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import type { ServiceMapping } from "../mapping-table.js";
import { recordText } from "../record-path.js";
import { added, has, removed, setTo, target } from "./ec2-targets.js";
import { by, creates, deletes, row } from "./rows.js";

const TABLE = ["aws_route_table", "aws_default_route_table"];

/** Route tables, their routes and their associations. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const routes: ServiceMapping = {
  CreateRouteTable: creates("aws_route_table", "response.routeTable.routeTableId", {
    "request.vpcId": "vpc_id",
    "request.tagSpecificationSet[].tags[]": { attribute: "tags", as: "tags" },
  }),
  DeleteRouteTable: deletes(TABLE, "request.routeTableId"),
  CreateRoute: { targets: (change) => routeTargets(change, "create") },
  ReplaceRoute: { targets: (change) => routeTargets(change, "update") },
  DeleteRoute: { targets: (change) => routeTargets(change, "delete") },
  AssociateRouteTable: creates(
    "aws_route_table_association",
    by(["request.subnetId", "request.gatewayId"], ["subnet_id", "gateway_id"]),
    { "request.routeTableId": "route_table_id" },
  ),
  DisassociateRouteTable: deletes("aws_route_table_association", "request.associationId"),
  ReplaceRouteTableAssociation: {
    targets: [
      row(
        "update",
        ["aws_route_table_association", "aws_main_route_table_association"],
        by(["request.associationId", "response.newAssociationId"]),
        { attributes: { "request.routeTableId": "route_table_id" } },
      ),
    ],
  },
  EnableVgwRoutePropagation: {
    targets: [
      row(
        "create",
        "aws_vpn_gateway_route_propagation",
        [by("request.routeTableId", "route_table_id"), by("request.gatewayId", "vpn_gateway_id")],
        {
          orElse: row("update", TABLE, "request.routeTableId", {
            attributes: { "request.gatewayId": { attribute: "propagating_vgws", change: "added" } },
          }),
        },
      ),
    ],
  },
  DisableVgwRoutePropagation: {
    targets: [
      row(
        "delete",
        "aws_vpn_gateway_route_propagation",
        [by("request.routeTableId", "route_table_id"), by("request.gatewayId", "vpn_gateway_id")],
        {
          orElse: row("update", TABLE, "request.routeTableId", {
            attributes: { "request.gatewayId": { attribute: "propagating_vgws", change: "removed" } },
          }),
        },
      ),
    ],
  },
};

/** Request parameter to the attribute of `aws_route` and of the table's `route` block. */
const DESTINATIONS = [
  ["destinationCidrBlock", "destination_cidr_block", "cidr_block"],
  ["destinationIpv6CidrBlock", "destination_ipv6_cidr_block", "ipv6_cidr_block"],
  ["destinationPrefixListId", "destination_prefix_list_id", "destination_prefix_list_id"],
] as const;

/** Request parameter to attribute; a gateway's attribute also depends on its id. */
const NEXT_HOPS = [
  ["gatewayId", "gateway_id"],
  ["natGatewayId", "nat_gateway_id"],
  ["transitGatewayId", "transit_gateway_id"],
  ["vpcPeeringConnectionId", "vpc_peering_connection_id"],
  ["networkInterfaceId", "network_interface_id"],
  ["egressOnlyInternetGatewayId", "egress_only_gateway_id"],
  ["vpcEndpointId", "vpc_endpoint_id"],
  ["carrierGatewayId", "carrier_gateway_id"],
  ["localGatewayId", "local_gateway_id"],
  ["coreNetworkArn", "core_network_arn"],
] as const;

function routeTargets(
  change: CloudChange,
  effect: "create" | "update" | "delete",
): readonly ResourceTarget[] {
  const tableId = recordText(change, "request.routeTableId");
  if (tableId === undefined) return [];
  const destination = destinationOf(change);
  const hops = effect === "delete" ? [] : nextHops(change);
  // The next hop may be one that has no attribute, such as an instance, which Terraform knows by its interface.
  const partial = effect !== "delete" && hops.length === 0 ? { partial: true } : {};
  const block = destination && Object.fromEntries([[destination.block, destination.value], ...hops]);
  const blocks: ObservedChange[] =
    block === undefined ? [] : [effect === "delete" ? removed("route", block) : added("route", block)];
  const table = target(change, "update", TABLE, [has(["id", "default_route_table_id"], tableId)], {
    changes: blocks,
    ...partial,
  });
  if (destination === undefined) return [table];
  const match = [has("route_table_id", tableId), has(destination.attribute, destination.value)];
  const changes = hops.map(([path, value]) => setTo(path, value));
  return [target(change, effect, ["aws_route"], match, { changes, ...partial, orElse: table })];
}

function destinationOf(
  change: CloudChange,
): { readonly attribute: string; readonly block: string; readonly value: string } | undefined {
  for (const [parameter, attribute, block] of DESTINATIONS) {
    const value = recordText(change, `request.${parameter}`);
    if (value !== undefined) return { attribute, block, value };
  }
  return undefined;
}

function nextHops(change: CloudChange): readonly (readonly [attribute: string, value: string])[] {
  return NEXT_HOPS.flatMap(([parameter, attribute]) => {
    const value = recordText(change, `request.${parameter}`);
    if (value === undefined) return [];
    return [[value.startsWith("vpce-") ? "vpc_endpoint_id" : attribute, value] as const];
  });
}
