import type { CloudChange } from "../../model/cloud-change.js";
import type { JsonValue } from "../../model/json.js";
import { known } from "../../model/observed-value.js";
import type {
  IdentityMatch,
  ObservedChange,
  ResourceRef,
  ResourceTarget,
} from "../../model/resource-target.js";
import { identityValues } from "./identity-values.js";
import type { AttributeMapping, MatchMapping, RecordPath, TargetMapping } from "./mapping-table.js";
import { observedChanges } from "./observed-changes.js";
import { compilePath, resolvePath } from "./record-path.js";

/**
 * The targets that a row gives for a change: one, one for each element of its `each`, or none.
 *
 * A row gives none where the record has no value for one of its matches that is not `optional`, or for none of its
 * matches at all; then its `orElse` stands in. A `partial` row is partial only for a request that says more than the
 * operation's rows read. `orElse` sees the element of its row; an `each` of its own is not read.
 */
export function buildTargets(row: TargetMapping, change: CloudChange, saysMore: boolean): ResourceTarget[] {
  if (row.each === undefined) return optionally(buildTarget(row, change, saysMore, undefined));
  const elements = resolvePath(row.each, change).values.flatMap((value) =>
    Array.isArray(value) ? value : [value],
  );
  return elements.flatMap((element) => optionally(buildTarget(row, change, saysMore, element)));
}

/**
 * The targets of a creation whose alert does not carry the answer that names what was created: that something of these
 * types came to be is known, which one is not, so that no state's resource can match.
 */
export function buildUnnamedCreations(row: TargetMapping, change: CloudChange): ResourceTarget[] {
  if (row.effect !== "create" || row.orElse !== undefined) return [];
  const match = row.match.map(({ attributes }): IdentityMatch => ({ attributes, values: [] }));
  if (match.length === 0) return [];
  return [
    { ref: resourceRef(row, match, change), effect: "create", changes: changesOf(row, change, undefined) },
  ];
}

/** The alert's fields that a path reads from, by their Falco names. */
export const FIELD_OF_ROOT = {
  request: "ct.request",
  response: "ct.response",
  resources: "ct.resources",
} as const;

/** The fields that a row's matches need, and that the alert does not carry. */
export function uncarriedIdentityFields(row: TargetMapping, change: CloudChange): string[] {
  const paths = row.match.flatMap((match) => match.paths);
  if (row.each !== undefined) paths.push(row.each);
  const own = uncarried(paths, change);
  return row.orElse === undefined ? own : [...own, ...uncarriedIdentityFields(row.orElse, change)];
}

function buildTarget(
  row: TargetMapping,
  change: CloudChange,
  saysMore: boolean,
  element: JsonValue | undefined,
): ResourceTarget | undefined {
  const orElse = row.orElse === undefined ? undefined : buildTarget(row.orElse, change, saysMore, element);
  const match = matches(row.match, change, element);
  if (match === undefined) return orElse;
  return {
    ref: resourceRef(row, match, change),
    effect: row.effect,
    changes: changesOf(row, change, element),
    ...((row.partial === true && saysMore) || readsUncarried(row, change) ? { partial: true } : {}),
    ...(row.lowConfidence === true ? { lowConfidence: true } : {}),
    ...(orElse === undefined ? {} : { orElse }),
  };
}

function matches(
  mappings: readonly MatchMapping[],
  change: CloudChange,
  element: JsonValue | undefined,
): IdentityMatch[] | undefined {
  const found: IdentityMatch[] = [];
  for (const mapping of mappings) {
    const values = new Set<string>();
    for (const path of mapping.paths) {
      for (const value of resolvePath(path, change, element).values) {
        for (const scalar of Array.isArray(value) ? value : [value]) {
          for (const text of identityValues(scalar, mapping.attributes)) values.add(text);
        }
      }
    }
    if (values.size > 0) found.push({ attributes: mapping.attributes, values: [...values] });
    else if (mapping.optional !== true) return undefined;
  }
  // With optional matches only, a record that has none of them would match every resource of the type.
  return mappings.length > 0 && found.length === 0 ? undefined : found;
}

function resourceRef(row: TargetMapping, match: readonly IdentityMatch[], change: CloudChange): ResourceRef {
  const scope = row.scope ?? "region";
  const id = match[0]?.values[0];
  return {
    types: row.types,
    match,
    ...(id === undefined ? {} : { id }),
    ...(scope !== "global" && change.account !== undefined ? { account: change.account } : {}),
    ...(scope === "region" && change.region !== undefined ? { region: change.region } : {}),
  };
}

function changesOf(
  row: TargetMapping,
  change: CloudChange,
  element: JsonValue | undefined,
): ObservedChange[] {
  const changes: ObservedChange[] = [];
  const set = new Set<string>();
  const add = (candidate: ObservedChange): void => {
    // Several paths may lead to one attribute (in the request, and in the answer); the first that the record has tells it.
    if (candidate.change === "set" && set.has(candidate.path)) return;
    if (candidate.change === "set") set.add(candidate.path);
    changes.push(candidate);
  };
  for (const [path, target] of Object.entries(row.attributes ?? {})) {
    const mapping: AttributeMapping = typeof target === "string" ? { attribute: target } : target;
    const found = resolvePath(path, change, element);
    for (const candidate of observedChanges(mapping, found, compilePath(path).many)) add(candidate);
  }
  for (const [path, value] of Object.entries(row.sets ?? {}))
    add({ path, change: "set", value: known(value) });
  return changes;
}

/** A row that reads attributes from a field that the alert does not carry tells only a part of the change. */
function readsUncarried(row: TargetMapping, change: CloudChange): boolean {
  return change.missingFields.length > 0 && uncarried(Object.keys(row.attributes ?? {}), change).length > 0;
}

function uncarried(paths: readonly RecordPath[], change: CloudChange): string[] {
  if (change.missingFields.length === 0) return [];
  const fields = new Set<string>();
  for (const path of paths) {
    const { root } = compilePath(path);
    if (root === "each") continue;
    const field = FIELD_OF_ROOT[root];
    if (change.missingFields.includes(field)) fields.add(field);
  }
  return [...fields];
}

function optionally<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
