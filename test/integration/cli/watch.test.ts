import { appendFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { Readable, Writable } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";

import { run } from "../../../src/cli/run.js";
import { type FalcoServer, startFalcoServer } from "../../../src/testing/index.js";
import { state } from "../../support/aws-state.js";
import { cloudTrailAlert } from "../../support/cloudtrail.js";
import { runCli } from "../../support/run-cli.js";
import { tempFolder } from "../../support/temp-folder.js";

const folder = tempFolder();
const tfstate = folder.write(
  "terraform.tfstate",
  state({ resources: [{ type: "aws_vpc", name: "main", attributes: { id: "vpc-1" } }] }),
);
const base = ["--state", tfstate, "--explain"];

function line(id: string): string {
  const { fields, ...alert } = cloudTrailAlert({ "ct.id": id, "ct.readonly": "true" });
  return JSON.stringify({ ...alert, hostname: "h", output_fields: fields });
}

describe("tfdrift watch", () => {
  let server: FalcoServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  it("follows a file of JSON lines as it grows, and goes on from its offset file", async () => {
    const file = folder.write("alerts.jsonl", `${line("one")}\n`);
    const offset = ["--offset-file", path.join(folder.path, "alerts.offset")];
    const first = await watchUntil(["--falco", file, ...offset], "two skipped", (stderr) => {
      if (stderr.includes("one skipped") && !stderr.includes("two")) appendFileSync(file, `${line("two")}\n`);
    });
    expect(first.stderr).toMatch(/^one skipped: read_only/m);
    expect(first.status).toBe(0);
    appendFileSync(file, `${line("three")}\n`);
    const second = await watchUntil(["--falco", file, ...offset], "three skipped");
    expect(second.stderr).not.toContain("two skipped");
  });

  it("listens for Falco's http_output, and takes alerts with the right password only", async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/falco`;
    const post = (authorization: string): Promise<number> =>
      fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", authorization },
        body: line("posted"),
      }).then((response) => response.status);
    const answers: Promise<number>[] = [];
    const basic = (secret: string): string => `Basic ${Buffer.from(secret).toString("base64")}`;
    const result = await watchUntil(
      ["--falco", `http://falco:s3cret@127.0.0.1:${port}/falco`],
      "posted skipped",
      (stderr) => {
        if (stderr.includes("connected") && answers.length === 0) {
          answers.push(post(basic("falco:wrong")));
          answers.push(Promise.all(answers).then(() => post(basic("falco:s3cret"))));
        }
      },
    );
    expect(result.status).toBe(0);
    expect(await Promise.all(answers)).toEqual([401, 202]);
    expect(result.stderr).not.toContain("s3cret");
  });

  it("refuses to listen on an address that others reach without a password", async () => {
    const result = await runCli(["watch", "--falco", "http://0.0.0.0:0/falco", ...base]);
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/^tfdrift: \[invalid_option\] anybody who reaches 0\.0\.0\.0[^\n]+$/m);
  });

  it("reads standard input to its end", async () => {
    const result = await runCli(["watch", "--falco", "-", ...base], { stdin: line("one") });
    expect(result.status).toBe(0);
    expect(result.stderr).toMatch(/^one skipped: read_only/m);
  });

  it("takes alerts from a socket until it is interrupted, and then ends with status 0", async () => {
    const address = `unix://${path.join(folder.path, "falco.sock")}`;
    server = await startFalcoServer({ address });
    server.push(JSON.parse(line("over the socket")));
    const interrupt = new AbortController();
    let stderr = "";
    const status = await run(["watch", "--falco", address, ...base], {
      stdin: Readable.from([]),
      stdout: sink(() => {}),
      stderr: sink((text) => {
        stderr += text;
        if (stderr.includes("over the socket skipped: read_only")) interrupt.abort();
      }),
      signal: interrupt.signal,
      color: false,
    });
    expect(status).toBe(0);
    expect(stderr).toContain("connected to Falco 0.43.1");
  });

  it("ends with one clear line where no state can be read", async () => {
    const result = await runCli(["watch", "--falco", "-", "--state", "nowhere.tfstate"], {
      stdin: line("one"),
    });
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/^tfdrift: \[state_not_found\] [^\n]+$/m);
  });
});

/** Runs `watch` until its standard error says something. */
async function watchUntil(
  args: readonly string[],
  said: string,
  onText: (stderr: string) => void = () => {},
): Promise<{ readonly status: number; readonly stderr: string }> {
  const interrupt = new AbortController();
  let stderr = "";
  const status = await run(["watch", ...args, ...base], {
    stdin: Readable.from([]),
    stdout: sink(() => {}),
    stderr: sink((text) => {
      stderr += text;
      onText(stderr);
      if (stderr.includes(said)) interrupt.abort();
    }),
    signal: interrupt.signal,
    color: false,
  });
  return { status, stderr };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function sink(take: (text: string) => void): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      take(chunk.toString());
      done();
    },
  });
}
