import { describe, expect, it } from "vitest";
import { auditClock, memoryStore, type OpenFinding } from "../../../src/index.js";
import { unknownValue } from "../../../src/model/observed-value.js";
import { declared, harness } from "../../support/engine-harness.js";
import { set, TERRAFORM_AGENT, thing } from "../../support/scripted-provider.js";

const role = "arn:aws:iam::123456789012:role/Terraform";
const terraform = { userAgent: TERRAFORM_AGENT, principal: role };
const resized = { id: "1", actor: terraform, targets: [thing("a", "update", [set("size", 2)])] };

describe("a change by our own Terraform", () => {
  const options = { trustedActors: [role] };

  it("is suppressed", async () => {
    const { send, events, engine } = harness([declared("a", { size: 1 })], [resized], options);
    expect(await send("1")).toMatchObject({ outcome: "suppressed", reason: "own_apply" });
    expect(events).toEqual([]);
    expect(engine.explain("1")?.evidence).toContain(`the principal matches the trusted actor ${role}`);
  });

  it("makes the engine look at the state again before it judges the next change", async () => {
    const console_ = { id: "2", targets: [thing("a", "update", [set("size", 2)])] };
    const { send, write } = harness([declared("a", { size: 1 })], [resized, console_], options);
    await send("1");
    write([declared("a", { size: 2 })]);
    expect(await send("2")).toMatchObject({ outcome: "clean", reason: "matches_state" });
  });

  it("resolves a finding that it put right", async () => {
    const clicked = { id: "0", targets: [thing("a", "update", [set("size", 9)])] };
    const reverted = { ...resized, targets: [thing("a", "update", [set("size", 1)])] };
    const { send, events } = harness([declared("a", { size: 1 })], [clicked, reverted], options);
    await send("0");
    expect(await send("1")).toMatchObject({ outcome: "suppressed", reason: "own_apply" });
    expect(events.map((one) => [one.type, one.drift.resolution])).toEqual([
      ["drift.detected", undefined],
      ["drift.resolved", "reverted"],
    ]);
  });

  it("waits for the state when the host wants it verified", async () => {
    const { send, clock, events, engine } = harness([declared("a", { size: 1 })], [resized], {
      ...options,
      verifyTrusted: true,
    });
    expect(await send("1")).toMatchObject({ outcome: "deferred" });
    clock.advance(90_000);
    await engine.flush();
    expect(events[0]?.drift.origin.verdict).toBe("iac_unverified");
  });
});

