import { describe, expect, it } from "vitest";

import { prettyDrift } from "../../../src/cli/output/pretty.js";
import { type Drift, type DriftEvent, known, unknownValue } from "../../../src/index.js";

const DRIFT: Drift = {
  id: "d",
  revision: 1,
  kind: "modified",
  status: "open",
  fidelity: "exact",
  resource: { type: "aws_db_instance", provider: "aws", address: "aws_db_instance.orders" },
  differences: [],
  actor: { kind: "iam_user", name: "alice" },
  origin: { verdict: "cli_or_sdk", evidence: [] },
  cause: { provider: "aws", operation: "ModifyDBInstance", id: "r", time: "2026-03-01T12:00:00Z" },
  severity: { level: "medium", reasons: [] },
  impact: [],
  incident: "i",
  firstSeen: "2026-03-01T12:00:00Z",
  lastSeen: "2026-03-01T12:00:00Z",
};

function pretty(drift: Partial<Drift>, type: DriftEvent["type"] = "drift.detected"): string {
  return prettyDrift(false)({
    specVersion: "1.0",
    type,
    time: "2026-03-01T12:00:00Z",
    drift: { ...DRIFT, ...drift },
  });
}

describe("prettyDrift", () => {
  it("shows what was declared and what is there now", () => {
    const differences = [
      { path: "deletion_protection", change: "set", declared: known(true), observed: known(false) },
      { path: "tags.Team", change: "set", declared: known(null), observed: known("web") },
      { path: "policy", change: "set", declared: known('{"a": 1}'), observed: known({ a: 2 }) },
      { path: "ingress", change: "added", declared: known(null), observed: known({ from_port: 22 }) },
      { path: "egress", change: "removed", declared: known({ from_port: 0 }), observed: known(null) },
    ] as const;
    expect(pretty({ differences })).toContain(
      [
        "    deletion_protection: true -> false",
        '    tags.Team: (not set) -> "web"',
        '    policy: {"a": 1} -> {"a":2}',
        '    ingress: added {"from_port":22}, which is not declared',
        '    egress: removed {"from_port":0}, which is declared',
      ].join("\n"),
    );
  });

  it("says that a value is not known or not shown, and cuts a long one", () => {
    const differences = [
      { path: "password", change: "set", declared: { kind: "redacted" }, observed: unknownValue("masked") },
      { path: "long", change: "set", declared: known("x".repeat(1000)), observed: known(1) },
    ] as const;
    const text = pretty({ differences });
    expect(text).toContain("password: (redacted) -> (not known: masked)");
    expect(text).toMatch(/long: "x{239}\.\.\. -> 1\n/);
  });

  it("says so where the record does not tell the attributes", () => {
    expect(pretty({ fidelity: "coarse" })).toContain("does not tell which attributes");
  });

  it("names the candidates where it may be several, and the cloud's id where no state has it", () => {
    const resource = { type: "aws_route", provider: "aws" };
    expect(pretty({ resource: { ...resource, candidates: ["aws_route.a", "aws_route.b"] } })).toContain(
      "one of aws_route.a, aws_route.b",
    );
    expect(pretty({ kind: "unmanaged", resource: { ...resource, id: "r-1" } })).toContain(
      "aws_route r-1, in no state",
    );
  });

  it("says that a finding was seen again, and how one ended", () => {
    expect(pretty({ revision: 3 }, "drift.updated")).toMatch(/^MEDIUM modified, seen again \(revision 3\)\n/);
    expect(pretty({ status: "resolved", resolution: "reverted" }, "drift.resolved")).toMatch(
      /^MEDIUM resolved: reverted\n/,
    );
  });

  it("lets no value move the cursor", () => {
    const differences = [
      { path: "a\nb", change: "set", declared: known("\u001b[2J"), observed: known("{\u009b") },
    ] as const;
    const text = pretty({ differences, actor: { ...DRIFT.actor, name: "x\r\u202ey" } });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text).toContain("a\\u000ab");
  });
});
