import type { CloudChange } from "../../../model/cloud-change.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../model/json.js";
import type { ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type { MatchMapping } from "../mapping-table.js";
import { memberOf, recordValues } from "../record-path.js";
import { setTo } from "./ec2-targets.js";
import { by, row } from "./rows.js";

/** A trail is named by its name or its ARN; which is the id depends on the provider's version. */
export const TRAIL: readonly MatchMapping[] = [
  by(["request.name", "request.trailName", "response.trailARN"], ["name", "arn", "id"]),
];

const trail = row("update", "aws_cloudtrail", TRAIL);

/**
 * Reads `PutEventSelectors`, which replaces all selectors of a trail, as the blocks that the state holds. A trail has
 * basic ones or advanced ones: setting either drops the other.
 */
export function eventSelectors(change: CloudChange): readonly ResourceTarget[] {
  const basic = blocks(change, "request.eventSelectors[]", basicBlock);
  const advanced = blocks(change, "request.advancedEventSelectors[]", advancedBlock);
  const known = basic.length > 0 || advanced.length > 0;
  return withChanges(
    change,
    known ? [setTo("event_selector", basic), setTo("advanced_event_selector", advanced)] : [],
  );
}

/** Reads `PutInsightSelectors`, which replaces them all; none at all switches insights off. */
export function insightSelectors(change: CloudChange): readonly ResourceTarget[] {
  const selectors = blocks(change, "request.insightSelectors[]", (selector) => ({
    insight_type: memberOf(selector, "insightType") ?? null,
  }));
  return withChanges(change, [setTo("insight_selector", selectors)]);
}

function withChanges(change: CloudChange, changes: readonly ObservedChange[]): readonly ResourceTarget[] {
  return buildTargets(trail, change, false).map((target) => ({ ...target, changes }));
}

function blocks(
  change: CloudChange,
  path: string,
  block: (selector: JsonObject) => JsonObject,
): readonly JsonObject[] {
  return recordValues(change, path).filter(isJsonObject).map(block);
}

function basicBlock(selector: JsonObject): JsonObject {
  return {
    read_write_type: memberOf(selector, "readWriteType") ?? "All",
    include_management_events: memberOf(selector, "includeManagementEvents") ?? true,
    exclude_management_event_sources: memberOf(selector, "excludeManagementEventSources") ?? [],
    data_resource: elements(memberOf(selector, "dataResources"))
      .filter(isJsonObject)
      .map((resource) => ({
        type: memberOf(resource, "type") ?? null,
        values: memberOf(resource, "values") ?? [],
      })),
  };
}

/** The operators of a field selector, by Terraform's names. Source: CloudTrail API `AdvancedFieldSelector`. */
const OPERATORS: Readonly<Record<string, string>> = {
  equals: "equals",
  not_equals: "notEquals",
  starts_with: "startsWith",
  not_starts_with: "notStartsWith",
  ends_with: "endsWith",
  not_ends_with: "notEndsWith",
};

function advancedBlock(selector: JsonObject): JsonObject {
  return {
    name: memberOf(selector, "name") ?? "",
    field_selector: elements(memberOf(selector, "fieldSelectors")).filter(isJsonObject).map(fieldBlock),
  };
}

function fieldBlock(selector: JsonObject): JsonObject {
  const operators = Object.entries(OPERATORS).map(([ours, theirs]) => [
    ours,
    memberOf(selector, theirs) ?? [],
  ]);
  return { field: memberOf(selector, "field") ?? null, ...Object.fromEntries(operators) };
}

function elements(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as JsonValue];
}
