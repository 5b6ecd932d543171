import type { CloudChange } from "../model/cloud-change.js";
import { incidentId } from "./ids.js";

interface Burst {
  readonly id: string;
  lastMs: number;
}

/** Groups the changes of one actor that follow each other closely. */
export interface Incidents {
  /** The incident that a change belongs to. */
  of(change: CloudChange): string;
}

/** Makes {@link Incidents}: a pause of `gapMs` in an actor's changes ends a burst. At most `capacity` actors are kept. */
export function createIncidents(gapMs: number, capacity: number): Incidents {
  const bursts = new Map<string, Burst>();
  return {
    of(change) {
      const actor = change.actor.principal ?? change.actor.name;
      const atMs = Date.parse(change.time);
      const known = bursts.get(actor);
      bursts.delete(actor);
      const goesOn = known !== undefined && Math.abs(atMs - known.lastMs) <= gapMs;
      const burst = goesOn ? known : { id: incidentId(actor, change.id), lastMs: atMs };
      burst.lastMs = Math.max(burst.lastMs, atMs);
      bursts.set(actor, burst);
      const oldest = bursts.keys().next();
      if (bursts.size > capacity && oldest.done !== true) bursts.delete(oldest.value);
      return burst.id;
    },
  };
}
