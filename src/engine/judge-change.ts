import type { CloudChange } from "../model/cloud-change.js";
import type { DriftEvent, Origin } from "../model/drift.js";
import type { DeferredOutcome, FinalOutcome, Outcome } from "../model/outcome.js";
import type { PipelineSignal } from "../model/pipeline-signal.js";
import type { ResourceTarget } from "../model/resource-target.js";
import type { Provider } from "../providers/provider.js";
import type { Clock } from "./clock.js";
import type { Diagnosis } from "./diagnosis.js";
import type { DriftStore } from "./drift-store.js";
import type { Incidents } from "./incidents.js";
import { type Judgement, judgeTargets } from "./judge.js";
import type { ChangeContext, Lifecycle } from "./lifecycle.js";
import { classifyOrigin } from "./origin.js";
import { mapChange } from "./parse-input.js";
import { declaredBy, hasMovedOn, type WaitingChange } from "./settle-queue.js";
import type { LoadedState, States } from "./states.js";
import { internalFailure, unmappedOutcome } from "./unjudged-outcome.js";
import { describeJudgement, isDrift } from "./verdict.js";

/** Judges changes: from a parsed change to its outcome and its drift events. */
export interface Judge {
  judge(sequence: number, provider: Provider, change: CloudChange): Promise<Outcome>;
  /** Asks the state sources anew, and looks again at open findings and waiting changes. */
  refresh(): Promise<void>;
  /** Gives the waiting changes whose settle window is over their outcome. */
  settleDue(): Promise<void>;
  /** Gives all waiting changes their outcome. */
  settleAll(): Promise<void>;
}

/** What {@link createJudge} needs. */
export interface JudgeOptions {
  readonly states: States;
  readonly store: DriftStore;
  readonly clock: Clock;
  readonly lifecycle: Lifecycle;
  readonly incidents: Incidents;
  readonly diagnosis: Diagnosis;
  readonly trustedActors: readonly string[];
  readonly verifyTrusted: boolean;
  readonly unmanaged: boolean;
  readonly settleMs: number;
  readonly settleCapacity: number;
  readonly onDrift: (payload: DriftEvent) => void;
  /** A deferred alert got its final outcome. */
  readonly onSettled: (outcome: FinalOutcome) => void;
  readonly onSignal: (signal: PipelineSignal) => void;
  /** Asks for `settleDue` to be called at a time. */
  readonly wakeAt: (atMs: number) => void;
}

/** An outcome without what every outcome of one alert shares. */
type Verdict = FinalOutcome extends infer O
  ? O extends FinalOutcome
    ? Omit<O, "sequence" | "id">
    : never
  : never;

