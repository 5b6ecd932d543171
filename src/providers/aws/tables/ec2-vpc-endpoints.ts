import type { CloudChange } from "../../../model/cloud-change.js";
import { unknownValue } from "../../../model/observed-value.js";
import type { ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import type { AttributeMapping, ServiceMapping } from "../mapping-table.js";
import { observedChanges } from "../observed-changes.js";
import { recordText, recordValues, resolvePath } from "../record-path.js";
import { added, has, removed, target } from "./ec2-targets.js";
import { by, creates, deletes, row, updates } from "./rows.js";

const ENDPOINT = ["aws_vpc_endpoint"];

/** VPC endpoints and endpoint services. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const vpcEndpoints: ServiceMapping = {
  CreateVpcEndpoint: creates(ENDPOINT, "response.vpcEndpoint.vpcEndpointId", {
    "request.vpcId": "vpc_id",
    "request.serviceName": "service_name",
    "request.vpcEndpointType": "vpc_endpoint_type",
    "request.policyDocument": { attribute: "policy", as: "document" },
    "request.privateDnsEnabled": "private_dns_enabled",
    "request.routeTableId[]": { attribute: "route_table_ids", as: "list" },
    "request.subnetId[]": { attribute: "subnet_ids", as: "list" },
    "request.securityGroupId[]": { attribute: "security_group_ids", as: "list" },
  }),
  ModifyVpcEndpoint: { targets: modifiedEndpoint },
  DeleteVpcEndpoints: deletes(ENDPOINT, "each", { each: "request.vpcEndpointId[]" }),
  CreateVpcEndpointServiceConfiguration: creates(
    "aws_vpc_endpoint_service",
    "response.serviceConfiguration.serviceId",
    { "request.acceptanceRequired": "acceptance_required" },
  ),
  ModifyVpcEndpointServiceConfiguration: updates("aws_vpc_endpoint_service", "request.serviceId", {
    attributes: {
      "request.acceptanceRequired": "acceptance_required",
      "request.privateDnsName": "private_dns_name",
    },
  }),
  DeleteVpcEndpointServiceConfigurations: deletes("aws_vpc_endpoint_service", "each", {
    each: "request.serviceId[]",
  }),
  ModifyVpcEndpointServicePermissions: { targets: servicePrincipals },
  AcceptVpcEndpointConnections: {
    targets: [
      row(
        "create",
        "aws_vpc_endpoint_connection_accepter",
        [by("request.serviceId", "vpc_endpoint_service_id"), by("each", "vpc_endpoint_id")],
        { each: "request.vpcEndpointId[]", attributes: { each: "vpc_endpoint_id" } },
      ),
    ],
  },
  RejectVpcEndpointConnections: {
    targets: [
      row(
        "delete",
        "aws_vpc_endpoint_connection_accepter",
        [by("request.serviceId", "vpc_endpoint_service_id"), by("each", "vpc_endpoint_id")],
        { each: "request.vpcEndpointId[]" },
      ),
    ],
  },
};

/** What `ModifyVpcEndpoint` adds and removes: its parameters, the endpoint's list, and the resource of one element. */
const MEMBERS = [
  ["RouteTableId", "route_table_ids", "aws_vpc_endpoint_route_table_association", "route_table_id"],
  ["SubnetId", "subnet_ids", "aws_vpc_endpoint_subnet_association", "subnet_id"],
  [
    "SecurityGroupId",
    "security_group_ids",
    "aws_vpc_endpoint_security_group_association",
    "security_group_id",
  ],
] as const;

const ATTRIBUTES: Readonly<Record<string, AttributeMapping>> = {
  "request.privateDnsEnabled": { attribute: "private_dns_enabled" },
  "request.ipAddressType": { attribute: "ip_address_type" },
  "request.dnsOptions.dnsRecordIpType": { attribute: "dns_options[0].dns_record_ip_type" },
  "request.dnsOptions.privateDnsOnlyForInboundResolverEndpoint": {
    attribute: "dns_options[0].private_dns_only_for_inbound_resolver_endpoint",
  },
};

/** Policy, route tables, subnets and groups are each a resource of their own, or attributes of the endpoint. */
function modifiedEndpoint(change: CloudChange): readonly ResourceTarget[] {
  const id = recordText(change, "request.vpcEndpointId");
  if (id === undefined) return [];
  const endpoint = (changes: readonly ObservedChange[]): ResourceTarget =>
    target(change, "update", ENDPOINT, [has("id", id)], { changes });
  const policy = policyChanges(change);
  const policies =
    policy.length === 0
      ? []
      : [
          target(change, "update", ["aws_vpc_endpoint_policy"], [has("vpc_endpoint_id", id)], {
            changes: policy,
            orElse: endpoint(policy),
          }),
        ];
  const members = MEMBERS.flatMap(([parameter, list, type, attribute]) => {
    const one = (value: string): ReturnType<typeof has>[] => [
      has("vpc_endpoint_id", id),
      has(attribute, value),
    ];
    return [
      ...texts(change, `request.add${parameter}`).map((value) =>
        target(change, "create", [type], one(value), { orElse: endpoint([added(list, value)]) }),
      ),
      ...texts(change, `request.remove${parameter}`).map((value) =>
        target(change, "delete", [type], one(value), { orElse: endpoint([removed(list, value)]) }),
      ),
    ];
  });
  const settings = Object.entries(ATTRIBUTES).flatMap(([path, mapping]) =>
    observedChanges(mapping, resolvePath(path, change), false),
  );
  const targets = [...policies, ...members, ...(settings.length === 0 ? [] : [endpoint(settings)])];
  return targets.length > 0 ? targets : [endpoint([])];
}

function policyChanges(change: CloudChange): readonly ObservedChange[] {
  if (recordText(change, "request.resetPolicy") === "true") {
    return [{ path: "policy", change: "set", value: unknownValue("not_in_record") }];
  }
  const found = resolvePath("request.policyDocument", change);
  return observedChanges({ attribute: "policy", as: "document" }, found, false);
}

/** Each principal is `aws_vpc_endpoint_service_allowed_principal`, else an element of the service's list. */
function servicePrincipals(change: CloudChange): readonly ResourceTarget[] {
  const id = recordText(change, "request.serviceId");
  if (id === undefined) return [];
  const principal = (effect: "create" | "delete", arn: string): ResourceTarget => {
    const element = effect === "create" ? added : removed;
    return target(
      change,
      effect,
      ["aws_vpc_endpoint_service_allowed_principal"],
      [has("vpc_endpoint_service_id", id), has("principal_arn", arn)],
      {
        orElse: target(change, "update", ["aws_vpc_endpoint_service"], [has("id", id)], {
          changes: [element("allowed_principals", arn)],
        }),
      },
    );
  };
  return [
    ...texts(change, "request.addAllowedPrincipals").map((arn) => principal("create", arn)),
    ...texts(change, "request.removeAllowedPrincipals").map((arn) => principal("delete", arn)),
  ];
}

function texts(change: CloudChange, path: string): readonly string[] {
  return recordValues(change, `${path}[]`).filter((value): value is string => typeof value === "string");
}
