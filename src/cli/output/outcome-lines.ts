import type { FinalOutcome, Outcome } from "../../index.js";

/** Puts final outcomes into the order of the input: a deferred one holds back all that came after it. */
export interface OutcomeLines {
  /** Takes an outcome, final or not, as often as it is heard of. */
  add(outcome: Outcome): void;
  /** How many final outcomes are held back by an earlier one that is not final. */
  readonly held: number;
}

/** Makes {@link OutcomeLines} that hand each outcome on once, as soon as all before it are final. */
export function outcomeLines(emit: (outcome: FinalOutcome) => void): OutcomeLines {
  const finals = new Map<number, FinalOutcome>();
  let next = 1;
  return {
    add(outcome) {
      if (outcome.outcome === "deferred" || outcome.sequence < next) return;
      finals.set(outcome.sequence, outcome);
      for (let ready = finals.get(next); ready !== undefined; ready = finals.get(next)) {
        finals.delete(next);
        next += 1;
        emit(ready);
      }
    },
    get held() {
      return finals.size;
    },
  };
}

/**
 * One outcome as `replay --outcomes` writes it: exactly the keys id, outcome, reason and drifts, in this order. `id` and
 * `reason` are `null` where there is none.
 */
export function outcomeLine(outcome: FinalOutcome): string {
  return JSON.stringify({
    id: outcome.id ?? null,
    outcome: outcome.outcome,
    reason: reasonOf(outcome) ?? null,
    drifts: outcome.outcome === "drift" ? outcome.drifts : [],
  });
}

/** The outcome by name, as people read it: `suppressed: own_apply`, `drift`. */
export function outcomeName(outcome: Outcome): string {
  const reason = reasonOf(outcome);
  return reason === undefined ? outcome.outcome : `${outcome.outcome}: ${reason}`;
}

function reasonOf(outcome: Outcome): string | undefined {
  return "reason" in outcome ? outcome.reason : undefined;
}
