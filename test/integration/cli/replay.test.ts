import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { state } from "../../support/aws-state.js";
import { cloudTrailAlert, cloudTrailRecord } from "../../support/cloudtrail.js";
import { runCli } from "../../support/run-cli.js";
import { tempFolder } from "../../support/temp-folder.js";

const folder = tempFolder();
const SECURITY_GROUP = "sg-0a1b2c3d4e5f60718";
const tfstate = folder.write(
  "terraform.tfstate",
  state({
    resources: [
      {
        type: "aws_security_group",
        name: "web",
        module: "module.net",
        indexKey: "a",
        attributes: {
          id: SECURITY_GROUP,
          arn: `arn:aws:ec2:eu-west-1:123456789012:security-group/${SECURITY_GROUP}`,
          name: "web",
          description: "web",
          ingress: [],
          egress: [],
          tags: {},
          tags_all: {},
        },
      },
    ],
  }),
);
const TERRAFORM =
  "APN/1.0 HashiCorp/1.0 Terraform/1.13.0 (+https://www.terraform.io) terraform-provider-aws/6.25.0";

/** A Falco line of a call that opens a port of the security group. */
function opened(
  id: string,
  port: number,
  second: number,
  fields: Record<string, string | null> = {},
): string {
  const seconds = String(second).padStart(2, "0");
  const { fields: all, ...alert } = cloudTrailAlert({
    "ct.id": id,
    "ct.time": `2026-03-01T12:00:${seconds}Z`,
    "ct.src": "ec2.amazonaws.com",
    "ct.name": "AuthorizeSecurityGroupIngress",
    "ct.request": JSON.stringify({
      groupId: SECURITY_GROUP,
      ipPermissions: {
        items: [
          { ipProtocol: "tcp", fromPort: port, toPort: port, ipRanges: { items: [{ cidrIp: "0.0.0.0/0" }] } },
        ],
      },
    }),
    ...fields,
  });
  return JSON.stringify({
    ...alert,
    hostname: "h",
    time: `2026-03-01T12:00:${seconds}.000000000Z`,
    output_fields: all,
  });
}

const READ = opened("read", 1, 3, { "ct.name": "DescribeSecurityGroups", "ct.readonly": "true" });
const base = ["--state", tfstate];

