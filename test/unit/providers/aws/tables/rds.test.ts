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
      tags: [{ key: "team", value: "a" }],
    },
    response: { dBInstanceIdentifier: "orders" },
    targets: [
      'create aws_db_instance identifier=Orders,orders: instance_class="db.t3.micro"; engine="mysql"; publicly_accessible=true; tags={"team":"a"}',
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
      cloudwatchLogsExportConfiguration: { enableLogTypes: ["audit"], disableLogTypes: ["error"] },
    },
    targets: [
      'update aws_db_instance identifier=orders: +enabled_cloudwatch_logs_exports="audit"; -enabled_cloudwatch_logs_exports="error" else update aws_rds_cluster_instance identifier=orders: (partial) else update aws_docdb_cluster_instance identifier=orders: (partial) else update aws_neptune_cluster_instance identifier=orders: (partial)',
    ],
  },
  {
    operation: "ModifyDBInstance",
    form: "with a parameter that is not read",
    request: { dBInstanceIdentifier: "orders", dBSecurityGroups: ["default"] },
    targets: [
      "update aws_db_instance identifier=orders: (partial) else update aws_rds_cluster_instance identifier=orders: (partial) else update aws_docdb_cluster_instance identifier=orders: (partial) else update aws_neptune_cluster_instance identifier=orders: (partial)",
    ],
  },
  {
    operation: "DeleteDBInstance",
    request: { dBInstanceIdentifier: "orders", skipFinalSnapshot: true },
    targets: [
      "delete aws_db_instance|aws_rds_cluster_instance|aws_docdb_cluster_instance|aws_neptune_cluster_instance identifier=orders:",
    ],
  },
  {
    operation: "StopDBInstance",
    request: { dBInstanceIdentifier: "orders" },
    targets: [
      'update aws_rds_instance_state identifier=orders: state="stopped" else update aws_db_instance identifier=orders: status="stopped"',
    ],
  },
  {
    operation: "StartDBInstance",
    request: { dBInstanceIdentifier: "orders" },
    targets: [
      'update aws_rds_instance_state identifier=orders: state="available" else update aws_db_instance identifier=orders: status="available"',
    ],
  },
  {
    operation: "AddRoleToDBInstance",
    request: {
      dBInstanceIdentifier: "orders",
      roleArn: "arn:aws:iam::123456789012:role/export",
      featureName: "S3_INTEGRATION",
    },
    targets: [
      'create aws_db_instance_role_association db_instance_identifier=orders & role_arn=arn:aws:iam::123456789012:role/export & feature_name=S3_INTEGRATION: db_instance_identifier="orders"; role_arn="arn:aws:iam::123456789012:role/export"; feature_name="S3_INTEGRATION" else update aws_db_instance identifier=orders:',
    ],
  },
  {
    operation: "RemoveRoleFromDBInstance",
    form: "without a feature",
    request: { dBInstanceIdentifier: "orders", roleArn: "arn:aws:iam::123456789012:role/export" },
    targets: [
      "delete aws_db_instance_role_association db_instance_identifier=orders & role_arn=arn:aws:iam::123456789012:role/export: else update aws_db_instance identifier=orders:",
    ],
  },
  {
    operation: "CreateDBCluster",
    request: {
      dBClusterIdentifier: "main",
      engine: "aurora-mysql",
      masterUserPassword: "****",
      storageEncrypted: true,
      tags: [{ key: "team", value: "a" }],
    },
    targets: [
      'create aws_rds_cluster cluster_identifier,id=main: engine="aurora-mysql"; storage_encrypted=true; tags={"team":"a"}',
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
      serverlessV2ScalingConfiguration: { maxCapacity: 8 },
    },
    targets: [
      'update aws_rds_cluster cluster_identifier,id=main: deletion_protection=false; master_password=***; db_cluster_parameter_group_name="custom"; serverlessv2_scaling_configuration[0].max_capacity=8 else update aws_docdb_cluster cluster_identifier,id=main: deletion_protection=false; master_password=***; db_cluster_parameter_group_name="custom"; serverless_v2_scaling_configuration[0].max_capacity=8 else update aws_neptune_cluster cluster_identifier,id=main: deletion_protection=false; neptune_cluster_parameter_group_name="custom"; serverless_v2_scaling_configuration[0].max_capacity=8 (partial)',
    ],
  },
  {
    operation: "DeleteDBCluster",
    request: { dBClusterIdentifier: "main" },
    targets: ["delete aws_rds_cluster|aws_docdb_cluster|aws_neptune_cluster cluster_identifier,id=main:"],
  },
  {
    operation: "AddRoleToDBCluster",
    request: { dBClusterIdentifier: "main", roleArn: "arn:aws:iam::123456789012:role/export" },
    targets: [
      'create aws_rds_cluster_role_association db_cluster_identifier=main & role_arn=arn:aws:iam::123456789012:role/export: role_arn="arn:aws:iam::123456789012:role/export" else update aws_rds_cluster|aws_neptune_cluster cluster_identifier,id=main: +iam_roles="arn:aws:iam::123456789012:role/export"',
    ],
  },
  {
    operation: "RemoveRoleFromDBCluster",
    request: { dBClusterIdentifier: "main", roleArn: "arn:aws:iam::123456789012:role/export" },
    targets: [
      'delete aws_rds_cluster_role_association db_cluster_identifier=main & role_arn=arn:aws:iam::123456789012:role/export: else update aws_rds_cluster|aws_neptune_cluster cluster_identifier,id=main: -iam_roles="arn:aws:iam::123456789012:role/export"',
    ],
  },
  {
    operation: "CreateDBSnapshot",
    request: { dBSnapshotIdentifier: "before", dBInstanceIdentifier: "orders" },
    targets: [
      'create aws_db_snapshot db_snapshot_identifier,target_db_snapshot_identifier,id=before: db_instance_identifier="orders"',
    ],
  },
  {
    operation: "DeleteDBSnapshot",
    request: { dBSnapshotIdentifier: "before" },
    targets: [
      "delete aws_db_snapshot|aws_db_snapshot_copy db_snapshot_identifier,target_db_snapshot_identifier,id=before:",
    ],
  },
  {
    operation: "ModifyDBSnapshotAttribute",
    form: "sharing it with everyone",
    request: { dBSnapshotIdentifier: "before", attributeName: "restore", valuesToAdd: ["all"] },
    targets: [
      'update aws_db_snapshot|aws_db_snapshot_copy db_snapshot_identifier,target_db_snapshot_identifier,id=before: +shared_accounts="all"',
    ],
  },
  {
    operation: "ModifyDBSnapshotAttribute",
    form: "taking it back",
    request: { dBSnapshotIdentifier: "before", attributeName: "restore", valuesToRemove: ["210987654321"] },
    targets: [
      'update aws_db_snapshot|aws_db_snapshot_copy db_snapshot_identifier,target_db_snapshot_identifier,id=before: -shared_accounts="210987654321"',
    ],
  },
  {
    operation: "CreateDBClusterSnapshot",
    request: { dBClusterSnapshotIdentifier: "before", dBClusterIdentifier: "main" },
    targets: [
      'create aws_db_cluster_snapshot|aws_docdb_cluster_snapshot|aws_neptune_cluster_snapshot db_cluster_snapshot_identifier,target_db_cluster_snapshot_identifier,id=before: db_cluster_identifier="main"',
    ],
  },
  {
    operation: "DeleteDBClusterSnapshot",
    request: { dBClusterSnapshotIdentifier: "before" },
    targets: [
      "delete aws_db_cluster_snapshot|aws_docdb_cluster_snapshot|aws_neptune_cluster_snapshot|aws_rds_cluster_snapshot_copy db_cluster_snapshot_identifier,target_db_cluster_snapshot_identifier,id=before:",
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
      'update aws_db_cluster_snapshot|aws_rds_cluster_snapshot_copy db_cluster_snapshot_identifier,target_db_cluster_snapshot_identifier,id=before: +shared_accounts="210987654321"; -shared_accounts="all" else update aws_docdb_cluster_snapshot|aws_neptune_cluster_snapshot db_cluster_snapshot_identifier,target_db_cluster_snapshot_identifier,id=before:',
    ],
  },
  {
    operation: "CreateDBParameterGroup",
    request: { dBParameterGroupName: "custom", dBParameterGroupFamily: "mysql8.0", description: "ours" },
    targets: [
      'create aws_db_parameter_group|aws_neptune_parameter_group name,id=custom: family="mysql8.0"; description="ours"',
    ],
  },
  {
    operation: "ModifyDBParameterGroup",
    request: {
      dBParameterGroupName: "custom",
      parameters: [{ parameterName: "max_connections", parameterValue: "10" }],
    },
    targets: [
      'update aws_db_parameter_group|aws_neptune_parameter_group name,id=custom: +parameter={"name":"max_connections","value":"10"}',
    ],
  },
  {
    operation: "ResetDBParameterGroup",
    request: { dBParameterGroupName: "custom", resetAllParameters: true },
    targets: ["update aws_db_parameter_group|aws_neptune_parameter_group name,id=custom:"],
  },
  {
    operation: "DeleteDBParameterGroup",
    request: { dBParameterGroupName: "custom" },
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
      parameters: [{ parameterName: "max_connections", parameterValue: "10" }],
    },
    targets: [
      'update aws_rds_cluster_parameter_group|aws_docdb_cluster_parameter_group|aws_neptune_cluster_parameter_group name,id=custom: +parameter={"name":"max_connections","value":"10"}',
    ],
  },
  {
    operation: "ResetDBClusterParameterGroup",
    request: { dBClusterParameterGroupName: "custom", resetAllParameters: true },
    targets: [
      "update aws_rds_cluster_parameter_group|aws_docdb_cluster_parameter_group|aws_neptune_cluster_parameter_group name,id=custom:",
    ],
  },
  {
    operation: "DeleteDBClusterParameterGroup",
    request: { dBClusterParameterGroupName: "custom" },
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
    request: { dBSubnetGroupName: "private", subnetIds: ["subnet-1"] },
    targets: [
      'update aws_db_subnet_group|aws_docdb_subnet_group|aws_neptune_subnet_group name,id=private: subnet_ids=["subnet-1"]',
    ],
  },
  {
    operation: "DeleteDBSubnetGroup",
    request: { dBSubnetGroupName: "private" },
    targets: ["delete aws_db_subnet_group|aws_docdb_subnet_group|aws_neptune_subnet_group name,id=private:"],
  },
  {
    operation: "AddTagsToResource",
    request: {
      resourceName: "arn:aws:rds:eu-west-1:123456789012:db:orders",
      tags: [{ key: "team", value: "a" }],
    },
    targets: [
      'update aws_db_instance|aws_rds_cluster|aws_rds_cluster_instance|aws_docdb_cluster|aws_docdb_cluster_instance|aws_neptune_cluster|aws_neptune_cluster_instance|aws_db_snapshot|aws_db_snapshot_copy|aws_db_cluster_snapshot|aws_rds_cluster_snapshot_copy|aws_db_parameter_group|aws_rds_cluster_parameter_group|aws_docdb_cluster_parameter_group|aws_neptune_parameter_group|aws_neptune_cluster_parameter_group|aws_db_subnet_group|aws_docdb_subnet_group|aws_neptune_subnet_group|aws_db_option_group|aws_db_event_subscription|aws_docdb_event_subscription|aws_neptune_event_subscription|aws_db_proxy|aws_db_proxy_endpoint|aws_rds_cluster_endpoint|aws_neptune_cluster_endpoint|aws_rds_custom_db_engine_version|aws_rds_global_cluster|aws_rds_integration|aws_rds_reserved_instance|aws_rds_shard_group arn,db_snapshot_arn,db_cluster_snapshot_arn=arn:aws:rds:eu-west-1:123456789012:db:orders: tags.team="a"',
    ],
  },
  {
    operation: "RemoveTagsFromResource",
    request: { resourceName: "arn:aws:rds:eu-west-1:123456789012:db:orders", tagKeys: ["team"] },
    targets: [
      "update aws_db_instance|aws_rds_cluster|aws_rds_cluster_instance|aws_docdb_cluster|aws_docdb_cluster_instance|aws_neptune_cluster|aws_neptune_cluster_instance|aws_db_snapshot|aws_db_snapshot_copy|aws_db_cluster_snapshot|aws_rds_cluster_snapshot_copy|aws_db_parameter_group|aws_rds_cluster_parameter_group|aws_docdb_cluster_parameter_group|aws_neptune_parameter_group|aws_neptune_cluster_parameter_group|aws_db_subnet_group|aws_docdb_subnet_group|aws_neptune_subnet_group|aws_db_option_group|aws_db_event_subscription|aws_docdb_event_subscription|aws_neptune_event_subscription|aws_db_proxy|aws_db_proxy_endpoint|aws_rds_cluster_endpoint|aws_neptune_cluster_endpoint|aws_rds_custom_db_engine_version|aws_rds_global_cluster|aws_rds_integration|aws_rds_reserved_instance|aws_rds_shard_group arn,db_snapshot_arn,db_cluster_snapshot_arn=arn:aws:rds:eu-west-1:123456789012:db:orders: -tags.team=null",
    ],
  },
  {
    operation: "CreateDBInstance",
    form: "a member of a DocumentDB cluster",
    request: {
      dBInstanceIdentifier: "Shop-1",
      dBInstanceClass: "db.t3.medium",
      engine: "docdb",
      dBClusterIdentifier: "shop",
    },
    response: { dBInstanceIdentifier: "shop-1", engine: "docdb" },
    targets: [
      'create aws_docdb_cluster_instance identifier=Shop-1,shop-1: instance_class="db.t3.medium"; engine="docdb"',
    ],
  },
  {
    operation: "CreateDBInstance",
    form: "a member of an Aurora cluster",
    request: {
      dBInstanceIdentifier: "shop-1",
      dBInstanceClass: "db.r6g.large",
      engine: "aurora-postgresql",
      dBClusterIdentifier: "shop",
    },
    targets: [
      'create aws_rds_cluster_instance identifier=shop-1: instance_class="db.r6g.large"; engine="aurora-postgresql"',
    ],
  },
  {
    operation: "CreateDBInstance",
    form: "of an engine that is not told",
    request: { dBInstanceIdentifier: "shop-1", dBInstanceClass: "db.r6g.large" },
    targets: [
      'create aws_db_instance|aws_rds_cluster_instance|aws_docdb_cluster_instance|aws_neptune_cluster_instance identifier=shop-1: instance_class="db.r6g.large"',
    ],
  },
  {
    operation: "CreateDBInstanceReadReplica",
    request: { dBInstanceIdentifier: "shop-copy", sourceDBInstanceIdentifier: "shop" },
    targets: ['create aws_db_instance identifier=shop-copy: replicate_source_db="shop"'],
  },
  {
    operation: "RestoreDBInstanceFromDBSnapshot",
    request: { dBInstanceIdentifier: "shop2", dBSnapshotIdentifier: "nightly", publiclyAccessible: true },
    targets: [
      'create aws_db_instance identifier=shop2: publicly_accessible=true; snapshot_identifier="nightly"',
    ],
  },
  {
    operation: "RestoreDBInstanceFromS3",
    request: { dBInstanceIdentifier: "shop2", dBInstanceClass: "db.t3.micro", engine: "mysql" },
    targets: ['create aws_db_instance identifier=shop2: instance_class="db.t3.micro"; engine="mysql"'],
  },
  {
    operation: "RestoreDBInstanceToPointInTime",
    request: { sourceDBInstanceIdentifier: "shop", targetDBInstanceIdentifier: "shop2" },
    targets: ["create aws_db_instance identifier=shop2:"],
  },
  {
    operation: "PromoteReadReplica",
    request: { dBInstanceIdentifier: "shop-copy", backupRetentionPeriod: 7 },
    targets: [
      "update aws_db_instance identifier=shop-copy: backup_retention_period=7; replicate_source_db=null",
    ],
  },
  {
    operation: "CreateDBCluster",
    form: "of Neptune",
    request: { dBClusterIdentifier: "graph", engine: "neptune" },
    targets: ['create aws_neptune_cluster cluster_identifier,id=graph: engine="neptune"'],
  },
  {
    operation: "RestoreDBClusterFromSnapshot",
    request: { dBClusterIdentifier: "shop2", engine: "aurora-mysql" },
    targets: ['create aws_rds_cluster cluster_identifier,id=shop2: engine="aurora-mysql"'],
  },
  {
    operation: "RestoreDBClusterFromS3",
    request: { dBClusterIdentifier: "shop2", engine: "aurora-mysql" },
    targets: ['create aws_rds_cluster cluster_identifier,id=shop2: engine="aurora-mysql"'],
  },
  {
    operation: "RestoreDBClusterToPointInTime",
    request: { dBClusterIdentifier: "shop2" },
    response: { dBClusterIdentifier: "shop2", engine: "aurora-mysql" },
    targets: ["create aws_rds_cluster cluster_identifier,id=shop2:"],
  },
  {
    operation: "PromoteReadReplicaDBCluster",
    request: { dBClusterIdentifier: "shop-copy" },
    targets: ["update aws_rds_cluster cluster_identifier,id=shop-copy: replication_source_identifier=null"],
  },
  {
    operation: "CopyDBSnapshot",
    request: { sourceDBSnapshotIdentifier: "nightly", targetDBSnapshotIdentifier: "kept", kmsKeyId: "k1" },
    targets: ['create aws_db_snapshot_copy target_db_snapshot_identifier,id=kept: kms_key_id="k1"'],
  },
  {
    operation: "ModifyDBSnapshot",
    request: { dBSnapshotIdentifier: "nightly", engineVersion: "8.0.40" },
    targets: [
      'update aws_db_snapshot db_snapshot_identifier,target_db_snapshot_identifier,id=nightly: engine_version="8.0.40"',
    ],
  },
  {
    operation: "CopyDBClusterSnapshot",
    request: { sourceDBClusterSnapshotIdentifier: "nightly", targetDBClusterSnapshotIdentifier: "kept" },
    targets: ["create aws_rds_cluster_snapshot_copy target_db_cluster_snapshot_identifier,id=kept:"],
  },
  {
    operation: "CreateOptionGroup",
    request: {
      optionGroupName: "og",
      engineName: "mysql",
      majorEngineVersion: "8.0",
      optionGroupDescription: "d",
    },
    targets: [
      'create aws_db_option_group name,id=og: engine_name="mysql"; major_engine_version="8.0"; option_group_description="d"',
    ],
  },
  {
    operation: "ModifyOptionGroup",
    request: {
      optionGroupName: "og",
      optionsToInclude: [{ optionName: "MEMCACHED" }],
      applyImmediately: true,
    },
    targets: ["update aws_db_option_group name,id=og: (partial)"],
  },
  {
    operation: "DeleteOptionGroup",
    request: { optionGroupName: "og" },
    targets: ["delete aws_db_option_group name,id=og:"],
  },
  {
    operation: "CreateEventSubscription",
    request: {
      subscriptionName: "notices",
      snsTopicArn: "arn:aws:sns:eu-west-1:123456789012:alerts",
      sourceType: "db-instance",
      enabled: true,
    },
    targets: [
      'create aws_db_event_subscription|aws_docdb_event_subscription|aws_neptune_event_subscription name,id=notices: source_type="db-instance"; enabled=true',
    ],
  },
  {
    operation: "ModifyEventSubscription",
    request: { subscriptionName: "notices", enabled: false },
    targets: [
      "update aws_db_event_subscription|aws_docdb_event_subscription|aws_neptune_event_subscription name,id=notices: enabled=false",
    ],
  },
  {
    operation: "AddSourceIdentifierToSubscription",
    request: { subscriptionName: "notices", sourceIdentifier: "shop" },
    targets: [
      'update aws_db_event_subscription|aws_docdb_event_subscription|aws_neptune_event_subscription name,id=notices: +source_ids="shop"',
    ],
  },
  {
    operation: "RemoveSourceIdentifierFromSubscription",
    request: { subscriptionName: "notices", sourceIdentifier: "shop" },
    targets: [
      'update aws_db_event_subscription|aws_docdb_event_subscription|aws_neptune_event_subscription name,id=notices: -source_ids="shop"',
    ],
  },
  {
    operation: "DeleteEventSubscription",
    request: { subscriptionName: "notices" },
    targets: [
      "delete aws_db_event_subscription|aws_docdb_event_subscription|aws_neptune_event_subscription name,id=notices:",
    ],
  },
  {
    operation: "CreateDBClusterEndpoint",
    request: { dBClusterEndpointIdentifier: "ro", dBClusterIdentifier: "shop", endpointType: "READER" },
    targets: [
      'create aws_rds_cluster_endpoint|aws_neptune_cluster_endpoint cluster_endpoint_identifier,id=ro: cluster_identifier="shop"',
    ],
  },
  {
    operation: "ModifyDBClusterEndpoint",
    request: { dBClusterEndpointIdentifier: "ro", staticMembers: ["shop-1"] },
    targets: [
      'update aws_rds_cluster_endpoint|aws_neptune_cluster_endpoint cluster_endpoint_identifier,id=ro: static_members=["shop-1"]',
    ],
  },
  {
    operation: "DeleteDBClusterEndpoint",
    request: { dBClusterEndpointIdentifier: "ro" },
    targets: [
      "delete aws_rds_cluster_endpoint|aws_neptune_cluster_endpoint cluster_endpoint_identifier,id=ro:",
    ],
  },
  {
    operation: "CreateGlobalCluster",
    request: { globalClusterIdentifier: "world", engine: "aurora-mysql" },
    targets: [
      'create aws_rds_global_cluster|aws_docdb_global_cluster|aws_neptune_global_cluster global_cluster_identifier,id=world: engine="aurora-mysql"',
    ],
  },
  {
    operation: "ModifyGlobalCluster",
    request: { globalClusterIdentifier: "world", deletionProtection: false },
    targets: [
      "update aws_rds_global_cluster|aws_docdb_global_cluster|aws_neptune_global_cluster global_cluster_identifier,id=world: deletion_protection=false",
    ],
  },
  {
    operation: "RemoveFromGlobalCluster",
    request: {
      globalClusterIdentifier: "world",
      dbClusterIdentifier: "arn:aws:rds:eu-west-1:123456789012:cluster:shop",
    },
    targets: [
      "update aws_rds_global_cluster|aws_docdb_global_cluster|aws_neptune_global_cluster global_cluster_identifier,id=world: (partial)",
    ],
  },
  {
    operation: "DeleteGlobalCluster",
    request: { globalClusterIdentifier: "world" },
    targets: [
      "delete aws_rds_global_cluster|aws_docdb_global_cluster|aws_neptune_global_cluster global_cluster_identifier,id=world:",
    ],
  },
  {
    operation: "StartActivityStream",
    request: {
      resourceArn: "arn:aws:rds:eu-west-1:123456789012:cluster:shop",
      mode: "async",
      kmsKeyId: "k1",
    },
    targets: [
      'create aws_rds_cluster_activity_stream resource_arn,id=arn:aws:rds:eu-west-1:123456789012:cluster:shop,shop: mode="async"; kms_key_id="k1" else update aws_rds_cluster arn=arn:aws:rds:eu-west-1:123456789012:cluster:shop:',
    ],
  },
  {
    operation: "StopActivityStream",
    request: { resourceArn: "arn:aws:rds:eu-west-1:123456789012:cluster:shop" },
    targets: [
      "delete aws_rds_cluster_activity_stream resource_arn,id=arn:aws:rds:eu-west-1:123456789012:cluster:shop,shop: else update aws_rds_cluster arn=arn:aws:rds:eu-west-1:123456789012:cluster:shop:",
    ],
  },
  {
    operation: "EnableHttpEndpoint",
    request: { resourceArn: "arn:aws:rds:eu-west-1:123456789012:cluster:shop" },
    targets: [
      "update aws_rds_cluster arn=arn:aws:rds:eu-west-1:123456789012:cluster:shop: enable_http_endpoint=true",
    ],
  },
  {
    operation: "DisableHttpEndpoint",
    request: { resourceArn: "arn:aws:rds:eu-west-1:123456789012:cluster:shop" },
    targets: [
      "update aws_rds_cluster arn=arn:aws:rds:eu-west-1:123456789012:cluster:shop: enable_http_endpoint=false",
    ],
  },
  {
    operation: "CreateDBProxy",
    request: {
      dBProxyName: "px",
      engineFamily: "MYSQL",
      roleArn: "arn:aws:iam::123456789012:role/px",
      requireTLS: true,
      vpcSubnetIds: ["subnet-1"],
    },
    targets: [
      'create aws_db_proxy name,id=px: engine_family="MYSQL"; role_arn="arn:aws:iam::123456789012:role/px"; require_tls=true; vpc_subnet_ids=["subnet-1"]',
    ],
  },
  {
    operation: "ModifyDBProxy",
    form: "with other credentials",
    request: { dBProxyName: "px", requireTLS: false, auth: [{ authScheme: "SECRETS" }] },
    targets: ["update aws_db_proxy name,id=px: require_tls=false (partial)"],
  },
  {
    operation: "DeleteDBProxy",
    request: { dBProxyName: "px" },
    targets: ["delete aws_db_proxy name,id=px:"],
  },
  {
    operation: "CreateDBProxyEndpoint",
    request: { dBProxyName: "px", dBProxyEndpointName: "ro", targetRole: "READ_ONLY" },
    targets: [
      'create aws_db_proxy_endpoint db_proxy_endpoint_name=ro: db_proxy_name="px"; target_role="READ_ONLY"',
    ],
  },
  {
    operation: "ModifyDBProxyEndpoint",
    request: { dBProxyEndpointName: "ro", vpcSecurityGroupIds: ["sg-1"] },
    targets: ['update aws_db_proxy_endpoint db_proxy_endpoint_name=ro: vpc_security_group_ids=["sg-1"]'],
  },
  {
    operation: "DeleteDBProxyEndpoint",
    request: { dBProxyEndpointName: "ro" },
    targets: ["delete aws_db_proxy_endpoint db_proxy_endpoint_name=ro:"],
  },
  {
    operation: "ModifyDBProxyTargetGroup",
    request: {
      dBProxyName: "px",
      targetGroupName: "default",
      connectionPoolConfig: { maxConnectionsPercent: 90 },
    },
    targets: [
      "update aws_db_proxy_default_target_group db_proxy_name=px & name=default: connection_pool_config[0].max_connections_percent=90",
    ],
  },
  {
    operation: "RegisterDBProxyTargets",
    request: { dBProxyName: "px", dBInstanceIdentifiers: ["shop"] },
    targets: ["create aws_db_proxy_target db_proxy_name=px & db_instance_identifier=shop:"],
  },
  {
    operation: "DeregisterDBProxyTargets",
    request: { dBProxyName: "px", dBClusterIdentifiers: ["shop"] },
    targets: ["delete aws_db_proxy_target db_proxy_name=px & db_cluster_identifier=shop:"],
  },
  {
    operation: "ResetDBParameterGroup",
    form: "all of its parameters",
    request: { dBParameterGroupName: "pg", resetAllParameters: true },
    targets: ["update aws_db_parameter_group|aws_neptune_parameter_group name,id=pg:"],
  },
]);
