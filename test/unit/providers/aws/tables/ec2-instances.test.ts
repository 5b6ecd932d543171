import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../../../src/model/json.js";
import { ec2InWords, ec2Result, ec2Targets, judged } from "../../../../support/ec2-calls.js";

const id = "i-0a1b2c3d4e5f60718";
const set = { instancesSet: { items: [{ instanceId: id }, { instanceId: "i-0fff" }] } };

test("each instance that runs is one created", () => {
  const request = {
    instancesSet: { items: [{ imageId: "ami-0aaa1111", minCount: 2, maxCount: 2, keyName: "ops" }] },
    instanceType: "t3.micro",
    monitoring: { enabled: false },
    disableApiTermination: true,
    userData: "<sensitiveDataRemoved>",
    blockDeviceMapping: {},
  };
  const one = {
    instanceId: id,
    imageId: "ami-0aaa1111",
    instanceType: "t3.micro",
    keyName: "ops",
    subnetId: "subnet-0aaa1111",
    placement: { availabilityZone: "eu-west-1a", tenancy: "default" },
    groupSet: { items: [{ groupId: "sg-0aaa1111", groupName: "web" }] },
    metadataOptions: { httpTokens: "required" },
    iamInstanceProfile: { arn: "arn:aws:iam::123456789012:instance-profile/web", id: "AIPA1" },
    tagSet: {
      items: [
        { key: "Name", value: "web" },
        { key: "aws:autoscaling:groupName", value: "web" },
      ],
    },
  };
  const response = { instancesSet: { items: [one, { instanceId: "i-0fff", imageId: "ami-0aaa1111" }] } };
  expect(ec2InWords("RunInstances", request, response)).toEqual([
    [
      `create aws_instance where id=${id}: ami = "ami-0aaa1111", instance_type = "t3.micro", ` +
        'subnet_id = "subnet-0aaa1111", key_name = "ops", availability_zone = "eu-west-1a", ' +
        'vpc_security_group_ids = ["sg-0aaa1111"], metadata_options[0].http_tokens = "required", ' +
        'iam_instance_profile = "arn:aws:iam::123456789012:instance-profile/web", monitoring = false, ' +
        'disable_api_termination = true, tags = {"Name":"web"}',
    ],
    [
      'create aws_instance where id=i-0fff: ami = "ami-0aaa1111", instance_type = "t3.micro", monitoring = false, ' +
        "disable_api_termination = true",
    ],
  ]);
});

test("an instance that Terraform itself made agrees with the state that has it", () => {
  const response = {
    instancesSet: {
      items: [
        {
          instanceId: id,
          imageId: "ami-0aaa1111",
          instanceType: "t3.micro",
          iamInstanceProfile: { arn: "arn:aws:iam::123456789012:instance-profile/web" },
          tagSet: { items: [{ key: "Name", value: "web" }] },
        },
      ],
    },
  };
  const attributes = {
    id,
    ami: "ami-0aaa1111",
    instance_type: "t3.micro",
    iam_instance_profile: "web",
    tags_all: { Name: "web" },
  };
  const targets = ec2Targets("RunInstances", { userData: "<sensitiveDataRemoved>" }, response);
  expect(judged(targets, [{ type: "aws_instance", name: "web", attributes }])).toEqual([
    "agrees aws_instance.web",
  ]);
  expect(judged(targets, [])).toHaveLength(1);
});

describe("ModifyInstanceAttribute", () => {
  test.each<[string, JsonObject, string]>([
    ["a type", { instanceType: { value: "m5.large" } }, ': instance_type = "m5.large"'],
    ["protection", { disableApiTermination: { value: false } }, ": disable_api_termination = false"],
    ["protection from stops", { disableApiStop: { value: true } }, ": disable_api_stop = true"],
    ["EBS optimisation", { ebsOptimized: { value: true } }, ": ebs_optimized = true"],
    ["the source check", { sourceDestCheck: { value: false } }, ": source_dest_check = false"],
    [
      "the shutdown behaviour",
      { instanceInitiatedShutdownBehavior: { value: "terminate" } },
      ': instance_initiated_shutdown_behavior = "terminate"',
    ],
    [
      "security groups",
      { groupSet: { items: [{ groupId: "sg-0aaa1111" }, { groupId: "sg-0bbb2222" }] } },
      ': vpc_security_group_ids = ["sg-0aaa1111","sg-0bbb2222"]',
    ],
    ["user data", { userData: "<sensitiveDataRemoved>" }, ": user_data = <masked>"],
    ["user data in clear", { userData: { value: "IyEvYmluL3No" } }, ": user_data = <masked>"],
    ["the generic form", { attribute: "instanceType", value: "m5.large" }, ': instance_type = "m5.large"'],
    [
      "a named attribute that follows",
      { attribute: "sourceDestCheck", sourceDestCheck: { value: true } },
      ": source_dest_check = true",
    ],
    [
      "a device",
      { blockDeviceMapping: { items: [{ deviceName: "/dev/sda1", ebs: { deleteOnTermination: true } }] } },
      " (and more)",
    ],
    ["what Terraform does not have", { attribute: "kernel", value: "aki-1" }, " (and more)"],
    [
      "several at once",
      { ebsOptimized: { value: true }, enaSupport: { value: true } },
      ": ebs_optimized = true (and more)",
    ],
  ])("tells %s", (_, request, said) => {
    expect(ec2InWords("ModifyInstanceAttribute", { instanceId: id, ...request })).toEqual([
      [`update aws_instance where id=${id}${said}`],
    ]);
  });
});

