import { expect, it } from "vitest";

import { DEMO_STEPS } from "../../../src/cli/demo/alerts.js";
import { AWS_ALERT_FIELDS } from "../../../src/providers/aws/index.js";
import { runCli } from "../../support/run-cli.js";

const { stdout, status, stderr } = await runCli(["falco-config", "--source", "aws_cloudtrail"]);
const [falcoYaml = "", rules = "", ...rest] = stdout.split(/^---\n/m);

/** The keys of `extra_fields`, in order. */
const fields = [...falcoYaml.matchAll(/^ {6}- ([^:\n]+)(?:: "([^"\n]+)")?$/gm)];

it("prints two documents, and says of each which file it is for", () => {
  expect({ status, stderr, rest }).toEqual({ status: 0, stderr: "", rest: [] });
  expect(falcoYaml).toMatch(/^# falco\.yaml/);
  expect(rules).toMatch(/^# \/etc\/falco\/rules\.d\/tfdrift\.yaml/);
});

it("names every field that the AWS parser reads, and no other", () => {
  expect(fields.map(([, name, expression]) => [name, expression])).toEqual(
    AWS_ALERT_FIELDS.map(({ name, expression }) => [name, expression]),
  );
});

it("turns on what alerts need: the plugins without system calls, JSON and gRPC", () => {
  for (const needed of [
    /^engine:\n {2}kind: nodriver$/m,
    /^load_plugins: \[cloudtrail, json\]$/m,
    /^json_output: true$/m,
    /^grpc:\n {2}enabled: true\n(?: {2}#.*\n)* {2}bind_address: "unix:\/\/\/run\/falco\/falco\.sock"$/m,
    /^grpc_output:\n {2}enabled: true$/m,
    /^append_output:\n {2}- match:\n {6}source: aws_cloudtrail$/m,
  ]) {
    expect(falcoYaml).toMatch(needed);
  }
});

it("says which Falco versions have gRPC", () => {
  expect(falcoYaml).toMatch(/gRPC server exists in Falco 0\.24 to 0\.43/);
});

it("has a rule that lets every change through, and no read or failed call", () => {
  expect(rules).toContain('condition: evt.num > 0 and not ct.readonly = "true" and not ct.error exists\n');
  expect(rules).toContain("source: aws_cloudtrail\n");
});

it("asks for plugins that have all the fields", () => {
  const asked = (plugin: string): string | undefined =>
    new RegExp(`name: ${plugin}\\n {6}version: (\\S+)`).exec(rules)?.[1];
  expect(asked("cloudtrail")).toBe("0.16.0");
  expect(asked("json")).toBe("0.7.0");
});

it("configures just the fields that the demo's alerts have", () => {
  const configured = fields.map(([, name]) => name).sort();
  for (const { alert } of DEMO_STEPS) expect(Object.keys(alert.output_fields).sort()).toEqual(configured);
});
