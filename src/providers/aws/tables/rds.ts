import type { ServiceMapping } from "../mapping-table.js";
import { rdsClusters } from "./rds-clusters.js";
import { rdsInstances } from "./rds-instances.js";
import { rdsOthers } from "./rds-others.js";
import { rdsParameters } from "./rds-parameters.js";
import { rdsProxies } from "./rds-proxies.js";
import { rdsSnapshots } from "./rds-snapshots.js";
import { by, updates } from "./rows.js";

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
  "aws_db_parameter_group",
  "aws_rds_cluster_parameter_group",
  "aws_docdb_cluster_parameter_group",
  "aws_neptune_parameter_group",
  "aws_neptune_cluster_parameter_group",
  "aws_db_subnet_group",
  "aws_docdb_subnet_group",
  "aws_neptune_subnet_group",
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

const anyArn = by("request.resourceName", ["arn", "db_snapshot_arn", "db_cluster_snapshot_arn"]);

const tags: ServiceMapping = {
  AddTagsToResource: updates(TAGGED, anyArn, {
    attributes: { "request.tags[]": { attribute: "tags", change: "added", as: "tags" } },
  }),
  RemoveTagsFromResource: updates(TAGGED, anyArn, {
    attributes: { "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } },
  }),
};

/**
 * RDS, and what DocumentDB and Neptune do through its API. Source: RDS API 2014-10-31 as CloudTrail records it;
 * attributes of the Terraform AWS provider 6.
 */
export const rds: ServiceMapping = {
  ...rdsInstances,
  ...rdsClusters,
  ...rdsSnapshots,
  ...rdsParameters,
  ...rdsProxies,
  ...rdsOthers,
  ...tags,
};
