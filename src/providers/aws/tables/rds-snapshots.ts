import type { ServiceMapping, TargetMapping } from "../mapping-table.js";
import { by, creates, deletes, row, updates } from "./rows.js";

const CLUSTER_SNAPSHOTS = [
  "aws_db_cluster_snapshot",
  "aws_docdb_cluster_snapshot",
  "aws_neptune_cluster_snapshot",
] as const;
const CLUSTER_COPY = "aws_rds_cluster_snapshot_copy";

const snapshot = by(
  ["request.dBSnapshotIdentifier", "response.dBSnapshotIdentifier"],
  ["db_snapshot_identifier", "target_db_snapshot_identifier", "id"],
);
const clusterSnapshot = by(
  ["request.dBClusterSnapshotIdentifier", "response.dBClusterSnapshotIdentifier"],
  ["db_cluster_snapshot_identifier", "target_db_cluster_snapshot_identifier", "id"],
);

/** A snapshot is shared with accounts only by its attribute `restore`, the one that it has. */
const SHARED: NonNullable<TargetMapping["attributes"]> = {
  "request.valuesToAdd[]": { attribute: "shared_accounts", change: "added" },
  "request.valuesToRemove[]": { attribute: "shared_accounts", change: "removed" },
};

const TAGS = { "request.tags[]": { attribute: "tags", as: "tags" } } as const;

/** Snapshots and copies of them. */
export const rdsSnapshots: ServiceMapping = {
  CreateDBSnapshot: creates("aws_db_snapshot", snapshot, {
    "request.dBInstanceIdentifier": "db_instance_identifier",
    ...TAGS,
  }),
  CopyDBSnapshot: creates(
    "aws_db_snapshot_copy",
    by("request.targetDBSnapshotIdentifier", ["target_db_snapshot_identifier", "id"]),
    { "request.kmsKeyId": "kms_key_id", ...TAGS },
  ),
  DeleteDBSnapshot: deletes(["aws_db_snapshot", "aws_db_snapshot_copy"], snapshot),
  ModifyDBSnapshot: updates("aws_db_snapshot", snapshot, {
    attributes: {
      "request.engineVersion": "engine_version",
      "request.optionGroupName": "option_group_name",
    },
  }),
  ModifyDBSnapshotAttribute: updates(["aws_db_snapshot", "aws_db_snapshot_copy"], snapshot, {
    attributes: SHARED,
  }),
  CreateDBClusterSnapshot: creates(CLUSTER_SNAPSHOTS, clusterSnapshot, {
    "request.dBClusterIdentifier": "db_cluster_identifier",
  }),
  CopyDBClusterSnapshot: creates(
    CLUSTER_COPY,
    by("request.targetDBClusterSnapshotIdentifier", ["target_db_cluster_snapshot_identifier", "id"]),
    { "request.kmsKeyId": "kms_key_id", ...TAGS },
  ),
  DeleteDBClusterSnapshot: deletes([...CLUSTER_SNAPSHOTS, CLUSTER_COPY], clusterSnapshot),
  ModifyDBClusterSnapshotAttribute: {
    targets: [
      row("update", ["aws_db_cluster_snapshot", CLUSTER_COPY], clusterSnapshot, {
        attributes: SHARED,
        // Those of DocumentDB and Neptune do not have the accounts.
        orElse: row(
          "update",
          ["aws_docdb_cluster_snapshot", "aws_neptune_cluster_snapshot"],
          clusterSnapshot,
        ),
      }),
    ],
  },
};
