import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { state } from "../../support/aws-state.js";
import { runCli } from "../../support/run-cli.js";
import { tempFolder } from "../../support/temp-folder.js";

/** What a real Falco 0.43.1 wrote; kept beside the repository. */
const captures = new URL("../../../../shared/samples/falco-capture/", import.meta.url).pathname;
const present = existsSync(captures);

const folder = tempFolder();
const tfstate = folder.write(
  "terraform.tfstate",
  state({
    resources: [
      {
        type: "aws_s3_bucket_public_access_block",
        name: "b",
        attributes: { id: "b", bucket: "b", block_public_acls: false },
      },
    ],
  }),
);

interface OutcomeLine {
  readonly id: string | null;
  readonly outcome: string;
  readonly reason: string | null;
}

async function outcomes(file: string): Promise<readonly OutcomeLine[]> {
  const result = await runCli(["replay", "--alerts", `${captures}${file}`, "--state", tfstate, "--outcomes"]);
  expect(result.status, result.stderr).toBe(0);
  return result.lines.map((line) => JSON.parse(line) as OutcomeLine);
}

function named({ outcome, reason }: OutcomeLine): string {
  return reason === null ? outcome : `${outcome}: ${reason}`;
}

/** The records of a file: JSON objects, and alerts in text form. The rest is what Falco prints between and after them. */
function records(file: string): number {
  const lines = readFileSync(`${captures}${file}`, "utf8").split("\n");
  return lines.filter((line) => /^(\{|\d\d:\d\d:\d\d\.\d{9}: )/.test(line)).length;
}

const files = present
  ? readdirSync(captures, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".jsonl") && !file.startsWith("input/"))
      .sort()
  : [];

describe.skipIf(!present)("tfdrift replay of what a real Falco wrote", () => {
  it("finds the captures", () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it.each(files)("gives one outcome for each record of %s", async (file) => {
    const lines = await outcomes(file);
    expect(lines).toHaveLength(records(file));
    expect(lines.length).toBeGreaterThan(0);
  });

  it.each(files.filter((file) => /^(stratus-allfields|metrics-internal)\//.test(file)))(
    "rejects nothing of %s",
    async (file) => {
      expect((await outcomes(file)).filter(({ outcome }) => outcome === "rejected")).toEqual([]);
    },
  );

  it.each(files.filter((file) => file.startsWith("official-cloudtrail-rules/")))(
    "rejects all of %s for a missing field: the stock rules do not say what was called",
    async (file) => {
      expect([...new Set((await outcomes(file)).map(named))]).toEqual(["rejected: missing_field"]);
    },
  );

  it.each(["edge-textoutput/http-bodies.jsonl", "edge-textoutput/stdout.jsonl"])(
    "rejects all of %s with a reason: it is text",
    async (file) => {
      expect([...new Set((await outcomes(file)).map(named))]).toEqual(["rejected: malformed"]);
    },
  );

  it("skips what Falco says about itself", async () => {
    const lines = await outcomes("metrics-internal/http-bodies.jsonl");
    expect(lines.filter((line) => named(line) === "skipped: falco_internal")).toHaveLength(7);
  });

  it("gives the same outcomes for what Falco wrote over HTTP, to standard output and over gRPC", async () => {
    for (const capture of ["edge-allfields", "edge-message-iso", "official-cloudtrail-rules"]) {
      const [http, stdout, grpc] = await Promise.all(
        ["http-bodies", "stdout", "grpc-decoded"].map((name) => outcomes(`${capture}/${name}.jsonl`)),
      );
      expect(stdout).toEqual(http);
      expect(grpc).toEqual(http);
    }
  });

  it("judges 310 CloudTrail records as it judges the alerts that Falco made of them", async () => {
    const alerts = await outcomes("stratus-allfields/http-bodies.jsonl");
    const records = await runCli([
      "replay",
      "--cloudtrail",
      `${captures}input/records.jsonl`,
      "--state",
      tfstate,
      "--outcomes",
    ]);
    const byId = (lines: readonly OutcomeLine[]): readonly string[] =>
      lines.map((line) => JSON.stringify(line)).sort();
    expect(alerts).toHaveLength(310);
    expect(byId(records.lines.map((line) => JSON.parse(line) as OutcomeLine))).toEqual(byId(alerts));
  });

  it("gives each of the 25 edge cases its reviewed outcome", async () => {
    const lines = await outcomes("edge-allfields/http-bodies.jsonl");
    expect(Object.fromEntries(lines.map((line) => [line.id, named(line)]))).toEqual(REVIEWED);
  });
});

/** Operations that no cloud has are `unmapped`: the point of those records is that nothing else goes wrong with them. */
const REVIEWED: Readonly<Record<string, string>> = {
  "edge-0": "skipped: unmapped", // the request is null
  "edge-1": "skipped: unmapped", // there is no request
  "edge-2": "skipped: unmapped", // the user's name is null
  "edge-3": "skipped: unmapped", // root, without a name
  "edge-4": "skipped: unmapped", // a role session
  "edge-5": "skipped: unmapped", // a service
  "edge-6": "skipped: unmapped", // an identity of a kind that the plugin does not name
  "edge-7": "skipped: unmapped", // an Identity Center user
  "edge-8": "skipped: failed_call", // it has an error code
  "edge-9": "skipped: unmapped", // the error code is an empty string
  "edge-10": "skipped: unmapped", // the error code is null
  "edge-11": "skipped: unmapped", // names in many scripts, and control characters
  "edge-12": "skipped: unmapped", // quotes and backslashes
  "edge-13": "skipped: unmapped", // numbers that a double cannot hold
  "edge-14": "skipped: data_plane", // an object was put into a bucket
  "edge-15": "drift", // the public access block of a managed bucket
  "edge-16": "drift", // an instance that no state has
  "edge-17": "skipped: unmapped", // a request of 20 kB
  "edge-18": "skipped: unmapped", // neither readOnly nor managementEvent
  "edge-19": "skipped: unmapped", // readOnly is the string "true", which the plugin turns into "false"
  "edge-20": "skipped: unmapped", // empty strings
  "edge-21": "skipped: unmapped", // line breaks inside values
  "edge-22": "skipped: unmapped", // an empty list of resources
  "edge-23": "skipped: unmapped", // serviceEventDetails is an object
  "edge-24": "skipped: unmapped", // a console login
};
