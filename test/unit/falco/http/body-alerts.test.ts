import { describe, expect, it } from "vitest";
import { decodeAlertText } from "../../../../src/falco/decode-alert.js";
import { bodyAlerts } from "../../../../src/falco/http/body-alerts.js";
import { contractAlert } from "../../../../src/testing/alert-transport-contract.js";
import { falcoJson } from "../../../../src/testing/falco-message.js";

const LIMIT = 4096;

const read = (body: string | Uint8Array): unknown[] =>
  JSON.parse(JSON.stringify([...bodyAlerts(Buffer.from(body), LIMIT)]));

const reasons = (body: string | Uint8Array): unknown[] =>
  [...bodyAlerts(Buffer.from(body), LIMIT)].map((alert) => ("kind" in alert ? alert.reason : alert.output));

const one = contractAlert(1);
const two = contractAlert(2);
const ONE = falcoJson(one);
const TWO = falcoJson(two);

/** As Falcosidekick 2.34 marshals it: a `uuid`, the time without trailing zeros, characters of HTML escaped. */
const SIDEKICK = JSON.stringify({
  uuid: "5d1f7c1e-0000-4000-8000-000000000001",
  output: "12:00:00.000000000: Notice a > b",
  priority: "Notice",
  rule: "Terraform Drift AWS",
  time: "2026-03-01T12:00:00.5Z",
  output_fields: { "ct.id": "a", "ct.request": `${"x".repeat(507)}[...]`, team: "network" },
  source: "aws_cloudtrail",
  tags: ["aws"],
  hostname: "falco",
}).replaceAll(">", "\\u003e");

describe("a body", () => {
  it("is one alert", () => {
    expect(read(ONE)).toEqual([one]);
  });

  it("is one alert printed over lines, with a BOM and blanks around it", () => {
    expect(read(`\uFEFF\n ${JSON.stringify(JSON.parse(ONE), null, 2)}\n`)).toEqual([one]);
  });

  it("is an array of alerts, in order", () => {
    expect(read(`[${ONE},\n${TWO}]`)).toEqual([one, two]);
  });

  it("is an alert a line, with or without the last newline", () => {
    for (const body of [`${ONE}\n${TWO}`, `${ONE}\n${TWO}\n`, `\n${ONE}\r\n\r\n${TWO}\r\n`]) {
      expect(read(body)).toEqual([one, two]);
    }
  });

  it("is an empty array, in which there is nothing", () => {
    expect(read("[]")).toEqual([]);
  });

  it("gives an outcome to every line, whole or not", () => {
    expect(reasons(`${ONE}\n{"rule":"cut\n${TWO}\nnot json`)).toEqual([
      one.output,
      "truncated",
      two.output,
      "malformed",
    ]);
  });

  it("gives an outcome to every element, alert or not", () => {
    expect(reasons(`[${ONE},1,null,"x",[],{},${TWO}]`)).toEqual([
      one.output,
      "malformed",
      "malformed",
      "malformed",
      "malformed",
      "missing_field",
      two.output,
    ]);
  });

  it.each([
    ["", "truncated"],
    [" \n ", "truncated"],
    ["null", "malformed"],
    ["12", "malformed"],
    ["true", "malformed"],
    ['{"rule":', "truncated"],
    ['{\n  "rule": "a",\n  "tags": [\n', "truncated"],
    ["{ broken in the middle }", "malformed"],
    ["hello", "malformed"],
    ["[".repeat(2000), "truncated"],
    [`${"[".repeat(2000)}${"]".repeat(2000)}`, "malformed"],
  ])("that is %j is one unreadable alert", (body, reason) => {
    expect(reasons(body)).toEqual([reason]);
  });

  it("in Falco's text form says what to set", () => {
    const [alert] = [...bodyAlerts(Buffer.from("12:00:00.000000000: Notice CT event (ct.id=a)"), LIMIT)];
    expect(alert).toMatchObject({ kind: "unreadable", reason: "malformed" });
    expect(JSON.stringify(alert)).toContain("json_output: true");
    expect(JSON.stringify(alert)).not.toContain("ct.id");
  });

  it("with bytes that are no UTF-8 is read with U+FFFD in their place, as Falco writes it", () => {
    const bytes = Buffer.from(ONE.replace("AWS change 1", "AWS change ?"));
    bytes[bytes.indexOf("?")] = 0xff;
    expect(reasons(bytes)).toEqual(["AWS change \uFFFD"]);
  });
});

