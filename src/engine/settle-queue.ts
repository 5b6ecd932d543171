import type { ResourceTarget } from "../model/resource-target.js";
import type { Hit, Judgement } from "./judge.js";
import type { ChangeContext } from "./lifecycle.js";

/** A change that waits for a state to confirm it. */
export interface WaitingChange extends ChangeContext {
  readonly sequence: number;
  readonly targets: readonly ResourceTarget[];
  readonly deadlineMs: number;
  /** What the states declared of the resources that it touched, by {@link hitKey}. */
  readonly declared: ReadonlyMap<string, string>;
}

/** What the states declare of the resources that were judged, to tell later whether that is another by then. */
export function declaredBy(judgements: readonly Judgement[]): ReadonlyMap<string, string> {
  return new Map(
    judgements.flatMap((judgement) =>
      "hit" in judgement && judgement.hit !== undefined
        ? [[hitKey(judgement.hit), JSON.stringify(judgement.hit.resource.attributes)] as const]
        : [],
    ),
  );
}

/**
 * Whether a state came to declare something else of a resource since the change came in: only then may it have taken in
 * what the record does not show. That some other resource was written proves nothing.
 */
export function hasMovedOn(waiting: WaitingChange, hit: Hit): boolean {
  const before = waiting.declared.get(hitKey(hit));
  return before !== undefined && before !== JSON.stringify(hit.resource.attributes);
}

function hitKey({ state, resource }: Hit): string {
  return JSON.stringify([state.source.name, state.ref.lineage, resource.address]);
}
