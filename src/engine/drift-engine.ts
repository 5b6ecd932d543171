import type { AlertDelivery } from "../falco/alert-transport.js";
import { linkAbort } from "../internal/linked-abort.js";
import type { Drift, DriftEvent } from "../model/drift.js";
import { DriftError } from "../model/drift-error.js";
import type { AlertInput } from "../model/falco-alert.js";
import type { EngineStats, FinalOutcome, Outcome } from "../model/outcome.js";
import type { PipelineSignal } from "../model/pipeline-signal.js";
import { type Clock, wallClock } from "./clock.js";
import { createDiagnosis, type Diagnosis } from "./diagnosis.js";
import { type DriftStore, memoryStore } from "./drift-store.js";
import { createDriftStream, type DriftStream } from "./drift-stream.js";
import type { DriftEngineOptions } from "./engine-options.js";
import { createIncidents } from "./incidents.js";
import { createJudge, type Judge } from "./judge-change.js";
import { createLedger, type Ledger } from "./ledger.js";
import { createLifecycle } from "./lifecycle.js";
import {
  createListeners,
  type EngineListenerName,
  type EngineListeners,
  type Listeners,
} from "./listeners.js";
import { type ParseContext, type ParsedInput, parseAlert, parseRecord } from "./parse-input.js";
import { createSerialQueue, type SerialQueue } from "./serial-queue.js";
import { createStates, type States } from "./states.js";
import { internalFailure, unparsedOutcome } from "./unjudged-outcome.js";
import { watchStates } from "./watch-states.js";

/** What `DriftEngine.run` is called with. */
export interface RunOptions {
  /** Ends the run; what is under way gets its outcome first. */
  readonly signal?: AbortSignal;
}

/**
 * Turns Falco's alerts into drift: compares what the cloud's audit log saw with what the states declare.
 *
 * Alerts are judged one after the other, each gets exactly one {@link Outcome}, and nothing is dropped without a
 * counted reason.
 *
 * @example
 * ```ts
 * const engine = new DriftEngine({ providers: [aws()], state: [localState({ path: "terraform.tfstate" })] });
 * engine.on("drift.detected", ({ drift }) => page(drift.resource.address, drift.severity.level));
 * const outcome = await engine.process(alert);
 * ```
 */
export class DriftEngine {
  readonly #options: DriftEngineOptions;
  readonly #clock: Clock;
  readonly #store: DriftStore;
  readonly #listeners: Listeners;
  readonly #ledger: Ledger;
  readonly #states: States;
  readonly #diagnosis: Diagnosis;
  readonly #judge: Judge;
  readonly #queue: SerialQueue;
  readonly #parsing: ParseContext;
  readonly #streams = new Set<DriftStream>();
  /** Deliveries whose alert has no final outcome yet, by sequence. */
  readonly #unacknowledged = new Map<number, AlertDelivery>();
  #loading: Promise<void> | undefined;
  #running = false;
  #closed = false;
  #driftEvents = 0;

