import { describe, expect, it } from "vitest";

import { state } from "../../support/aws-state.js";
import { cloudTrailAlert } from "../../support/cloudtrail.js";
import { runCli } from "../../support/run-cli.js";
import { tempFolder } from "../../support/temp-folder.js";

const folder = tempFolder();
const tfstate = folder.write(
  "terraform.tfstate",
  state({ resources: [{ type: "aws_iam_role", name: "app", attributes: { id: "app", name: "app" } }] }),
);

function alertFile(name: string, ...alerts: readonly Record<string, unknown>[]): string {
  return folder.write(name, `${alerts.map((alert) => JSON.stringify(alert)).join("\n")}\n`);
}

function alert(
  fields: Parameters<typeof cloudTrailAlert>[0],
  rest: Record<string, unknown> = {},
): Record<string, unknown> {
  const { fields: outputFields, ...decoded } = cloudTrailAlert(fields);
  return { ...decoded, ...rest, output_fields: outputFields };
}

describe("tfdrift doctor", () => {
  it("finds nothing wrong with a set-up that is in order", async () => {
    const file = alertFile("good.jsonl", alert({ "ct.readonly": "true" }));
    const result = await runCli(["doctor", "--falco", file, "--state", tfstate]);
    expect(result).toMatchObject({ status: 0, stdout: "nothing is wrong with what could be seen\n" });
    expect(result.stderr).toContain("terraform.tfstate: serial 1, 1 resources");
  });

  it.each([
    [
      "stock rules",
      alert({ "ct.name": undefined }, { rule: "Run Instances" }),
      "error stock_rules (Run Instances): ",
    ],
    ["a field that is not carried", alert({ "ct.error": undefined }), "warning missing_field (ct.error): "],
    [
      "a field that arrives cut",
      alert({ "ct.request": '{"a":"b[...]' }),
      "error truncated_field (ct.request): ",
    ],
    ["a renamed source", alert({}, { source: "trail" }), "warning renamed_source (trail): "],
    [
      "the plugin's console flag",
      alert({ "ct.sessioncredentialfromconsole": "false" }),
      "warning unreliable_field (",
    ],
    [
      "alerts that Falco dropped",
      { ...alert({}, { source: "internal" }), output_fields: { "falco.outputs_queue_num_drops": 7 } },
      "error falco_dropped (outputs): ",
    ],
  ])("says of %s what to do, and exits with 1", async (_, one, finding) => {
    const result = await runCli(["doctor", "--falco", alertFile("bad.jsonl", one), "--state", tfstate]);
    expect(result.status).toBe(1);
    expect(result.lines.find((line) => line.startsWith(finding))).toMatch(/; .+/);
  });

  it("says that Falco writes text", async () => {
    const file = folder.write("text.log", "12:00:00.000000000: Notice AWS change (id=1)\n");
    const result = await runCli(["doctor", "--falco", file]);
    expect(result.status).toBe(1);
    expect(result.stdout).toContain("set json_output: true");
  });

  it("says that no alert came, and why there is no connection", async () => {
    const result = await runCli(["doctor", "--falco", "unix:///nowhere/falco.sock", "--for", "0.2"]);
    expect(result.status).toBe(1);
    expect(result.lines.map((line) => line.split(":")[0])).toEqual([
      "error falco_unreachable (falco_socket_missing)",
      "error silence (falco)",
    ]);
  });

  it("says of each state that cannot be read what to do", async () => {
    const broken = folder.write("broken.tfstate", "{");
    const result = await runCli(["doctor", "--state", broken, "--state", tfstate]);
    expect(result.status).toBe(1);
    expect(result.lines).toHaveLength(1);
    expect(result.stdout).toMatch(/^error state_unreadable \(.*broken\.tfstate\): \[state_malformed\] /);
  });

  it("never shows the password of a URL that it listens on", async () => {
    const result = await runCli([
      "doctor",
      "--falco",
      "http://falco:s3cret@127.0.0.1:0/falco",
      "--for",
      "0.2",
    ]);
    expect(result.status).toBe(1);
    expect(result.stdout).toMatch(/^error silence \(/);
    expect(result.stdout + result.stderr).not.toContain("s3cret");
  });

  it("needs something to look at", async () => {
    const result = await runCli(["doctor"]);
    expect(result).toMatchObject({ status: 1, stdout: "" });
    expect(result.stderr).toMatch(/--falco SOURCE, --state FILE, or both/);
  });
});
