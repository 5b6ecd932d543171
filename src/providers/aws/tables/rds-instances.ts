import type { AttributeMapping, OperationMapping, ServiceMapping } from "../mapping-table.js";
import { createsByEngine, type EngineTypes } from "./rds-engines.js";
import { alternatives } from "./read-rows.js";
import { by, creates, deletes, row, updates } from "./rows.js";

type Attributes = Readonly<Record<string, string | AttributeMapping>>;

const INSTANCE_TYPES = [
  "aws_db_instance",
  "aws_rds_cluster_instance",
  "aws_docdb_cluster_instance",
  "aws_neptune_cluster_instance",
] as const;

/** RDS stores identifiers in lower case; its answer has them so, the request as the caller wrote them. */
const identity = by(["request.dBInstanceIdentifier", "response.dBInstanceIdentifier"], "identifier");

const shared: Attributes = {
  "request.newDBInstanceIdentifier": "identifier",
  "request.dBInstanceClass": "instance_class",
  "request.autoMinorVersionUpgrade": "auto_minor_version_upgrade",
};

const instanceOnly: Attributes = {
  "request.masterUserPassword": { attribute: "password", as: "masked" },
  "request.manageMasterUserPassword": "manage_master_user_password",
  "request.masterUserSecretKmsKeyId": "master_user_secret_kms_key_id",
  "request.allocatedStorage": "allocated_storage",
  "request.maxAllocatedStorage": "max_allocated_storage",
  "request.storageType": "storage_type",
  "request.storageThroughput": "storage_throughput",
  "request.iops": "iops",
  "request.dedicatedLogVolume": "dedicated_log_volume",
  "request.engineVersion": "engine_version",
  "request.licenseModel": "license_model",
  "request.optionGroupName": "option_group_name",
  "request.dBParameterGroupName": "parameter_group_name",
  "request.dBSubnetGroupName": "db_subnet_group_name",
  "request.vpcSecurityGroupIds[]": "vpc_security_group_ids",
  "request.dBPortNumber": "port",
  "request.networkType": "network_type",
  "request.publiclyAccessible": "publicly_accessible",
  "request.multiAZ": "multi_az",
  "request.deletionProtection": "deletion_protection",
  "request.backupRetentionPeriod": "backup_retention_period",
  "request.preferredBackupWindow": "backup_window",
  "request.preferredMaintenanceWindow": "maintenance_window",
  "request.copyTagsToSnapshot": "copy_tags_to_snapshot",
  "request.cACertificateIdentifier": "ca_cert_identifier",
  "request.domain": "domain",
  "request.domainIAMRoleName": "domain_iam_role_name",
  "request.enableIAMDatabaseAuthentication": "iam_database_authentication_enabled",
  "request.monitoringInterval": "monitoring_interval",
  "request.monitoringRoleArn": "monitoring_role_arn",
  "request.databaseInsightsMode": "database_insights_mode",
  "request.enablePerformanceInsights": "performance_insights_enabled",
  "request.performanceInsightsKMSKeyId": "performance_insights_kms_key_id",
  "request.performanceInsightsRetentionPeriod": "performance_insights_retention_period",
  "request.cloudwatchLogsExportConfiguration.enableLogTypes[]": {
    attribute: "enabled_cloudwatch_logs_exports",
    change: "added",
  },
  "request.cloudwatchLogsExportConfiguration.disableLogTypes[]": {
    attribute: "enabled_cloudwatch_logs_exports",
    change: "removed",
  },
};

const auroraOnly: Attributes = {
  "request.publiclyAccessible": "publicly_accessible",
  "request.promotionTier": "promotion_tier",
  "request.dBParameterGroupName": "db_parameter_group_name",
  "request.preferredBackupWindow": "preferred_backup_window",
  "request.preferredMaintenanceWindow": "preferred_maintenance_window",
  "request.copyTagsToSnapshot": "copy_tags_to_snapshot",
  "request.cACertificateIdentifier": "ca_cert_identifier",
  "request.monitoringInterval": "monitoring_interval",
  "request.monitoringRoleArn": "monitoring_role_arn",
  "request.enablePerformanceInsights": "performance_insights_enabled",
  "request.performanceInsightsKMSKeyId": "performance_insights_kms_key_id",
  "request.performanceInsightsRetentionPeriod": "performance_insights_retention_period",
};

