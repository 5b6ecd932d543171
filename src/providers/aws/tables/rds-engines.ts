import type { CloudChange } from "../../../model/cloud-change.js";
import type { ResourceType } from "../../../model/resource-target.js";
import type { OperationMapping, TargetMapping } from "../mapping-table.js";
import { recordText } from "../record-path.js";
import { readRow } from "./read-rows.js";
import { row } from "./rows.js";

/** The types of what runs on an engine. */
export interface EngineTypes {
  readonly rds: ResourceType;
  readonly aurora: ResourceType;
  readonly docdb: ResourceType;
  readonly neptune: ResourceType;
}

/**
 * A creation of which the engine tells the type: the request names it, or the answer where the engine is that of a
 * snapshot or of a cluster. Without it, any of them may be meant.
 */
export function createsByEngine(
  types: EngineTypes,
  identity: TargetMapping["match"],
  attributes: NonNullable<TargetMapping["attributes"]>,
): OperationMapping {
  return {
    targets: (change) =>
      readRow(row("create", typesOf(types, engineOf(change)), identity, { attributes }), change),
  };
}

function engineOf(change: CloudChange): string | undefined {
  return recordText(change, "request.engine") ?? recordText(change, "response.engine");
}

function typesOf(types: EngineTypes, engine: string | undefined): readonly ResourceType[] {
  if (engine === undefined) return [...new Set([types.rds, types.aurora, types.docdb, types.neptune])];
  if (engine.startsWith("aurora")) return [types.aurora];
  if (engine === "docdb") return [types.docdb];
  return [engine === "neptune" ? types.neptune : types.rds];
}
