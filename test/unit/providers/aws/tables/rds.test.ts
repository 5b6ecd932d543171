import { rds } from "../../../../../src/providers/aws/tables/rds.js";
import { describeTable } from "../../../../support/table-cases.js";

describeTable("rds.amazonaws.com", rds, [
  {
    operation: "CreateDBInstance",
    request: {
      dBInstanceIdentifier: "Orders",
      dBInstanceClass: "db.t3.micro",
      engine: "mysql",
      masterUserPassword: "****",
      publiclyAccessible: true,
      tags: [
        {
          key: "team",
          value: "a",
        },
      ],
    },
    response: {
      dBInstanceIdentifier: "orders",
    },
    targets: [
      'create aws_db_instance|aws_rds_cluster_instance|aws_docdb_cluster_instance|aws_neptune_cluster_instance identifier=Orders,orders: instance_class="db.t3.micro"; engine="mysql"; publicly_accessible=true; tags={"team":"a"}',
    ],
  },
  {
    operation: "ModifyDBInstance",
    form: "exposing it and with a new password",
    request: {
      dBInstanceIdentifier: "orders",
      applyImmediately: true,
      publiclyAccessible: true,
      masterUserPassword: "****",
      deletionProtection: false,
    },
    targets: [
      "update aws_db_instance identifier=orders: password=***; publicly_accessible=true; deletion_protection=false else update aws_rds_cluster_instance identifier=orders: publicly_accessible=true (partial) else update aws_docdb_cluster_instance identifier=orders: (partial) else update aws_neptune_cluster_instance identifier=orders: publicly_accessible=true (partial)",
    ],
  },
  {
    operation: "ModifyDBInstance",
    form: "renaming and resizing it",
    request: {
      dBInstanceIdentifier: "orders",
      newDBInstanceIdentifier: "orders-2",
      dBInstanceClass: "db.m6g.large",
      backupRetentionPeriod: 0,
      multiAZ: false,
    },
    targets: [
      'update aws_db_instance identifier=orders: identifier="orders-2"; instance_class="db.m6g.large"; multi_az=false; backup_retention_period=0 else update aws_rds_cluster_instance identifier=orders: identifier="orders-2"; instance_class="db.m6g.large" (partial) else update aws_docdb_cluster_instance identifier=orders: identifier="orders-2"; instance_class="db.m6g.large" (partial) else update aws_neptune_cluster_instance identifier=orders: identifier="orders-2"; instance_class="db.m6g.large" (partial)',
    ],
  },
  {
    operation: "ModifyDBInstance",
    form: "with windows and a parameter group, which the types name differently",
    request: {
      dBInstanceIdentifier: "orders",
      preferredMaintenanceWindow: "sun:05:00-sun:06:00",
      dBParameterGroupName: "custom",
    },
    targets: [
      'update aws_db_instance identifier=orders: parameter_group_name="custom"; maintenance_window="sun:05:00-sun:06:00" else update aws_rds_cluster_instance identifier=orders: db_parameter_group_name="custom"; preferred_maintenance_window="sun:05:00-sun:06:00" else update aws_docdb_cluster_instance identifier=orders: preferred_maintenance_window="sun:05:00-sun:06:00" (partial) else update aws_neptune_cluster_instance identifier=orders: neptune_parameter_group_name="custom"; preferred_maintenance_window="sun:05:00-sun:06:00"',
    ],
  },
  {
    operation: "ModifyDBInstance",
    form: "with log exports",
    request: {
      dBInstanceIdentifier: "orders",
      cloudwatchLogsExportConfiguration: {
        enableLogTypes: ["audit"],
        disableLogTypes: ["error"],
      },
    },
    targets: [
      'update aws_db_instance identifier=orders: +enabled_cloudwatch_logs_exports="audit"; -enabled_cloudwatch_logs_exports="error" else update aws_rds_cluster_instance identifier=orders: (partial) else update aws_docdb_cluster_instance identifier=orders: (partial) else update aws_neptune_cluster_instance identifier=orders: (partial)',
    ],
  },
  {
    operation: "ModifyDBInstance",
    form: "with a parameter that is not read",
    request: {
      dBInstanceIdentifier: "orders",
      dBSecurityGroups: ["default"],
    },
    targets: [
      "update aws_db_instance identifier=orders: (partial) else update aws_rds_cluster_instance identifier=orders: (partial) else update aws_docdb_cluster_instance identifier=orders: (partial) else update aws_neptune_cluster_instance identifier=orders: (partial)",
    ],
  },
  {
    operation: "DeleteDBInstance",
    request: {
      dBInstanceIdentifier: "orders",
      skipFinalSnapshot: true,
    },
    targets: [
      "delete aws_db_instance|aws_rds_cluster_instance|aws_docdb_cluster_instance|aws_neptune_cluster_instance identifier=orders:",
    ],
  },
  {
    operation: "StopDBInstance",
    request: {
      dBInstanceIdentifier: "orders",
    },
    targets: ['update aws_rds_instance_state identifier=orders: state="stopped"'],
  },
  {
    operation: "StartDBInstance",
    request: {
      dBInstanceIdentifier: "orders",
    },
    targets: ['update aws_rds_instance_state identifier=orders: state="available"'],
  },
  {
    operation: "AddRoleToDBInstance",
    request: {
      dBInstanceIdentifier: "orders",
      roleArn: "arn:aws:iam::123456789012:role/export",
      featureName: "S3_INTEGRATION",
    },
    targets: [
      'create aws_db_instance_role_association db_instance_identifier=orders & role_arn=arn:aws:iam::123456789012:role/export & feature_name=S3_INTEGRATION: db_instance_identifier="orders"; role_arn="arn:aws:iam::123456789012:role/export"; feature_name="S3_INTEGRATION"',
    ],
  },
  {
    operation: "RemoveRoleFromDBInstance",
    form: "without a feature",
    request: {
      dBInstanceIdentifier: "orders",
      roleArn: "arn:aws:iam::123456789012:role/export",
    },
    targets: [
      "delete aws_db_instance_role_association db_instance_identifier=orders & role_arn=arn:aws:iam::123456789012:role/export:",
    ],
  },
  {
    operation: "CreateDBCluster",
    request: {
      dBClusterIdentifier: "main",
      engine: "aurora-mysql",
      masterUserPassword: "****",
      storageEncrypted: true,
      tags: [
        {
          key: "team",
          value: "a",
        },
      ],
    },
    targets: [
      'create aws_rds_cluster|aws_docdb_cluster|aws_neptune_cluster cluster_identifier,id=main: engine="aurora-mysql"; storage_encrypted=true; tags={"team":"a"}',
    ],
  },
  {
    operation: "ModifyDBCluster",
    request: {
      dBClusterIdentifier: "main",
      applyImmediately: true,
      deletionProtection: false,
      masterUserPassword: "****",
      dBClusterParameterGroupName: "custom",
      serverlessV2ScalingConfiguration: {
        maxCapacity: 8,
      },
    },
    targets: [
      'update aws_rds_cluster cluster_identifier,id=main: deletion_protection=false; master_password=***; db_cluster_parameter_group_name="custom"; serverlessv2_scaling_configuration[0].max_capacity=8 else update aws_docdb_cluster cluster_identifier,id=main: deletion_protection=false; master_password=***; db_cluster_parameter_group_name="custom"; serverless_v2_scaling_configuration[0].max_capacity=8 else update aws_neptune_cluster cluster_identifier,id=main: deletion_protection=false; neptune_cluster_parameter_group_name="custom"; serverless_v2_scaling_configuration[0].max_capacity=8 (partial)',
    ],
  },
  {
    operation: "DeleteDBCluster",
    request: {
      dBClusterIdentifier: "main",
    },
    targets: ["delete aws_rds_cluster|aws_docdb_cluster|aws_neptune_cluster cluster_identifier,id=main:"],
  },
  {
    operation: "AddRoleToDBCluster",
    request: {
      dBClusterIdentifier: "main",
      roleArn: "arn:aws:iam::123456789012:role/export",
    },
    targets: [
      'create aws_rds_cluster_role_association db_cluster_identifier=main & role_arn=arn:aws:iam::123456789012:role/export: role_arn="arn:aws:iam::123456789012:role/export" else update aws_rds_cluster|aws_neptune_cluster cluster_identifier,id=main: +iam_roles="arn:aws:iam::123456789012:role/export"',
    ],
  },
  {
    operation: "RemoveRoleFromDBCluster",
    request: {
      dBClusterIdentifier: "main",
      roleArn: "arn:aws:iam::123456789012:role/export",
    },
    targets: [
      'delete aws_rds_cluster_role_association db_cluster_identifier=main & role_arn=arn:aws:iam::123456789012:role/export: else update aws_rds_cluster|aws_neptune_cluster cluster_identifier,id=main: -iam_roles="arn:aws:iam::123456789012:role/export"',
    ],
  },
  {
    operation: "CreateDBSnapshot",
    request: {
      dBSnapshotIdentifier: "before",
      dBInstanceIdentifier: "orders",
    },
    targets: ['create aws_db_snapshot db_snapshot_identifier,id=before: db_instance_identifier="orders"'],
  },
  {
    operation: "DeleteDBSnapshot",
    request: {
      dBSnapshotIdentifier: "before",
    },
    targets: ["delete aws_db_snapshot db_snapshot_identifier,id=before:"],
  },
  {
    operation: "ModifyDBSnapshotAttribute",
    form: "sharing it with everyone",
    request: {
      dBSnapshotIdentifier: "before",
      attributeName: "restore",
      valuesToAdd: ["all"],
    },
    targets: [
      'update aws_db_snapshot|aws_db_snapshot_copy db_snapshot_identifier,id=before: +shared_accounts="all"',
    ],
  },
  {
    operation: "ModifyDBSnapshotAttribute",
    form: "taking it back",
    request: {
      dBSnapshotIdentifier: "before",
      attributeName: "restore",
      valuesToRemove: ["210987654321"],
    },
    targets: [
      'update aws_db_snapshot|aws_db_snapshot_copy db_snapshot_identifier,id=before: -shared_accounts="210987654321"',
    ],
  },
  {
    operation: "CreateDBClusterSnapshot",
    request: {
      dBClusterSnapshotIdentifier: "before",
      dBClusterIdentifier: "main",
    },
    targets: [
      'create aws_db_cluster_snapshot|aws_docdb_cluster_snapshot|aws_neptune_cluster_snapshot db_cluster_snapshot_identifier,id=before: db_cluster_identifier="main"',
    ],
  },
  {
    operation: "DeleteDBClusterSnapshot",
    request: {
      dBClusterSnapshotIdentifier: "before",
    },
    targets: [
      "delete aws_db_cluster_snapshot|aws_docdb_cluster_snapshot|aws_neptune_cluster_snapshot db_cluster_snapshot_identifier,id=before:",
    ],
  },
  {
    operation: "ModifyDBClusterSnapshotAttribute",
    request: {
      dBClusterSnapshotIdentifier: "before",
      attributeName: "restore",
      valuesToAdd: ["210987654321"],
      valuesToRemove: ["all"],
    },
    targets: [
      'update aws_db_cluster_snapshot|aws_rds_cluster_snapshot_copy db_cluster_snapshot_identifier,id=before: +shared_accounts="210987654321"; -shared_accounts="all" else update aws_docdb_cluster_snapshot|aws_neptune_cluster_snapshot db_cluster_snapshot_identifier,id=before:',
    ],
  },
  {
    operation: "CreateDBParameterGroup",
    request: {
      dBParameterGroupName: "custom",
      dBParameterGroupFamily: "mysql8.0",
      description: "ours",
    },
    targets: [
      'create aws_db_parameter_group|aws_neptune_parameter_group name,id=custom: family="mysql8.0"; description="ours"',
    ],
  },
  {
    operation: "ModifyDBParameterGroup",
    request: {
      dBParameterGroupName: "custom",
      parameters: [
        {
          parameterName: "max_connections",
          parameterValue: "10",
        },
      ],
    },
    targets: ["update aws_db_parameter_group|aws_neptune_parameter_group name,id=custom: (partial)"],
  },
  {
    operation: "ResetDBParameterGroup",
    request: {
      dBParameterGroupName: "custom",
      resetAllParameters: true,
    },
    targets: ["update aws_db_parameter_group|aws_neptune_parameter_group name,id=custom: (partial)"],
  },
  {
    operation: "DeleteDBParameterGroup",
    request: {
      dBParameterGroupName: "custom",
    },
    targets: ["delete aws_db_parameter_group|aws_neptune_parameter_group name,id=custom:"],
  },
  {
    operation: "CreateDBClusterParameterGroup",
    request: {
      dBClusterParameterGroupName: "custom",
      dBParameterGroupFamily: "aurora-mysql8.0",
      description: "ours",
    },
    targets: [
      'create aws_rds_cluster_parameter_group|aws_docdb_cluster_parameter_group|aws_neptune_cluster_parameter_group name,id=custom: family="aurora-mysql8.0"; description="ours"',
    ],
  },
  {
    operation: "ModifyDBClusterParameterGroup",
    request: {
      dBClusterParameterGroupName: "custom",
      parameters: [
        {
          parameterName: "max_connections",
          parameterValue: "10",
        },
      ],
    },
    targets: [
      "update aws_rds_cluster_parameter_group|aws_docdb_cluster_parameter_group|aws_neptune_cluster_parameter_group name,id=custom: (partial)",
    ],
  },
  {
    operation: "ResetDBClusterParameterGroup",
    request: {
      dBClusterParameterGroupName: "custom",
      resetAllParameters: true,
    },
    targets: [
      "update aws_rds_cluster_parameter_group|aws_docdb_cluster_parameter_group|aws_neptune_cluster_parameter_group name,id=custom: (partial)",
    ],
  },
  {
    operation: "DeleteDBClusterParameterGroup",
    request: {
      dBClusterParameterGroupName: "custom",
    },
    targets: [
      "delete aws_rds_cluster_parameter_group|aws_docdb_cluster_parameter_group|aws_neptune_cluster_parameter_group name,id=custom:",
    ],
  },
  {
    operation: "CreateDBSubnetGroup",
    request: {
      dBSubnetGroupName: "private",
      dBSubnetGroupDescription: "ours",
      subnetIds: ["subnet-1", "subnet-2"],
    },
    targets: [
      'create aws_db_subnet_group|aws_docdb_subnet_group|aws_neptune_subnet_group name,id=private: description="ours"; subnet_ids=["subnet-1","subnet-2"]',
    ],
  },
  {
    operation: "ModifyDBSubnetGroup",
    request: {
      dBSubnetGroupName: "private",
      subnetIds: ["subnet-1"],
    },
    targets: [
      'update aws_db_subnet_group|aws_docdb_subnet_group|aws_neptune_subnet_group name,id=private: subnet_ids=["subnet-1"]',
    ],
  },
  {
    operation: "DeleteDBSubnetGroup",
    request: {
      dBSubnetGroupName: "private",
    },
    targets: ["delete aws_db_subnet_group|aws_docdb_subnet_group|aws_neptune_subnet_group name,id=private:"],
  },
  {
    operation: "AddTagsToResource",
    request: {
      resourceName: "arn:aws:rds:eu-west-1:123456789012:db:orders",
      tags: [
        {
          key: "team",
          value: "a",
        },
      ],
    },
    targets: [
      'update aws_db_instance|aws_rds_cluster|aws_rds_cluster_instance|aws_docdb_cluster|aws_docdb_cluster_instance|aws_neptune_cluster|aws_neptune_cluster_instance|aws_db_snapshot|aws_db_snapshot_copy|aws_db_cluster_snapshot|aws_rds_cluster_snapshot_copy|aws_db_parameter_group|aws_neptune_parameter_group|aws_rds_cluster_parameter_group|aws_docdb_cluster_parameter_group|aws_neptune_cluster_parameter_group|aws_db_subnet_group|aws_docdb_subnet_group|aws_neptune_subnet_group|aws_db_option_group|aws_db_event_subscription|aws_docdb_event_subscription|aws_neptune_event_subscription|aws_db_proxy|aws_db_proxy_endpoint|aws_rds_cluster_endpoint|aws_neptune_cluster_endpoint|aws_rds_custom_db_engine_version|aws_rds_global_cluster|aws_rds_integration|aws_rds_reserved_instance|aws_rds_shard_group arn,db_snapshot_arn,db_cluster_snapshot_arn=arn:aws:rds:eu-west-1:123456789012:db:orders: tags.team="a"',
    ],
  },
  {
    operation: "RemoveTagsFromResource",
    request: {
      resourceName: "arn:aws:rds:eu-west-1:123456789012:db:orders",
      tagKeys: ["team"],
    },
    targets: [
      "update aws_db_instance|aws_rds_cluster|aws_rds_cluster_instance|aws_docdb_cluster|aws_docdb_cluster_instance|aws_neptune_cluster|aws_neptune_cluster_instance|aws_db_snapshot|aws_db_snapshot_copy|aws_db_cluster_snapshot|aws_rds_cluster_snapshot_copy|aws_db_parameter_group|aws_neptune_parameter_group|aws_rds_cluster_parameter_group|aws_docdb_cluster_parameter_group|aws_neptune_cluster_parameter_group|aws_db_subnet_group|aws_docdb_subnet_group|aws_neptune_subnet_group|aws_db_option_group|aws_db_event_subscription|aws_docdb_event_subscription|aws_neptune_event_subscription|aws_db_proxy|aws_db_proxy_endpoint|aws_rds_cluster_endpoint|aws_neptune_cluster_endpoint|aws_rds_custom_db_engine_version|aws_rds_global_cluster|aws_rds_integration|aws_rds_reserved_instance|aws_rds_shard_group arn,db_snapshot_arn,db_cluster_snapshot_arn=arn:aws:rds:eu-west-1:123456789012:db:orders: -tags.team=null",
    ],
  },
]);
