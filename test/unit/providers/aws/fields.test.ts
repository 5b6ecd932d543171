import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AWS_ALERT_FIELDS, createAwsParser } from "../../../../src/providers/aws/index.js";
import { cloudTrailAlert } from "../../../support/cloudtrail.js";

const captured = new URL(
  "../../../../../shared/samples/falco-capture/edge-allfields/http-bodies.jsonl",
  import.meta.url,
);

/** The names that the parser asks an alert for. */
function namesRead(): string[] {
  const asked = new Set<string>();
  const { fields, ...alert } = cloudTrailAlert({ "ct.user": "Admin", "ct.user.arn": null });
  const watched = new Proxy(fields, {
    getOwnPropertyDescriptor(target, name) {
      asked.add(String(name));
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
  });
  expect(createAwsParser().parse({ ...alert, fields: watched }).status).toBe("parsed");
  return [...asked];
}

test("the list of fields is what the parser reads: no more, so that no rule carries it in vain, and no less", () => {
  expect(namesRead().sort()).toEqual(AWS_ALERT_FIELDS.map((field) => field.name).sort());
  expect(createAwsParser().fields).toEqual(AWS_ALERT_FIELDS.map((field) => field.name));
});

test("a key of our own has an expression, a field of the plugin has none", () => {
  for (const { name, plugin, expression } of AWS_ALERT_FIELDS) {
    expect(expression === undefined).toBe(name.startsWith("ct."));
    expect(plugin).toBe(name.startsWith("ct.") ? "cloudtrail" : "json");
    if (expression !== undefined) expect(expression).toMatch(/^%json\.value\[\/[A-Za-z/]+\]$/);
  }
});

test.skipIf(!existsSync(captured))("the plugin's fields are called so in alerts of a real Falco", () => {
  const [line = ""] = readFileSync(captured, "utf8").split("\n");
  const carried = Object.keys(JSON.parse(line).output_fields);
  const named = AWS_ALERT_FIELDS.filter((field) => field.plugin === "cloudtrail").map((field) => field.name);
  expect(named.filter((name) => !carried.includes(name))).toEqual([]);
});