/** Makes a {@link Judge}. Its methods must not run at the same time. */
export function createJudge(options: JudgeOptions): Judge {
  const { states, clock, lifecycle, diagnosis } = options;
  let waiting: WaitingChange[] = [];
  let stateIsSuspect = false;

  function publish(payload: DriftEvent | undefined): string[] {
    if (payload === undefined) return [];
    options.onDrift(payload);
    return [payload.drift.id];
  }

  /** Judges a change that needs no waiting: the drift events are made here. */
  function conclude(judgements: readonly Judgement[], context: ChangeContext): Verdict {
    const { origin } = context;
    const evidence = [...judgements.map(describeJudgement), ...origin.evidence];
    const reported = judgements.filter((one) => one.kind !== "unmanaged" || options.unmanaged);
    const ours = reported.filter((one) => one.kind !== "unmanaged" || origin.verdict !== "service");
    const drifts = ours.flatMap((one) => publish(lifecycle.apply(one, context)));
    if (drifts.length > 0) return { outcome: "drift", drifts: [...new Set(drifts)], evidence };
    if (reported.length > ours.length) {
      return { outcome: "suppressed", reason: "service_owned", evidence };
    }
    if (judgements.some((one) => one.kind === "agrees"))
      return { outcome: "clean", reason: "matches_state", evidence };
    return { outcome: "skipped", reason: "unmanaged_type", evidence };
  }

  function concludeOwn(judgements: readonly Judgement[], origin: Origin): Verdict {
    stateIsSuspect = true;
    for (const judgement of judgements) publish(lifecycle.applyOwn(judgement));
    return { outcome: "suppressed", reason: "own_apply", evidence: origin.evidence };
  }

  function mustWait(origin: Origin): boolean {
    return origin.verdict === "iac_unverified" || (origin.verdict === "own_apply" && options.verifyTrusted);
  }

  function wait(
    sequence: number,
    context: ChangeContext,
    targets: readonly ResourceTarget[],
    judgements: readonly Judgement[],
  ): DeferredOutcome {
    stateIsSuspect = true;
    const deadlineMs = clock.now() + options.settleMs;
    const [oldest] = waiting;
    if (oldest !== undefined && waiting.length >= options.settleCapacity) {
      waiting = waiting.slice(1);
      settleOne(oldest, true);
    }
    waiting.push({ ...context, sequence, targets, deadlineMs, declared: declaredBy(judgements) });
    options.wakeAt(deadlineMs);
    const evidence = [...context.origin.evidence, `waits ${options.settleMs} ms for a state to confirm it`];
    return { sequence, id: context.change.id, outcome: "deferred", evidence };
  }

  /** Whether a state has come to say what a waiting change did; of what a record does not show, that it moved is enough. */
  function isAbsorbed(change: WaitingChange, judgements: readonly Judgement[]): boolean {
    return judgements.filter(isDrift).every((judgement) => {
      if (judgement.kind !== "modified") return false;
      const isOpen = judgement.differences.some((one) => one.observed.kind === "known");
      return !isOpen && hasMovedOn(change, judgement.hit);
    });
  }

  /** Whatever goes wrong, a change that waits gets its outcome. Whether it has it now. */
  function settleOne(change: WaitingChange, isDue: boolean): boolean {
    try {
      return trySettling(change, isDue);
    } catch (cause) {
      const base = { sequence: change.sequence, id: change.change.id };
      options.onSettled(internalFailure(base, cause, options.onSignal));
      return true;
    }
  }

  function trySettling(change: WaitingChange, isDue: boolean): boolean {
    const judgements = judgeTargets(change.targets, states.loaded);
    const base = { sequence: change.sequence, id: change.change.id };
    if (isAbsorbed(change, judgements)) {
      const evidence = [...change.origin.evidence, "a state came to say what was observed"];
      options.onSettled({ ...base, outcome: "clean", reason: "absorbed_by_state", evidence });
      return true;
    }
    if (!isDue) return false;
    const unconfirmed = { ...change.origin, verdict: "iac_unverified" as const };
    const evidence = [...unconfirmed.evidence, "no state confirmed it in the settle window"];
    options.onSettled({
      ...base,
      ...conclude(judgements, { ...change, origin: { ...unconfirmed, evidence } }),
    });
    return true;
  }

  function settleWaiting(isDue: (change: WaitingChange) => boolean): void {
    const before = waiting;
    // Emptied first: a listener that throws the engine back in here must not settle a change twice.
    waiting = [];
    waiting = [...before.filter((change) => !settleOne(change, isDue(change))), ...waiting];
  }

  function adopt(changed: readonly LoadedState[]): void {
    if (changed.length === 0) return;
    for (const payload of lifecycle.reconcile(changed, states.loaded)) publish(payload);
    settleWaiting(() => false);
  }

  async function look(force: boolean): Promise<void> {
    adopt(await states.refresh(force || stateIsSuspect));
    stateIsSuspect = false;
  }

  async function settleDue(): Promise<void> {
    if (!waiting.some((change) => change.deadlineMs <= clock.now())) return;
    await look(true);
    settleWaiting((change) => change.deadlineMs <= clock.now());
  }

  async function judgeMapped(
    sequence: number,
    change: CloudChange,
    targets: readonly ResourceTarget[],
  ): Promise<Outcome> {
    const base = { sequence, id: change.id };
    const origin = classifyOrigin(change.actor, { trustedActors: options.trustedActors });
    await look(false);
    const judgements = judgeTargets(targets, states.loaded);
    diagnosis.matched(judgements.some((one) => one.kind !== "not_managed" && one.kind !== "unmanaged"));
    if (origin.verdict === "own_apply" && !options.verifyTrusted)
      return { ...base, ...concludeOwn(judgements, origin) };
    const context: ChangeContext = { change, origin, incident: options.incidents.of(change) };
    if (mustWait(origin) && judgements.some(isDrift)) return wait(sequence, context, targets, judgements);
    return { ...base, ...conclude(judgements, context) };
  }

  return {
    async judge(sequence, provider, change) {
      await settleDue();
      diagnosis.change(change);
      const base = { sequence, id: change.id };
      const mapped = mapChange(provider, change, (error) =>
        options.onSignal({ kind: "internal.failed", error }),
      );
      // What failed is not noted as seen: another rule may yet send the same record whole.
      if (mapped.status === "failed") return unmappedOutcome(base, mapped);
      if (options.store.markSeen(JSON.stringify([change.provider, change.account ?? "", change.id]))) {
        diagnosis.repeated(change);
        return { ...base, outcome: "duplicate", evidence: ["the audit record was seen before"] };
      }
      if (mapped.status !== "mapped") return unmappedOutcome(base, mapped);
      return judgeMapped(sequence, change, mapped.targets);
    },
    refresh: () => look(true),
    settleDue,
    async settleAll() {
      if (waiting.length === 0) return;
      await look(true);
      settleWaiting(() => true);
    },
  };
}
