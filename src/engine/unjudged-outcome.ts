import { assertNever } from "../internal/assert-never.js";
import { DriftError } from "../model/drift-error.js";
import type { FinalOutcome } from "../model/outcome.js";
import type { PipelineSignal } from "../model/pipeline-signal.js";
import type { Mapped, MapResult, ParseFailed, ParseSkipped } from "../providers/provider.js";

/** The outcome of an alert that is no change, or cannot be read as one. */
export function unparsedOutcome(sequence: number, result: ParseSkipped | ParseFailed): FinalOutcome {
  const id = result.id === undefined ? {} : { id: result.id };
  const base = { sequence, ...id, evidence: [result.detail] };
  if (result.status === "skipped") return { ...base, outcome: "skipped", reason: result.reason };
  const field = result.field === undefined ? {} : { field: result.field };
  return { ...base, outcome: "rejected", reason: result.reason, ...field };
}

/** The outcome of an alert on which the engine, or a host's store, failed. Says so as a signal. */
export function internalFailure(
  base: { readonly sequence: number; readonly id: string },
  cause: unknown,
  onSignal: (signal: PipelineSignal) => void,
): FinalOutcome {
  const message = "judging an alert failed; see the cause, and report it where it is not of your own store";
  onSignal({
    kind: "internal.failed",
    error: new DriftError("internal", message, { fault: "library", cause }),
  });
  return { ...base, outcome: "rejected", reason: "malformed", evidence: [message] };
}

/** The outcome of a change that no mapper turned into targets. */
export function unmappedOutcome(
  base: { readonly sequence: number; readonly id: string },
  mapped: Exclude<MapResult, Mapped>,
): FinalOutcome {
  switch (mapped.status) {
    case "unmapped": {
      const name = mapped.service === undefined ? mapped.operation : `${mapped.service} ${mapped.operation}`;
      return { ...base, outcome: "skipped", reason: "unmapped", evidence: [`no table knows ${name}`] };
    }
    case "skipped":
      return { ...base, outcome: "skipped", reason: mapped.reason, evidence: [mapped.detail] };
    case "failed": {
      const { reason, field, detail } = mapped;
      return { ...base, outcome: "rejected", reason, field, evidence: [detail] };
    }
    default:
      return assertNever(mapped);
  }
}
