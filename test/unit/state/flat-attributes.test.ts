import { describe, expect, it } from "vitest";
import { nestFlatAttributes } from "../../../src/state/flat-attributes.js";

function nested(flat: Record<string, string>): unknown {
  return JSON.parse(JSON.stringify(nestFlatAttributes(flat)));
}

describe("nestFlatAttributes", () => {
  it("nests maps, lists and sets of blocks, and keeps every value a string", () => {
    const flat = {
      id: "sg-0a1",
      "tags.%": "2",
      "tags.Name": "web",
      "tags.team.owner": "core",
      "ids.#": "2",
      "ids.0": "a",
      "ids.1": "b",
      "ingress.#": "1",
      "ingress.2541437006.from_port": "22",
      "ingress.2541437006.cidr_blocks.#": "1",
      "ingress.2541437006.cidr_blocks.0": "10.0.0.0/8",
      "egress.#": "0",
    };
    expect(nested(flat)).toEqual({
      id: "sg-0a1",
      tags: { Name: "web", "team.owner": "core" },
      ids: ["a", "b"],
      ingress: [{ from_port: "22", cidr_blocks: ["10.0.0.0/8"] }],
      egress: [],
    });
  });

  it("keeps more than nine list elements in order", () => {
    const flat: Record<string, string> = { "l.#": "12" };
    for (let index = 0; index < 12; index++) flat[`l.${index}`] = `v${index}`;
    expect(nested(flat)).toEqual({ l: Array.from({ length: 12 }, (_, index) => `v${index}`) });
  });

  it("takes __proto__ for a key", () => {
    const object = nestFlatAttributes({ "__proto__.polluted": "yes", "m.%": "1", "m.__proto__": "x" });
    expect(Object.keys(object)).toEqual(["__proto__", "m"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("does not exhaust the stack on a key of nothing but dots", () => {
    expect(Object.keys(nestFlatAttributes({ [".".repeat(100_000)]: "x" }))).toEqual([""]);
  });
});
