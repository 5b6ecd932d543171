import type { PipelineSignal } from "../model/pipeline-signal.js";

/** What {@link watchSilence} works with. */
export interface SilenceOptions {
  /** How long nothing may come before it is said. */
  readonly silenceMs: number;
  readonly signal: AbortSignal;
  readonly emit: (signal: PipelineSignal) => void;
  readonly sleep: (delayMs: number, signal: AbortSignal) => Promise<void>;
}

/** Notices that no alert comes any more. */
export interface SilenceWatch {
  /** An alert came. */
  heard(): void;
}

/**
 * Says `alerts.silent` once nothing came for `silenceMs`, and `alerts.resumed` with the next alert: a stream that broke
 * without a word looks like a quiet day.
 */
export function watchSilence({ silenceMs, signal, emit, sleep }: SilenceOptions): SilenceWatch {
  let alertsHeard = 0;
  let silent = false;

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      const before = alertsHeard;
      await sleep(silenceMs, signal);
      if (signal.aborted || alertsHeard !== before || silent) continue;
      silent = true;
      emit({ kind: "alerts.silent", silenceMs });
    }
  }

  void watch();
  return {
    heard() {
      alertsHeard += 1;
      if (silent) emit({ kind: "alerts.resumed", silenceMs });
      silent = false;
    },
  };
}
