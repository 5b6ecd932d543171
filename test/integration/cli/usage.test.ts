import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { COMMANDS, LATER_COMMANDS } from "../../../src/cli/usage.js";
import { runCli } from "../../support/run-cli.js";
import { tempFolder } from "../../support/temp-folder.js";

const folder = tempFolder();
const state = folder.write(
  "terraform.tfstate",
  '{"version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "l", "outputs": {}, "resources": []}',
);

describe("tfdrift", () => {
  it("prints its help on request, and nothing to standard error", async () => {
    const result = await runCli(["--help"]);
    expect(result).toMatchObject({ status: 0, stderr: "" });
    for (const command of COMMANDS) expect(result.stdout).toContain(`  ${command} `);
  });

  it.each(COMMANDS)("prints the help of %s on request, without running it", async (command) => {
    const result = await runCli([command, "--help"]);
    expect(result).toMatchObject({ status: 0, stderr: "" });
    expect(result.stdout).toContain(`usage: tfdrift ${command}`);
  });

  it("prints the version of package.json", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect((await runCli(["--version"])).stdout).toBe(`${version}\n`);
  });

  it.each([
    ["no command", [], "a command is missing"],
    ["a command that does not exist", ["wtach"], "there is no command wtach"],
    ["an option that does not exist", ["state", "--nope"], "Unknown option '--nope'"],
    ["an option without its value", ["state", "--state"], "argument missing"],
    ["a stray word", ["state", "terraform.tfstate"], "Unexpected argument 'terraform.tfstate'"],
    ["no state", ["state"], "--state is missing"],
    ["an empty state", ["state", "--state", ""], "--state is empty"],
    ["a state that is not there", ["state", "--state", "nowhere.tfstate"], "[state_not_found]"],
    [
      "a backend that does not exist yet",
      ["state", "--state", "s3://bucket/key"],
      "reading state from s3://",
    ],
    ["no source", ["watch", "--state", state], "--falco is missing"],
    ["a source of an unknown scheme", ["watch", "--falco", "ftp://x", "--state", state], "--falco ftp://"],
    [
      "an offset file for what is no file",
      ["watch", "--falco", "unix:///x", "--offset-file", "o", "--state", state],
      "--offset-file is for a file that is followed",
    ],
    [
      "a password that is not encoded",
      ["watch", "--falco", "http://a:%zz@127.0.0.1:1/", "--state", state],
      "--falco is no URL to listen on",
    ],
    [
      "a URL to listen on that is none",
      ["watch", "--falco", "http://", "--state", state],
      "--falco is no URL to listen on",
    ],
    [
      "a key for a unix socket",
      ["watch", "--falco", "unix:///x", "--key", "k", "--state", state],
      "--key is for grpcs://",
    ],
    [
      "TLS without a certificate",
      ["watch", "--falco", "grpcs://localhost:1", "--state", state],
      "--cert is missing",
    ],
    ["a replay of nothing", ["replay", "--state", state], "one of --alerts and --cloudtrail"],
    [
      "a replay of both",
      ["replay", "--alerts", "a", "--cloudtrail", "b", "--state", state],
      "one of --alerts and --cloudtrail",
    ],
    [
      "an alert file that is not there",
      ["replay", "--alerts", "nowhere.jsonl", "--state", state],
      "[source_unreadable]",
    ],
    [
      "a format that does not exist",
      ["replay", "--alerts", "-", "--state", state, "--format", "xml"],
      "--format xml is unknown",
    ],
    [
      "a format to come",
      ["replay", "--alerts", "-", "--state", state, "--format", "ocsf"],
      "not available in this version",
    ],
    [
      "a provider to come",
      ["replay", "--alerts", "-", "--state", state, "--provider", "aws,gcp"],
      "--provider gcp",
    ],
    [
      "a provider that does not exist",
      ["replay", "--alerts", "-", "--state", state, "--provider", "ibm"],
      "--provider ibm is unknown",
    ],
    [
      "a settle window that is no number",
      ["replay", "--alerts", "-", "--state", state, "--settle", "soon"],
      "--settle",
    ],
    [
      "both of a switch",
      ["replay", "--alerts", "-", "--state", state, "--unmanaged", "--no-unmanaged"],
      "exclude each other",
    ],
    ["GCP records", ["replay", "--gcp-audit", "x", "--state", state], "--gcp-audit is not available"],
    [
      "Azure records",
      ["replay", "--azure-activity", "x", "--state", state],
      "--azure-activity is not available",
    ],
    ["a Falco source to come", ["falco-config", "--source", "gcp_auditlog"], "not available in this version"],
    [
      "a Falco source that does not exist",
      ["falco-config", "--source", "syscall"],
      "--source syscall is unknown",
    ],
    ["no Falco source", ["falco-config"], "--source is missing"],
    ...["--config", "--rules", "--driftignore", "--terraform-dir"].map((option) => [
      option,
      ["replay", "--alerts", "-", "--state", state, option, "x"],
      `${option} is not available in this version`,
    ]),
    ...LATER_COMMANDS.map((command) => [command, [command], "not available in this version"]),
  ] as [string, string[], string][])(
    "answers %s with one clear line and status 1",
    async (_, argv, message) => {
      const result = await runCli(argv);
      expect(result).toMatchObject({ status: 1, stdout: "" });
      expect(result.stderr).toContain(message);
      // A state that was read before the error is told of, too.
      expect(result.stderr).toMatch(/^(?:state [^\n]+\n)?tfdrift: \[[a-z_]+\] [^\n]+\n$/);
    },
  );

  it("does not list what is not there yet", async () => {
    const { stdout } = await runCli(["--help"]);
    for (const command of LATER_COMMANDS) expect(stdout).not.toContain(`  ${command} `);
  });
});
