import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeAlert, decodeAlertText } from "../../src/falco/decode-alert.js";
import { falcoLines } from "../../src/falco/lines/index.js";
import { FALCO_PRIORITIES, type FalcoAlert } from "../../src/model/falco-alert.js";
import { collect } from "../support/collect.js";

const TIME = "2026-03-01T12:00:00.000000000Z";

/** Objects that are nearly alerts: every key may be anything, or missing. */
const nearlyAlert = fc.record(
  {
    rule: fc.oneof(fc.string(), fc.anything()),
    source: fc.oneof(fc.string(), fc.anything()),
    time: fc.oneof(
      fc.constant(TIME),
      fc.string(),
      fc.record({ seconds: fc.anything(), nanos: fc.anything() }),
      fc.anything(),
    ),
    priority: fc.oneof(fc.constantFrom(...FALCO_PRIORITIES), fc.integer({ min: -1, max: 9 }), fc.anything()),
    output: fc.oneof(fc.string(), fc.json(), fc.anything()),
    output_fields: fc.oneof(fc.dictionary(fc.string(), fc.anything()), fc.anything()),
    tags: fc.anything(),
    hostname: fc.anything(),
  },
  { requiredKeys: [] },
);

function isWellFormed(alert: ReturnType<typeof decodeAlert>): boolean {
  if ("kind" in alert) return alert.detail !== "";
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/.test(alert.time) &&
    FALCO_PRIORITIES.includes(alert.priority) &&
    alert.rule !== "" &&
    alert.source !== "" &&
    Object.getPrototypeOf(alert.fields) === null
  );
}

function asDecoded(value: unknown): unknown {
  if (value === "<NA>") return null;
  const isDigits = typeof value === "number" && /^-?\d+$/.test(String(value));
  return isDigits && !Number.isSafeInteger(value) ? String(value) : value;
}

describe("decoding", () => {
  it("never throws, and what it gives is an alert or a reason", () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
    });
    fc.assert(
      fc.property(fc.oneof(anything, nearlyAlert), (value) => {
        // What has a decoded alert's shape comes back as it is, whatever its time says.
        const alert = decodeAlert(value);
        expect(alert === value || isWellFormed(alert)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("never throws on any text, JSON or not, whole or cut", () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((json) => json.slice(0, -1)),
    );
    fc.assert(
      fc.property(text, (value) => isWellFormed(decodeAlertText(value))),
      { numRuns: 2000 },
    );
  });

  it("keeps every field's JSON as it is, but for <NA> and integers that a double rounds", () => {
    const fields = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(
      fc.property(fields, (output_fields) => {
        const text = JSON.stringify({ rule: "r", source: "s", time: TIME, priority: "Debug", output_fields });
        const expected = JSON.stringify(output_fields, (_key, value) => asDecoded(value));
        expect(JSON.stringify((decodeAlertText(text) as FalcoAlert).fields)).toBe(expected);
      }),
    );
  });

  it("keeps every digit of every integer", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), (integer) => {
        const text = `{"rule":"r","source":"s","time":"${TIME}","priority":"Debug","output_fields":{"n":${integer}}}`;
        const { n } = (decodeAlertText(text) as FalcoAlert).fields;
        expect(BigInt(n as string | number)).toBe(integer);
      }),
    );
  });
});

describe("lines", () => {
  const line = fc.oneof(
    fc
      .string({ unit: "grapheme" })
      .map((id) => JSON.stringify({ rule: id || "r", source: "s", time: TIME, priority: "Alert" })),
    fc.string({ unit: "binary" }).map((text) => text.replaceAll("\n", "")),
    fc.constantFrom("", "   ", "Events detected: 25", "{", '{"a":', "12:00:00.000000000: Notice x"),
  );
  const text = fc
    .array(fc.tuple(line, fc.constantFrom("\n", "\r\n")), { maxLength: 8 })
    .map((lines) => lines.map(([content, end]) => content + end).join(""));

  async function read(chunks: readonly Uint8Array[]): Promise<string> {
    async function* input(): AsyncGenerator<Uint8Array> {
      yield* chunks;
    }
    let skipped = 0;
    const deliveries = await collect(
      falcoLines({ input: input(), maxLineBytes: 200 }).open({
        signal: new AbortController().signal,
        onSignal: () => {
          skipped++;
        },
      }),
    );
    return JSON.stringify({ deliveries, skipped });
  }

  it("give the same however the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(2000)), async (content, cuts) => {
        const bytes = Buffer.from(content);
        const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
        const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
        expect(await read(chunks)).toBe(await read([bytes]));
      }),
    );
  });
});
