import type { ChangeEffect, ResourceType } from "../../../model/resource-target.js";
import type { MatchMapping, OperationMapping, RecordPath, TargetMapping } from "../mapping-table.js";

/** What a row may say beside its types, effect and identity. */
export type RowDetails = Omit<TargetMapping, "types" | "effect" | "match">;

/** One fact of identity: any of the record's paths equals any of the state's attributes. */
export function by(
  paths: RecordPath | readonly RecordPath[],
  attributes: string | readonly string[] = "id",
): MatchMapping {
  return { paths: listed(paths), attributes: listed(attributes) };
}

/** A row for resources whose id, or other identity, stands at `identity`. Updates are `partial` unless they say not. */
export function row(
  effect: ChangeEffect,
  types: ResourceType | readonly ResourceType[],
  identity: RecordPath | MatchMapping | readonly MatchMapping[],
  details: RowDetails = {},
): TargetMapping {
  const partial = effect === "update" ? { partial: true } : {};
  return { types: listed(types), effect, match: matches(identity), ...partial, ...details };
}

/** An operation of one row, whatever it does. */
export function operation(
  effect: ChangeEffect,
  types: ResourceType | readonly ResourceType[],
  identity: RecordPath | MatchMapping | readonly MatchMapping[],
  details: RowDetails = {},
): OperationMapping {
  return { targets: [row(effect, types, identity, details)] };
}

/** An operation that makes one resource. Its attributes let a state that has taken it in be recognised. */
export function creates(
  types: ResourceType | readonly ResourceType[],
  identity: RecordPath | MatchMapping | readonly MatchMapping[],
  attributes: NonNullable<TargetMapping["attributes"]>,
  details: RowDetails = {},
): OperationMapping {
  return operation("create", types, identity, { attributes, ...details });
}

/**
 * An operation that changes one resource. It is partial wherever a request says more than the row reads; without
 * attributes, only that the resource changed is known.
 */
export function updates(
  types: ResourceType | readonly ResourceType[],
  identity: RecordPath | MatchMapping | readonly MatchMapping[],
  details: RowDetails = {},
): OperationMapping {
  return operation("update", types, identity, details);
}

/** An operation that deletes one resource. */
export function deletes(
  types: ResourceType | readonly ResourceType[],
  identity: RecordPath | MatchMapping | readonly MatchMapping[],
  details: RowDetails = {},
): OperationMapping {
  return operation("delete", types, identity, details);
}

function matches(identity: RecordPath | MatchMapping | readonly MatchMapping[]): readonly MatchMapping[] {
  if (typeof identity === "string") return [by(identity)];
  return isMatch(identity) ? [identity] : identity;
}

function isMatch(identity: MatchMapping | readonly MatchMapping[]): identity is MatchMapping {
  return !Array.isArray(identity);
}

function listed(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}
