import { DriftEngine, type DriftEvent } from "../../src/index.js";
import type { JsonObject } from "../../src/model/json.js";
import { aws } from "../../src/providers/aws/index.js";
import { memoryState } from "../../src/testing/memory-state.js";
import { type StateResource, state } from "./aws-state.js";
import { cloudTrailRecord } from "./cloudtrail.js";

/** One call, as CloudTrail records it. */
export interface Call {
  readonly service: string;
  readonly operation: string;
  readonly request: JsonObject | null;
  readonly response?: JsonObject;
  /** Other members of the record. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** What the whole pipeline makes of one call, in a form that reads well in an expectation. */
export interface JudgedCall {
  readonly outcome: string;
  /** `kind address-or-id`, and for a modification each difference as `path: declared -> observed`. */
  readonly drifts: readonly (readonly [what: string, ...differences: string[]])[];
  readonly events: readonly DriftEvent[];
}

/** Runs calls through the engine with the AWS provider and a state. */
export async function judgeCalls(
  calls: readonly Call[],
  resources: readonly StateResource[],
): Promise<JudgedCall> {
  const engine = new DriftEngine({
    providers: [aws()],
    state: [memoryState({ content: state({ resources }) })],
  });
  const events: DriftEvent[] = [];
  engine.on("drift", (event) => events.push(event));
  let outcome = "none";
  for (const [at, call] of calls.entries()) {
    const judged = await engine.processRecord("aws", recordOf(call, at));
    outcome = "reason" in judged ? `${judged.outcome}: ${judged.reason}` : judged.outcome;
  }
  await engine.close();
  return { outcome, drifts: events.map(describeEvent), events };
}

/** {@link judgeCalls} for one call. */
export function judgeCall(call: Call, ...resources: readonly StateResource[]): Promise<JudgedCall> {
  return judgeCalls([call], resources);
}

function recordOf({ service, operation, request, response, members }: Call, at: number): unknown {
  return cloudTrailRecord({
    eventID: `record-${at}`,
    eventSource: `${service}.amazonaws.com`,
    eventName: operation,
    requestParameters: request,
    responseElements: response ?? null,
    ...members,
  });
}

function describeEvent({ type, drift }: DriftEvent): readonly [string, ...string[]] {
  const { resource, kind, fidelity } = drift;
  const name = resource.address ?? resource.candidates?.join(" or ") ?? `${resource.type} ${resource.id}`;
  const what = type === "drift.resolved" ? `resolved (${drift.resolution}) ${name}` : `${kind} ${name}`;
  const differences = drift.differences.map(({ path, change, declared, observed }) => {
    const sign = { set: "", added: "+", removed: "-" }[change];
    return `${sign}${path}: ${shown(declared)} -> ${shown(observed)}`;
  });
  return [fidelity === "coarse" ? `${what} (coarse)` : what, ...differences];
}

function shown(value: DriftEvent["drift"]["differences"][number]["declared"]): string {
  return value.kind === "known" ? JSON.stringify(value.value) : value.kind;
}