const docdbOnly: Attributes = {
  "request.promotionTier": "promotion_tier",
  "request.preferredMaintenanceWindow": "preferred_maintenance_window",
  "request.copyTagsToSnapshot": "copy_tags_to_snapshot",
  "request.cACertificateIdentifier": "ca_cert_identifier",
  "request.enablePerformanceInsights": "enable_performance_insights",
  "request.performanceInsightsKMSKeyId": "performance_insights_kms_key_id",
};

const neptuneOnly: Attributes = {
  "request.publiclyAccessible": "publicly_accessible",
  "request.promotionTier": "promotion_tier",
  "request.dBParameterGroupName": "neptune_parameter_group_name",
  "request.preferredBackupWindow": "preferred_backup_window",
  "request.preferredMaintenanceWindow": "preferred_maintenance_window",
};

const modified: OperationMapping = alternatives([
  row("update", "aws_db_instance", identity, { attributes: { ...shared, ...instanceOnly } }),
  row("update", "aws_rds_cluster_instance", identity, { attributes: { ...shared, ...auroraOnly } }),
  row("update", "aws_docdb_cluster_instance", identity, { attributes: { ...shared, ...docdbOnly } }),
  row("update", "aws_neptune_cluster_instance", identity, { attributes: { ...shared, ...neptuneOnly } }),
]);

const BY_ENGINE: EngineTypes = {
  rds: "aws_db_instance",
  aurora: "aws_rds_cluster_instance",
  docdb: "aws_docdb_cluster_instance",
  neptune: "aws_neptune_cluster_instance",
};

const CREATED: Attributes = {
  "request.dBInstanceClass": "instance_class",
  "request.engine": "engine",
  "request.publiclyAccessible": "publicly_accessible",
  "request.autoMinorVersionUpgrade": "auto_minor_version_upgrade",
  "request.tags[]": { attribute: "tags", as: "tags" },
};

/** Whether an instance runs is declared on its own, or is only read back as its status. */
function running(status: "available" | "stopped"): OperationMapping {
  return updates("aws_rds_instance_state", identity, {
    sets: { state: status },
    orElse: row("update", "aws_db_instance", identity, { sets: { status } }),
  });
}

const roleAssociation = [
  by(["request.dBInstanceIdentifier", "response.dBInstanceIdentifier"], "db_instance_identifier"),
  by("request.roleArn", "role_arn"),
  { ...by("request.featureName", "feature_name"), optional: true },
];

/**
 * Database instances, alone or in a cluster of Aurora, DocumentDB or Neptune. Source: RDS API 2014-10-31 as CloudTrail
 * records it; attributes of the Terraform AWS provider 6.
 *
 * The four types name some attributes differently, so a change is read once for each.
 */
export const rdsInstances: ServiceMapping = {
  CreateDBInstance: createsByEngine(BY_ENGINE, [identity], CREATED),
  // A read replica, and what comes of a snapshot or of a point in time, is never a member of a cluster.
  CreateDBInstanceReadReplica: creates("aws_db_instance", identity, {
    ...CREATED,
    "request.sourceDBInstanceIdentifier": "replicate_source_db",
  }),
  RestoreDBInstanceFromDBSnapshot: creates("aws_db_instance", identity, {
    ...CREATED,
    "request.dBSnapshotIdentifier": "snapshot_identifier",
  }),
  RestoreDBInstanceFromS3: creates("aws_db_instance", identity, CREATED),
  RestoreDBInstanceToPointInTime: creates(
    "aws_db_instance",
    by(["request.targetDBInstanceIdentifier", "response.dBInstanceIdentifier"], "identifier"),
    CREATED,
  ),
  PromoteReadReplica: updates("aws_db_instance", identity, {
    attributes: {
      "request.backupRetentionPeriod": "backup_retention_period",
      "request.preferredBackupWindow": "backup_window",
    },
    sets: { replicate_source_db: null },
  }),
  ModifyDBInstance: modified,
  DeleteDBInstance: deletes(INSTANCE_TYPES, identity),
  StopDBInstance: running("stopped"),
  StartDBInstance: running("available"),
  RebootDBInstance: { ignored: "data_plane", detail: "a reboot changes no attribute" },
  AddRoleToDBInstance: creates(
    "aws_db_instance_role_association",
    roleAssociation,
    {
      "request.dBInstanceIdentifier": "db_instance_identifier",
      "request.roleArn": "role_arn",
      "request.featureName": "feature_name",
    },
    { orElse: row("update", "aws_db_instance", identity) },
  ),
  RemoveRoleFromDBInstance: deletes("aws_db_instance_role_association", roleAssociation, {
    orElse: row("update", "aws_db_instance", identity),
  }),
};