  constructor(options: DriftEngineOptions) {
    if (options.providers.length === 0) throw invalid("providers is empty; give at least one, such as aws()");
    if (options.state.length === 0) {
      throw invalid('state is empty; give at least one, such as localState({ path: "terraform.tfstate" })');
    }
    this.#options = options;
    this.#clock = options.clock ?? wallClock();
    this.#store = options.store ?? memoryStore();
    this.#listeners = createListeners();
    this.#ledger = createLedger(options.historyCapacity ?? 10_000);
    this.#queue = createSerialQueue();
    this.#states = createStates({
      sources: options.state,
      clock: this.#clock,
      maxAgeMs: options.stateMaxAgeMs ?? 10_000,
      onSignal: (signal) => this.#listeners.signal(signal),
    });
    this.#parsing = {
      providers: options.providers,
      onFailure: (error) => this.#failed(error),
      // A clock that runs on the records' time cannot tell that they are from the future.
      onDecoded: (alert) =>
        this.#diagnosis.alert(alert, this.#clock.observe === undefined ? this.#clock.now() : Infinity),
      onDiagnostic: (diagnostic) => this.#diagnosis.say(diagnostic),
    };
    this.#diagnosis = createDiagnosis({
      onDiagnostic: (diagnostic) => this.#listeners.signal({ kind: "setup.diagnosed", diagnostic }),
      unmatchedLimit: 20,
    });
    this.#judge = createJudge({
      states: this.#states,
      store: this.#store,
      clock: this.#clock,
      lifecycle: createLifecycle({
        store: this.#store,
        now: () => new Date(this.#clock.now()).toISOString(),
        ...(options.isSecret === undefined ? {} : { isSecret: options.isSecret }),
      }),
      diagnosis: this.#diagnosis,
      incidents: createIncidents(options.incidentGapMs ?? 600_000, 10_000),
      trustedActors: options.trustedActors ?? [],
      verifyTrusted: options.verifyTrusted ?? false,
      unmanaged: options.unmanaged ?? true,
      settleMs: options.settleMs ?? 90_000,
      settleCapacity: options.settleCapacity ?? 10_000,
      onDrift: (payload) => this.#publish(payload),
      onSettled: (outcome) => this.#settle(outcome),
      onSignal: (signal) => this.#listeners.signal(signal),
      wakeAt: (atMs) =>
        void this.#clock.schedule(atMs, () => void this.#aside(() => this.#judge.settleDue())),
    });
  }

  /**
   * Reads the subscriber until it ends or the signal aborts, then gives every alert that still waits its outcome.
   *
   * @throws {@link DriftError} when no state can be read, or the subscriber met something that a human must fix.
   */
  async run(options: RunOptions = {}): Promise<void> {
    const { subscriber } = this.#options;
    if (subscriber === undefined)
      throw invalid("run() needs a subscriber; without one call process() with each alert");
    if (this.#running)
      throw new DriftError("engine_running", "run() was called twice; one engine runs once at a time", {
        fault: "caller",
      });
    this.#running = true;
    const stop = linkAbort([options.signal]);
    const { signal } = stop;
    try {
      await this.ready();
      const watching = watchStates({
        sources: this.#options.state,
        signal,
        onChange: () => this.#aside(() => this.#judge.refresh()),
        onSignal: (one) => this.#listeners.signal(one),
      });
      const deliveries = subscriber.deliveries({ signal, onSignal: (one) => this.#listeners.signal(one) });
      for await (const delivery of deliveries) {
        await this.#judgeDelivery(delivery);
      }
      stop.abort();
      await watching;
    } finally {
      stop.abort();
      stop.release();
      this.#running = false;
      await this.flush();
    }
  }

  /**
   * Reads the states, unless they have been read. `run` and `process` do so by themselves; a host that wants to know
   * before the first alert calls it.
   *
   * @throws {@link DriftError} of stage `state` when none can be read; an `AggregateError` when there are several.
   */
  async ready(): Promise<void> {
    this.#loading ??= this.#states.load();
    try {
      await this.#loading;
    } catch (cause) {
      this.#loading = undefined;
      throw cause;
    }
  }

  /** Judges one alert: Falco's JSON object, or a decoded `FalcoAlert`. A `deferred` outcome is followed by a final one. */
  async process(alert: AlertInput): Promise<Outcome> {
    return this.#take(() => parseAlert(alert, this.#parsing));
  }

  /**
   * Judges one raw audit record, such as a CloudTrail record, without Falco in between.
   *
   * @throws {@link DriftError} `invalid_option` when no provider has this name.
   */
  async processRecord(provider: string, record: unknown): Promise<Outcome> {
    const found = this.#options.providers.find((one) => one.name === provider);
    if (found === undefined) throw invalid(`no provider is named ${provider}; see the providers option`);
    return this.#take(() => parseRecord(found, record, this.#parsing));
  }

  /** Listens to drift events by type, to all of them (`drift`), or to the engine itself (`signal`). Returns the way to stop. */
  on<N extends EngineListenerName>(name: N, listener: EngineListeners[N]): () => void {
    return this.#listeners.on(name, listener);
  }

  /** The drift events from now on, until the signal aborts or the engine is closed. */
  events(options: RunOptions = {}): AsyncIterable<DriftEvent> {
    const signal = options.signal ?? new AbortController().signal;
    const stream = createDriftStream(this.#options.eventCapacity ?? 10_000, signal, () =>
      this.#streams.delete(stream),
    );
    if (this.#closed) stream.end();
    this.#streams.add(stream);
    return stream.events;
  }

  /** The counts. `received` always equals the sum of the outcomes, `deferred` among them. */
  stats(): EngineStats {
    return { ...this.#ledger.counts(), openFindings: this.#store.size, events: this.#driftEvents };
  }

  /** What became of the alert with this audit record id, and why; `undefined` when it is not remembered. */
  explain(alertId: string): Outcome | undefined {
    return this.#ledger.explain(alertId);
  }

  /** The findings that are open now. */
  findings(): readonly Drift[] {
    return [...this.#store.all()].map((finding) => finding.drift);
  }

  /** Waits for what is under way, and gives every alert that waits for the settle window its outcome now. */
  async flush(): Promise<void> {
    await this.#queue.add(() => this.#judge.settleAll());
  }

  /** Flushes and ends all `events()`. The engine takes no alert afterwards. */
  async close(): Promise<void> {
    await this.flush();
    this.#closed = true;
    for (const stream of this.#streams) stream.end();
  }

  /** An alert is acknowledged with its final outcome, and given back where it gets none. */
  async #judgeDelivery(delivery: AlertDelivery): Promise<void> {
    try {
      await this.#take(() => parseAlert(delivery.alert, this.#parsing), delivery);
    } catch (cause) {
      delivery.nack?.();
      throw cause;
    }
  }

  async #take(parse: () => ParsedInput, delivery?: AlertDelivery): Promise<Outcome> {
    if (this.#closed) {
      throw new DriftError("engine_closed", "the engine was closed; make a new one", { fault: "caller" });
    }
    await this.ready();
    return this.#queue.add(async () => {
      const sequence = this.#ledger.receive();
      if (delivery !== undefined) this.#unacknowledged.set(sequence, delivery);
      const outcome = await this.#judgeInput(sequence, parse());
      if (outcome.outcome === "deferred") this.#ledger.defer(outcome);
      else this.#settle(outcome);
      return outcome;
    });
  }

  /** Whatever goes wrong inside, the alert gets an outcome. */
  async #judgeInput(sequence: number, input: ParsedInput): Promise<Outcome> {
    if (input.status !== "parsed") return unparsedOutcome(sequence, input);
    const { provider, change } = input;
    try {
      this.#clock.observe?.(Date.parse(change.time));
      return await this.#judge.judge(sequence, provider, change);
    } catch (cause) {
      const base = { sequence, id: change.id };
      return internalFailure(base, cause, (signal) => this.#listeners.signal(signal));
    }
  }

  /** Runs a step between alerts that nobody waits for. It never rejects: a failure is a signal. */
  async #aside(step: () => Promise<void>): Promise<void> {
    try {
      await this.#queue.add(step);
    } catch (cause) {
      const message = "looking at the states again failed; see the cause";
      this.#failed(new DriftError("internal", message, { fault: "library", cause }));
    }
  }

  #settle(outcome: FinalOutcome): void {
    this.#ledger.settle(outcome);
    this.#unacknowledged.get(outcome.sequence)?.ack?.();
    this.#unacknowledged.delete(outcome.sequence);
    this.#listeners.signal({ kind: "alert.outcome", outcome });
  }

  #publish(payload: DriftEvent): void {
    this.#driftEvents += 1;
    this.#listeners.drift(payload);
    for (const stream of this.#streams) stream.push(payload);
  }

  #failed(error: DriftError): void {
    const signal: PipelineSignal = { kind: "internal.failed", error };
    this.#listeners.signal(signal);
  }
}

function invalid(message: string): DriftError {
  return new DriftError("invalid_option", message, { fault: "caller" });
}