test.each<[string, JsonObject, JsonObject | null, readonly (readonly string[])[]]>([
  [
    "TerminateInstances",
    set,
    null,
    [[`delete aws_instance where id=${id}`], ["delete aws_instance where id=i-0fff"]],
  ],
  [
    "StopInstances",
    { ...set, force: true },
    null,
    [
      [`update aws_ec2_instance_state where instance_id=${id}: state = "stopped"`],
      ['update aws_ec2_instance_state where instance_id=i-0fff: state = "stopped"'],
    ],
  ],
  [
    "StartInstances",
    { instancesSet: { items: [{ instanceId: id }] } },
    null,
    [[`update aws_ec2_instance_state where instance_id=${id}: state = "running"`]],
  ],
  [
    "MonitorInstances",
    set,
    null,
    [
      [`update aws_instance where id=${id}: monitoring = true`],
      ["update aws_instance where id=i-0fff: monitoring = true"],
    ],
  ],
  [
    "UnmonitorInstances",
    { instancesSet: { items: [{ instanceId: id }] } },
    null,
    [[`update aws_instance where id=${id}: monitoring = false`]],
  ],
  [
    "ModifyInstanceMetadataOptions",
    {
      ModifyInstanceMetadataOptionsRequest: {
        InstanceId: id,
        HttpTokens: "optional",
        HttpEndpoint: "enabled",
        HttpPutResponseHopLimit: 2,
        InstanceMetadataTags: "disabled",
      },
    },
    null,
    [
      [
        `update aws_instance where id=${id}: metadata_options[0].http_tokens = "optional", ` +
          'metadata_options[0].http_endpoint = "enabled", metadata_options[0].http_put_response_hop_limit = 2, ' +
          'metadata_options[0].instance_metadata_tags = "disabled"',
      ],
    ],
  ],
  [
    "AssociateIamInstanceProfile",
    { AssociateIamInstanceProfileRequest: { InstanceId: id, IamInstanceProfile: { Name: "admin" } } },
    null,
    [[`update aws_instance where id=${id}: iam_instance_profile = "admin"`]],
  ],
  [
    "ReplaceIamInstanceProfileAssociation",
    {
      ReplaceIamInstanceProfileAssociationRequest: {
        AssociationId: "iip-assoc-0aaa1111",
        IamInstanceProfile: { Arn: "arn:aws:iam::123456789012:instance-profile/admin" },
      },
    },
    {
      ReplaceIamInstanceProfileAssociationResponse: {
        iamInstanceProfileAssociation: { instanceId: id, associationId: "iip-assoc-0bbb2222" },
      },
    },
    [
      [
        `update aws_instance where id=${id}: iam_instance_profile = "arn:aws:iam::123456789012:instance-profile/admin"`,
      ],
    ],
  ],
  [
    "DisassociateIamInstanceProfile",
    { DisassociateIamInstanceProfileRequest: { AssociationId: "iip-assoc-0aaa1111" } },
    { DisassociateIamInstanceProfileResponse: { iamInstanceProfileAssociation: { instanceId: id } } },
    [[`update aws_instance where id=${id}: iam_instance_profile = null`]],
  ],
  [
    "ModifyInstanceCreditSpecification",
    {
      ModifyInstanceCreditSpecificationRequest: {
        InstanceCreditSpecification: { InstanceId: id, CpuCredits: "unlimited", tag: 1 },
      },
    },
    null,
    [[`update aws_instance where id=${id}: credit_specification[0].cpu_credits = "unlimited"`]],
  ],
  [
    "ModifyInstancePlacement",
    { instanceId: id, tenancy: "host", hostId: "h-0aaa1111", affinity: "host" },
    null,
    [[`update aws_instance where id=${id}: tenancy = "host", host_id = "h-0aaa1111" (and more)`]],
  ],
  [
    "CreateLaunchTemplate",
    {
      CreateLaunchTemplateRequest: {
        LaunchTemplateName: "web",
        LaunchTemplateData: { ImageId: "ami-0aaa1111", UserData: "<sensitiveDataRemoved>" },
      },
    },
    { CreateLaunchTemplateResponse: { launchTemplate: { launchTemplateId: "lt-0aaa1111" } } },
    [['create aws_launch_template where id|name=lt-0aaa1111|web: name = "web", image_id = "ami-0aaa1111"']],
  ],
  [
    "CreateLaunchTemplateVersion",
    {
      CreateLaunchTemplateVersionRequest: {
        LaunchTemplateId: "lt-0aaa1111",
        LaunchTemplateData: { SecurityGroupId: { tag: 1, content: "sg-0aaa1111" }, InstanceType: "m5.large" },
      },
    },
    {
      CreateLaunchTemplateVersionResponse: {
        launchTemplateVersion: { launchTemplateId: "lt-0aaa1111", versionNumber: 3 },
      },
    },
    [
      [
        'update aws_launch_template where id|name=lt-0aaa1111: latest_version = 3, instance_type = "m5.large", ' +
          'vpc_security_group_ids = ["sg-0aaa1111"]',
      ],
    ],
  ],
  [
    "ModifyLaunchTemplate",
    { ModifyLaunchTemplateRequest: { LaunchTemplateId: "lt-0aaa1111", SetDefaultVersion: 2 } },
    null,
    [["update aws_launch_template where id|name=lt-0aaa1111: default_version = 2"]],
  ],
  [
    "DeleteLaunchTemplate",
    { DeleteLaunchTemplateRequest: { LaunchTemplateName: "web" } },
    null,
    [["delete aws_launch_template where id|name=web"]],
  ],
  [
    "AllocateAddress",
    { domain: "vpc" },
    { allocationId: "eipalloc-0aaa1111", publicIp: "203.0.113.9", domain: "vpc" },
    [['create aws_eip where id|allocation_id=eipalloc-0aaa1111: public_ip = "203.0.113.9", domain = "vpc"']],
  ],
  [
    "ReleaseAddress",
    { publicIp: "203.0.113.9" },
    null,
    [["delete aws_eip where id|allocation_id|public_ip=203.0.113.9"]],
  ],
  [
    "AssociateAddress",
    { allocationId: "eipalloc-0aaa1111", instanceId: id, allowReassociation: true },
    { associationId: "eipassoc-0aaa1111" },
    [
      [
        `create aws_eip_association where allocation_id|public_ip=eipalloc-0aaa1111: instance_id = "${id}"`,
        `update aws_eip where id|allocation_id|public_ip=eipalloc-0aaa1111: instance = "${id}"`,
      ],
    ],
  ],
  [
    "DisassociateAddress",
    { associationId: "eipassoc-0aaa1111" },
    null,
    [
      [
        "delete aws_eip_association where id|public_ip=eipassoc-0aaa1111",
        "update aws_eip where association_id|public_ip=eipassoc-0aaa1111: " +
          "association_id = null, instance = null, network_interface = null",
      ],
    ],
  ],
  [
    "ImportKeyPair",
    { keyName: "ops", publicKeyMaterial: "c3NoLXJzYSBB" },
    { keyName: "ops", keyFingerprint: "1f:51", keyPairId: "key-0aaa1111" },
    [
      [
        'create aws_key_pair where key_name|id|key_pair_id=ops: key_name = "ops", fingerprint = "1f:51", ' +
          'key_pair_id = "key-0aaa1111"',
      ],
    ],
  ],
  [
    "DeleteKeyPair",
    { keyPairId: "key-0aaa1111" },
    null,
    [["delete aws_key_pair where key_name|id|key_pair_id=key-0aaa1111"]],
  ],
  [
    "ModifySpotFleetRequest",
    { spotFleetRequestId: "sfr-1", targetCapacity: 3 },
    null,
    [["update aws_spot_fleet_request where id=sfr-1: target_capacity = 3"]],
  ],
])("%s", (operation, request, response, said) => {
  expect(ec2InWords(operation, request, response)).toEqual(said);
});

test("a new association of a declared address is drift of its association", () => {
  const attributes = { id: "eipassoc-0fff", allocation_id: "eipalloc-0aaa1111", instance_id: "i-0old" };
  const targets = ec2Targets("AssociateAddress", { allocationId: "eipalloc-0aaa1111", instanceId: id });
  expect(judged(targets, [{ type: "aws_eip_association", name: "web", attributes }])).toEqual([
    `modified aws_eip_association.web instance_id = "${id}"`,
  ]);
});

test("stopping an instance is no drift where its state is not declared", () => {
  const resource = { type: "aws_instance", name: "web", attributes: { id, instance_state: "running" } };
  const targets = ec2Targets("StopInstances", { instancesSet: { items: [{ instanceId: id }] } });
  expect(judged(targets, [resource])).toEqual(["not_managed"]);
});

test.each([
  "RebootInstances",
  "SendDiagnosticInterrupt",
  "GetPasswordData",
  "GetConsoleOutput",
  "ExportImage",
])("%s changes nothing that is declared", (operation) => {
  expect(ec2Result(operation, { instanceId: id })).toMatchObject({ status: "skipped", reason: "data_plane" });
});
