import type { OperationMapping, ServiceMapping, TargetMapping } from "../mapping-table.js";
import { by, row } from "./rows.js";

/** Settings that an account has once in each region. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const settings: ServiceMapping = {
  EnableSerialConsoleAccess: setting("aws_ec2_serial_console_access", { sets: { enabled: true } }),
  DisableSerialConsoleAccess: setting("aws_ec2_serial_console_access", { sets: { enabled: false } }),
  EnableEbsEncryptionByDefault: setting("aws_ebs_encryption_by_default", { sets: { enabled: true } }),
  DisableEbsEncryptionByDefault: setting("aws_ebs_encryption_by_default", { sets: { enabled: false } }),
  ModifyEbsDefaultKmsKeyId: setting("aws_ebs_default_kms_key", {
    attributes: { "response.kmsKeyId": "key_arn", "request.kmsKeyId": "key_arn" },
  }),
  ResetEbsDefaultKmsKeyId: {
    targets: [row("delete", "aws_ebs_default_kms_key", [])],
    needsRequest: false,
  },
  EnableImageBlockPublicAccess: setting("aws_ec2_image_block_public_access", {
    attributes: {
      "request.imageBlockPublicAccessState": "state",
      "response.imageBlockPublicAccessState": "state",
    },
  }),
  DisableImageBlockPublicAccess: setting("aws_ec2_image_block_public_access", {
    sets: { state: "unblocked" },
  }),
  EnableSnapshotBlockPublicAccess: setting("aws_ebs_snapshot_block_public_access", {
    attributes: { "request.state": "state", "response.state": "state" },
  }),
  DisableSnapshotBlockPublicAccess: setting("aws_ebs_snapshot_block_public_access", {
    sets: { state: "unblocked" },
  }),
  ModifyInstanceMetadataDefaults: setting("aws_ec2_instance_metadata_defaults", {
    attributes: {
      "request.httpTokens": "http_tokens",
      "request.httpEndpoint": "http_endpoint",
      "request.httpPutResponseHopLimit": "http_put_response_hop_limit",
      "request.instanceMetadataTags": "instance_metadata_tags",
    },
  }),
  EnableAllowedImagesSettings: setting("aws_ec2_allowed_images_settings", {
    attributes: {
      "request.allowedImagesSettingsState": "state",
      "response.allowedImagesSettingsState": "state",
    },
  }),
  DisableAllowedImagesSettings: setting("aws_ec2_allowed_images_settings", {
    sets: { state: "disabled" },
  }),
  ReplaceImageCriteriaInAllowedImagesSettings: setting("aws_ec2_allowed_images_settings", {}),
  ModifyVpcBlockPublicAccessOptions: setting("aws_vpc_block_public_access_options", {
    attributes: { "request.internetGatewayBlockMode": "internet_gateway_block_mode" },
  }),
  ModifyDefaultCreditSpecification: {
    targets: [
      row("update", "aws_ec2_default_credit_specification", by("request.instanceFamily", "instance_family"), {
        attributes: { "request.cpuCredits": "cpu_credits" },
      }),
    ],
  },
  ModifyAvailabilityZoneGroup: {
    targets: [
      row("update", "aws_ec2_availability_zone_group", by("request.groupName", "group_name"), {
        attributes: { "request.optInStatus": "opt_in_status" },
      }),
    ],
  },
};

/** A row for what a region has one of, so that nothing of the record has to name it. */
function setting(type: string, details: Pick<TargetMapping, "attributes" | "sets">): OperationMapping {
  return { targets: [row("update", type, [], details)], needsRequest: false };
}
