import { describe, expect, it } from "vitest";
import { DriftEngine, isDriftError } from "../../../src/index.js";
import { known, unknownValue } from "../../../src/model/observed-value.js";
import { collect } from "../../support/collect.js";
import { declared, harness } from "../../support/engine-harness.js";
import { alertOf, scriptedProvider, set, thing } from "../../support/scripted-provider.js";

describe("an alert about a declared resource", () => {
  it("is drift when an attribute has another value, with both values and who", async () => {
    const { send, events } = harness(
      [declared("a", { size: 1 })],
      [{ id: "1", targets: [thing("a", "update", [set("size", 2)])] }],
    );

    const outcome = await send("1");

    expect(outcome).toMatchObject({ outcome: "drift", id: "1", sequence: 1 });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      specVersion: "1.0",
      type: "drift.detected",
      time: "2026-03-01T12:00:00.000Z",
      drift: {
        revision: 1,
        kind: "modified",
        status: "open",
        fidelity: "exact",
        resource: { address: "aws_thing.a", type: "aws_thing", provider: "scripted", id: "a" },
        state: { source: "test.tfstate", serial: 1 },
        differences: [{ path: "size", change: "set", declared: known(1), observed: known(2) }],
        actor: { name: "alice" },
        origin: { verdict: "console" },
        cause: { operation: "UpdateThing", id: "1", time: "2026-03-01T12:00:00Z" },
      },
    });
    expect(outcome).toMatchObject({ drifts: [events[0]?.drift.id] });
  });

  it("is clean when the state says the same", async () => {
    const { send, events } = harness(
      [declared("a", { size: "2" })],
      [{ id: "1", targets: [thing("a", "update", [set("size", 2)])] }],
    );
    expect(await send("1")).toMatchObject({ outcome: "clean", reason: "matches_state" });
    expect(events).toEqual([]);
  });

  it("is coarse drift when the record does not tell what changed", async () => {
    const { send, events } = harness([declared("a", {})], [{ id: "1", targets: [thing("a", "update")] }]);
    await send("1");
    expect(events[0]?.drift).toMatchObject({ kind: "modified", fidelity: "coarse", differences: [] });
  });

  it("is coarse drift when the record shows that a value was set, but not which", async () => {
    const masked = { path: "password", change: "set", value: unknownValue("masked") } as const;
    const { send, events } = harness(
      [declared("a", { password: "p" })],
      [{ id: "1", targets: [thing("a", "update", [masked])] }],
    );
    await send("1");
    expect(events[0]?.drift).toMatchObject({
      fidelity: "coarse",
      differences: [{ declared: { kind: "redacted" }, observed: { kind: "unknown", reason: "masked" } }],
    });
  });

  it("is drift of kind deleted when it was deleted", async () => {
    const { send, events } = harness([declared("a", {})], [{ id: "1", targets: [thing("a", "delete")] }]);
    await send("1");
    expect(events[0]?.drift).toMatchObject({
      kind: "deleted",
      fidelity: "exact",
      resource: { address: "aws_thing.a" },
    });
  });

  it("is clean when it is reported as created as the state has it", async () => {
    const { send } = harness(
      [declared("a", { size: 1 })],
      [{ id: "1", targets: [thing("a", "create", [set("size", 1)])] }],
    );
    expect(await send("1")).toMatchObject({ outcome: "clean", reason: "matches_state" });
  });

  it("is one finding and one event, however many targets of the record are of it", async () => {
    const targets = [thing("a", "update", [set("size", 2)]), thing("a", "update", [set("name", "y")])];
    const { send, events } = harness([declared("a", { size: 1, name: "x" })], [{ id: "1", targets }]);
    await send("1");
    expect(events.map((one) => one.drift.differences.map(({ path }) => path))).toEqual([["size", "name"]]);
  });

  it("names the resources that depend on it", async () => {
    const dependent = { ...declared("b", {}), dependencies: ["aws_thing.a"] };
    const { send, events } = harness(
      [declared("a", {}), dependent],
      [{ id: "1", targets: [thing("a", "delete")] }],
    );
    await send("1");
    expect(events[0]?.drift.impact).toEqual(["aws_thing.b"]);
  });

  it("lists the candidates, and no address, when the record fits several resources", async () => {
    const target = {
      ...thing("x", "update", [set("size", 2)]),
      ref: { types: ["aws_thing"], match: [{ attributes: ["group"], values: ["g"] }] },
    };
    const { send, events } = harness(
      [
        declared("a", { group: "g", size: 1 }),
        declared("b", { group: "g", size: 1 }),
        declared("c", { group: "g", size: 2 }),
      ],
      [{ id: "1", targets: [target] }],
    );
    await send("1");
    expect(events[0]?.drift.resource.candidates).toEqual(["aws_thing.a", "aws_thing.b"]);
    expect(events[0]?.drift.resource.address).toBeUndefined();
    expect(events[0]?.drift.fidelity).toBe("coarse");
  });
});

