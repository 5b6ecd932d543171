import { describe, expect, it } from "vitest";
import {
  type AlertDelivery,
  type AlertSource,
  DriftError,
  decodeAlert,
  isDriftError,
} from "../../../src/index.js";
import { declared, harness } from "../../support/engine-harness.js";
import { alertOf, type Script, set, TERRAFORM_AGENT, thing } from "../../support/scripted-provider.js";

const scripts: readonly Script[] = [
  { id: "1", targets: [thing("a", "update", [set("size", 2)])] },
  { id: "2", actor: { userAgent: TERRAFORM_AGENT }, targets: [thing("a", "update", [set("name", "b")])] },
];

/** A source of the alerts of these scripts, which notes what is acknowledged. */
function source(ids: readonly string[], acknowledged: string[], end?: () => Promise<void>): AlertSource {
  return {
    async *deliveries(): AsyncGenerator<AlertDelivery> {
      for (const id of ids) yield { alert: decodeAlert(alertOf(id)), ack: () => acknowledged.push(id) };
      await end?.();
    },
  };
}

describe("run()", () => {
  it("judges what the subscriber delivers, and ends with it", async () => {
    const acknowledged: string[] = [];
    const { engine, events } = harness([declared("a", { size: 1 })], scripts, {
      subscriber: source(["1"], acknowledged),
    });
    await engine.run();
    expect(events.map((one) => one.type)).toEqual(["drift.detected"]);
    expect(acknowledged).toEqual(["1"]);
  });

  it("gives what still waits its outcome before it ends, and acknowledges it only then", async () => {
    const acknowledged: string[] = [];
    let beforeEnd: readonly string[] = [];
    const end = async (): Promise<void> => {
      beforeEnd = [...acknowledged];
    };
    const { engine, events } = harness([declared("a", { name: "a" })], scripts, {
      subscriber: source(["2"], acknowledged, end),
    });
    await engine.run();
    expect(beforeEnd).toEqual([]);
    expect(acknowledged).toEqual(["2"]);
    expect(events).toMatchObject([{ drift: { origin: { verdict: "iac_unverified" } } }]);
    expect(engine.stats()).toMatchObject({ received: 1, deferred: 0, drift: 1 });
  });

  it("looks at the state at once when its source says that it changed", async () => {
    let resolve = (): void => {};
    const resolved = new Promise<void>((done) => {
      resolve = done;
    });
    const fixture = harness([declared("a", { size: 1 })], scripts, {
      subscriber: source(["1"], [], async () => {
        fixture.write([declared("a", { size: 2 })]);
        await resolved;
      }),
    });
    fixture.engine.on("drift.resolved", () => resolve());
    await fixture.engine.run();
    expect(fixture.events.at(-1)).toMatchObject({
      type: "drift.resolved",
      drift: { resolution: "absorbed" },
    });
  });

  it("ends when the signal aborts", async () => {
    const stop = new AbortController();
    const subscriber: AlertSource = {
      async *deliveries({ signal }) {
        yield { alert: decodeAlert(alertOf("1")) };
        if (signal.aborted) return;
        await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
      },
    };
    const { engine, events } = harness([declared("a", { size: 1 })], scripts, { subscriber });
    engine.on("drift", () => stop.abort());
    await engine.run({ signal: stop.signal });
    expect(events).toHaveLength(1);
  });

  it("rejects with what the subscriber cannot recover from", async () => {
    const failure = new DriftError("falco_grpc_unsupported", "no gRPC; use http_output");
    const subscriber = source([], [], () => Promise.reject(failure));
    const { engine } = harness([declared("a", {})], scripts, { subscriber });
    await expect(engine.run()).rejects.toBe(failure);
  });

  it("rejects when no state can be read, before it takes any alert", async () => {
    const acknowledged: string[] = [];
    const fixture = harness([], scripts, { subscriber: source(["1"], acknowledged) });
    fixture.source.set("");
    await expect(fixture.engine.run()).rejects.toSatisfy((error) => isDriftError(error, "state_empty"));
    expect(acknowledged).toEqual([]);
  });

  it("refuses to run twice at once, or without a subscriber", async () => {
    const { engine } = harness([declared("a", {})], scripts, { subscriber: source(["1"], []) });
    const first = engine.run();
    await expect(engine.run()).rejects.toSatisfy((error) => isDriftError(error, "engine_running"));
    await first;
    const { engine: without } = harness([declared("a", {})], scripts);
    await expect(without.run()).rejects.toSatisfy((error) => isDriftError(error, "invalid_option"));
  });
});