describe("tfdrift replay --alerts", () => {
  it("writes one drift event a line as JSON, and nothing else to standard output", async () => {
    const stdin = [opened("a", 22, 1), READ].join("\n");
    const result = await runCli(["replay", "--alerts", "-", "--format", "json", ...base], { stdin });
    expect(result.status).toBe(0);
    const events = result.lines.map((line) => JSON.parse(line));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      specVersion: "1.0",
      type: "drift.detected",
      drift: { resource: { address: 'module.net.aws_security_group.web["a"]' }, cause: { id: "a" } },
    });
    expect(result.stderr).toContain("serial 1, 1 resources");
  });

  it("writes for people where, what, who, how and how bad, without colour where there is no terminal", async () => {
    const { stdout } = await runCli(["replay", "--alerts", "-", ...base], { stdin: opened("a", 22, 1) });
    expect(stdout).toContain('module.net.aws_security_group.web["a"]');
    expect(stdout).toMatch(/ingress.*0\.0\.0\.0\/0/);
    expect(stdout).toContain("alice");
    expect(stdout).toContain("AuthorizeSecurityGroupIngress at 2026-03-01T12:00:01Z");
    expect(stdout).toMatch(/^(CRITICAL|HIGH) modified/);
    expect(stdout).not.toContain("\u001b");
  });

  it("colours for a terminal", async () => {
    const run = runCli(["replay", "--alerts", "-", ...base], { stdin: opened("a", 22, 1), color: true });
    expect((await run).stdout).toContain("\u001b[");
  });

  it("shows control characters of an attacker's user name as escapes", async () => {
    const stdin = opened("a", 22, 1, { "ct.user": "x\u001b[2Jy", "ct.originaluser": "x\u001b[2Jy" });
    const { stdout } = await runCli(["replay", "--alerts", "-", ...base], { stdin });
    expect(stdout).toContain("x\\u001b[2Jy");
    expect(stdout).not.toContain("\u001b");
  });

  it("exits with 2 for drift when asked, and with 0 where there is none", async () => {
    const args = ["replay", "--alerts", "-", "--detailed-exitcode", ...base];
    expect((await runCli(args, { stdin: opened("a", 22, 1) })).status).toBe(2);
    expect((await runCli(args, { stdin: READ })).status).toBe(0);
    expect((await runCli([...args, "--outcomes"], { stdin: opened("a", 22, 1) })).status).toBe(2);
  });

  it("takes an empty input for one without drift", async () => {
    expect(await runCli(["replay", "--alerts", "-", ...base], { stdin: "" })).toMatchObject({
      status: 0,
      stdout: "",
    });
  });

  it("tells every outcome and its evidence on standard error with --explain", async () => {
    const { stderr, stdout } = await runCli(["replay", "--alerts", "-", "--explain", ...base], {
      stdin: READ,
    });
    expect(stderr).toMatch(/^read skipped: read_only; .+/m);
    expect(stdout).toBe("");
  });

  it("reports a new resource as unmanaged, unless told not to", async () => {
    const created = opened("c", 0, 1, {
      "ct.name": "CreateSecurityGroup",
      "ct.request": JSON.stringify({ groupName: "new", groupDescription: "new", vpcId: "vpc-1" }),
      "ct.response": JSON.stringify({ groupId: "sg-new", _return: true }),
    });
    const args = ["replay", "--alerts", "-", "--format", "json", ...base];
    expect(JSON.parse((await runCli(args, { stdin: created })).stdout)).toMatchObject({
      drift: { kind: "unmanaged" },
    });
    expect((await runCli([...args, "--no-unmanaged"], { stdin: created })).stdout).toBe("");
  });
});

describe("tfdrift replay --outcomes", () => {
  const outcomes = ["replay", "--alerts", "-", "--outcomes", ...base];

  it("writes exactly the four keys, in their order, one line for each record", async () => {
    const stdin = [opened("a", 22, 1), READ, opened("a", 22, 1)].join("\n");
    const { lines } = await runCli(outcomes, { stdin });
    expect(lines).toHaveLength(3);
    const drifts = (JSON.parse(lines[0] ?? "") as { drifts: string[] }).drifts;
    expect(drifts).toHaveLength(1);
    expect(lines).toEqual([
      `{"id":"a","outcome":"drift","reason":null,"drifts":[${JSON.stringify(drifts[0])}]}`,
      '{"id":"read","outcome":"skipped","reason":"read_only","drifts":[]}',
      '{"id":"a","outcome":"duplicate","reason":null,"drifts":[]}',
    ]);
  });

  it("keeps the order of the input when an early record waits for the settle window", async () => {
    const stdin = [opened("tf", 443, 1, { "ct.useragent": TERRAFORM }), opened("b", 22, 2), READ].join("\n");
    const { lines } = await runCli([...outcomes, "--settle", "1"], { stdin });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { id: "tf", outcome: "drift" },
      { id: "b", outcome: "drift" },
      { id: "read", outcome: "skipped" },
    ]);
  });

  it("takes a trusted actor's Terraform call for our own apply", async () => {
    const stdin = opened("tf", 443, 1, { "ct.useragent": TERRAFORM });
    const trusted = await runCli(
      [...outcomes, "--trusted-actor", "*:nobody", "--trusted-actor", "*:user/al*"],
      { stdin },
    );
    expect(JSON.parse(trusted.stdout)).toMatchObject({ outcome: "suppressed", reason: "own_apply" });
  });

  it("gives a broken line and an alert in text form their lines, and passes over what was never an alert", async () => {
    const stdin = [
      "Events detected: 3",
      '{"rule": "cut',
      READ,
      "",
      "12:00:00.000000000: Notice AWS change",
    ].join("\n");
    const { lines, stderr } = await runCli(outcomes, { stdin });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { id: null, outcome: "rejected" },
      { id: "read", outcome: "skipped" },
      { id: null, outcome: "rejected", reason: "malformed" },
    ]);
    expect(stderr).toContain("passed over input that is no alert");
  });

  it("gives the same bytes every time", async () => {
    const stdin = [opened("a", 22, 1), opened("tf", 443, 2, { "ct.useragent": TERRAFORM }), READ].join("\n");
    for (const mode of [["--outcomes"], ["--format", "json"], []]) {
      const args = ["replay", "--alerts", "-", ...base, ...mode];
      expect((await runCli(args, { stdin })).stdout).toBe((await runCli(args, { stdin })).stdout);
    }
  });
});