describe("an aspect that Terraform may model as a resource of its own", () => {
  const aspect = (effect: "create" | "delete") =>
    thing("a", effect, [], {
      ref: { types: ["aws_thing_policy"], match: [{ attributes: ["id"], values: ["a"] }] },
      orElse: thing("a", "update", [set("policy", "new")]),
    });

  it("is reported once, on the aspect, when a state has it", async () => {
    const policy = { type: "aws_thing_policy", name: "p", attributes: { id: "a" } };
    const { send, events } = harness(
      [declared("a", { policy: "old" }), policy],
      [{ id: "1", targets: [aspect("delete")] }],
    );
    await send("1");
    expect(events.map((one) => one.drift.resource.address)).toEqual(["aws_thing_policy.p"]);
  });

  it("is reported on the parent when no state has the aspect", async () => {
    const { send, events } = harness(
      [declared("a", { policy: "old" })],
      [{ id: "1", targets: [aspect("create")] }],
    );
    await send("1");
    expect(events.map((one) => [one.drift.resource.address, one.drift.kind])).toEqual([
      ["aws_thing.a", "modified"],
    ]);
  });

  it("of a parent that no state has is nobody's drift", async () => {
    const { send } = harness([declared("b", {})], [{ id: "1", targets: [aspect("create")] }]);
    expect(await send("1")).toMatchObject({ outcome: "skipped", reason: "unmanaged_type" });
  });
});

describe("an alert about a resource that no state declares", () => {
  const script = { id: "1", targets: [thing("new", "create", [set("size", 2)])] };

  it("is drift of kind unmanaged when it was created", async () => {
    const { send, events } = harness([declared("a", {})], [script]);
    await send("1");
    expect(events[0]?.drift).toMatchObject({
      kind: "unmanaged",
      resource: { type: "aws_thing", id: "new", account: "123456789012" },
      differences: [{ path: "size", declared: known(null), observed: known(2) }],
    });
    expect(events[0]?.drift.resource.address).toBeUndefined();
    expect(events[0]?.drift.state).toBeUndefined();
  });

  it("is skipped when the host does not want to know", async () => {
    const { send } = harness([declared("a", {})], [script], { unmanaged: false });
    expect(await send("1")).toMatchObject({ outcome: "skipped", reason: "unmanaged_type" });
  });

  it("is suppressed when a service of the cloud created it", async () => {
    const { send } = harness(
      [declared("a", {})],
      [{ ...script, actor: { invokedBy: "autoscaling.amazonaws.com" } }],
    );
    expect(await send("1")).toMatchObject({ outcome: "suppressed", reason: "service_owned" });
  });

  it("is skipped when it was changed or deleted", async () => {
    const { send } = harness(
      [declared("a", {})],
      [
        { id: "1", targets: [thing("other", "update", [set("size", 2)])] },
        { id: "2", targets: [thing("other", "delete")] },
      ],
    );
    expect(await send("1")).toMatchObject({ outcome: "skipped", reason: "unmanaged_type" });
    expect(await send("2")).toMatchObject({ outcome: "skipped", reason: "unmanaged_type" });
  });

  it("is clean when it is a deposed object that Terraform is about to destroy", async () => {
    const deposed = { ...declared("a", { id: "old" }), deposed: "0a1b2c3d" };
    const { send } = harness([declared("a", {}), deposed], [{ id: "1", targets: [thing("old", "delete")] }]);
    expect(await send("1")).toMatchObject({ outcome: "clean", reason: "matches_state" });
  });

  it("is never unmanaged drift on a weak guess", async () => {
    const { send } = harness(
      [declared("a", {})],
      [{ id: "1", targets: [thing("new", "create", [], { lowConfidence: true })] }],
    );
    expect(await send("1")).toMatchObject({ outcome: "skipped", reason: "unmanaged_type" });
  });
});

