import type { AttributeMapping, OperationMapping, ServiceMapping } from "../mapping-table.js";
import { createsByEngine, type EngineTypes } from "./rds-engines.js";
import { alternatives } from "./read-rows.js";
import { by, deletes, row, updates } from "./rows.js";

type Attributes = Readonly<Record<string, string | AttributeMapping>>;

const CLUSTER_TYPES = ["aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster"] as const;

/** RDS stores identifiers in lower case; its answer has them so, the request as the caller wrote them. */
const identity = by(
  ["request.dBClusterIdentifier", "response.dBClusterIdentifier"],
  ["cluster_identifier", "id"],
);

const shared: Attributes = {
  "request.newDBClusterIdentifier": "cluster_identifier",
  "request.backupRetentionPeriod": "backup_retention_period",
  "request.vpcSecurityGroupIds[]": "vpc_security_group_ids",
  "request.port": "port",
  "request.preferredBackupWindow": "preferred_backup_window",
  "request.preferredMaintenanceWindow": "preferred_maintenance_window",
  "request.engineVersion": "engine_version",
  "request.deletionProtection": "deletion_protection",
  "request.storageType": "storage_type",
};

const auroraOnly: Attributes = {
  "request.masterUserPassword": { attribute: "master_password", as: "masked" },
  "request.manageMasterUserPassword": "manage_master_user_password",
  "request.masterUserSecretKmsKeyId": "master_user_secret_kms_key_id",
  "request.dBClusterParameterGroupName": "db_cluster_parameter_group_name",
  "request.enableIAMDatabaseAuthentication": "iam_database_authentication_enabled",
  "request.enableHttpEndpoint": "enable_http_endpoint",
  "request.enableGlobalWriteForwarding": "enable_global_write_forwarding",
  "request.enableLocalWriteForwarding": "enable_local_write_forwarding",
  "request.copyTagsToSnapshot": "copy_tags_to_snapshot",
  "request.backtrackWindow": "backtrack_window",
  "request.cACertificateIdentifier": "ca_certificate_identifier",
  "request.dBClusterInstanceClass": "db_cluster_instance_class",
  "request.allocatedStorage": "allocated_storage",
  "request.iops": "iops",
  "request.domain": "domain",
  "request.domainIAMRoleName": "domain_iam_role_name",
  "request.networkType": "network_type",
  "request.monitoringInterval": "monitoring_interval",
  "request.monitoringRoleArn": "monitoring_role_arn",
  "request.databaseInsightsMode": "database_insights_mode",
  "request.enablePerformanceInsights": "performance_insights_enabled",
  "request.performanceInsightsKMSKeyId": "performance_insights_kms_key_id",
  "request.performanceInsightsRetentionPeriod": "performance_insights_retention_period",
  "request.serverlessV2ScalingConfiguration.minCapacity":
    "serverlessv2_scaling_configuration[0].min_capacity",
  "request.serverlessV2ScalingConfiguration.maxCapacity":
    "serverlessv2_scaling_configuration[0].max_capacity",
  "request.serverlessV2ScalingConfiguration.secondsUntilAutoPause":
    "serverlessv2_scaling_configuration[0].seconds_until_auto_pause",
  ...logExports("enabled_cloudwatch_logs_exports"),
};

const docdbOnly: Attributes = {
  "request.masterUserPassword": { attribute: "master_password", as: "masked" },
  "request.manageMasterUserPassword": "manage_master_user_password",
  "request.dBClusterParameterGroupName": "db_cluster_parameter_group_name",
  "request.networkType": "network_type",
  "request.serverlessV2ScalingConfiguration.minCapacity":
    "serverless_v2_scaling_configuration[0].min_capacity",
  "request.serverlessV2ScalingConfiguration.maxCapacity":
    "serverless_v2_scaling_configuration[0].max_capacity",
  ...logExports("enabled_cloudwatch_logs_exports"),
};

