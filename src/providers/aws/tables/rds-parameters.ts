import type { CloudChange } from "../../../model/cloud-change.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../model/json.js";
import type { ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type { OperationMapping, ServiceMapping, TargetMapping } from "../mapping-table.js";
import { memberOf, recordText, recordValues } from "../record-path.js";
import { added, removed } from "./ec2-targets.js";
import { by, creates, deletes, row } from "./rows.js";

const GROUPS = ["aws_db_parameter_group", "aws_neptune_parameter_group"] as const;
const CLUSTER_GROUPS = [
  "aws_rds_cluster_parameter_group",
  "aws_docdb_cluster_parameter_group",
  "aws_neptune_cluster_parameter_group",
] as const;

const group = by(["request.dBParameterGroupName", "response.dBParameterGroupName"], ["name", "id"]);
const clusterGroup = by(
  ["request.dBClusterParameterGroupName", "response.dBClusterParameterGroupName"],
  ["name", "id"],
);

const CREATED: NonNullable<TargetMapping["attributes"]> = {
  "request.dBParameterGroupFamily": "family",
  "request.description": "description",
  "request.tags[]": { attribute: "tags", as: "tags" },
};

const ofInstances = row("update", GROUPS, group);
const ofClusters = row("update", CLUSTER_GROUPS, clusterGroup);

/** Parameter groups. Terraform declares the parameters that it sets, of the hundreds that a group has. */
export const rdsParameters: ServiceMapping = {
  CreateDBParameterGroup: creates(GROUPS, group, CREATED),
  ModifyDBParameterGroup: parameters(ofInstances, parameterSet),
  ResetDBParameterGroup: parameters(ofInstances, parameterReset),
  DeleteDBParameterGroup: deletes(GROUPS, group),
  CreateDBClusterParameterGroup: creates(CLUSTER_GROUPS, clusterGroup, CREATED),
  ModifyDBClusterParameterGroup: parameters(ofClusters, parameterSet),
  ResetDBClusterParameterGroup: parameters(ofClusters, parameterReset),
  DeleteDBClusterParameterGroup: deletes(CLUSTER_GROUPS, clusterGroup),
};

/** Each parameter of the call is one change; a call that names none (a reset of all) tells only that there was one. */
function parameters(
  mapping: TargetMapping,
  changeOf: (name: string, parameter: JsonObject) => ObservedChange,
): OperationMapping {
  const read = (element: JsonValue): readonly ObservedChange[] => {
    if (!isJsonObject(element)) return [];
    const name = memberOf(element, "parameterName");
    return typeof name === "string" ? [changeOf(name.toLowerCase(), element)] : [];
  };
  const targets = (change: CloudChange): readonly ResourceTarget[] => {
    const resetsAll = recordText(change, "request.resetAllParameters") === "true";
    const changes = resetsAll ? [] : recordValues(change, "request.parameters[]").flatMap(read);
    return buildTargets(mapping, change, false).map((target) => ({ ...target, changes }));
  };
  return { targets };
}

/** The provider keeps names in lower case. When a value is applied is not compared. */
function parameterSet(name: string, parameter: JsonObject): ObservedChange {
  return added("parameter", { name, value: memberOf(parameter, "parameterValue") ?? null });
}

function parameterReset(name: string): ObservedChange {
  return removed("parameter", { name });
}