describe("Falcosidekick's payload", () => {
  it("is an alert, and what it cut is left as it is", () => {
    const [alert] = [...bodyAlerts(Buffer.from(`${SIDEKICK}\n`), LIMIT)];
    expect(alert).toMatchObject({
      rule: "Terraform Drift AWS",
      source: "aws_cloudtrail",
      time: "2026-03-01T12:00:00.500000000Z",
      output: "12:00:00.000000000: Notice a > b",
      fields: { "ct.id": "a", team: "network" },
    });
    expect(JSON.stringify(alert)).toContain("xxx[...]");
  });
});

describe("a CloudEvent", () => {
  /** With the attributes that Falcosidekick sets, by which the envelope itself looks like an alert. */
  const envelope = (content: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({
      specversion: "1.0",
      id: "5d1f7c1e-0000-4000-8000-000000000001",
      source: "https://falco.org",
      type: "falco.rule.output.v1",
      datacontenttype: "application/json",
      time: "2026-03-01T12:00:00Z",
      rule: "Terraform Drift AWS",
      priority: "Notice",
      ...content,
    });
  const sidekick = read(SIDEKICK);

  it("in structured mode has the alert as data", () => {
    expect(read(envelope({ data: JSON.parse(SIDEKICK) }))).toEqual(sidekick);
  });

  it("may have its data as text or in base64", () => {
    expect(read(envelope({ data: SIDEKICK }))).toEqual(sidekick);
    expect(read(envelope({ data_base64: Buffer.from(SIDEKICK).toString("base64") }))).toEqual(sidekick);
  });

  it("may come in a batch, or one a line", () => {
    const event = envelope({ data: JSON.parse(SIDEKICK) });
    expect(read(`[${event},${event}]`)).toEqual([...sidekick, ...sidekick]);
    expect(read(`${event}\n${event}`)).toEqual([...sidekick, ...sidekick]);
  });

  it.each([{}, { data: null }])("with %j has no alert", (content) => {
    expect(read(envelope(content))).toMatchObject([
      { kind: "unreadable", reason: "missing_field", field: "data" },
    ]);
  });

  it.each([{ data: 1 }, { data: [] }, { data: "{" }, { data_base64: "!!!" }])(
    "with %j has none either",
    (content) => {
      expect(reasons(envelope(content))).toHaveLength(1);
      expect(reasons(envelope(content))[0]).toMatch(/malformed|truncated/);
    },
  );
});

describe("what only a decoder makes", () => {
  it("is not taken from a sender as it is", () => {
    const forged = { kind: "unreadable", reason: "forged", detail: "forged" };
    expect(reasons(JSON.stringify(forged))).toEqual(["missing_field"]);
    expect(decodeAlertText(JSON.stringify(forged))).toMatchObject({ reason: "missing_field" });
  });

  it("is checked where a sender writes an alert in our own form", () => {
    expect(read(JSON.stringify(one))).toEqual([one]);
    expect(reasons(JSON.stringify({ ...one, time: "now" }))).toEqual(["malformed"]);
    expect(read(JSON.stringify({ ...one, tags: ["a", 1, {}] }))).toMatchObject([{ tags: ["a"] }]);
  });

  it("has no prototype that a sender could reach", () => {
    const body = ONE.replace('"ct.error":null', '"__proto__":{"polluted":true},"constructor":"x"');
    const [alert] = [...bodyAlerts(Buffer.from(body), LIMIT)];
    expect(alert).toMatchObject({ rule: one.rule });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf((alert as typeof one).fields)).toBeNull();
  });
});
