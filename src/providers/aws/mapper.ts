import type { CloudChange } from "../../model/cloud-change.js";
import type { ResourceTarget } from "../../model/resource-target.js";
import type { MapFailed, MapResult, ResourceMapper } from "../provider.js";
import { buildTargets, buildUnnamedCreations, uncarriedIdentityFields } from "./build-targets.js";
import type { MappingTable, OperationMapping, TargetMapping } from "./mapping-table.js";
import { createOperationLookup } from "./operation-lookup.js";
import { hasUnreadParameters, readPaths } from "./unread-parameters.js";

/**
 * A mapper that reads a {@link MappingTable}.
 *
 * Where the operation is known but the record names no resource, the answer depends on whose fault that is: the alert
 * does not carry the field that would name it (`failed`, `missing_field`; a creation is still one, of something without
 * a name), or the record itself does not, so that the
 * table does not cover this form of it (`unmapped`, a gap in coverage that is counted as such).
 *
 * It never throws: a table's reader that does so is `failed`, `malformed`, for that one change.
 */
export function createAwsMapper(table: MappingTable): ResourceMapper {
  const operations = createOperationLookup(table);
  return {
    map(change) {
      try {
        const entry = operations.find(change.service, change.operation);
        if (entry === undefined) return unmapped(change);
        if ("ignored" in entry) return { status: "skipped", reason: entry.ignored, detail: entry.detail };
        return mapOperation(entry, change);
      } catch {
        return {
          status: "failed",
          reason: "malformed",
          field: "ct.request",
          detail:
            "the operation's parameters have a form that its mapping cannot read; report this as a fault",
        };
      }
    },
  };
}

function mapOperation(mapping: OperationMapping, change: CloudChange): MapResult {
  if (mapping.needsRequest !== false && change.missingFields.includes("ct.request")) {
    return missing("ct.request", change);
  }
  const { targets } = mapping;
  const mapped = typeof targets === "function" ? targets(change) : readRows(targets, change);
  if (mapped.length > 0) return { status: "mapped", targets: mapped };
  const field = uncarriedField(mapping, change);
  if (field === "ct.response" && typeof targets !== "function") {
    const created = targets.flatMap((row) => buildUnnamedCreations(row, change));
    if (created.length > 0) return { status: "mapped", targets: created };
  }
  return field === undefined ? unmapped(change) : missing(field, change);
}

function readRows(rows: readonly TargetMapping[], change: CloudChange): readonly ResourceTarget[] {
  const saysMore =
    change.missingFields.includes("ct.request") || hasUnreadParameters(change, readPaths(rows));
  return rows.flatMap((row) => buildTargets(row, change, saysMore));
}

function uncarriedField(mapping: OperationMapping, change: CloudChange): string | undefined {
  const { targets } = mapping;
  if (typeof targets === "function") {
    return ["ct.request", "ct.response", "ct.resources"].find((field) =>
      change.missingFields.includes(field),
    );
  }
  return targets.flatMap((row) => uncarriedIdentityFields(row, change))[0];
}

function unmapped(change: CloudChange): MapResult {
  const { service, operation } = change;
  return { status: "unmapped", ...(service === undefined ? {} : { service }), operation };
}

function missing(field: string, change: CloudChange): MapFailed {
  return {
    status: "failed",
    reason: "missing_field",
    field,
    detail:
      `the alert for ${change.operation} does not carry ${field}, which tells the resource; ` +
      `add ${field} to the extra_fields of append_output in falco.yaml`,
  };
}
