import {
  type Clock,
  DriftEngine,
  type DriftEngineOptions,
  type DriftEvent,
  type PipelineSignal,
} from "../../src/index.js";
import { memoryState } from "../../src/testing/memory-state.js";
import { type StateResource, state } from "./aws-state.js";
import { alertOf, type Script, scriptedProvider } from "./scripted-provider.js";

/** A clock that a test moves by hand. */
export interface ManualClock extends Clock {
  /** Moves on, and calls what was scheduled for the time that passed. */
  advance(ms: number): void;
}

/** Makes a {@link ManualClock} that stands at 2026-03-01T12:00:00Z. */
export function manualClock(): ManualClock {
  let nowMs = Date.parse("2026-03-01T12:00:00Z");
  let scheduled: { readonly atMs: number; readonly callback: () => void }[] = [];
  return {
    now: () => nowMs,
    schedule(atMs, callback) {
      const entry = { atMs, callback };
      scheduled.push(entry);
      return () => {
        scheduled = scheduled.filter((one) => one !== entry);
      };
    },
    advance(ms) {
      nowMs += ms;
      const due = scheduled.filter((one) => one.atMs <= nowMs);
      scheduled = scheduled.filter((one) => one.atMs > nowMs);
      for (const one of due) one.callback();
    },
  };
}

/** An engine over one state and scripted alerts, with all that it says. */
export interface Harness {
  readonly engine: DriftEngine;
  readonly clock: ManualClock;
  readonly source: ReturnType<typeof memoryState>;
  readonly events: DriftEvent[];
  readonly signals: PipelineSignal[];
  /** Lets the alert of a script be judged. */
  send(id: string): ReturnType<DriftEngine["process"]>;
  /** Writes the state anew, with the next serial. */
  write(resources: readonly StateResource[], lineage?: string): void;
}

/** Makes a {@link Harness}. */
export function harness(
  resources: readonly StateResource[],
  scripts: readonly Script[],
  options: Partial<DriftEngineOptions> = {},
): Harness {
  const clock = manualClock();
  let serial = 1;
  const source = memoryState({ name: "test.tfstate", content: state({ serial, resources }) });
  const engine = new DriftEngine({
    providers: [scriptedProvider(scripts)],
    state: [source],
    clock,
    ...options,
  });
  const events: DriftEvent[] = [];
  const signals: PipelineSignal[] = [];
  engine.on("drift", (one) => events.push(one));
  engine.on("signal", (one) => signals.push(one));
  return {
    engine,
    clock,
    source,
    events,
    signals,
    send: (id) => engine.process(alertOf(id)),
    write(next, lineage) {
      serial += 1;
      source.set(state({ serial, resources: next, ...(lineage === undefined ? {} : { lineage }) }));
    },
  };
}

/** A resource of the scripted provider. */
export function declared(name: string, attributes: Readonly<Record<string, unknown>>): StateResource {
  return { type: "aws_thing", name, attributes: { id: name, ...attributes } };
}
