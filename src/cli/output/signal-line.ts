import type { PipelineSignal } from "../../index.js";
import { assertNever } from "../../internal/assert-never.js";
import { outcomeName } from "./outcome-lines.js";
import { plainText } from "./plain-text.js";

/**
 * What the engine says about itself, as one line for standard error, or `undefined` where people need not know.
 *
 * @param explain tell every alert's outcome and why
 */
export function signalLine(signal: PipelineSignal, explain: boolean): string | undefined {
  const line = wording(signal, explain);
  return line === undefined ? undefined : plainText(line);
}

function wording(signal: PipelineSignal, explain: boolean): string | undefined {
  switch (signal.kind) {
    case "connection.changed":
      return connection(signal);
    case "buffer.full":
      return `the buffer of ${signal.capacity} alerts is full; reading waits until the engine catches up`;
    case "buffer.drained":
      return "the buffer has room again";
    case "input.skipped":
      // At 1, 10, 100...: enough to see it, without a line for each.
      return Number.isInteger(Math.log10(signal.total))
        ? `passed over input that is no alert (${signal.total} so far): ${signal.detail}`
        : undefined;
    case "alerts.lost":
      return `alerts were lost (${signal.total} so far): ${signal.detail}`;
    case "alerts.silent":
      return `no alert for ${signal.silenceMs / 1000} s; check that Falco runs and its rules match (tfdrift doctor)`;
    case "alerts.resumed":
      return "alerts come again";
    case "state.loaded":
      return `state ${signal.source}: serial ${signal.serial}, ${signal.resources} resources`;
    case "state.failed":
      return `state ${signal.source}: ${signal.error.message}${signal.lastGood === undefined ? "" : `; still using what was read at ${signal.lastGood}`}`;
    case "setup.diagnosed":
      return `${signal.diagnostic.problem}; ${signal.diagnostic.fix}`;
    case "alert.outcome":
      return explain
        ? [
            `${signal.outcome.id ?? "(no id)"} ${outcomeName(signal.outcome)}`,
            ...signal.outcome.evidence,
          ].join("; ")
        : undefined;
    case "offset.failed":
    case "listener.failed":
    case "internal.failed":
      return signal.error.message;
    default:
      return assertNever(signal);
  }
}

function connection(signal: PipelineSignal & { kind: "connection.changed" }): string {
  const why = signal.error === undefined ? "" : `: ${signal.error.message}`;
  switch (signal.state) {
    case "connecting":
      return signal.attempt === 0 ? "connecting" : `connecting, attempt ${signal.attempt + 1}`;
    case "connected":
      return signal.falcoVersion === undefined ? "connected" : `connected to Falco ${signal.falcoVersion}`;
    case "waiting":
      return `not connected${why}; trying again in ${((signal.delayMs ?? 0) / 1000).toFixed(1)} s`;
    case "closed":
      return `closed${why}`;
    default:
      return assertNever(signal.state);
  }
}