describe("the same audit record", () => {
  it("is a duplicate the second time, and its first outcome is remembered", async () => {
    const { send, engine, events } = harness(
      [declared("a", { size: 1 })],
      [{ id: "1", targets: [thing("a", "update", [set("size", 2)])] }],
    );
    await send("1");
    expect(await send("1")).toMatchObject({ outcome: "duplicate", id: "1" });
    expect(events).toHaveLength(1);
    expect(engine.explain("1")).toMatchObject({ outcome: "drift" });
  });

  it("is judged when an alert before it could not be read", async () => {
    const scripts = [{ id: "1", targets: [thing("a", "update", [set("size", 2)])] }];
    const { send, engine } = harness([declared("a", { size: 1 })], scripts);
    const provider = scriptedProvider(scripts);
    expect(await engine.process({ ...alertOf("1"), source: "internal" })).toMatchObject({
      reason: "falco_internal",
    });
    expect(provider.name).toBe("scripted");
    expect(await send("1")).toMatchObject({ outcome: "drift" });
  });
});

describe("what is not judged keeps its reason", () => {
  it.each([
    ["Falco about itself", { ...alertOf("1"), source: "internal" }, "skipped", "falco_internal"],
    ["an alert of another source", { ...alertOf("1"), source: "syscall" }, "skipped", "other_source"],
    ["something that is no alert", { hello: "world" }, "rejected", "missing_field"],
  ])("%s", async (_, alert, outcome, reason) => {
    const { engine } = harness([declared("a", {})], []);
    expect(await engine.process(alert)).toMatchObject({ outcome, reason });
  });

  it("an operation that no table knows", async () => {
    const { send } = harness(
      [declared("a", {})],
      [{ id: "1", map: { status: "unmapped", service: "s", operation: "Op" } }],
    );
    expect(await send("1")).toMatchObject({
      outcome: "skipped",
      reason: "unmapped",
      evidence: ["no table knows s Op"],
    });
  });

  it("a failed call", async () => {
    const parse = { status: "skipped", reason: "failed_call", id: "1", detail: "AccessDenied" } as const;
    const { send, engine } = harness([declared("a", {})], [{ id: "1", parse }]);
    expect(await send("1")).toMatchObject({ outcome: "skipped", reason: "failed_call" });
    expect(engine.explain("1")).toMatchObject({ evidence: ["AccessDenied"] });
  });

  it("an alert on which a host's provider throws, and the next alert is judged all the same", async () => {
    const { send, signals, engine } = harness(
      [declared("a", {})],
      [{ id: "2", targets: [thing("a", "delete")] }],
    );
    expect(await send("1")).toMatchObject({ outcome: "rejected", reason: "malformed" });
    expect(signals.find((one) => one.kind === "internal.failed")).toMatchObject({
      error: { code: "provider_failed" },
    });
    expect(await send("2")).toMatchObject({ outcome: "drift" });
    expect(engine.stats()).toMatchObject({ received: 2, rejected: 1, drift: 1 });
  });
});

