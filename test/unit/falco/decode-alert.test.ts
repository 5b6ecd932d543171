import { describe, expect, it } from "vitest";
import { decodeAlert, decodeAlertText } from "../../../src/falco/decode-alert.js";
import type { FalcoAlert } from "../../../src/model/falco-alert.js";

const json = {
  hostname: "falco-0",
  output: "12:00:00.000000000: Notice AWS change (name=RunInstances)",
  output_fields: { "ct.name": "RunInstances", "ct.error": null, "ec2.imageids": ["ami-1"], "evt.num": 7 },
  priority: "Notice",
  rule: "Terraform Drift AWS",
  source: "aws_cloudtrail",
  tags: ["aws", "tfdrift"],
  time: "2026-03-01T12:00:00.123456789Z",
};

function alertOf(value: unknown): FalcoAlert {
  const decoded = decodeAlert(value);
  if ("kind" in decoded) throw new Error(`unreadable: ${decoded.detail}`);
  return decoded;
}

describe("an alert as Falco's JSON", () => {
  it("is decoded field by field", () => {
    expect(JSON.parse(JSON.stringify(alertOf(json)))).toEqual({
      rule: "Terraform Drift AWS",
      priority: "Notice",
      source: "aws_cloudtrail",
      time: "2026-03-01T12:00:00.123456789Z",
      output: "12:00:00.000000000: Notice AWS change (name=RunInstances)",
      hostname: "falco-0",
      tags: ["aws", "tfdrift"],
      fields: json.output_fields,
    });
  });

  it("keeps apart what the rule did not name and what the record did not have", () => {
    const { fields } = alertOf({
      ...json,
      output_fields: { "ct.error": null, "ct.id": "<NA>", "ct.name": "" },
    });
    expect(fields).toEqual({ "ct.error": null, "ct.id": null, "ct.name": "" });
    expect("ct.request" in fields).toBe(false);
  });

  it("does without output, hostname, tags and output_fields", () => {
    const { rule, source, time, priority } = json;
    expect(alertOf({ rule, source, time, priority })).toEqual({
      rule,
      source,
      time,
      priority,
      output: "",
      tags: [],
      fields: {},
    });
  });

  it("is frozen, and its fields have no prototype", () => {
    const alert = alertOf({ ...json, output_fields: { nested: { list: [1] } } });
    for (const part of [alert, alert.tags, alert.fields, alert.fields.nested])
      expect(part).toSatisfy(Object.isFrozen);
    expect(Object.getPrototypeOf(alert.fields)).toBeNull();
    expect(Object.getPrototypeOf(alert.fields.nested)).toBeNull();
  });

  it("takes a key named __proto__ for a key", () => {
    const text = JSON.stringify(json).replace('"ct.name"', '"__proto__"');
    const alert = decodeAlertText(text) as FalcoAlert;
    expect(Object.hasOwn(alert.fields, "__proto__")).toBe(true);
    expect(Object.keys(alert.fields)[0]).toBe("__proto__");
    expect(({} as Record<string, unknown>).RunInstances).toBeUndefined();
  });

  it.each([
    ["notice", "Notice"],
    ["WARNING", "Warning"],
    ["Info", "Informational"],
    [0, "Emergency"],
    [7, "Debug"],
  ])("reads the priority %j as %s", (priority, expected) => {
    expect(alertOf({ ...json, priority }).priority).toBe(expected);
  });
});

describe("an alert as Falcosidekick forwards it", () => {
  it("gets its nine digits back", () => {
    const alert = alertOf({ uuid: "4a1f", ...json, time: "2026-03-01T12:00:00.5Z" });
    expect(alert.time).toBe("2026-03-01T12:00:00.500000000Z");
    expect("uuid" in alert).toBe(false);
  });
});

