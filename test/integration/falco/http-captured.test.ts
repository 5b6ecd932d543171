import { spawn, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { AlertDelivery } from "../../../src/falco/alert-transport.js";
import type { FalcoHttpOptions } from "../../../src/falco/http/index.js";
import { falcoLines } from "../../../src/falco/lines/index.js";
import { contractAlert } from "../../../src/testing/alert-transport-contract.js";
import { falcoJson } from "../../../src/testing/falco-message.js";
import { captureLines, FALCO_CAPTURES, haveFalcoCaptures } from "../../support/falco-samples.js";
import { httpPost, oneConnection } from "../../support/http-post.js";
import { startReceiver } from "../../support/http-receiver.js";
import { tempFolder } from "../../support/temp-folder.js";
import { until } from "../../support/until.js";

const haveCurl = spawnSync("curl", ["--version"]).status === 0;
const folder = tempFolder();
const JSON_RUNS = FALCO_CAPTURES.filter((run) => run !== "edge-textoutput");

/** Posts bodies with the real curl, over one connection, as Falco's libcurl does; the status of each answer. */
async function curl(url: string, bodies: readonly string[], type = "application/json"): Promise<number[]> {
  const config = bodies.flatMap((body, index) => [
    ...(index === 0 ? [] : ["next"]),
    `url = "${url}"`,
    `data-binary = "@${folder.write(`${index}.body`, body)}"`,
    `header = "Content-Type: ${type}"`,
    'user-agent = "falcosecurity/falco"',
    'write-out = "%{http_code}\\n"',
    'output = "/dev/null"',
    "silent",
  ]);
  const child = spawn("curl", ["--config", "-"], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(config.join("\n"));
  let told = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    told += chunk;
  });
  await new Promise((resolve) => child.once("close", resolve));
  return told.trimEnd().split("\n").map(Number);
}

async function fromLines(bodies: readonly string[]): Promise<AlertDelivery["alert"][]> {
  async function* input(): AsyncGenerator<string> {
    yield bodies.join("\n");
  }
  const alerts: AlertDelivery["alert"][] = [];
  const { signal } = new AbortController();
  for await (const { alert } of falcoLines({ input: input() }).open({ signal })) alerts.push(alert);
  return alerts;
}

describe.skipIf(!haveCurl)("the real curl", () => {
  const bodies = [0, 1, 2].map((index) => falcoJson(contractAlert(index)));
  const ways: readonly {
    name: string;
    options: Partial<FalcoHttpOptions>;
    userinfo?: string;
    path?: string;
  }[] = [
    { name: "nothing", options: {} },
    {
      name: "a password in the URL",
      options: { auth: { kind: "basic", username: "falco", password: "p@ss" } },
      userinfo: "falco:p%40ss@",
    },
    {
      name: "a secret in the path",
      options: { auth: { kind: "path", secret: "s3cret" } },
      path: "s3cret",
    },
  ];

  it.each(ways)(
    "with $name is understood as Falco would be",
    async ({ options, userinfo = "", path = "" }) => {
      const receiver = await startReceiver(options);
      const url = `http://${userinfo}127.0.0.1:${receiver.port}/${path}`;
      expect(await curl(url, bodies)).toEqual([202, 202, 202]);
      await until(() => receiver.taken.length === 3);
      expect(JSON.parse(JSON.stringify(receiver.taken))).toEqual([0, 1, 2].map(contractAlert));
    },
  );

  it("with a wrong password or secret is refused", async () => {
    const auth = [
      { kind: "basic", username: "falco", password: "p" },
      { kind: "path", secret: "s3cret" },
    ] as const;
    const receiver = await startReceiver({ auth });
    expect(await curl(`http://falco:q@127.0.0.1:${receiver.port}/`, bodies)).toEqual([401, 401, 401]);
    expect(await curl(`http://127.0.0.1:${receiver.port}/secret`, bodies)).toEqual([404, 404, 404]);
    expect(receiver.taken).toEqual([]);
  });

  it("that asks before it sends more than a megabyte is told to go on", async () => {
    const receiver = await startReceiver();
    const alert = falcoJson({ ...contractAlert(1), output: "x".repeat(2_000_000) });
    expect(await curl(receiver.url, [alert])).toEqual([202]);
    await until(() => receiver.taken.length === 1);
    const small = await startReceiver({ maxBodyBytes: 1_000_000 });
    expect(await curl(small.url, [alert])).toEqual([413]);
    await until(() => small.taken.length === 1);
  });
});

describe.skipIf(!haveFalcoCaptures)("the bodies that a real Falco 0.43.1 posted", () => {
  it.each(JSON_RUNS)("of %s give the same alerts as the same lines of its file", async (run) => {
    const bodies = captureLines(run, "http-bodies.jsonl");
    const receiver = await startReceiver({ auth: { kind: "bearer", token: "t" } });
    const agent = oneConnection();
    const headers = { authorization: "Bearer t" };
    for (const body of bodies) {
      expect((await httpPost(receiver.url, body, { agent, headers })).status).toBe(202);
    }
    agent.destroy();
    await receiver.stop();
    expect(receiver.taken).toEqual(await fromLines(bodies));
    expect(receiver.taken.filter((alert) => "kind" in alert)).toEqual([]);
    expect(receiver.taken).toHaveLength(bodies.length);
  });

  it.skipIf(!haveCurl)("are taken from the real curl, too", async () => {
    const bodies = JSON_RUNS.flatMap((run) => captureLines(run, "http-bodies.jsonl"));
    const receiver = await startReceiver({ auth: { kind: "basic", username: "falco", password: "p" } });
    const statuses = await curl(`http://falco:p@127.0.0.1:${receiver.port}/`, bodies);
    expect(statuses).toEqual(bodies.map(() => 202));
    await receiver.stop();
    expect(receiver.taken).toEqual(await fromLines(bodies));
  });

  it("in text form are refused with what to set, and counted one by one", async () => {
    // A text may have lines of its own; each body begins with its time.
    const recorded = captureLines("edge-textoutput", "http-bodies.jsonl").join("\n");
    const bodies = recorded.split(/\n(?=\d\d:\d\d:\d\d\.)/);
    expect(bodies).toHaveLength(25);
    for (const type of ["text/plain", "application/json"]) {
      const receiver = await startReceiver();
      for (const body of bodies) {
        const answered = await receiver.post(body, { "content-type": type });
        expect(answered.status).toBe(415);
        expect(answered.text).toContain("json_output: true");
      }
      await receiver.stop();
      expect(receiver.taken).toHaveLength(bodies.length);
      for (const alert of receiver.taken) {
        expect(alert).toMatchObject({ kind: "unreadable", reason: "malformed" });
        expect("detail" in alert && alert.detail).toContain("json_output: true");
      }
    }
  });
});