describe("an engine", () => {
  it("refuses to be made without providers or states", () => {
    expect(() => new DriftEngine({ providers: [], state: [] })).toThrow(/providers is empty/);
    expect(() => new DriftEngine({ providers: [scriptedProvider([])], state: [] })).toThrow(/state is empty/);
  });

  it("counts every alert in exactly one outcome, however they come", async () => {
    const { engine } = harness(
      [declared("a", { size: 1 })],
      [
        { id: "1", targets: [thing("a", "update", [set("size", 2)])] },
        { id: "2", targets: [thing("a", "update", [set("size", 1)])] },
      ],
    );
    await Promise.all(["1", "2", "1", "no such script"].map((id) => engine.process(alertOf(id))));
    const { received, drift, clean, suppressed, duplicate, skipped, rejected, deferred } = engine.stats();
    expect(received).toBe(4);
    expect(drift + clean + suppressed + duplicate + skipped + rejected + deferred).toBe(4);
    expect(engine.stats()).toMatchObject({ drift: 2, duplicate: 1, rejected: 1 });
  });

  it("says once which fields the alerts lack", async () => {
    const { send, signals } = harness(
      [declared("a", {})],
      [
        { id: "1", missingFields: ["ct.error"] },
        { id: "2", missingFields: ["ct.error"] },
      ],
    );
    await send("1");
    await send("2");
    expect(signals.filter((one) => one.kind === "setup.diagnosed")).toMatchObject([
      { diagnostic: { code: "missing_field", subject: "ct.error" } },
    ]);
  });

  it("takes no alert after it was closed", async () => {
    const { engine, send } = harness([declared("a", {})], []);
    await engine.close();
    await expect(send("1")).rejects.toSatisfy((error) => isDriftError(error, "engine_closed"));
  });

  it("freezes what it hands out", async () => {
    const { send, events } = harness(
      [declared("a", { tags: [1] })],
      [{ id: "1", targets: [thing("a", "update", [set("list", [1])])] }],
    );
    await send("1");
    expect(Object.isFrozen(events[0])).toBe(true);
    expect(Object.isFrozen(events[0]?.drift.differences[0])).toBe(true);
  });
});

describe("listeners", () => {
  it("that throw or reject stop nobody, and are reported", async () => {
    const { engine, send, events, signals } = harness(
      [declared("a", {})],
      [{ id: "1", targets: [thing("a", "delete")] }],
    );
    engine.on("drift.detected", () => {
      throw new Error("host bug");
    });
    engine.on("drift.detected", async () => {
      throw new Error("host bug");
    });
    const heard: string[] = [];
    engine.on("drift.detected", ({ drift }) => heard.push(drift.kind));
    await send("1");
    expect(heard).toEqual(["deleted"]);
    expect(events).toHaveLength(1);
    expect(signals.filter((one) => one.kind === "listener.failed")).toHaveLength(2);
  });

  it("of signals that throw or reject are reported to the others, and not for ever", async () => {
    const { engine, send, signals } = harness(
      [declared("a", {})],
      [{ id: "1", targets: [thing("a", "delete")] }],
    );
    let calls = 0;
    engine.on("signal", () => {
      calls += 1;
      throw new Error("host bug");
    });
    engine.on("signal", async () => {
      calls += 1;
      throw new Error("host bug");
    });
    await send("1");
    await engine.close();
    const others = signals.filter((one) => one.kind !== "listener.failed").length;
    expect(signals.filter((one) => one.kind === "listener.failed")).toHaveLength(2 * others);
    expect(calls).toBe(2 * signals.length);
  });

  it("hear nothing once they have stopped", async () => {
    const { engine, send } = harness([declared("a", {})], [{ id: "1", targets: [thing("a", "delete")] }]);
    const heard: unknown[] = [];
    engine.on("drift", (one) => heard.push(one))();
    await send("1");
    expect(heard).toEqual([]);
  });
});

describe("events()", () => {
  it("gives the drift events as they come and ends with the engine", async () => {
    const { engine, send } = harness([declared("a", {})], [{ id: "1", targets: [thing("a", "delete")] }]);
    const reading = collect(engine.events());
    await send("1");
    await engine.close();
    expect((await reading).map((one) => one.type)).toEqual(["drift.detected"]);
  });

  it("tells a reader that falls behind that it missed something", async () => {
    const scripts = ["1", "2"].map((id) => ({ id, targets: [thing("a", "delete")] }));
    const { engine, send } = harness([declared("a", {})], scripts, { eventCapacity: 1 });
    const stream = engine.events()[Symbol.asyncIterator]();
    await send("1");
    await send("2");
    expect((await stream.next()).value).toMatchObject({ type: "drift.detected" });
    await expect(stream.next()).rejects.toSatisfy((error) => isDriftError(error, "reader_too_slow"));
  });
});
