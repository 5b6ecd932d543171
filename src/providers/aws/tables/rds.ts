import type { ServiceMapping } from "../mapping-table.js";
import { by, creates, deletes, updates } from "./ec2-rows.js";
import { rdsClusters } from "./rds-clusters.js";
import { rdsInstances } from "./rds-instances.js";

const PARAMETER_GROUPS = ["aws_db_parameter_group", "aws_neptune_parameter_group"] as const;
const CLUSTER_PARAMETER_GROUPS = [
  "aws_rds_cluster_parameter_group",
  "aws_docdb_cluster_parameter_group",
  "aws_neptune_cluster_parameter_group",
] as const;
const SUBNET_GROUPS = ["aws_db_subnet_group", "aws_docdb_subnet_group", "aws_neptune_subnet_group"] as const;
const CLUSTER_SNAPSHOTS = [
  "aws_db_cluster_snapshot",
  "aws_docdb_cluster_snapshot",
  "aws_neptune_cluster_snapshot",
] as const;

const TAGGED = [
  "aws_db_instance",
  "aws_rds_cluster",
  "aws_rds_cluster_instance",
  "aws_docdb_cluster",
  "aws_docdb_cluster_instance",
  "aws_neptune_cluster",
  "aws_neptune_cluster_instance",
  "aws_db_snapshot",
  "aws_db_snapshot_copy",
  "aws_db_cluster_snapshot",
  "aws_rds_cluster_snapshot_copy",
  ...PARAMETER_GROUPS,
  ...CLUSTER_PARAMETER_GROUPS,
  ...SUBNET_GROUPS,
  "aws_db_option_group",
  "aws_db_event_subscription",
  "aws_docdb_event_subscription",
  "aws_neptune_event_subscription",
  "aws_db_proxy",
  "aws_db_proxy_endpoint",
  "aws_rds_cluster_endpoint",
  "aws_neptune_cluster_endpoint",
  "aws_rds_custom_db_engine_version",
  "aws_rds_global_cluster",
  "aws_rds_integration",
  "aws_rds_reserved_instance",
  "aws_rds_shard_group",
] as const;

const snapshot = by(
  ["request.dBSnapshotIdentifier", "response.dBSnapshotIdentifier"],
  ["db_snapshot_identifier", "id"],
);
const clusterSnapshot = by(
  ["request.dBClusterSnapshotIdentifier", "response.dBClusterSnapshotIdentifier"],
  ["db_cluster_snapshot_identifier", "id"],
);
const parameterGroup = by(["request.dBParameterGroupName", "response.dBParameterGroupName"], ["name", "id"]);
const clusterParameterGroup = by(
  ["request.dBClusterParameterGroupName", "response.dBClusterParameterGroupName"],
  ["name", "id"],
);
const subnetGroup = by(["request.dBSubnetGroupName", "response.dBSubnetGroupName"], ["name", "id"]);
const anyArn = by("request.resourceName", ["arn", "db_snapshot_arn", "db_cluster_snapshot_arn"]);

/**
 * RDS, and what DocumentDB and Neptune do through its API. Source: RDS API 2014-10-31 as CloudTrail records it;
 * attributes of the Terraform AWS provider 6.
 */
export const rds: ServiceMapping = {
  ...rdsInstances,
  ...rdsClusters,

  CreateDBSnapshot: creates("aws_db_snapshot", snapshot, {
    "request.dBInstanceIdentifier": "db_instance_identifier",
    "request.tags[]": { attribute: "tags", as: "tags" },
  }),
  DeleteDBSnapshot: deletes("aws_db_snapshot", snapshot),
  // A snapshot is shared with accounts only by its attribute `restore`, the one that it has.
  ModifyDBSnapshotAttribute: updates(["aws_db_snapshot", "aws_db_snapshot_copy"], snapshot, {
    attributes: {
      "request.valuesToAdd[]": { attribute: "shared_accounts", change: "added" },
      "request.valuesToRemove[]": { attribute: "shared_accounts", change: "removed" },
    },
  }),
  CreateDBClusterSnapshot: creates(CLUSTER_SNAPSHOTS, clusterSnapshot, {
    "request.dBClusterIdentifier": "db_cluster_identifier",
  }),
  DeleteDBClusterSnapshot: deletes(CLUSTER_SNAPSHOTS, clusterSnapshot),
  ModifyDBClusterSnapshotAttribute: {
    targets: [
      {
        types: ["aws_db_cluster_snapshot", "aws_rds_cluster_snapshot_copy"],
        effect: "update",
        match: [clusterSnapshot],
        partial: true,
        attributes: {
          "request.valuesToAdd[]": { attribute: "shared_accounts", change: "added" },
          "request.valuesToRemove[]": { attribute: "shared_accounts", change: "removed" },
        },
        orElse: {
          types: ["aws_docdb_cluster_snapshot", "aws_neptune_cluster_snapshot"],
          effect: "update",
          match: [clusterSnapshot],
          partial: true,
        },
      },
    ],
  },

  CreateDBParameterGroup: creates(PARAMETER_GROUPS, parameterGroup, {
    "request.dBParameterGroupFamily": "family",
    "request.description": "description",
    "request.tags[]": { attribute: "tags", as: "tags" },
  }),
  ModifyDBParameterGroup: updates(PARAMETER_GROUPS, parameterGroup),
  ResetDBParameterGroup: updates(PARAMETER_GROUPS, parameterGroup),
  DeleteDBParameterGroup: deletes(PARAMETER_GROUPS, parameterGroup),
  CreateDBClusterParameterGroup: creates(CLUSTER_PARAMETER_GROUPS, clusterParameterGroup, {
    "request.dBParameterGroupFamily": "family",
    "request.description": "description",
    "request.tags[]": { attribute: "tags", as: "tags" },
  }),
  ModifyDBClusterParameterGroup: updates(CLUSTER_PARAMETER_GROUPS, clusterParameterGroup),
  ResetDBClusterParameterGroup: updates(CLUSTER_PARAMETER_GROUPS, clusterParameterGroup),
  DeleteDBClusterParameterGroup: deletes(CLUSTER_PARAMETER_GROUPS, clusterParameterGroup),

  CreateDBSubnetGroup: creates(SUBNET_GROUPS, subnetGroup, {
    "request.dBSubnetGroupDescription": "description",
    "request.subnetIds[]": "subnet_ids",
    "request.tags[]": { attribute: "tags", as: "tags" },
  }),
  ModifyDBSubnetGroup: updates(SUBNET_GROUPS, subnetGroup, {
    attributes: {
      "request.dBSubnetGroupDescription": "description",
      "request.subnetIds[]": "subnet_ids",
    },
  }),
  DeleteDBSubnetGroup: deletes(SUBNET_GROUPS, subnetGroup),

  AddTagsToResource: updates(TAGGED, anyArn, {
    attributes: { "request.tags[]": { attribute: "tags", change: "added", as: "tags" } },
  }),
  RemoveTagsFromResource: updates(TAGGED, anyArn, {
    attributes: { "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } },
  }),
};
