import type { ServiceMapping } from "../mapping-table.js";
import { by, creates, deletes, row, updates } from "./rows.js";

const SUBNET_GROUPS = ["aws_db_subnet_group", "aws_docdb_subnet_group", "aws_neptune_subnet_group"] as const;
const SUBSCRIPTIONS = [
  "aws_db_event_subscription",
  "aws_docdb_event_subscription",
  "aws_neptune_event_subscription",
] as const;
const GLOBAL_CLUSTERS = [
  "aws_rds_global_cluster",
  "aws_docdb_global_cluster",
  "aws_neptune_global_cluster",
] as const;
const ENDPOINTS = ["aws_rds_cluster_endpoint", "aws_neptune_cluster_endpoint"] as const;
const STREAM = "aws_rds_cluster_activity_stream";

const subnetGroup = by(["request.dBSubnetGroupName", "response.dBSubnetGroupName"], ["name", "id"]);
const optionGroup = by(["request.optionGroupName", "response.optionGroupName"], ["name", "id"]);
const subscription = by("request.subscriptionName", ["name", "id"]);
const globalCluster = by(
  ["request.globalClusterIdentifier", "response.globalCluster.globalClusterIdentifier"],
  ["global_cluster_identifier", "id"],
);
const endpoint = by(
  ["request.dBClusterEndpointIdentifier", "response.dBClusterEndpointIdentifier"],
  ["cluster_endpoint_identifier", "id"],
);
const stream = by("request.resourceArn", ["resource_arn", "id"]);

/** A cluster declares no stream of its own: that one was started or stopped is all that it can show. */
const THE_CLUSTER = row("update", "aws_rds_cluster", by("request.resourceArn", "arn"));

const TAGS = { "request.tags[]": { attribute: "tags", as: "tags" } } as const;

/** What databases are set up with: subnets, options, notices, endpoints, and what spans regions. */
export const rdsOthers: ServiceMapping = {
  CreateDBSubnetGroup: creates(SUBNET_GROUPS, subnetGroup, {
    "request.dBSubnetGroupDescription": "description",
    "request.subnetIds[]": "subnet_ids",
    ...TAGS,
  }),
  ModifyDBSubnetGroup: updates(SUBNET_GROUPS, subnetGroup, {
    attributes: {
      "request.dBSubnetGroupDescription": "description",
      "request.subnetIds[]": "subnet_ids",
    },
  }),
  DeleteDBSubnetGroup: deletes(SUBNET_GROUPS, subnetGroup),

  CreateOptionGroup: creates("aws_db_option_group", optionGroup, {
    "request.engineName": "engine_name",
    "request.majorEngineVersion": "major_engine_version",
    "request.optionGroupDescription": "option_group_description",
    ...TAGS,
  }),
  // Options have settings of their own: that they changed is known, how is not compared.
  ModifyOptionGroup: updates("aws_db_option_group", optionGroup),
  DeleteOptionGroup: deletes("aws_db_option_group", optionGroup),

  CreateEventSubscription: creates(SUBSCRIPTIONS, subscription, {
    "request.sourceType": "source_type",
    "request.enabled": "enabled",
    ...TAGS,
  }),
  ModifyEventSubscription: updates(SUBSCRIPTIONS, subscription, {
    attributes: {
      "request.enabled": "enabled",
      "request.sourceType": "source_type",
      "request.eventCategories[]": "event_categories",
    },
  }),
  AddSourceIdentifierToSubscription: updates(SUBSCRIPTIONS, subscription, {
    attributes: { "request.sourceIdentifier": { attribute: "source_ids", change: "added" } },
  }),
  RemoveSourceIdentifierFromSubscription: updates(SUBSCRIPTIONS, subscription, {
    attributes: { "request.sourceIdentifier": { attribute: "source_ids", change: "removed" } },
  }),
  DeleteEventSubscription: deletes(SUBSCRIPTIONS, subscription),

  CreateDBClusterEndpoint: creates(ENDPOINTS, endpoint, {
    "request.dBClusterIdentifier": "cluster_identifier",
  }),
  ModifyDBClusterEndpoint: updates(ENDPOINTS, endpoint, {
    attributes: {
      "request.staticMembers[]": "static_members",
      "request.excludedMembers[]": "excluded_members",
    },
  }),
  DeleteDBClusterEndpoint: deletes(ENDPOINTS, endpoint),

  CreateGlobalCluster: creates(
    GLOBAL_CLUSTERS,
    globalCluster,
    { "request.engine": "engine", "request.deletionProtection": "deletion_protection" },
    { scope: "account" },
  ),
  ModifyGlobalCluster: updates(GLOBAL_CLUSTERS, globalCluster, {
    attributes: {
      "request.newGlobalClusterIdentifier": "global_cluster_identifier",
      "request.deletionProtection": "deletion_protection",
      "request.engineVersion": "engine_version",
    },
    scope: "account",
  }),
  RemoveFromGlobalCluster: updates(GLOBAL_CLUSTERS, globalCluster, { scope: "account" }),
  DeleteGlobalCluster: deletes(GLOBAL_CLUSTERS, globalCluster, { scope: "account" }),
  FailoverGlobalCluster: { ignored: "data_plane", detail: "a failover changes no attribute" },
  SwitchoverGlobalCluster: { ignored: "data_plane", detail: "a switchover changes no attribute" },

  StartActivityStream: creates(
    STREAM,
    stream,
    { "request.mode": "mode", "request.kmsKeyId": "kms_key_id" },
    { orElse: THE_CLUSTER },
  ),
  StopActivityStream: deletes(STREAM, stream, { orElse: THE_CLUSTER }),
  EnableHttpEndpoint: updates("aws_rds_cluster", by("request.resourceArn", "arn"), {
    sets: { enable_http_endpoint: true },
  }),
  DisableHttpEndpoint: updates("aws_rds_cluster", by("request.resourceArn", "arn"), {
    sets: { enable_http_endpoint: false },
  }),
};
