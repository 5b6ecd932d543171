import { describe, expect, it } from "vitest";
import {
  DriftEngine,
  DriftError,
  decodeAlert,
  isDriftError,
  type PipelineSignal,
  type StateSource,
} from "../../../src/index.js";
import { declared, harness } from "../../support/engine-harness.js";
import { alertOf, scriptedProvider, set, thing } from "../../support/scripted-provider.js";

const script = { id: "1", targets: [thing("a", "update", [set("size", 2)])] };
const again = { id: "2", targets: [thing("a", "update", [set("size", 3)])] };

describe("a state that cannot be read", () => {
  it.each([
    ["is empty", "", "state_empty"],
    ["was cut in the middle", '{"version": 4, "serial": 1, "resou', "state_malformed"],
    [
      "is of version 3",
      '{"version": 3, "serial": 1, "lineage": "x", "modules": []}',
      "state_version_unsupported",
    ],
    [
      "is encrypted",
      '{"serial":1,"lineage":"x","meta":{},"encrypted_data":"AAAA","encryption_version":"v0"}',
      "state_encrypted",
    ],
    ["is another file", '{"hello": "world"}', "state_malformed"],
  ] as const)("at the start because it %s stops the engine with what to do", async (_, content, code) => {
    const { source, send } = harness([], [script]);
    source.set(content);
    await expect(send("1")).rejects.toSatisfy((error) => isDriftError(error, code));
  });

  it("at the start is said once, by the error", async () => {
    const { source, send, signals } = harness([], [script]);
    source.set("");
    await expect(send("1")).rejects.toThrow();
    expect(signals).toEqual([]);
  });

  it("at the start is tried again with the next alert", async () => {
    const { source, send, write } = harness([], [script]);
    source.set("");
    await expect(send("1")).rejects.toThrow();
    write([declared("a", { size: 1 })]);
    expect(await send("1")).toMatchObject({ outcome: "drift" });
  });

  it.each([
    ["is empty", ""],
    ["is half-written", '{"version": 4, "serial": 9'],
    ["is of version 3", '{"version": 3, "serial": 9, "lineage": "x"}'],
    ["is encrypted", '{"serial":9,"lineage":"x","encrypted_data":"AAAA","encryption_version":"v0"}'],
  ])("later because it %s leaves the last good one in use, and is said once", async (_, content) => {
    const { source, send, clock, signals, events } = harness([declared("a", { size: 1 })], [script, again]);
    await send("1");
    source.set(content);
    clock.advance(10_000);
    await send("2");
    clock.advance(10_000);
    await send("2");
    expect(events.at(-1)?.drift).toMatchObject({
      resource: { address: "aws_thing.a" },
      state: { serial: 1 },
    });
    const failures = signals.filter((one) => one.kind === "state.failed");
    expect(failures).toMatchObject([{ source: "test.tfstate", lastGood: "2026-03-01T12:00:00.000Z" }]);
  });

  it("because its source fails with something else is a typed error all the same", async () => {
    const { source, send, signals, clock } = harness([declared("a", { size: 1 })], [script, again]);
    await send("1");
    source.fail(new Error("socket hang up") as DriftError);
    clock.advance(10_000);
    expect(await send("2")).toMatchObject({ outcome: "drift" });
    const failure = signals.find((one) => one.kind === "state.failed");
    expect(failure).toMatchObject({ error: { code: "state_source_failed" } });
    expect(failure?.error).toBeInstanceOf(DriftError);
  });
});

describe("a watch that breaks", () => {
  it("is said, and the state is still read by its age", async () => {
    const fixture = harness([declared("a", { size: 1 })], [script]);
    const broken: StateSource = {
      name: "test.tfstate",
      read: (options) => fixture.source.read(options),
      watch: () => ({
        [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error("too many watches")) }),
      }),
    };
    const signals: PipelineSignal[] = [];
    const engine = new DriftEngine({
      providers: [scriptedProvider([script])],
      state: [broken],
      subscriber: {
        async *deliveries() {
          yield { alert: decodeAlert(alertOf("1")) };
        },
      },
    });
    engine.on("signal", (one) => signals.push(one));
    await engine.run();
    expect(signals.find((one) => one.kind === "state.failed")).toMatchObject({
      source: "test.tfstate",
      error: { code: "state_source_failed" },
    });
    expect(engine.stats()).toMatchObject({ drift: 1 });
  });
});

describe("a state that moved on", () => {
  it("is announced with its serial", async () => {
    const { send, signals, write, clock } = harness([declared("a", { size: 1 })], [script, again]);
    await send("1");
    write([declared("a", { size: 1 }), declared("b", {})]);
    clock.advance(10_000);
    await send("2");
    expect(signals.filter((one) => one.kind === "state.loaded")).toMatchObject([
      { serial: 1, resources: 1 },
      { serial: 2, resources: 2 },
    ]);
  });

  it("is not asked for again within its time", async () => {
    const { send, write, events } = harness([declared("a", { size: 1 })], [script, again]);
    await send("1");
    write([declared("a", { size: 3 })]);
    await send("2");
    expect(events.at(-1)?.drift.state).toMatchObject({ serial: 1 });
  });
});
