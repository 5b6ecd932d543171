import { describe, expect, it } from "vitest";
import type { DriftEvent } from "../../../src/index.js";
import { known } from "../../../src/model/observed-value.js";
import type { ObservedChange } from "../../../src/model/resource-target.js";
import { declared, harness } from "../../support/engine-harness.js";
import { type Script, set, thing } from "../../support/scripted-provider.js";

const rule = { port: 22 };
const added: ObservedChange = { path: "ingress", change: "added", value: known(rule) };
const removed: ObservedChange = { ...added, change: "removed" };

function script(id: string, time: string, ...changes: readonly ObservedChange[]): Script {
  return { id, time: `2026-03-01T12:00:0${time}Z`, targets: [thing("a", "update", changes)] };
}

function summary(events: readonly DriftEvent[]): unknown[] {
  return events.map(({ type, drift }) => [
    type,
    drift.revision,
    drift.resolution ?? drift.differences.length,
  ]);
}

describe("the same resource, changed again", () => {
  it("is one finding and an update, with the differences of both changes", async () => {
    const { send, events, engine } = harness(
      [declared("a", { size: 1, name: "x" })],
      [script("1", "1", set("size", 2)), script("2", "2", set("name", "y"))],
    );
    await send("1");
    await send("2");
    expect(summary(events)).toEqual([
      ["drift.detected", 1, 1],
      ["drift.updated", 2, 2],
    ]);
    expect(events[0]?.drift.id).toBe(events[1]?.drift.id);
    expect(events[1]?.drift).toMatchObject({
      firstSeen: "2026-03-01T12:00:01Z",
      lastSeen: "2026-03-01T12:00:02Z",
    });
    expect(engine.findings()).toHaveLength(1);
  });

  it("is resolved as reverted when all is as declared again", async () => {
    const { send, events, engine } = harness(
      [declared("a", { ingress: [] })],
      [script("1", "1", added), script("2", "2", removed)],
    );
    await send("1");
    expect(await send("2")).toMatchObject({ outcome: "drift" });
    expect(summary(events)).toEqual([
      ["drift.detected", 1, 1],
      ["drift.resolved", 2, "reverted"],
    ]);
    expect(engine.findings()).toEqual([]);
  });

  it("keeps the newer value when an older record comes late", async () => {
    const { send, events } = harness(
      [declared("a", { size: 1 })],
      [script("1", "2", set("size", 3)), script("2", "1", set("size", 2))],
    );
    await send("1");
    await send("2");
    expect(events[1]?.drift.differences).toMatchObject([{ observed: known(3) }]);
    expect(events[1]?.drift).toMatchObject({
      firstSeen: "2026-03-01T12:00:01Z",
      lastSeen: "2026-03-01T12:00:02Z",
    });
  });

  it("stays open when something unknown was changed as well", async () => {
    const { send, engine } = harness(
      [declared("a", { size: 1 })],
      [script("1", "1"), script("2", "2", set("size", 1))],
    );
    await send("1");
    await send("2");
    expect(engine.findings()).toHaveLength(1);
  });

  it("opens a new finding with the same id after it was resolved", async () => {
    const { send, events } = harness(
      [declared("a", { size: 1 })],
      [script("1", "1", set("size", 2)), script("2", "2", set("size", 1)), script("3", "3", set("size", 2))],
    );
    for (const id of ["1", "2", "3"]) await send(id);
    expect(events.map((one) => one.type)).toEqual(["drift.detected", "drift.resolved", "drift.detected"]);
    expect(new Set(events.map((one) => one.drift.id)).size).toBe(1);
  });
});

describe("a state that was read anew", () => {
  const clicked = script("1", "1", set("size", 2));
  const nothing = { id: "9", targets: [thing("zzz", "update")] };

  it("resolves a finding that it has taken in as absorbed", async () => {
    const { send, write, clock, events } = harness([declared("a", { size: 1 })], [clicked, nothing]);
    await send("1");
    write([declared("a", { size: 2 })]);
    clock.advance(10_000);
    await send("9");
    expect(summary(events).at(-1)).toEqual(["drift.resolved", 2, "absorbed"]);
  });

  it("leaves a finding open that it does not settle, and is silent about it", async () => {
    const { send, write, clock, events } = harness([declared("a", { size: 1 })], [clicked, nothing]);
    await send("1");
    write([declared("a", { size: 1, other: true })]);
    clock.advance(10_000);
    await send("9");
    expect(events).toHaveLength(1);
  });

  it("updates a finding whose declared value is another now", async () => {
    const { send, write, clock, events } = harness([declared("a", { size: 1 })], [clicked, nothing]);
    await send("1");
    write([declared("a", { size: 5 })]);
    clock.advance(10_000);
    await send("9");
    expect(events.at(-1)).toMatchObject({
      type: "drift.updated",
      drift: { state: { serial: 2 }, differences: [{ declared: known(5), observed: known(2) }] },
    });
  });

  it("adopts an unmanaged resource that it declares now", async () => {
    const { send, write, clock, events } = harness(
      [declared("a", {})],
      [{ id: "1", targets: [thing("b", "create")] }, nothing],
    );
    await send("1");
    write([declared("a", {}), declared("b", {})]);
    clock.advance(10_000);
    await send("9");
    expect(summary(events).at(-1)).toEqual(["drift.resolved", 2, "adopted"]);
  });

  it("absorbs the deletion of a resource that it no longer declares", async () => {
    const { send, write, clock, events } = harness(
      [declared("a", {})],
      [{ id: "1", targets: [thing("a", "delete")] }, nothing],
    );
    await send("1");
    write([]);
    clock.advance(10_000);
    await send("9");
    expect(summary(events).at(-1)).toEqual(["drift.resolved", 2, "absorbed"]);
  });

  it("of another lineage says nothing of the old findings", async () => {
    const { send, write, clock, events } = harness([declared("a", { size: 1 })], [clicked, nothing]);
    await send("1");
    write([declared("a", { size: 1 })], "another-lineage");
    clock.advance(10_000);
    await send("9");
    expect(summary(events).at(-1)).toEqual(["drift.resolved", 2, "expired"]);
  });
});

describe("an unmanaged resource that is deleted again", () => {
  it("is resolved as reverted", async () => {
    const { send, events } = harness(
      [declared("a", {})],
      [
        { id: "1", targets: [thing("b", "create")] },
        { id: "2", targets: [thing("b", "delete")] },
      ],
    );
    await send("1");
    expect(await send("2")).toMatchObject({ outcome: "drift" });
    expect(summary(events).at(-1)).toEqual(["drift.resolved", 2, "reverted"]);
  });
});

describe("incidents", () => {
  const at = (id: string, time: string, name: string): Script => ({
    id,
    time,
    actor: { name },
    targets: [thing(id, "delete")],
  });

  it("group the changes of one actor's burst, and no others", async () => {
    const { send, events } = harness(
      [declared("1", {}), declared("2", {}), declared("3", {}), declared("4", {})],
      [
        at("1", "2026-03-01T12:00:00Z", "alice"),
        at("2", "2026-03-01T12:05:00Z", "alice"),
        at("3", "2026-03-01T12:05:00Z", "bob"),
        at("4", "2026-03-01T12:30:00Z", "alice"),
      ],
    );
    for (const id of ["1", "2", "3", "4"]) await send(id);
    const [first, second, other, afterPause] = events.map((one) => one.drift.incident);
    expect(second).toBe(first);
    expect(new Set([first, other, afterPause]).size).toBe(3);
  });
});
