import { EventEmitter } from "eventemitter3";
import type { DriftEvent } from "../model/drift.js";
import { DriftError } from "../model/drift-error.js";
import type { PipelineSignal } from "../model/pipeline-signal.js";

/** What a host can listen to: each type of drift event, all of them as `drift`, and the engine itself as `signal`. */
export type EngineListeners = {
  readonly [E in DriftEvent as E["type"]]: (payload: E) => unknown;
} & {
  readonly drift: (payload: DriftEvent) => unknown;
  readonly signal: (payload: PipelineSignal) => unknown;
};

/** A name in {@link EngineListeners}. */
export type EngineListenerName = keyof EngineListeners;

/** Calls the host's listeners, and lets none of them stop another one or the engine. */
export interface Listeners {
  on<N extends EngineListenerName>(name: N, listener: EngineListeners[N]): () => void;
  drift(payload: DriftEvent): void;
  signal(payload: PipelineSignal): void;
}

type Call = (payload: unknown) => unknown;

/** Makes {@link Listeners}. A listener that throws or rejects is reported as a `listener.failed` signal. */
export function createListeners(): Listeners {
  const emitter = new EventEmitter<Record<string, (payload: unknown) => void>>();

  function failed(name: EngineListenerName, payload: unknown, cause: unknown): void {
    // Who fails on the report of a failure is not told of that too: it would go round in circles.
    if ((payload as Partial<PipelineSignal>).kind === "listener.failed") return;
    const error = new DriftError("listener_failed", `a listener of "${name}" threw; fix the listener`, {
      fault: "caller",
      cause,
    });
    emitter.emit("signal", { kind: "listener.failed", name, error });
  }

  function guarded(name: EngineListenerName, listener: Call): (payload: unknown) => void {
    return (payload) => {
      try {
        const answer = listener(payload);
        if (answer instanceof Promise) answer.catch((cause: unknown) => failed(name, payload, cause));
      } catch (cause) {
        failed(name, payload, cause);
      }
    };
  }

  return {
    on(name, listener) {
      const call = guarded(name, listener as Call);
      emitter.on(name, call);
      return () => void emitter.off(name, call);
    },
    drift(payload) {
      emitter.emit(payload.type, payload);
      emitter.emit("drift", payload);
    },
    signal(payload) {
      emitter.emit("signal", payload);
    },
  };
}
