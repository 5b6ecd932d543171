import type { ServiceMapping } from "../mapping-table.js";
import { by, creates, deletes, updates } from "./rows.js";

const proxy = by(["request.dBProxyName", "response.dBProxy.dBProxyName"], ["name", "id"]);
const endpoint = by(
  ["request.dBProxyEndpointName", "response.dBProxyEndpoint.dBProxyEndpointName"],
  "db_proxy_endpoint_name",
);
const targetGroup = [by("request.dBProxyName", "db_proxy_name"), by("request.targetGroupName", "name")];
const TARGET = "aws_db_proxy_target";
const POOL = "request.connectionPoolConfig";
const POOL_PATH = "connection_pool_config[0]";

/** A proxy's target is an instance or a cluster of the same name as it; the call lists them. */
const instanceTarget = [by("request.dBProxyName", "db_proxy_name"), by("each", "db_instance_identifier")];
const clusterTarget = [by("request.dBProxyName", "db_proxy_name"), by("each", "db_cluster_identifier")];

/** RDS Proxy. */
export const rdsProxies: ServiceMapping = {
  CreateDBProxy: creates("aws_db_proxy", proxy, {
    "request.engineFamily": "engine_family",
    "request.roleArn": "role_arn",
    "request.requireTLS": "require_tls",
    "request.vpcSubnetIds[]": "vpc_subnet_ids",
    "request.tags[]": { attribute: "tags", as: "tags" },
  }),
  ModifyDBProxy: updates("aws_db_proxy", proxy, {
    attributes: {
      "request.newDBProxyName": "name",
      "request.requireTLS": "require_tls",
      "request.idleClientTimeout": "idle_client_timeout",
      "request.debugLogging": "debug_logging",
      "request.roleArn": "role_arn",
      "request.securityGroups[]": "vpc_security_group_ids",
    },
  }),
  DeleteDBProxy: deletes("aws_db_proxy", proxy),
  CreateDBProxyEndpoint: creates("aws_db_proxy_endpoint", endpoint, {
    "request.dBProxyName": "db_proxy_name",
    "request.targetRole": "target_role",
    "request.vpcSubnetIds[]": "vpc_subnet_ids",
    "request.tags[]": { attribute: "tags", as: "tags" },
  }),
  ModifyDBProxyEndpoint: updates("aws_db_proxy_endpoint", endpoint, {
    attributes: {
      "request.newDBProxyEndpointName": "db_proxy_endpoint_name",
      "request.vpcSecurityGroupIds[]": "vpc_security_group_ids",
    },
  }),
  DeleteDBProxyEndpoint: deletes("aws_db_proxy_endpoint", endpoint),
  ModifyDBProxyTargetGroup: updates("aws_db_proxy_default_target_group", targetGroup, {
    attributes: {
      [`${POOL}.maxConnectionsPercent`]: `${POOL_PATH}.max_connections_percent`,
      [`${POOL}.maxIdleConnectionsPercent`]: `${POOL_PATH}.max_idle_connections_percent`,
      [`${POOL}.connectionBorrowTimeout`]: `${POOL_PATH}.connection_borrow_timeout`,
      [`${POOL}.initQuery`]: `${POOL_PATH}.init_query`,
    },
  }),
  RegisterDBProxyTargets: {
    targets: [
      {
        types: [TARGET],
        effect: "create",
        each: "request.dBInstanceIdentifiers[]",
        match: instanceTarget,
      },
      { types: [TARGET], effect: "create", each: "request.dBClusterIdentifiers[]", match: clusterTarget },
    ],
  },
  DeregisterDBProxyTargets: {
    targets: [
      {
        types: [TARGET],
        effect: "delete",
        each: "request.dBInstanceIdentifiers[]",
        match: instanceTarget,
      },
      { types: [TARGET], effect: "delete", each: "request.dBClusterIdentifiers[]", match: clusterTarget },
    ],
  },
};
