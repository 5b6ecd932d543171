import type { CloudChange } from "../../../model/cloud-change.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type { OperationMapping, TargetMapping } from "../mapping-table.js";
import { hasUnreadParameters, readPaths } from "../unread-parameters.js";

/**
 * An operation on one resource whose record does not tell which of several types it is, where these name attributes
 * differently: the likeliest type first, the others for where no state has it. Each is partial where the request says
 * something that its own row does not read, whatever the others read.
 *
 * @param rows with the same identity and without `each`
 */
export function alternatives(rows: readonly TargetMapping[]): OperationMapping {
  return {
    targets: (change) => {
      const target = rows.reduceRight<ResourceTarget | undefined>((orElse, row) => {
        const own = ownTarget(row, change);
        return own === undefined || orElse === undefined ? own : { ...own, orElse };
      }, undefined);
      return target === undefined ? [] : [target];
    },
  };
}

function ownTarget(row: TargetMapping, change: CloudChange): ResourceTarget | undefined {
  return buildTargets(row, change, hasUnreadParameters(change, readPaths([row])))[0];
}
