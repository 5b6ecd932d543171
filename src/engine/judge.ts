import type { ManagedResource } from "../model/managed-resource.js";
import { known } from "../model/observed-value.js";
import type { ObservedChange, ResourceTarget } from "../model/resource-target.js";
import { compareChanges, type RawDifference } from "./compare/compare-changes.js";
import type { LoadedState } from "./states.js";

/** A managed resource and the state that declares it. */
export interface Hit {
  readonly state: LoadedState;
  readonly resource: ManagedResource;
}

/** The record deleted a declared resource. */
export interface DeletedJudgement {
  readonly kind: "deleted";
  readonly target: ResourceTarget;
  readonly hit: Hit;
}

/** The record changed a declared resource; without differences only that much is known. */
export interface ModifiedJudgement {
  readonly kind: "modified";
  readonly target: ResourceTarget;
  readonly hit: Hit;
  readonly changes: readonly ObservedChange[];
  readonly differences: readonly RawDifference[];
  /** Something changed that the changes do not tell. */
  readonly silent: boolean;
}

/** The record changed one of several declared resources, and does not tell which. */
export interface AmbiguousJudgement {
  readonly kind: "ambiguous";
  readonly target: ResourceTarget;
  readonly hits: readonly [Hit, ...Hit[]];
}

/** The record created a resource that no state declares. */
export interface UnmanagedJudgement {
  readonly kind: "unmanaged";
  readonly target: ResourceTarget;
  readonly differences: readonly RawDifference[];
}

/** The declared resource is as declared. */
export interface AgreesJudgement {
  readonly kind: "agrees";
  readonly target: ResourceTarget;
  readonly hit?: Hit;
  readonly changes: readonly ObservedChange[];
}

/** No state declares the resource, and it was not created just now. */
export interface NotManagedJudgement {
  readonly kind: "not_managed";
  readonly target: ResourceTarget;
}

/** What one target means for the states. */
export type Judgement =
  | DeletedJudgement
  | ModifiedJudgement
  | AmbiguousJudgement
  | UnmanagedJudgement
  | AgreesJudgement
  | NotManagedJudgement;

/**
 * Judges what one record did against all states. Pure. A resource that several targets touch, such as a security group
 * of which several rules changed, is judged once in each state that has it.
 */
export function judgeTargets(
  targets: readonly ResourceTarget[],
  states: readonly LoadedState[],
): readonly Judgement[] {
  const judged: Judgement[] = [];
  for (const judgement of targets.flatMap((target) => judgeTarget(target, states))) {
    const at = judged.findIndex((other) => isOfSameResource(other, judgement));
    const other = judged[at];
    if (other === undefined) judged.push(judgement);
    else judged[at] = merge(other, judgement);
  }
  return judged;
}

function isOfSameResource(one: Judgement, other: Judgement): boolean {
  return "hit" in one && "hit" in other && one.hit !== undefined && one.hit.resource === other.hit?.resource;
}

/** One judgement of both: a deletion is the last word, and differences add up. */
function merge(one: Judgement, other: Judgement): Judgement {
  if (one.kind === "deleted") return one;
  if (other.kind === "deleted") return other;
  if (one.kind === "agrees" && other.kind === "modified") return merge(other, one);
  if (!("changes" in one && "changes" in other)) return one;
  const changes = [...one.changes, ...other.changes];
  if (one.kind === "agrees") return { ...one, changes };
  const more = other.kind === "modified" ? other : { differences: [], silent: false };
  const differences = [...one.differences, ...more.differences];
  return { ...one, changes, differences, silent: one.silent || more.silent };
}

function judgeTarget(target: ResourceTarget, states: readonly LoadedState[]): readonly Judgement[] {
  for (let link: ResourceTarget | undefined = target; link !== undefined; link = link.orElse) {
    const judged = judgeLink(link, states);
    if (judged.length > 0) return judged;
  }
  if (isDeposed(target, states)) return [{ kind: "agrees", target, changes: [] }];
  if (target.effect === "create" && target.orElse === undefined && target.lowConfidence !== true) {
    const differences = target.changes.map(asDifference);
    return [{ kind: "unmanaged", target, differences }];
  }
  return [{ kind: "not_managed", target }];
}

function judgeLink(target: ResourceTarget, states: readonly LoadedState[]): readonly Judgement[] {
  return states.flatMap((state): readonly Judgement[] => {
    const hits = state.index.find(target.ref).map((resource): Hit => ({ state, resource }));
    const [first] = hits;
    if (first === undefined) return [];
    if (hits.length > 1) return [judgeSeveral(target, [first, ...hits.slice(1)])];
    return [judgeHit(target, first)];
  });
}

function judgeHit(target: ResourceTarget, hit: Hit): Judgement {
  if (target.effect === "delete") return { kind: "deleted", target, hit };
  const changes = target.lowConfidence === true ? [] : target.changes;
  const differences = compareChanges(changes, hit.resource.attributes);
  // A create of what the state has already is no news; an update that tells nothing, or not all, may be.
  const silent = target.effect === "update" && (changes.length === 0 || target.partial === true);
  if (differences.length === 0 && !silent) return { kind: "agrees", target, hit, changes };
  return { kind: "modified", target, hit, changes, differences, silent: differences.length === 0 };
}

/** Of several resources that fit, only those count that would differ; which of these it was, nobody can tell. */
function judgeSeveral(target: ResourceTarget, hits: readonly [Hit, ...Hit[]]): Judgement {
  const differing = hits.filter((hit) => judgeHit(target, hit).kind !== "agrees");
  const [first, ...others] = differing;
  if (first === undefined) return { kind: "agrees", target, changes: [] };
  if (others.length === 0 && target.effect !== "delete") return judgeHit(target, first);
  return { kind: "ambiguous", target, hits: [first, ...others] };
}

/** Whether the resource is one that Terraform itself is about to destroy. */
function isDeposed(target: ResourceTarget, states: readonly LoadedState[]): boolean {
  for (let link: ResourceTarget | undefined = target; link !== undefined; link = link.orElse) {
    const { ref } = link;
    if (states.some((state) => state.index.findDeposed(ref).length > 0)) return true;
  }
  return false;
}

function asDifference({ path, change, value }: ObservedChange): RawDifference {
  return { path, change, declared: known(null), observed: value };
}
