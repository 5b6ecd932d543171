import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonParseError, parseJson } from "../../../src/internal/parse-json.js";

function fault(text: string): string {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonParseError) return error.fault;
    throw error;
  }
  return "none";
}

describe("parseJson", () => {
  it("reads whatever JSON.stringify writes", () => {
    fc.assert(
      fc.property(
        fc.anything({ values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)] }),
        (value) => {
          const text = JSON.stringify(value);
          expect(JSON.stringify(parseJson(text))).toBe(JSON.stringify(JSON.parse(text)));
        },
      ),
    );
  });

  it("treats __proto__ and constructor as keys like any other", () => {
    const value = parseJson('{"__proto__": {"polluted": true}, "a": {"b": 1}}') as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(["__proto__", "a"]);
    expect(value.polluted).toBeUndefined();
    expect(value.constructor).toBeUndefined();
    expect((value.a as Record<string, unknown>).toString).toBeUndefined();
  });

  it.each([
    ["9007199254740991", 9007199254740991],
    ["-9007199254740991", -9007199254740991],
    ["9007199254740993", "9007199254740993"],
    ["-9007199254740993", "-9007199254740993"],
    ["[1, 18446744073709551615]", [1, "18446744073709551615"]],
    ["1e400", "1e400"],
    ["1e20", 1e20],
    ["0.5", 0.5],
  ])("keeps every digit of %s", (text, expected) => {
    expect(parseJson(text)).toEqual(expected);
  });

  it("never touches digits inside a string while it keeps a big integer", () => {
    const text = String.raw`{"s\" 9007199254740993": ": 9007199254740993, \\", "t": "\\\\", "n": 9007199254740993}`;
    expect(Object.entries(parseJson(text) as object)).toEqual([
      ['s" 9007199254740993', ": 9007199254740993, \\"],
      ["t", "\\\\"],
      ["n", "9007199254740993"],
    ]);
  });

  it("keeps any integer exactly, wherever it stands", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }))),
        (pairs) => {
          const text = `[${pairs.map(([key, number]) => `{${JSON.stringify(key)}: ${number}}`).join(",")}]`;
          const read = (parseJson(text) as object[]).map((object) => Object.entries(object)[0]);
          expect(read.map((entry) => [entry?.[0], String(entry?.[1])])).toEqual(
            pairs.map(([key, number]) => [key, String(number)]),
          );
        },
      ),
    );
  });

  it("tells a text that was cut from one that is wrong", () => {
    const text = '{"a": [1, "x\\"y", {"b": null}], "c": "d"}';
    for (let length = 0; length < text.length; length++) {
      expect([length, fault(text.slice(0, length))]).toEqual([length, "truncated"]);
    }
    expect(fault(`${text}}`)).toBe("malformed");
    expect(fault("{]")).toBe("malformed");
    expect(fault("hello")).toBe("malformed");
  });

  it("refuses what nests too deeply instead of exhausting the stack", () => {
    expect(fault("[".repeat(500) + "]".repeat(500))).toBe("none");
    expect(fault("[".repeat(501) + "]".repeat(501))).toBe("too_deep");
    expect(fault('{"a":'.repeat(300_000) + 1 + "}".repeat(300_000))).toBe("too_deep");
  });

  it("never throws anything but its own error, and never quotes the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\0123456789eE.-+ntru fals') }), (text) => {
        expect(["none", "truncated", "malformed", "too_deep"]).toContain(fault(text));
      }),
    );
    expect(() => parseJson('{"password": hunter2}')).toThrow(/^not JSON: malformed$/);
  });
});
