import type { ServiceMapping } from "../mapping-table.js";
import { modifyInstanceAttribute } from "./ec2-instance-attributes.js";
import { by, deletes, row, updates } from "./rows.js";

const INSTANCE = ["aws_instance"];

/** Where records of an instance profile's association name the instance. */
const PROFILE_INSTANCE = by(["request.instanceId", "response.iamInstanceProfileAssociation.instanceId"]);

/** A profile is recorded by its name or its ARN; Terraform declares the name. */
const PROFILE = {
  "request.iamInstanceProfile.name": "iam_instance_profile",
  "request.iamInstanceProfile.arn": "iam_instance_profile",
  "response.iamInstanceProfileAssociation.iamInstanceProfile.arn": "iam_instance_profile",
};

/** Instances. Source: EC2 API 2016-11-15 as CloudTrail records it; Terraform AWS provider 6 `aws_instance`. */
export const instances: ServiceMapping = {
  RunInstances: {
    targets: [
      row("create", INSTANCE, "each.instanceId", {
        each: "response.instancesSet[]",
        attributes: {
          "each.imageId": "ami",
          "each.instanceType": "instance_type",
          "request.instanceType": "instance_type",
          "each.subnetId": "subnet_id",
          "each.keyName": "key_name",
          "each.placement.availabilityZone": "availability_zone",
          "each.privateIpAddress": "private_ip",
          "each.groupSet[].groupId": { attribute: "vpc_security_group_ids", as: "list" },
          "each.sourceDestCheck": "source_dest_check",
          "each.ebsOptimized": "ebs_optimized",
          "each.metadataOptions.httpTokens": "metadata_options[0].http_tokens",
          "each.iamInstanceProfile.arn": "iam_instance_profile",
          "request.iamInstanceProfile.name": "iam_instance_profile",
          "request.monitoring.enabled": "monitoring",
          "request.disableApiTermination": "disable_api_termination",
          "each.tagSet[]": { attribute: "tags", as: "tags" },
        },
      }),
    ],
  },
  TerminateInstances: deletes(INSTANCE, "each.instanceId", { each: "request.instancesSet[]" }),
  StartInstances: updates("aws_ec2_instance_state", by("each.instanceId", "instance_id"), {
    each: "request.instancesSet[]",
    sets: { state: "running" },
    partial: false,
  }),
  StopInstances: updates("aws_ec2_instance_state", by("each.instanceId", "instance_id"), {
    each: "request.instancesSet[]",
    sets: { state: "stopped" },
    partial: false,
  }),
  ModifyInstanceAttribute: modifyInstanceAttribute,
  ResetInstanceAttribute: updates(INSTANCE, "request.instanceId"),
  ModifyInstanceMetadataOptions: updates(INSTANCE, "request.instanceId", {
    attributes: {
      "request.httpTokens": "metadata_options[0].http_tokens",
      "request.httpEndpoint": "metadata_options[0].http_endpoint",
      "request.httpPutResponseHopLimit": "metadata_options[0].http_put_response_hop_limit",
      "request.httpProtocolIpv6": "metadata_options[0].http_protocol_ipv6",
      "request.instanceMetadataTags": "metadata_options[0].instance_metadata_tags",
    },
  }),
  MonitorInstances: updates(INSTANCE, "each.instanceId", {
    each: "request.instancesSet[]",
    sets: { monitoring: true },
  }),
  UnmonitorInstances: updates(INSTANCE, "each.instanceId", {
    each: "request.instancesSet[]",
    sets: { monitoring: false },
  }),
  AssociateIamInstanceProfile: updates(INSTANCE, PROFILE_INSTANCE, { attributes: PROFILE }),
  // Their `associationId` only names the instance, so that nothing of the request is left unread.
  ReplaceIamInstanceProfileAssociation: updates(INSTANCE, PROFILE_INSTANCE, {
    attributes: PROFILE,
    partial: false,
  }),
  DisassociateIamInstanceProfile: updates(INSTANCE, PROFILE_INSTANCE, {
    sets: { iam_instance_profile: null },
    partial: false,
  }),
  ModifyInstanceCreditSpecification: updates(INSTANCE, "each.instanceId", {
    each: "request.instanceCreditSpecification[]",
    attributes: { "each.cpuCredits": "credit_specification[0].cpu_credits" },
  }),
  ModifyInstancePlacement: updates(INSTANCE, "request.instanceId", {
    attributes: {
      "request.tenancy": "tenancy",
      "request.hostId": "host_id",
      "request.hostResourceGroupArn": "host_resource_group_arn",
      "request.groupName": "placement_group",
      "request.groupId": "placement_group_id",
      "request.partitionNumber": "placement_partition_number",
    },
  }),
  ModifyInstanceMaintenanceOptions: updates(INSTANCE, "request.instanceId", {
    attributes: { "request.autoRecovery": "maintenance_options[0].auto_recovery" },
  }),
  ModifyInstanceCpuOptions: updates(INSTANCE, "request.instanceId", {
    attributes: {
      "request.coreCount": "cpu_options[0].core_count",
      "request.threadsPerCore": "cpu_options[0].threads_per_core",
    },
  }),
  ModifyInstanceCapacityReservationAttributes: updates(INSTANCE, "request.instanceId", {
    attributes: {
      "request.capacityReservationSpecification.capacityReservationPreference":
        "capacity_reservation_specification[0].capacity_reservation_preference",
    },
  }),
  ModifyPrivateDnsNameOptions: updates(INSTANCE, "request.instanceId", {
    attributes: {
      "request.privateDnsHostnameType": "private_dns_name_options[0].hostname_type",
      "request.enableResourceNameDnsARecord": "private_dns_name_options[0].enable_resource_name_dns_a_record",
      "request.enableResourceNameDnsAAAARecord":
        "private_dns_name_options[0].enable_resource_name_dns_aaaa_record",
    },
  }),
  ModifyInstanceNetworkPerformanceOptions: updates(INSTANCE, "request.instanceId"),
  CreateReplaceRootVolumeTask: updates(INSTANCE, "request.instanceId"),
  CancelSpotInstanceRequests: deletes("aws_spot_instance_request", "each.spotInstanceRequestId", {
    each: "request.spotInstanceRequestIdSet[]",
  }),
  ModifySpotFleetRequest: updates("aws_spot_fleet_request", "request.spotFleetRequestId", {
    attributes: {
      "request.targetCapacity": "target_capacity",
      "request.onDemandTargetCapacity": "on_demand_target_capacity",
      "request.excessCapacityTerminationPolicy": "excess_capacity_termination_policy",
    },
  }),
  CancelSpotFleetRequests: deletes("aws_spot_fleet_request", "each.spotFleetRequestId", {
    each: "response.successfulFleetRequestSet[]",
  }),
};
