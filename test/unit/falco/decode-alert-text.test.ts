import { describe, expect, it } from "vitest";
import { decodeAlertText } from "../../../src/falco/decode-alert.js";
import type { FalcoAlert } from "../../../src/model/falco-alert.js";

const alertText = (fields: string): string =>
  `{"output":"o","output_fields":${fields},"priority":"Notice","rule":"r","source":"aws_cloudtrail","time":"2026-03-01T12:00:00.000000000Z"}`;

const fieldsOf = (text: string): unknown => (decodeAlertText(alertText(text)) as FalcoAlert).fields;

describe("an alert's text", () => {
  it("keeps the last digits of nanoseconds", () => {
    expect(
      fieldsOf('{"evt.time":1772366400123456789,"evt.num":9007199254740991,"n":-9007199254740993}'),
    ).toEqual({
      "evt.time": "1772366400123456789",
      "evt.num": 9007199254740991,
      n: "-9007199254740993",
    });
  });

  it("leaves digits inside strings alone, whatever is escaped around them", () => {
    const tricky = { a: '\\":1772366400123456789,"', 'k\\" 1772366400123456789': "1772366400123456789" };
    expect(fieldsOf(JSON.stringify(tricky))).toEqual(tricky);
  });

  it("does not overflow on deep nesting", () => {
    const depth = 100_000;
    expect(decodeAlertText(alertText(`{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`))).toMatchObject({
      kind: "unreadable",
      reason: "malformed",
    });
    expect(decodeAlertText("[".repeat(depth))).toMatchObject({ kind: "unreadable", reason: "truncated" });
  });

  it("is too large beyond the limit, counted in bytes", () => {
    const text = alertText('{"a":"üüüü"}');
    const bytes = Buffer.byteLength(text);
    expect(decodeAlertText(text, { maxBytes: bytes })).toMatchObject({ rule: "r" });
    expect(decodeAlertText(text, { maxBytes: bytes - 1 })).toMatchObject({ reason: "too_large" });
  });

  it("is truncated wherever it is cut", () => {
    const text = alertText('{"ct.request":"{\\"a\\":[1,{\\"b\\":null}]}","l":[1,2]}');
    for (let length = 1; length < text.length; length++) {
      expect(decodeAlertText(text.slice(0, length)), `cut at ${length}`).toMatchObject({
        reason: "truncated",
      });
    }
  });

  it.each(["{a:1}", '{"a":1}}', "nonsense", '{"rule":"x",}'])("is malformed: %s", (text) => {
    expect(decodeAlertText(text)).toMatchObject({ reason: "malformed" });
  });

  it.each([
    "12:00:00.000000000: Notice CT event (ct.id=edge-0)",
    "2026-03-01T12:00:00.000000000+0000: Warning Potential drift",
    "23:59:59.999999999: Informational x",
  ])("says how to get JSON where it is Falco's text form: %s", (text) => {
    expect(decodeAlertText(text)).toMatchObject({
      reason: "malformed",
      detail: expect.stringContaining("json_output: true"),
    });
  });

  it("never quotes the content in the detail", () => {
    for (const text of [
      '{"password":hunter2}',
      '{"password":"hunter2',
      "12:00:00.000000000: Notice hunter2",
    ]) {
      expect(JSON.stringify(decodeAlertText(text))).not.toContain("hunter2");
    }
  });
});
