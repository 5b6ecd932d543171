import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeAlert, decodeAlertText } from "../../../../src/falco/decode-alert.js";
import { parseJson } from "../../../../src/internal/parse-json.js";
import type { FalcoAlert, UnreadableAlert } from "../../../../src/model/falco-alert.js";
import { isJsonObject, type JsonObject } from "../../../../src/model/json.js";
import { aws } from "../../../../src/providers/aws/index.js";
import type { ParseResult } from "../../../../src/providers/provider.js";

const samples = new URL("../../../../../shared/samples/falco-capture/", import.meta.url);
const { parser, mapper } = aws();

function lines(file: string): string[] {
  return readFileSync(new URL(file, samples), "utf8").trim().split("\n");
}

function httpAlerts(run: string): FalcoAlert[] {
  return lines(`${run}/http-bodies.jsonl`).map((line) => readable(decodeAlertText(line)));
}

function grpcAlerts(run: string): FalcoAlert[] {
  return lines(`${run}/grpc-decoded.jsonl`).map((line) => readable(decodeAlert(parseJson(line))));
}

function readable(alert: FalcoAlert | UnreadableAlert): FalcoAlert {
  if ("kind" in alert) throw new Error(`unreadable alert: ${alert.detail}`);
  return alert;
}

function rawRecords(file: string): unknown[] {
  return lines(`input/${file}.jsonl`).map((line) => parseJson(line));
}

function parseRaw(record: unknown): ParseResult {
  if (parser.parseRecord === undefined) throw new Error("the parser reads no raw records");
  return parser.parseRecord(record);
}

/** A result without what only an alert can tell. */
function withoutAlert(result: ParseResult): unknown {
  if (result.status !== "parsed") return result;
  const { alert: _, ...change } = result.change;
  return { ...result, change };
}

/** The outcome in a word or three: `mapped aws_instance`, `skipped read_only`, `unmapped`. */
function verdict(result: ParseResult): string {
  if (result.status !== "parsed") return `${result.status} ${result.reason}`;
  const mapped = mapper.map(result.change);
  switch (mapped.status) {
    case "mapped":
      return `mapped ${[...new Set(mapped.targets.map((target) => target.ref.types[0]))].sort().join(",")}`;
    case "skipped":
      return `skipped ${mapped.reason}`;
    case "failed":
      return `failed ${mapped.reason} ${mapped.field}`;
    case "unmapped":
      return "unmapped";
  }
}

/** What each of the edge records must come to, reviewed one by one. Operations that no service has are `unmapped`. */
const EDGE_VERDICTS: readonly string[] = [
  "unmapped", // 0 requestParameters null
  "unmapped", // 1 requestParameters absent
  "unmapped", // 2 userName null
  "unmapped", // 3 root
  "unmapped", // 4 a role's session
  "unmapped", // 5 a service
  "unmapped", // 6 a web identity
  "unmapped", // 7 an IAM Identity Center user
  "skipped failed_call", // 8
  "unmapped", // 9 errorCode ""
  "unmapped", // 10 errorCode null
  "unmapped", // 11 characters beyond ASCII
  "unmapped", // 12 escapes
  "unmapped", // 13 numbers
  "skipped data_plane", // 14 PutObject
  "mapped aws_s3_bucket_public_access_block", // 15
  "mapped aws_instance", // 16 RunInstances
  "unmapped", // 17 a long request
  "unmapped", // 18 neither readOnly nor managementEvent
  "unmapped", // 19 readOnly "true": the plugin shows false for a text
  "unmapped", // 20 empty texts
  "unmapped", // 21 line breaks
  "unmapped", // 22 resources []
  "unmapped", // 23 a service event
  "unmapped", // 24 ConsoleLogin
];

describe.skipIf(!existsSync(samples))("alerts of a real Falco", () => {
  test("the edge records come to the same over HTTP, over gRPC and raw", () => {
    expect(httpAlerts("edge-allfields").map((alert) => verdict(parser.parse(alert)))).toEqual(EDGE_VERDICTS);
    expect(grpcAlerts("edge-allfields").map((alert) => verdict(parser.parse(alert)))).toEqual(EDGE_VERDICTS);
    // With json_output: false the message differs, its fields do not.
    expect(grpcAlerts("edge-textoutput").map((alert) => verdict(parser.parse(alert)))).toEqual(EDGE_VERDICTS);
    // CloudTrail's own text says what the plugin loses: number 19 only read.
    const raw = EDGE_VERDICTS.map((expected, index) => (index === 19 ? "skipped read_only" : expected));
    expect(rawRecords("edge").map((record) => verdict(parseRaw(record)))).toEqual(raw);
  });

  test("all fields over HTTP, over gRPC and the raw record give equal changes", () => {
    const http = httpAlerts("edge-allfields").map((alert) => parser.parse(alert));
    expect(grpcAlerts("edge-allfields").map((alert) => parser.parse(alert))).toEqual(http);
    const raw = rawRecords("edge").map(parseRaw);
    for (const [index, result] of http.entries()) {
      if (index !== 19) expect(withoutAlert(result)).toEqual(raw[index]);
    }
  });

  test("310 genuine records give equal changes as alerts and raw, and none fails", () => {
    const alerts = httpAlerts("stratus-allfields");
    const results = alerts.map((alert) => parser.parse(alert));
    const raw = rawRecords("records");
    expect(results).toHaveLength(310);
    for (const [index, result] of results.entries()) {
      expect(result.status).not.toBe("failed");
      expect(withoutAlert(result)).toEqual(parseRaw(raw[index]));
    }
    const count = (status: string) =>
      results.filter((result) => (result.status === "skipped" ? result.reason : result.status) === status)
        .length;
    const rawCount = (test: (record: JsonObject) => boolean) => raw.filter(isJsonObject).filter(test).length;
    expect(count("failed_call")).toBe(rawCount((record) => record.errorCode !== undefined));
    expect(count("read_only")).toBe(
      rawCount((record) => record.readOnly === true && record.errorCode === undefined),
    );
    expect(count("parsed")).toBe(
      rawCount((record) => record.readOnly === false && record.errorCode === undefined),
    );
    expect(count("failed_call") + count("read_only") + count("parsed")).toBe(310);
    expect(count("parsed")).toBeGreaterThan(40);
  });

  test("Falco's alerts about itself are none of AWS's, and those between them do not fail", () => {
    for (const alert of [...httpAlerts("metrics-internal"), ...grpcAlerts("metrics-internal")]) {
      const result = parser.parse(alert);
      expect(result.status).not.toBe("failed");
      if (alert.source === "internal")
        expect(result).toMatchObject({ status: "skipped", reason: "other_source" });
    }
  });

  test("an alert of a rule that carries few fields says which are missing", () => {
    const [first] = httpAlerts("edge-message-iso").map((alert) => parser.parse(alert));
    expect(first).toMatchObject({
      status: "parsed",
      change: {
        operation: "NullRequest",
        missingFields: expect.arrayContaining(["ct.error", "ct.readonly"]),
      },
    });
  });

  test("the plugin's stock rules do not carry the operation, and each of their alerts says so", () => {
    for (const alert of [
      ...httpAlerts("official-cloudtrail-rules"),
      ...grpcAlerts("official-cloudtrail-rules"),
    ]) {
      expect(parser.parse(alert)).toMatchObject({
        status: "failed",
        reason: "missing_field",
        field: "ct.name",
      });
    }
  });
});
