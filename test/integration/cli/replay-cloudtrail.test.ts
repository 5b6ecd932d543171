import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

import { cloudTrailText } from "../../../src/cli/input/cloudtrail-files.js";
import { state } from "../../support/aws-state.js";
import { cloudTrailRecord } from "../../support/cloudtrail.js";
import { runCli } from "../../support/run-cli.js";
import { tempFolder } from "../../support/temp-folder.js";

const folder = tempFolder();
const tfstate = folder.write("terraform.tfstate", state({ resources: [] }));

function record(id: string): Record<string, unknown> {
  return cloudTrailRecord({ eventID: id, readOnly: true });
}

async function ids(path: string): Promise<readonly (string | null)[]> {
  const result = await runCli(["replay", "--cloudtrail", path, "--state", tfstate, "--outcomes"]);
  expect(result.status, result.stderr).toBe(0);
  return result.lines.map((line) => (JSON.parse(line) as { id: string | null }).id);
}

const records = (...names: string[]): string => JSON.stringify({ Records: names.map(record) });

describe("tfdrift replay --cloudtrail", () => {
  it.each([
    ["a CloudTrail file", records("a", "b")],
    ["a CloudTrail file over many lines", JSON.stringify({ Records: [record("a"), record("b")] }, null, 2)],
    ["an array of records", JSON.stringify([record("a"), record("b")])],
    ["a record a line", `${JSON.stringify(record("a"))}\n${JSON.stringify(record("b"))}\n`],
    [
      "a record a line, ended as on Windows",
      `${JSON.stringify(record("a"))}\r\n\r\n${JSON.stringify(record("b"))}\r\n`,
    ],
    ["a CloudTrail file a line", `${records("a")}\n${records("b")}`],
    ["a file with a byte order mark", `\ufeff${records("a", "b")}`],
  ])("reads %s", async (name, content) => {
    expect(await ids(folder.write(`forms/${name}.json`, content))).toEqual(["a", "b"]);
  });

  it("reads one record alone", async () => {
    expect(await ids(folder.write("one.json", JSON.stringify(record("a"), null, 2)))).toEqual(["a"]);
  });

  it("reads gzip, whatever the file is called", async () => {
    expect(await ids(folder.write("packed.json.gz", gzipSync(records("a", "b"))))).toEqual(["a", "b"]);
    expect(await ids(folder.write("packed", gzipSync(records("a", "b"))))).toEqual(["a", "b"]);
  });

  it("takes a file without records for an empty one", async () => {
    expect(await ids(folder.write("none.json", '{"Records": []}'))).toEqual([]);
  });

  it("reads a folder and those below it in name order, and leaves alone what is no log", async () => {
    folder.write("trail/AWSLogs/eu-west-1/2026/03/02/b.json.gz", gzipSync(records("third")));
    folder.write("trail/AWSLogs/eu-west-1/2026/03/01/a.json", records("second"));
    folder.write("trail/AWSLogs/CloudTrail-Digest/digest.json", '{"digestStartTime": "x"}');
    folder.write("trail/AWSLogs/README.txt", "nothing");
    folder.write("trail/0.jsonl", JSON.stringify(record("first")));
    expect(await ids(`${folder.path}/trail`)).toEqual(["first", "second", "third"]);
  });

  it("gives a broken line its outcome, in its place", async () => {
    const lines = [JSON.stringify(record("a")), '{"eventID": "cut', "a comment", JSON.stringify(record("b"))];
    const file = folder.write("broken-line.jsonl", lines.join("\n"));
    const result = await runCli(["replay", "--cloudtrail", file, "--state", tfstate, "--outcomes"]);
    expect(result.lines.map((line) => JSON.parse(line))).toMatchObject([
      { id: "a", outcome: "skipped" },
      { id: null, outcome: "rejected", reason: "malformed" },
      { id: "b", outcome: "skipped" },
    ]);
    expect(result.stderr).toContain("passed over 1 lines that are no JSON object");
  });

  it("gives what is no record among the records its outcome", async () => {
    const file = folder.write("odd.json", JSON.stringify({ Records: [7, null, [], {}, record("a")] }));
    const result = await runCli(["replay", "--cloudtrail", file, "--state", tfstate, "--outcomes"]);
    const outcomes = result.lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome);
    expect(outcomes).toEqual(["rejected", "rejected", "rejected", "rejected", "skipped"]);
  });

  it.each([
    ["a file that is not there", "nowhere.json", "does not exist"],
    ["damaged gzip", folder.write("damaged.json.gz", gzipSync(records("a")).subarray(0, 40)), "damaged gzip"],
    ["JSON that is cut short", folder.write("cut.json", records("a", "b").slice(0, 300)), "neither JSON"],
    [
      "a cut file of many lines",
      folder.write("cut-lines.json", '{"Records": [\n{},\n{"a": 1}'),
      "neither JSON",
    ],
    ["text", folder.write("text.json", "hello\nworld\n"), "neither JSON"],
    ["an empty file", folder.write("empty.json", ""), "is empty"],
    ["a scalar", folder.write("scalar.json", "42"), "holds no CloudTrail records"],
    ["records that are no list", folder.write("odd-records.json", '{"Records": {}}'), "no array"],
    [
      "a folder without logs",
      folder.write("bare/readme.txt", "").replace("/readme.txt", ""),
      "holds no .json",
    ],
  ])("ends with one clear line for %s", async (_, path, message) => {
    const result = await runCli(["replay", "--cloudtrail", path, "--state", tfstate, "--outcomes"]);
    expect(result.status).toBe(1);
    expect(
      result.stderr.split("\n").filter((line) => line.startsWith("tfdrift: [source_unreadable]")),
    ).toHaveLength(1);
    expect(result.stderr).toContain(message);
  });

  it("does not unpack a file without a limit", async () => {
    const bomb = folder.write("bomb.json.gz", gzipSync(Buffer.alloc(100_000, " ")));
    await expect(cloudTrailText(bomb, 10_000)).rejects.toThrow("unpacks to more than 10000 bytes");
    const large = folder.write("large.json", " ".repeat(20_000));
    await expect(cloudTrailText(large, 10_000)).rejects.toThrow("larger than 10000 bytes");
  });
});
