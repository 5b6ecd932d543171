import type { ResourceTarget } from "../model/resource-target.js";
import type { ChangeContext } from "./lifecycle.js";
import type { LoadedState } from "./states.js";

/** A change that waits for a state to confirm it. */
export interface WaitingChange extends ChangeContext {
  readonly sequence: number;
  readonly targets: readonly ResourceTarget[];
  readonly deadlineMs: number;
  /** The serial of each state (by source name) when the change came in. */
  readonly serials: ReadonlyMap<string, number>;
}

/** The serials of the states in use, by source name. */
export function serialsOf(states: readonly LoadedState[]): ReadonlyMap<string, number> {
  return new Map(states.map((state) => [state.source.name, state.ref.serial]));
}

/** Whether a state was written after the change came in: only then may it have taken in what it cannot show. */
export function hasMovedOn(waiting: WaitingChange, state: LoadedState): boolean {
  return state.ref.serial > (waiting.serials.get(state.source.name) ?? Number.POSITIVE_INFINITY);
}
