import { describe, expectTypeOf, test } from "vitest";
import type {
  DriftDetected,
  DriftEvent,
  DriftValue,
  EngineListeners,
  FinalOutcome,
  JsonValue,
  Outcome,
  PipelineSignal,
  Provider,
} from "../../src/index.js";
import { aws } from "../../src/providers/aws/index.js";

describe("the public types", () => {
  test("narrow a drift event by its type", () => {
    const payload = {} as DriftEvent;
    if (payload.type === "drift.detected") expectTypeOf(payload).toEqualTypeOf<DriftDetected>();
  });

  test("give a listener the event of its name", () => {
    expectTypeOf<Parameters<EngineListeners["drift.detected"]>[0]>().toEqualTypeOf<DriftDetected>();
    expectTypeOf<Parameters<EngineListeners["signal"]>[0]>().toEqualTypeOf<PipelineSignal>();
    // @ts-expect-error a name that does not exist
    expectTypeOf<EngineListeners["drift.detcted"]>().toBeNever();
  });

  test("make a value readable only where it is known", () => {
    const value = {} as DriftValue;
    if (value.kind === "known") expectTypeOf(value.value).toEqualTypeOf<JsonValue>();
    // @ts-expect-error a redacted value has none
    if (value.kind === "redacted") expectTypeOf(value.value).toBeNever();
  });

  test("tell a final outcome from one that waits", () => {
    const outcome = {} as Outcome;
    if (outcome.outcome !== "deferred") expectTypeOf(outcome).toEqualTypeOf<FinalOutcome>();
    if (outcome.outcome === "rejected") expectTypeOf(outcome.field).toEqualTypeOf<string | undefined>();
  });

  test("take a provider of one's own", () => {
    const own = {
      name: "own",
      parser: {
        provider: "own",
        sources: ["own"],
        fields: [],
        parse: () => ({ status: "skipped", reason: "read_only", detail: "" }),
      },
      mapper: { map: (change) => ({ status: "unmapped", operation: change.operation }) },
    } satisfies Provider;
    expectTypeOf(own).toExtend<Provider>();
    expectTypeOf(aws).returns.toEqualTypeOf<Provider>();
  });

  test("refuse an outcome reason that does not exist", () => {
    ({
      name: "own",
      parser: {
        provider: "own",
        sources: [],
        fields: [],
        // @ts-expect-error the reasons are a closed union
        parse: () => ({ status: "skipped", reason: "boring", detail: "" }),
      },
      mapper: { map: (change) => ({ status: "unmapped", operation: change.operation }) },
    }) satisfies Provider;
  });
});
