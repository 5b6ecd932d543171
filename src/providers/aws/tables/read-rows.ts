import type { CloudChange } from "../../../model/cloud-change.js";
import type { ObservedChange, ResourceTarget, ResourceType } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type { OperationMapping, TargetMapping } from "../mapping-table.js";
import { hasUnreadParameters, readPaths } from "../unread-parameters.js";

/** What a row tells of a change, for readers that choose among rows. */
export function readRow(row: TargetMapping, change: CloudChange): readonly ResourceTarget[] {
  return buildTargets(row, change, hasUnreadParameters(change, readPaths([row])));
}

/**
 * An operation on one resource whose record does not tell which of several types it is, where these name attributes
 * differently, or on an aspect whose parent names them differently: the likeliest type first, the others for where no
 * state has it. Each is partial where the request says something that its own row does not read, whatever the others
 * read.
 *
 * @param rows without `each`
 */
export function alternatives(rows: readonly TargetMapping[]): OperationMapping {
  return { targets: (change) => readAlternatives(rows, change) };
}

/** What {@link alternatives} tell of a change. */
export function readAlternatives(
  rows: readonly TargetMapping[],
  change: CloudChange,
): readonly ResourceTarget[] {
  const target = rows.reduceRight<ResourceTarget | undefined>((orElse, row) => {
    const own = readRow(row, change)[0];
    return own === undefined || orElse === undefined ? (own ?? orElse) : { ...own, orElse };
  }, undefined);
  return target === undefined ? [] : [target];
}

/** A target with what a reader saw of one of the types that it, or what stands in for it, may be. */
export function withChanges(
  target: ResourceTarget,
  type: ResourceType,
  changes: readonly ObservedChange[],
): ResourceTarget {
  const { orElse } = target;
  return {
    ...target,
    ...(target.ref.types.includes(type) ? { changes } : {}),
    ...(orElse === undefined ? {} : { orElse: withChanges(orElse, type, changes) }),
  };
}