describe("a change by Terraform in unknown hands", () => {
  it("waits for the settle window, and counts as deferred meanwhile", async () => {
    const { send, engine, events } = harness([declared("a", { size: 1 })], [resized]);
    expect(await send("1")).toMatchObject({ outcome: "deferred", id: "1" });
    expect(engine.stats()).toMatchObject({ received: 1, deferred: 1 });
    expect(engine.explain("1")).toMatchObject({ outcome: "deferred" });
    expect(events).toEqual([]);
  });

  it("is clean once a state says what was observed", async () => {
    const { send, engine, write, clock, events, signals } = harness([declared("a", { size: 1 })], [resized]);
    await send("1");
    write([declared("a", { size: 2 })]);
    clock.advance(90_000);
    await engine.flush();
    expect(events).toEqual([]);
    expect(engine.explain("1")).toMatchObject({ outcome: "clean", reason: "absorbed_by_state" });
    expect(signals.filter((one) => one.kind === "alert.outcome")).toMatchObject([
      { outcome: { sequence: 1, reason: "absorbed_by_state" } },
    ]);
    expect(engine.stats()).toMatchObject({ received: 1, clean: 1, deferred: 0 });
  });

  it("is drift of unverified origin when no state says so in time", async () => {
    const { send, engine, clock, events } = harness([declared("a", { size: 1 })], [resized]);
    await send("1");
    clock.advance(89_999);
    expect(events).toEqual([]);
    clock.advance(1);
    await engine.flush();
    expect(events.map((one) => [one.type, one.drift.origin.verdict])).toEqual([
      ["drift.detected", "iac_unverified"],
    ]);
    expect(engine.explain("1")).toMatchObject({ outcome: "drift", drifts: [events[0]?.drift.id] });
  });

  it("that tells nothing of itself is absorbed by a state that was written since", async () => {
    const coarse = { ...resized, targets: [thing("a", "update")] };
    const { send, engine, write, clock, events } = harness([declared("a", { size: 1 })], [coarse]);
    await send("1");
    write([declared("a", { size: 2 })]);
    clock.advance(90_000);
    await engine.flush();
    expect(events).toEqual([]);
    expect(engine.explain("1")).toMatchObject({ reason: "absorbed_by_state" });
  });

  it("that tells nothing of itself is reported when the newer state has the resource as it was", async () => {
    const coarse = { ...resized, targets: [thing("a", "update")] };
    const { send, engine, write, clock, events } = harness([declared("a", { size: 1 })], [coarse]);
    await send("1");
    write([declared("a", { size: 1 }), declared("b", {})]);
    clock.advance(90_000);
    await engine.flush();
    expect(events).toMatchObject([{ drift: { fidelity: "coarse", origin: { verdict: "iac_unverified" } } }]);
  });

  it("is judged before its time is over when more wait than are held", async () => {
    const scripts = ["1", "2", "3"].map((id) => ({ ...resized, id, targets: [thing(id, "create")] }));
    const { send, engine, events } = harness([declared("a", {})], scripts, { settleCapacity: 2 });
    for (const { id } of scripts) expect(await send(id)).toMatchObject({ outcome: "deferred" });
    expect(engine.stats()).toMatchObject({ received: 3, drift: 1, deferred: 2 });
    expect(events).toMatchObject([{ drift: { cause: { id: "1" } } }]);
    expect(engine.explain("1")).toMatchObject({ outcome: "drift" });
  });

  it("gets its outcome though the host's store fails, and so do the others that wait", async () => {
    const scripts = ["1", "2"].map((id) => ({ ...resized, id, targets: [thing(id, "create")] }));
    const store = memoryStore();
    let broken = true;
    const put = (finding: OpenFinding): void => {
      if (broken) {
        broken = false;
        throw new Error("disk full");
      }
      store.put(finding);
    };
    const failing = new Proxy(store, {
      get: (held, name) => (name === "put" ? put : Reflect.get(held, name)),
    });
    const { send, engine, clock, signals } = harness([declared("a", {})], scripts, { store: failing });
    await send("1");
    await send("2");
    clock.advance(90_000);
    await engine.flush();
    expect(engine.stats()).toMatchObject({ received: 2, rejected: 1, drift: 1, deferred: 0 });
    expect(signals.filter((one) => one.kind === "internal.failed")).toHaveLength(1);
  });

  it("whose value the record masks is absorbed by a state that was written since", async () => {
    const masked = { path: "password", change: "set", value: unknownValue("masked") } as const;
    const script = { ...resized, targets: [thing("a", "update", [masked])] };
    const { send, engine, write, clock, events } = harness([declared("a", { password: "x" })], [script]);
    await send("1");
    write([declared("a", { password: "y" })]);
    clock.advance(90_000);
    await engine.flush();
    expect(events).toEqual([]);
    expect(engine.explain("1")).toMatchObject({ reason: "absorbed_by_state" });
  });

  it.each([
    ["a creation by the resource in the state", thing("b", "create"), [declared("a", {}), declared("b", {})]],
    ["a deletion by the resource gone from the state", thing("a", "delete"), []],
  ])("is confirmed: %s", async (_, target, after) => {
    const { send, engine, write, clock } = harness([declared("a", {})], [{ ...resized, targets: [target] }]);
    expect(await send("1")).toMatchObject({ outcome: "deferred" });
    write(after);
    clock.advance(90_000);
    await engine.flush();
    expect(engine.explain("1")).toMatchObject({ outcome: "clean", reason: "absorbed_by_state" });
  });

  it("that the state agrees with already waits for nothing", async () => {
    const { send } = harness([declared("a", { size: 2 })], [resized]);
    expect(await send("1")).toMatchObject({ outcome: "clean", reason: "matches_state" });
  });
});

describe("the settle window on audit time", () => {
  const later = (id: string, time: string) => ({ id, time, targets: [thing("zzz", "update")] });

  it("ends with the first record that is late enough", async () => {
    const scripts = [resized, later("2", "2026-03-01T12:01:29Z"), later("3", "2026-03-01T12:01:30Z")];
    const { send, events } = harness([declared("a", { size: 1 })], scripts, { clock: auditClock() });
    await send("1");
    await send("2");
    expect(events).toEqual([]);
    await send("3");
    expect(events.map((one) => one.time)).toEqual(["2026-03-01T12:01:30.000Z"]);
  });
});