describe("an alert as gRPC's message", () => {
  const message = {
    time: { seconds: "1772366400", nanos: 42 },
    priority: 5,
    source_deprecated: 3,
    rule: "Terraform Drift AWS",
    output: JSON.stringify(json),
    output_fields: { "ct.name": "RunInstances", "ct.error": "<NA>", "ct.request": "", "ct.response": "null" },
    hostname: "",
    tags: ["aws"],
    source: "aws_cloudtrail",
  };

  it("is decoded to the same, with the text out of the JSON", () => {
    expect(alertOf(message)).toEqual({
      rule: "Terraform Drift AWS",
      priority: "Notice",
      source: "aws_cloudtrail",
      time: "2026-03-01T12:00:00.000000042Z",
      output: json.output,
      tags: ["aws"],
      fields: { "ct.name": "RunInstances", "ct.error": null, "ct.request": "", "ct.response": "null" },
    });
  });

  it("keeps the text that it holds with json_output off", () => {
    expect(alertOf({ ...message, output: "{no JSON" }).output).toBe("{no JSON");
    expect(alertOf({ ...message, output: '{"a":1}' }).output).toBe('{"a":1}');
  });

  it("has the gravest priority where the wire leaves it out", () => {
    const { priority: _, ...rest } = message;
    expect(alertOf(rest).priority).toBe("Emergency");
  });

  it("is accepted with protobuf's own names and seconds as bigint or number", () => {
    const { output_fields: outputFields, source_deprecated: sourceDeprecated, ...rest } = message;
    for (const seconds of [1772366400n, 1772366400]) {
      const alert = alertOf({ ...rest, outputFields, sourceDeprecated, time: { seconds, nanos: 0 } });
      expect(alert).toMatchObject({ time: "2026-03-01T12:00:00.000000000Z", fields: { "ct.error": null } });
    }
  });
});

describe("what is decoded already", () => {
  it("comes back as it is", () => {
    const alert = alertOf(json);
    const unreadable = decodeAlert(1);
    expect(decodeAlert(alert)).toBe(alert);
    expect(decodeAlert(unreadable)).toBe(unreadable);
    const own = { ...JSON.parse(JSON.stringify(alert)) };
    expect(decodeAlert(own)).toBe(own);
  });
});

describe("times", () => {
  it.each([
    ["2026-03-01T12:00:00Z", "2026-03-01T12:00:00.000000000Z"],
    ["2026-03-01T12:00:00.1234567891Z", "2026-03-01T12:00:00.123456789Z"],
    ["2026-03-01T01:30:00.5+02:00", "2026-02-28T23:30:00.500000000Z"],
    ["2026-03-01T12:00:00.123456789+0000", "2026-03-01T12:00:00.123456789Z"],
    [{ seconds: -1, nanos: 999999999 }, "1969-12-31T23:59:59.999999999Z"],
    [{ nanos: 1 }, "1970-01-01T00:00:00.000000001Z"],
  ])("reads %j as %s", (time, expected) => {
    expect(alertOf({ ...json, time }).time).toBe(expected);
  });

  it.each([
    "12:00:00",
    "2026-02-30T12:00:00Z",
    "2026-13-01T12:00:00Z",
    "2026-03-01",
    7,
    {},
    { seconds: "x" },
    { seconds: 1e300 },
    { seconds: 1, nanos: 1e9 },
    { seconds: 1, nanos: 0.5 },
  ])("does not take %j for a time", (time) => {
    expect(decodeAlert({ ...json, time })).toMatchObject({ reason: "malformed", field: "time" });
  });
});

describe("what is no alert", () => {
  it.each(["rule", "source", "time", "priority"])("is refused for its missing %s", (field) => {
    for (const absent of [undefined, null, ""]) {
      expect(decodeAlert({ ...json, [field]: absent })).toEqual({
        kind: "unreadable",
        reason: "missing_field",
        detail: `the alert has no ${field}`,
        field,
      });
    }
  });

  it.each([
    ["rule", 1],
    ["source", {}],
    ["priority", "Loud"],
    ["priority", 8],
    ["priority", 1.5],
    ["output_fields", "text"],
    ["output_fields", [1]],
    ["output_fields", { a: Number.NaN }],
    ["output_fields", { a: () => 1 }],
  ])("is refused for a %s of %j", (field, value) => {
    expect(decodeAlert({ ...json, [field]: value })).toMatchObject({ reason: "malformed", field });
  });

  it.each([null, undefined, 1, "text", true, [], [json], () => json, Symbol("x"), 1n])(
    "is refused: %s",
    (value) => {
      expect(decodeAlert(value)).toMatchObject({ kind: "unreadable", reason: "malformed" });
    },
  );

  it("is refused where a host's object throws, without saying what it threw", () => {
    const hostile = Object.defineProperty({}, "rule", {
      get() {
        throw new Error("hunter2");
      },
    });
    const decoded = decodeAlert(hostile);
    expect(decoded).toMatchObject({ reason: "malformed" });
    expect(JSON.stringify(decoded)).not.toContain("hunter2");
  });

  it("is refused where an object holds itself", () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    expect(decodeAlert({ ...json, output_fields: circular })).toMatchObject({ field: "output_fields" });
  });
});
