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

  it("reads a file of JSON lines to its end", async () => {
    const file = folder.write("alerts.jsonl", `${line("one")}\n${line("two")}\n`);
    const result = await runCli(["watch", "--falco", file, ...base]);
    expect(result).toMatchObject({ status: 0, stdout: "" });
    expect(result.stderr).toMatch(/^one skipped: read_only/m);
    expect(result.stderr).toMatch(/^two skipped: read_only/m);
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

  it("ends with one clear line where a file of alerts cannot be read", async () => {
    const result = await runCli(["watch", "--falco", "nowhere.jsonl", ...base]);
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/^tfdrift: \[source_unreadable\] [^\n]+$/m);
  });
});

function sink(take: (text: string) => void): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      take(chunk.toString());
      done();
    },
  });
}