describe("a reader that goes away", () => {
  it("ends the replay quietly", async () => {
    let written = 0;
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        written += 1;
        done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
      },
    });
    const stdin = Array.from({ length: 500 }, (_, n) => opened(`id-${n}`, n, 1)).join("\n");
    const result = await runCli(["replay", "--alerts", "-", "--outcomes", ...base], { stdin, stdout });
    expect(result.status).toBe(0);
    expect(result.stderr).not.toMatch(/EPIPE|tfdrift:/);
    expect(written).toBe(1);
  });

  it("is told from an output that is broken, which is an error", async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, done) =>
        done(Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" })),
    });
    const result = await runCli(["replay", "--alerts", "-", "--outcomes", ...base], { stdin: READ, stdout });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("no space left");
  });
});

describe("a slow reader", () => {
  it("is waited for, and gets everything", async () => {
    const chunks: string[] = [];
    const stdout = new Writable({
      highWaterMark: 64,
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk.toString());
        setImmediate(done);
      },
    });
    const stdin = Array.from({ length: 50 }, (_, n) => opened(`id-${n}`, n, 1)).join("\n");
    await runCli(["replay", "--alerts", "-", "--outcomes", ...base], { stdin, stdout });
    const ids = chunks
      .join("")
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(ids).toEqual(Array.from({ length: 50 }, (_, n) => `id-${n}`));
  });
});

it("replays an alert and the CloudTrail record behind it to the same outcome", async () => {
  const record = cloudTrailRecord({ eventID: "same", readOnly: true, eventSource: "ec2.amazonaws.com" });
  const file = folder.write("same.json", JSON.stringify({ Records: [record] }));
  const fromRecord = await runCli(["replay", "--cloudtrail", file, "--outcomes", ...base]);
  const stdin = READ.replaceAll('"read"', '"same"');
  expect(fromRecord.stdout).toBe(
    (await runCli(["replay", "--alerts", "-", "--outcomes", ...base], { stdin })).stdout,
  );
});

describe("a state that cannot be read", () => {
  it.each([
    ["empty", "", "state_empty"],
    ["half-written", '{"version":4,"serial":1,"resou', "state_malformed"],
    ["of version 3", '{"version":3,"serial":1,"lineage":"x","modules":[]}', "state_version_unsupported"],
    [
      "encrypted",
      '{"serial":1,"lineage":"x","encrypted_data":"AA","encryption_version":"v0"}',
      "state_encrypted",
    ],
  ])(
    "because it is %s ends a replay with one clear line, also without any alert",
    async (_, content, code) => {
      const broken = folder.write("broken.tfstate", content);
      const alerts = folder.write("none.jsonl", "");
      const result = await runCli(["replay", "--alerts", alerts, "--state", broken]);
      expect(result).toMatchObject({ status: 1, stdout: "" });
      expect(result.stderr).toMatch(new RegExp(`^tfdrift: \\[${code}\\] [^\\n]+\\n$`));
    },
  );
});
