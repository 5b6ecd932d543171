import { describe, expect, it } from "vitest";
import type { Diagnostic, PipelineSignal } from "../../../src/index.js";
import { declared, harness } from "../../support/engine-harness.js";
import { alertOf, scriptedProvider, thing } from "../../support/scripted-provider.js";

function diagnostics(signals: readonly PipelineSignal[]): Diagnostic[] {
  return signals.flatMap((one) => (one.kind === "setup.diagnosed" ? [one.diagnostic] : []));
}

const quiet = { id: "1", targets: [thing("zzz", "update")] };

function alertWith(
  fields: Record<string, unknown>,
  rest: Record<string, unknown> = {},
): Record<string, unknown> {
  return { ...alertOf("1"), ...rest, output_fields: { id: "1", ...fields } };
}

describe("one alert is enough to say", () => {
  it.each([
    [
      "that a field was cut short",
      alertWith({ "ct.request": '{"a":"b[...]' }),
      "truncated_field",
      "ct.request",
    ],
    [
      "that Falco dropped alerts",
      alertWith({ "falco.outputs_queue_num_drops": 3 }, { source: "internal" }),
      "falco_dropped",
      "outputs",
    ],
    [
      "that Falco dropped system calls",
      alertWith({}, { source: "internal", rule: "Falco internal: syscall event drop" }),
      "falco_dropped",
      "events",
    ],
    [
      "that a clock is wrong",
      alertWith({}, { time: "2026-03-01T13:00:00Z", hostname: "node-1" }),
      "clock_skew",
      "node-1",
    ],
  ])("%s", async (_, alert, code, subject) => {
    const { engine, signals } = harness([declared("a", {})], [quiet]);
    await engine.process(alert);
    expect(diagnostics(signals)).toMatchObject([{ code, subject }]);
    expect(diagnostics(signals)[0]?.fix).not.toBe("");
  });

  it("that a source was renamed, and the alert is judged all the same", async () => {
    const provider = scriptedProvider([{ id: "1", targets: [thing("a", "delete")] }]);
    const claiming = { ...provider, parser: { ...provider.parser, claims: () => true } };
    const { engine, signals } = harness([declared("a", {})], [], { providers: [claiming] });
    expect(await engine.process(alertWith({}, { source: "my_cloudtrail" }))).toMatchObject({
      outcome: "drift",
    });
    expect(diagnostics(signals)).toMatchObject([{ code: "renamed_source", subject: "my_cloudtrail" }]);
  });
});

describe("nothing is said", () => {
  it("of an alert that is in order", async () => {
    const { engine, signals } = harness([declared("a", {})], [quiet]);
    await engine.process(alertWith({ "ct.request": "{}", "falco.outputs_queue_num_drops": 0 }));
    expect(diagnostics(signals)).toEqual([]);
  });

  it("twice", async () => {
    const { engine, signals } = harness([declared("a", {})], [quiet]);
    await engine.process(alertWith({ a: "x[...]" }));
    await engine.process(alertWith({ a: "y[...]" }));
    expect(diagnostics(signals)).toHaveLength(1);
  });
});

describe("states that match nothing", () => {
  const scripts = Array.from({ length: 20 }, (_, at) => ({ id: `${at}`, targets: [thing("zzz", "update")] }));

  it("are suspect after twenty changes", async () => {
    const { send, signals } = harness([declared("a", {})], scripts);
    for (const { id } of scripts.slice(0, 19)) await send(id);
    expect(diagnostics(signals)).toEqual([]);
    await send("19");
    expect(diagnostics(signals)).toMatchObject([{ code: "state_unmatched" }]);
  });

  it("are not suspect once one change matched", async () => {
    const [first, ...others] = scripts;
    const matching = { ...first, id: "0", targets: [thing("a", "delete")] };
    const { send, signals } = harness([declared("a", {})], [matching, ...others]);
    for (const { id } of scripts) await send(id);
    expect(diagnostics(signals)).toEqual([]);
  });
});
