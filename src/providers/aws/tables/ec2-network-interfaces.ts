import type { CloudChange } from "../../../model/cloud-change.js";
import type { ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import type { ServiceMapping } from "../mapping-table.js";
import { recordText, recordValues } from "../record-path.js";
import { added, given, has, setTo, target } from "./ec2-targets.js";
import { by, creates, deletes, row, updates } from "./rows.js";

const INTERFACE = "aws_network_interface";

/** Network interfaces. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const networkInterfaces: ServiceMapping = {
  CreateNetworkInterface: creates(INTERFACE, "response.networkInterface.networkInterfaceId", {
    "response.networkInterface.subnetId": "subnet_id",
    "request.description": "description",
    "response.networkInterface.groupSet[].groupId": { attribute: "security_groups", as: "list" },
  }),
  DeleteNetworkInterface: deletes(INTERFACE, "request.networkInterfaceId"),
  ModifyNetworkInterfaceAttribute: { targets: modifiedInterface },
  ResetNetworkInterfaceAttribute: updates(INTERFACE, "request.networkInterfaceId"),
  AttachNetworkInterface: { targets: attachedInterface },
  DetachNetworkInterface: deletes(
    "aws_network_interface_attachment",
    by("request.attachmentId", ["attachment_id", "id"]),
  ),
  AssignPrivateIpAddresses: updates(INTERFACE, "request.networkInterfaceId"),
  UnassignPrivateIpAddresses: updates(INTERFACE, "request.networkInterfaceId"),
  CreateNetworkInterfacePermission: {
    targets: [
      row(
        "create",
        "aws_network_interface_permission",
        by("response.interfacePermission.networkInterfacePermissionId", "network_interface_permission_id"),
        {
          attributes: {
            "request.networkInterfaceId": "network_interface_id",
            "request.awsAccountId": "aws_account_id",
            "request.permission": "permission",
          },
        },
      ),
    ],
  },
  DeleteNetworkInterfacePermission: deletes(
    "aws_network_interface_permission",
    by("request.networkInterfacePermissionId", "network_interface_permission_id"),
  ),
};

/** Parameters of which Terraform has no attribute, or that only name the interface. */
const READ: ReadonlySet<string> = new Set([
  "networkinterfaceid",
  "groupset",
  "description",
  "sourcedestcheck",
  "dryrun",
]);

/**
 * The interface where it is declared, else the instance whose primary one it is: the console changes an instance's
 * security groups through its interface.
 */
function modifiedInterface(change: CloudChange): readonly ResourceTarget[] {
  const id = recordText(change, "request.networkInterfaceId");
  if (id === undefined) return [];
  const groups = recordValues(change, "request.groupSet[].groupId");
  const [description] = recordValues(change, "request.description");
  const [check] = recordValues(change, "request.sourceDestCheck");
  const changed = (groupsPath: string): readonly ObservedChange[] => [
    ...(groups.length === 0 ? [] : [setTo(groupsPath, [...groups])]),
    ...(check === undefined ? [] : [setTo("source_dest_check", check)]),
  ];
  const described = description === undefined ? [] : [setTo("description", description)];
  const partial = saysMore(change) ? { partial: true } : {};
  // Which attachment of a group it was that went, the record does not tell.
  const attachments =
    groups.length === 0
      ? undefined
      : target(change, "update", ["aws_network_interface_sg_attachment"], [has("network_interface_id", id)], {
          lowConfidence: true,
        });
  const instance = target(change, "update", ["aws_instance"], [has("primary_network_interface_id", id)], {
    changes: changed("vpc_security_group_ids"),
    ...partial,
    ...given("orElse", attachments),
  });
  return [
    target(change, "update", [INTERFACE], [has("id", id)], {
      changes: [...changed("security_groups"), ...described],
      ...partial,
      orElse: instance,
    }),
  ];
}

function saysMore(change: CloudChange): boolean {
  return Object.entries(change.request ?? {}).some(
    ([name, value]) =>
      !READ.has(name.toLowerCase()) &&
      value !== null &&
      !(typeof value === "object" && Object.keys(value).length === 0),
  );
}

function attachedInterface(change: CloudChange): readonly ResourceTarget[] {
  const id = recordText(change, "request.networkInterfaceId");
  const instance = recordText(change, "request.instanceId");
  if (id === undefined || instance === undefined) return [];
  const index = recordText(change, "request.deviceIndex");
  const block = { instance, ...given("device_index", index === undefined ? undefined : Number(index)) };
  return [
    target(change, "create", ["aws_network_interface_attachment"], [has("network_interface_id", id)], {
      changes: [
        setTo("instance_id", instance),
        ...(index === undefined ? [] : [setTo("device_index", index)]),
      ],
      orElse: target(change, "update", [INTERFACE], [has("id", id)], {
        changes: [added("attachment", block)],
      }),
    }),
  ];
}
