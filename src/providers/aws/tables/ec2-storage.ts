import type { CloudChange } from "../../../model/cloud-change.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import type { ServiceMapping } from "../mapping-table.js";
import { recordText } from "../record-path.js";
import { modifySnapshotAttribute, resetSnapshotAttribute } from "./ec2-sharing.js";
import { added, given, has, removed, setTo, target } from "./ec2-targets.js";
import { creates, deletes, updates } from "./rows.js";

const SNAPSHOT = ["aws_ebs_snapshot", "aws_ebs_snapshot_copy", "aws_ebs_snapshot_import"];

const REQUESTED_TAGS = {
  "request.tagSpecificationSet[].tags[]": { attribute: "tags", as: "tags" },
} as const;

/** Volumes and snapshots. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const storage: ServiceMapping = {
  CreateVolume: creates("aws_ebs_volume", "response.volumeId", {
    "request.zone": "availability_zone",
    "request.availabilityZone": "availability_zone",
    "response.size": "size",
    "response.volumeType": "type",
    "response.encrypted": "encrypted",
    "request.snapshotId": "snapshot_id",
    ...REQUESTED_TAGS,
  }),
  DeleteVolume: deletes("aws_ebs_volume", "request.volumeId"),
  ModifyVolume: updates("aws_ebs_volume", "request.volumeId", {
    attributes: {
      "request.size": "size",
      "request.volumeType": "type",
      "request.iops": "iops",
      "request.throughput": "throughput",
      "request.multiAttachEnabled": "multi_attach_enabled",
    },
  }),
  ModifyVolumeAttribute: updates("aws_ebs_volume", "request.volumeId"),
  AttachVolume: { targets: attachedVolume },
  DetachVolume: { targets: detachedVolume },
  CreateSnapshot: creates("aws_ebs_snapshot", "response.snapshotId", {
    "request.volumeId": "volume_id",
    "request.description": "description",
    ...REQUESTED_TAGS,
  }),
  CreateSnapshots: creates(
    "aws_ebs_snapshot",
    "each.snapshotId",
    { "each.volumeId": "volume_id" },
    { each: "response.snapshotSet[]" },
  ),
  CopySnapshot: creates("aws_ebs_snapshot_copy", "response.snapshotId", {
    "request.sourceSnapshotId": "source_snapshot_id",
    "request.sourceRegion": "source_region",
  }),
  DeleteSnapshot: deletes(SNAPSHOT, "request.snapshotId"),
  ModifySnapshotAttribute: modifySnapshotAttribute,
  ResetSnapshotAttribute: resetSnapshotAttribute,
  ModifySnapshotTier: updates(SNAPSHOT, "request.snapshotId", {
    attributes: { "request.storageTier": "storage_tier" },
  }),
  RestoreSnapshotTier: updates(SNAPSHOT, "request.snapshotId", {
    attributes: {
      "request.permanentRestore": "permanent_restore",
      "request.temporaryRestoreDays": "temporary_restore_days",
    },
  }),
};

/** An attachment, else a block of its instance. */
function attachedVolume(change: CloudChange): readonly ResourceTarget[] {
  const volume = recordText(change, "request.volumeId");
  const instance = recordText(change, "request.instanceId");
  const device = recordText(change, "request.device");
  if (volume === undefined || instance === undefined) return [];
  const block = { volume_id: volume, ...given("device_name", device) };
  const match = [has("volume_id", volume), has("instance_id", instance)];
  return [
    target(change, "create", ["aws_volume_attachment"], match, {
      changes: device === undefined ? [] : [setTo("device_name", device)],
      orElse: target(change, "update", ["aws_instance"], [has("id", instance)], {
        changes: [added("ebs_block_device", block)],
      }),
    }),
  ];
}

/** A volume that none of the instance's blocks declares may go without drift. */
function detachedVolume(change: CloudChange): readonly ResourceTarget[] {
  const volume = recordText(change, "request.volumeId");
  if (volume === undefined) return [];
  const instance = recordText(change, "request.instanceId") ?? recordText(change, "response.instanceId");
  const block = { volume_id: volume };
  const orElse =
    instance === undefined
      ? undefined
      : target(change, "update", ["aws_instance"], [has("id", instance)], {
          changes: [removed("ebs_block_device", block), removed("root_block_device", block)],
        });
  const match = [has("volume_id", volume), ...(instance === undefined ? [] : [has("instance_id", instance)])];
  return [target(change, "delete", ["aws_volume_attachment"], match, given("orElse", orElse))];
}
