import type { CloudChange } from "../../../model/cloud-change.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../model/json.js";
import { known } from "../../../model/observed-value.js";
import type { ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type { MatchMapping } from "../mapping-table.js";
import { memberOf, recordValues } from "../record-path.js";
import { by, row } from "./ec2-rows.js";

/** A trail is named by its name or its ARN; which is the id depends on the provider's version. */
export const TRAIL: readonly MatchMapping[] = [
  by(["request.name", "request.trailName", "response.trailARN"], ["name", "arn", "id"]),
];

/**
 * Reads `PutEventSelectors`, which replaces all selectors of a trail: the basic ones as the blocks that the state holds,
 * the advanced ones only as having been set.
 */
export function eventSelectors(change: CloudChange): readonly ResourceTarget[] {
  const blocks = recordValues(change, "request.eventSelectors[]").flatMap((selector) =>
    isJsonObject(selector) ? [selectorBlock(selector)] : [],
  );
  const changes: readonly ObservedChange[] =
    blocks.length === 0 ? [] : [{ path: "event_selector", change: "set", value: known(blocks) }];
  return buildTargets(row("update", "aws_cloudtrail", TRAIL), change, false).map((target) => ({
    ...target,
    changes,
  }));
}

function selectorBlock(selector: JsonObject): JsonObject {
  return {
    read_write_type: memberOf(selector, "readWriteType") ?? "All",
    include_management_events: memberOf(selector, "includeManagementEvents") ?? true,
    exclude_management_event_sources: memberOf(selector, "excludeManagementEventSources") ?? [],
    data_resource: elements(memberOf(selector, "dataResources")).flatMap((resource) =>
      isJsonObject(resource) ? [dataResourceBlock(resource)] : [],
    ),
  };
}

function dataResourceBlock(resource: JsonObject): JsonObject {
  return { type: memberOf(resource, "type") ?? null, values: memberOf(resource, "values") ?? [] };
}

function elements(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as JsonValue];
}
