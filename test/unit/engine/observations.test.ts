import { describe, expect, it } from "vitest";
import { mergeObservations, withoutOverwritten } from "../../../src/engine/observations.js";
import type { JsonValue } from "../../../src/model/json.js";
import { known } from "../../../src/model/observed-value.js";
import type { ObservedChange } from "../../../src/model/resource-target.js";

const one = "2026-03-01T12:00:01Z";
const two = "2026-03-01T12:00:02Z";

function change(kind: ObservedChange["change"], path: string, value: JsonValue): ObservedChange {
  return { path, change: kind, value: known(value) };
}

function merge(...steps: readonly (readonly [ObservedChange, string])[]): readonly ObservedChange[] {
  return steps
    .reduce((held, [next, time]) => mergeObservations(held, [next], time), mergeObservations([], [], one))
    .map((observation) => observation.change);
}

describe("the latest word counts", () => {
  it("on an attribute", () => {
    const [first, second] = [change("set", "size", 1), change("set", "size", 2)];
    expect(merge([first, one], [second, two])).toEqual([second]);
  });

  it("on an element of a set, whichever way it went", () => {
    const [added, removed] = [change("added", "ingress", { a: 1 }), change("removed", "ingress", { a: 1 })];
    expect(merge([added, one], [removed, two])).toEqual([removed]);
  });

  it("and other elements of the set stay", () => {
    const [first, second] = [change("added", "ingress", { a: 1 }), change("added", "ingress", { a: 2 })];
    expect(merge([first, one], [second, two])).toEqual([first, second]);
  });

  it("on what lies below a path that was set as a whole", () => {
    const whole = change("set", "tags", { a: "1" });
    expect(merge([change("set", "tags.a", "2"), one], [whole, two])).toEqual([whole]);
  });

  it("even when an older record comes later", () => {
    const [newer, older] = [change("set", "size", 2), change("set", "size", 1)];
    expect(merge([newer, two], [older, one])).toEqual([newer]);
  });
});

describe("withoutOverwritten", () => {
  it("drops what a later change took over, and keeps the rest", () => {
    const kept = change("set", "name", "a");
    const held = mergeObservations([], [change("set", "size", 1), kept], one);
    expect(withoutOverwritten(held, [change("set", "size", 9)]).map((left) => left.change)).toEqual([kept]);
  });
});
