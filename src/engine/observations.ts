import type { ObservedChange } from "../model/resource-target.js";
import type { Observation } from "./drift-store.js";

/**
 * Adds what a change observed to what still holds: the latest word on an attribute or on an element of a set counts, and
 * an older record never takes the place of a newer one.
 */
export function mergeObservations(
  current: readonly Observation[],
  changes: readonly ObservedChange[],
  time: string,
): readonly Observation[] {
  let merged = current;
  for (const change of changes) merged = mergeOne(merged, { change, time });
  return merged;
}

/** What still holds after a change of our own took over the attributes that it set. */
export function withoutOverwritten(
  current: readonly Observation[],
  changes: readonly ObservedChange[],
): readonly Observation[] {
  return current.filter((one) => !changes.some((change) => replaces(change, one.change)));
}

function mergeOne(current: readonly Observation[], next: Observation): readonly Observation[] {
  const outdated = current.some((one) => replaces(one.change, next.change) && isLater(one.time, next.time));
  if (outdated) return current;
  return [...current.filter((one) => !replaces(next.change, one.change)), next];
}

/** Whether `next` says all that `previous` said, anew. */
function replaces(next: ObservedChange, previous: ObservedChange): boolean {
  if (next.change === "set" || isAttributeRemoval(next)) return isAtOrBelow(previous.path, next.path);
  return previous.path === next.path && elementKey(previous) === elementKey(next);
}

function isAttributeRemoval(change: ObservedChange): boolean {
  return change.change === "removed" && change.value.kind === "known" && change.value.value === null;
}

function isAtOrBelow(path: string, base: string): boolean {
  return path === base || path.startsWith(`${base}.`) || path.startsWith(`${base}[`);
}

function elementKey(change: ObservedChange): string {
  return change.value.kind === "known" ? JSON.stringify(change.value.value) : change.value.reason;
}

function isLater(time: string, other: string): boolean {
  return Date.parse(time) > Date.parse(other);
}
