import { expect, test } from "vitest";
import type { JsonObject } from "../../../../../src/model/json.js";
import { ec2InWords, ec2Targets, judged } from "../../../../support/ec2-calls.js";

const SNAPSHOTS = "aws_ebs_snapshot|aws_ebs_snapshot_copy|aws_ebs_snapshot_import where id=snap-0aaa1111";
const IMAGES = "aws_ami|aws_ami_copy|aws_ami_from_instance where id=ami-0aaa1111";
const SHARED_SNAPSHOT = "aws_snapshot_create_volume_permission where snapshot_id=snap-0aaa1111";
const SHARED_IMAGE = "aws_ami_launch_permission where image_id=ami-0aaa1111";

test.each<[string, JsonObject | null, JsonObject | null, readonly (readonly string[])[]]>([
  [
    "CreateVolume",
    { size: "8", zone: "eu-west-1a", volumeType: "gp3" },
    { volumeId: "vol-0aaa1111", size: "8", volumeType: "gp3", encrypted: false },
    [
      [
        'create aws_ebs_volume where id=vol-0aaa1111: availability_zone = "eu-west-1a", size = "8", type = "gp3", ' +
          "encrypted = false",
      ],
    ],
  ],
  ["DeleteVolume", { volumeId: "vol-0aaa1111" }, null, [["delete aws_ebs_volume where id=vol-0aaa1111"]]],
  [
    "ModifyVolume",
    { ModifyVolumeRequest: { VolumeId: "vol-0aaa1111", Size: 100, VolumeType: "io2", Iops: 4000 } },
    null,
    [['update aws_ebs_volume where id=vol-0aaa1111: size = 100, type = "io2", iops = 4000']],
  ],
  [
    "ModifyVolumeAttribute",
    { volumeId: "vol-0aaa1111", autoEnableIO: { value: true } },
    null,
    [["update aws_ebs_volume where id=vol-0aaa1111 (and more)"]],
  ],
  [
    "AttachVolume",
    { volumeId: "vol-0aaa1111", instanceId: "i-0aaa1111", device: "/dev/sdf" },
    null,
    [
      [
        'create aws_volume_attachment where volume_id=vol-0aaa1111 and instance_id=i-0aaa1111: device_name = "/dev/sdf"',
        'update aws_instance where id=i-0aaa1111: ebs_block_device + {"volume_id":"vol-0aaa1111","device_name":"/dev/sdf"}',
      ],
    ],
  ],
  [
    "DetachVolume",
    { volumeId: "vol-0aaa1111" },
    { instanceId: "i-0aaa1111" },
    [
      [
        "delete aws_volume_attachment where volume_id=vol-0aaa1111 and instance_id=i-0aaa1111",
        'update aws_instance where id=i-0aaa1111: ebs_block_device - {"volume_id":"vol-0aaa1111"}, ' +
          'root_block_device - {"volume_id":"vol-0aaa1111"}',
      ],
    ],
  ],
  [
    "DetachVolume",
    { volumeId: "vol-0aaa1111" },
    null,
    [["delete aws_volume_attachment where volume_id=vol-0aaa1111"]],
  ],
  [
    "CreateSnapshot",
    { volumeId: "vol-0aaa1111", description: "nightly" },
    { snapshotId: "snap-0aaa1111" },
    [['create aws_ebs_snapshot where id=snap-0aaa1111: volume_id = "vol-0aaa1111", description = "nightly"']],
  ],
  ["DeleteSnapshot", { snapshotId: "snap-0aaa1111" }, null, [[`delete ${SNAPSHOTS}`]]],
  [
    "ModifySnapshotAttribute",
    {
      snapshotId: "snap-0aaa1111",
      attributeType: "CREATE_VOLUME_PERMISSION",
      createVolumePermission: {
        add: { items: [{ userId: "210987654321" }] },
        remove: { items: [{ userId: "310987654321" }] },
      },
    },
    null,
    [
      [`create ${SHARED_SNAPSHOT} and account_id=210987654321`, `update ${SNAPSHOTS}`],
      [`delete ${SHARED_SNAPSHOT} and account_id=310987654321`, `update ${SNAPSHOTS}`],
    ],
  ],
  [
    "ModifySnapshotAttribute",
    { snapshotId: "snap-0aaa1111", createVolumePermission: { add: { items: [{ group: "all" }] } } },
    null,
    [[`update ${SNAPSHOTS}`]],
  ],
  [
    "ResetSnapshotAttribute",
    { snapshotId: "snap-0aaa1111" },
    null,
    [[`delete ${SHARED_SNAPSHOT}`, `update ${SNAPSHOTS}`]],
  ],
  [
    "RegisterImage",
    { name: "web", architecture: "arm64" },
    { imageId: "ami-0aaa1111" },
    [['create aws_ami where id=ami-0aaa1111: name = "web", architecture = "arm64"']],
  ],
  [
    "CreateImage",
    { instanceId: "i-0aaa1111", name: "web" },
    { imageId: "ami-0aaa1111" },
    [['create aws_ami_from_instance|aws_ami where id=ami-0aaa1111: name = "web"']],
  ],
  ["DeregisterImage", { imageId: "ami-0aaa1111" }, null, [[`delete ${IMAGES}`]]],
  [
    "ModifyImageAttribute",
    {
      imageId: "ami-0aaa1111",
      attributeType: "launchPermission",
      launchPermission: {
        add: {
          items: [
            { userId: "210987654321" },
            { group: "all" },
            { organizationArn: "arn:aws:organizations::123456789012:organization/o-1" },
          ],
        },
      },
    },
    null,
    [
      [`create ${SHARED_IMAGE} and account_id=210987654321`, `update ${IMAGES}`],
      [`create ${SHARED_IMAGE} and group=all`, `update ${IMAGES}`],
      [
        `create ${SHARED_IMAGE} and organization_arn=arn:aws:organizations::123456789012:organization/o-1`,
        `update ${IMAGES}`,
      ],
    ],
  ],
  [
    "ModifyImageAttribute",
    { imageId: "ami-0aaa1111", launchPermission: { remove: { items: [{ userId: "210987654321" }] } } },
    null,
    [[`delete ${SHARED_IMAGE} and account_id=210987654321`, `update ${IMAGES}`]],
  ],
  [
    "ModifyImageAttribute",
    { imageId: "ami-0aaa1111", description: { value: "golden" } },
    null,
    [[`update ${IMAGES}: description = "golden"`]],
  ],
  [
    "EnableSerialConsoleAccess",
    { EnableSerialConsoleAccessRequest: "" },
    null,
    [["update aws_ec2_serial_console_access: enabled = true"]],
  ],
  ["DisableSerialConsoleAccess", null, null, [["update aws_ec2_serial_console_access: enabled = false"]]],
  ["EnableEbsEncryptionByDefault", null, null, [["update aws_ebs_encryption_by_default: enabled = true"]]],
  [
    "DisableEbsEncryptionByDefault",
    { DisableEbsEncryptionByDefaultRequest: "" },
    null,
    [["update aws_ebs_encryption_by_default: enabled = false"]],
  ],
  [
    "ModifyEbsDefaultKmsKeyId",
    { ModifyEbsDefaultKmsKeyIdRequest: { KmsKeyId: "alias/ebs" } },
    { ModifyEbsDefaultKmsKeyIdResponse: { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1" } },
    [['update aws_ebs_default_kms_key: key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"']],
  ],
  [
    "EnableImageBlockPublicAccess",
    { EnableImageBlockPublicAccessRequest: { ImageBlockPublicAccessState: "block-new-sharing" } },
    null,
    [['update aws_ec2_image_block_public_access: state = "block-new-sharing"']],
  ],
  [
    "DisableImageBlockPublicAccess",
    null,
    null,
    [['update aws_ec2_image_block_public_access: state = "unblocked"']],
  ],
  [
    "EnableSnapshotBlockPublicAccess",
    { EnableSnapshotBlockPublicAccessRequest: { State: "block-all-sharing" } },
    null,
    [['update aws_ebs_snapshot_block_public_access: state = "block-all-sharing"']],
  ],
  [
    "DisableSnapshotBlockPublicAccess",
    null,
    null,
    [['update aws_ebs_snapshot_block_public_access: state = "unblocked"']],
  ],
])("%s %j", (operation, request, response, said) => {
  expect(ec2InWords(operation, request, response)).toEqual(said);
});

test("a managed snapshot that is shared is drift, though it has no attribute for it", () => {
  const resource = { type: "aws_ebs_snapshot", name: "data", attributes: { id: "snap-0aaa1111" } };
  const share = (account: string) =>
    ec2Targets("ModifySnapshotAttribute", {
      snapshotId: "snap-0aaa1111",
      createVolumePermission: { add: { items: [{ userId: account }] } },
    });
  const declared = {
    type: "aws_snapshot_create_volume_permission",
    name: "partner",
    attributes: {
      id: "snap-0aaa1111-210987654321",
      snapshot_id: "snap-0aaa1111",
      account_id: "210987654321",
    },
  };
  expect(judged(share("210987654321"), [resource])).toEqual(["modified aws_ebs_snapshot.data"]);
  expect(judged(share("210987654321"), [resource, declared])).toEqual([
    "agrees aws_snapshot_create_volume_permission.partner",
  ]);
  expect(judged(share("310987654321"), [resource, declared])).toEqual(["modified aws_ebs_snapshot.data"]);
  expect(judged(share("310987654321"), [])).toEqual(["not_managed"]);
});

test("detaching a volume that no block declares is none", () => {
  const blocks = {
    ebs_block_device: [{ volume_id: "vol-0aaa1111" }],
    root_block_device: [{ volume_id: "vol-0bbb2222" }],
  };
  const resource = { type: "aws_instance", name: "web", attributes: { id: "i-0aaa1111", ...blocks } };
  const detach = (volumeId: string) =>
    judged(ec2Targets("DetachVolume", { volumeId, instanceId: "i-0aaa1111" }), [resource]);
  expect(detach("vol-0aaa1111")).toEqual(["modified aws_instance.web ebs_block_device - null"]);
  expect(detach("vol-0ccc3333")).toEqual(["agrees aws_instance.web"]);
});
