import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { beforeAll, describe, expect, it } from "vitest";

import { DEMO_STEPS } from "../../../src/cli/demo/alerts.js";
import { type CliResult, runCli } from "../../support/run-cli.js";

describe("tfdrift demo", () => {
  let result: CliResult;
  let durationMs = 0;
  beforeAll(async () => {
    const before = performance.now();
    result = await runCli(["demo"]);
    durationMs = performance.now() - before;
  });

  it("ends by itself with status 0, within five seconds", () => {
    expect(result.status, result.stderr).toBe(0);
    expect(durationMs).toBeLessThan(5000);
  });

  it("gives each alert the outcome that its story asks for", () => {
    const names = [...result.stdout.matchAll(/^ {3}=> (.+)$/gm)].map(([, name]) => name);
    expect(names).toEqual([
      "drift",
      "drift",
      "drift",
      "suppressed: own_apply",
      "skipped: failed_call",
      "skipped: read_only",
      "duplicate",
    ]);
    expect(names).toHaveLength(DEMO_STEPS.length);
  });

  it("shows address, attribute, both values, who and how bad", () => {
    expect(result.stdout).toContain('module.network.aws_security_group.web["public"]');
    expect(result.stdout).toMatch(
      /ingress.*"?from_port"?:22.*0\.0\.0\.0\/0|ingress.*0\.0\.0\.0\/0.*"?from_port"?:22/,
    );
    expect(result.stdout).toMatch(/(HIGH|CRITICAL) modified\n\s+module\.network/);
    expect(result.stdout).toContain("aws_db_instance.orders");
    expect(result.stdout).toContain("deletion_protection: true -> false");
    expect(result.stdout).toContain("aws_s3_bucket_policy.assets");
    expect(result.stdout).toContain("alice@example.com");
    expect(result.stdout).toContain("bob@example.com");
  });

  it("says why, for silence as much as for drift", () => {
    const steps = result.stdout.split(/^\d+\. /m).slice(1);
    expect(steps).toHaveLength(DEMO_STEPS.length);
    for (const step of steps) expect(step).toMatch(/^ {3}because \S/m);
    expect(steps[3]).toContain("trusted actor");
  });

  it("ends with the sum that shows that nothing was lost", () => {
    const law =
      "received 7 = 3 drift + 0 clean + 1 suppressed + 1 duplicate + 2 skipped + 0 rejected + 0 deferred";
    expect(result.stdout).toContain(law);
    expect(result.stdout).toContain("tfdrift watch --falco");
  });

  it("leaves no folder behind, also when it is interrupted", async () => {
    const left = (): string[] =>
      readdirSync(tmpdir()).filter((name) => /^tfdrift-(?!package-|test-)/.test(name));
    const already = left();
    const stopped = await runCli(["demo"], { signal: AbortSignal.abort() });
    expect(stopped.status).toBe(0);
    expect(left()).toEqual(already);
  });
});
