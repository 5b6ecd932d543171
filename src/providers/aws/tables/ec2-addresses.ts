import type { ServiceMapping } from "../mapping-table.js";
import { by, creates, deletes, row } from "./rows.js";

/** An address is named by its allocation or by itself. */
const ADDRESS = by(["request.allocationId", "request.publicIp"], ["id", "allocation_id", "public_ip"]);

const KEY_PAIR = by(["request.keyName", "request.keyPairId"], ["key_name", "id", "key_pair_id"]);

/** The material of a key is not recorded; its fingerprint tells one from another. */
const KEY_ATTRIBUTES = {
  "request.keyName": "key_name",
  "response.keyFingerprint": "fingerprint",
  "response.keyPairId": "key_pair_id",
};

/** Elastic IP addresses and key pairs. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const addresses: ServiceMapping = {
  AllocateAddress: creates("aws_eip", by("response.allocationId", ["id", "allocation_id"]), {
    "response.publicIp": "public_ip",
    "response.domain": "domain",
    "response.networkBorderGroup": "network_border_group",
    "request.tagSpecificationSet[].tags[]": { attribute: "tags", as: "tags" },
  }),
  ReleaseAddress: deletes("aws_eip", ADDRESS),
  AssociateAddress: {
    targets: [
      // An address has one association: a new one takes the place of the declared one, whose id it does not have.
      row(
        "create",
        "aws_eip_association",
        by(["request.allocationId", "request.publicIp"], ["allocation_id", "public_ip"]),
        {
          attributes: {
            "request.instanceId": "instance_id",
            "request.networkInterfaceId": "network_interface_id",
            "request.privateIpAddress": "private_ip_address",
          },
          orElse: row("update", "aws_eip", ADDRESS, {
            attributes: {
              "request.instanceId": "instance",
              "request.networkInterfaceId": "network_interface",
              "request.privateIpAddress": "private_ip",
            },
            partial: false,
          }),
        },
      ),
    ],
  },
  DisassociateAddress: {
    targets: [
      row(
        "delete",
        "aws_eip_association",
        by(["request.associationId", "request.publicIp"], ["id", "public_ip"]),
        {
          orElse: row(
            "update",
            "aws_eip",
            by(["request.associationId", "request.publicIp"], ["association_id", "public_ip"]),
            { sets: { association_id: null, instance: null, network_interface: null } },
          ),
        },
      ),
    ],
  },
  CreateKeyPair: creates("aws_key_pair", KEY_PAIR, KEY_ATTRIBUTES),
  ImportKeyPair: creates("aws_key_pair", KEY_PAIR, KEY_ATTRIBUTES),
  DeleteKeyPair: deletes("aws_key_pair", KEY_PAIR),
};
