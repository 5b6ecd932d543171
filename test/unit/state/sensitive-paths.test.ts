import { describe, expect, it } from "vitest";
import { parseSensitivePaths } from "../../../src/state/sensitive-paths.js";

const password = { type: "get_attr", value: "password" };

describe("parseSensitivePaths", () => {
  it("reads attribute and index steps, by name and by number", () => {
    const tag = { type: "index", value: { value: "a.b", type: "string" } };
    const first = { type: "index", value: { value: 0, type: "number" } };
    expect(
      parseSensitivePaths([[password], [{ type: "get_attr", value: "tags" }, tag], [first, password]]),
    ).toEqual([["password"], ["tags", "a.b"], [0, "password"]]);
  });

  it("has no paths where the state marks none", () => {
    expect(parseSensitivePaths([])).toEqual([]);
    expect(parseSensitivePaths(null)).toEqual([]);
    expect(parseSensitivePaths(undefined)).toEqual([]);
  });

  it("marks all that lies below a step that it does not know", () => {
    expect(parseSensitivePaths([[password, { type: "splat" }, password]])).toEqual([["password"]]);
    expect(
      parseSensitivePaths([[password, { type: "index", value: { value: ["set element"], type: "tuple" } }]]),
    ).toEqual([["password"]]);
  });

  it("covers the whole resource where a mark cannot be read at all", () => {
    expect(parseSensitivePaths([[{ type: "splat" }], "password", [null]])).toEqual([[], [], []]);
    expect(parseSensitivePaths({ password: true })).toEqual([[]]);
  });
});