const neptuneOnly: Attributes = {
  "request.dBClusterParameterGroupName": "neptune_cluster_parameter_group_name",
  "request.enableIAMDatabaseAuthentication": "iam_database_authentication_enabled",
  "request.copyTagsToSnapshot": "copy_tags_to_snapshot",
  "request.serverlessV2ScalingConfiguration.minCapacity":
    "serverless_v2_scaling_configuration[0].min_capacity",
  "request.serverlessV2ScalingConfiguration.maxCapacity":
    "serverless_v2_scaling_configuration[0].max_capacity",
  ...logExports("enable_cloudwatch_logs_exports"),
};

const BY_ENGINE: EngineTypes = {
  rds: "aws_rds_cluster",
  aurora: "aws_rds_cluster",
  docdb: "aws_docdb_cluster",
  neptune: "aws_neptune_cluster",
};

const CREATED: Attributes = {
  "request.engine": "engine",
  "request.backupRetentionPeriod": "backup_retention_period",
  "request.port": "port",
  "request.storageEncrypted": "storage_encrypted",
  "request.deletionProtection": "deletion_protection",
  "request.tags[]": { attribute: "tags", as: "tags" },
};

const modified: OperationMapping = alternatives([
  row("update", "aws_rds_cluster", identity, { attributes: { ...shared, ...auroraOnly } }),
  row("update", "aws_docdb_cluster", identity, { attributes: { ...shared, ...docdbOnly } }),
  row("update", "aws_neptune_cluster", identity, { attributes: { ...shared, ...neptuneOnly } }),
]);

/**
 * Clusters of Aurora, RDS Multi-AZ, DocumentDB and Neptune, which share one API. Source: RDS API 2014-10-31 as
 * CloudTrail records it; attributes of the Terraform AWS provider 6.
 *
 * The three types name some attributes differently, so a change is read once for each.
 */
export const rdsClusters: ServiceMapping = {
  CreateDBCluster: createsByEngine(BY_ENGINE, [identity], CREATED),
  RestoreDBClusterFromSnapshot: createsByEngine(BY_ENGINE, [identity], CREATED),
  RestoreDBClusterFromS3: createsByEngine(BY_ENGINE, [identity], CREATED),
  RestoreDBClusterToPointInTime: createsByEngine(BY_ENGINE, [identity], CREATED),
  PromoteReadReplicaDBCluster: updates("aws_rds_cluster", identity, {
    sets: { replication_source_identifier: null },
  }),
  ModifyDBCluster: modified,
  DeleteDBCluster: deletes(CLUSTER_TYPES, identity),
  AddRoleToDBCluster: {
    targets: [
      row("create", "aws_rds_cluster_role_association", roleAssociation(), {
        attributes: { "request.roleArn": "role_arn", "request.featureName": "feature_name" },
        orElse: row("update", ["aws_rds_cluster", "aws_neptune_cluster"], identity, {
          attributes: { "request.roleArn": { attribute: "iam_roles", change: "added" } },
        }),
      }),
    ],
  },
  RemoveRoleFromDBCluster: {
    targets: [
      row("delete", "aws_rds_cluster_role_association", roleAssociation(), {
        orElse: row("update", ["aws_rds_cluster", "aws_neptune_cluster"], identity, {
          attributes: { "request.roleArn": { attribute: "iam_roles", change: "removed" } },
        }),
      }),
    ],
  },
  StartDBCluster: { ignored: "data_plane", detail: "Terraform does not declare whether a cluster runs" },
  StopDBCluster: { ignored: "data_plane", detail: "Terraform does not declare whether a cluster runs" },
  RebootDBCluster: { ignored: "data_plane", detail: "a reboot changes no attribute" },
  FailoverDBCluster: { ignored: "data_plane", detail: "a failover changes no attribute" },
};

function roleAssociation(): readonly ReturnType<typeof by>[] {
  return [
    by(["request.dBClusterIdentifier", "response.dBClusterIdentifier"], "db_cluster_identifier"),
    by("request.roleArn", "role_arn"),
  ];
}

function logExports(attribute: string): Attributes {
  return {
    "request.cloudwatchLogsExportConfiguration.enableLogTypes[]": { attribute, change: "added" },
    "request.cloudwatchLogsExportConfiguration.disableLogTypes[]": { attribute, change: "removed" },
  };
}
