import type { EngineStats, FinalOutcome, Outcome, OutcomeKind } from "../model/outcome.js";

/** The counts and the memory of outcomes. */
export interface Ledger {
  /** Takes an alert in and returns its sequence, from 1. Until its first outcome it counts as deferred. */
  receive(): number;
  /** Notes that an alert waits for the settle window. */
  defer(outcome: Outcome): void;
  /** Notes an alert's outcome for good. */
  settle(outcome: FinalOutcome): void;
  /** The outcome of the alert whose audit record has this id, while it is remembered. */
  explain(id: string): Outcome | undefined;
  counts(): Omit<EngineStats, "openFindings" | "events">;
}

/** Makes a {@link Ledger} that remembers the latest `historyCapacity` outcomes. */
export function createLedger(historyCapacity: number): Ledger {
  const totals: Record<OutcomeKind, number> = {
    drift: 0,
    clean: 0,
    suppressed: 0,
    duplicate: 0,
    skipped: 0,
    rejected: 0,
    deferred: 0,
  };
  const reasons: Record<string, number> = {};
  const history = new Map<string, Outcome>();
  let received = 0;

  function remember(outcome: Outcome): void {
    // A duplicate must not hide what became of the record itself.
    if (outcome.id === undefined || (outcome.outcome === "duplicate" && history.has(outcome.id))) return;
    history.delete(outcome.id);
    history.set(outcome.id, outcome);
    const oldest = history.keys().next();
    if (history.size > historyCapacity && oldest.done !== true) history.delete(oldest.value);
  }

  return {
    receive() {
      received += 1;
      totals.deferred += 1;
      return received;
    },
    defer: remember,
    settle(outcome) {
      totals.deferred -= 1;
      totals[outcome.outcome] += 1;
      const name = "reason" in outcome ? `${outcome.outcome}.${outcome.reason}` : outcome.outcome;
      reasons[name] = (reasons[name] ?? 0) + 1;
      remember(outcome);
    },
    explain: (id) => history.get(id),
    counts: () => ({ received, ...totals, reasons: { ...reasons } }),
  };
}
