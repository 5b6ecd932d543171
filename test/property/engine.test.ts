import fc from "fast-check";
import { expect, test } from "vitest";
import { type AlertInput, DriftEngine, type EngineStats } from "../../src/index.js";
import { aws } from "../../src/providers/aws/index.js";
import { memoryState } from "../../src/testing/memory-state.js";
import { state } from "../support/aws-state.js";
import { manualClock } from "../support/engine-harness.js";

const STATE = state({
  resources: [
    { type: "aws_security_group", name: "web", attributes: { id: "sg-0a1", ingress: [], tags: {} } },
    { type: "aws_s3_bucket", name: "logs", attributes: { id: "logs", bucket: "logs" } },
    { type: "aws_iam_role", name: "app", attributes: { id: "app", name: "app", assume_role_policy: "{}" } },
  ],
});

const OPERATIONS = [
  "AuthorizeSecurityGroupIngress",
  "RevokeSecurityGroupIngress",
  "CreateTags",
  "PutBucketPolicy",
  "PutBucketAcl",
  "UpdateAssumeRolePolicy",
  "AttachRolePolicy",
  "RunInstances",
  "DescribeInstances",
  "NoSuchOperation",
];
const SERVICES = ["ec2.amazonaws.com", "s3.amazonaws.com", "iam.amazonaws.com", "x", null];
const AGENTS = [
  "console.amazonaws.com",
  "APN/1.0 HashiCorp/1.0 Terraform/1.13.0 aws-sdk-go-v2/1.42.0",
  "",
  null,
];

/** Parameters with the names that the tables look for, and any values. */
const request = fc.dictionary(
  fc.constantFrom(
    "groupId",
    "bucketName",
    "roleName",
    "ipPermissions",
    "policyDocument",
    "tagSet",
    "resourcesSet",
    "__proto__",
    "items",
  ),
  fc.oneof(fc.constantFrom("sg-0a1", "logs", "app"), fc.jsonValue({ maxDepth: 4 })),
);

const cloudTrailAlert = fc
  .record({
    id: fc.constantFrom("1", "2", "3", null),
    name: fc.constantFrom(...OPERATIONS),
    src: fc.constantFrom(...SERVICES),
    agent: fc.constantFrom(...AGENTS),
    error: fc.constantFrom(null, "", "AccessDenied"),
    request: fc.oneof(
      request.map((value) => JSON.stringify(value)),
      fc.constantFrom("null", "", '{"a":"b[...]', "{"),
    ),
    seconds: fc.integer({ min: 0, max: 300 }),
  })
  .map(({ id, name, src, agent, error, request: text, seconds }) => ({
    rule: "Any",
    priority: "Notice",
    source: "aws_cloudtrail",
    time: new Date(Date.parse("2026-03-01T12:00:00Z") + seconds * 1000).toISOString(),
    output: "",
    output_fields: {
      "ct.id": id,
      "ct.name": name,
      "ct.src": src,
      "ct.error": error,
      "ct.request": text,
      "ct.useragent": agent,
    },
  }));

const anything = fc.oneof(
  { weight: 3, arbitrary: cloudTrailAlert },
  { weight: 1, arbitrary: fc.jsonValue().map((value) => value as unknown as AlertInput) },
);

function sum({ drift, clean, suppressed, duplicate, skipped, rejected, deferred }: EngineStats): number {
  return drift + clean + suppressed + duplicate + skipped + rejected + deferred;
}

test("whatever comes, every alert gets one outcome, the sum holds at every moment, and nothing stays deferred", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { maxLength: 12 }), async (alerts) => {
      const clock = manualClock();
      const engine = new DriftEngine({ providers: [aws()], state: [memoryState({ content: STATE })], clock });
      const finals: number[] = [];
      const failures: unknown[] = [];
      engine.on("signal", (signal) => {
        expect(sum(engine.stats())).toBe(engine.stats().received);
        if (signal.kind === "alert.outcome") finals.push(signal.outcome.sequence);
        if (signal.kind === "internal.failed") failures.push(signal.error);
      });
      for (const alert of alerts) {
        await engine.process(alert);
        expect(sum(engine.stats())).toBe(engine.stats().received);
        clock.advance(20_000);
      }
      await engine.close();
      expect(failures).toEqual([]);
      expect(finals.sort((a, b) => a - b)).toEqual(alerts.map((_, at) => at + 1));
      expect(engine.stats().deferred).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test("the same alerts give the same drift events, byte for byte", async () => {
  async function run(alerts: readonly AlertInput[]): Promise<string> {
    const engine = new DriftEngine({
      providers: [aws()],
      state: [memoryState({ content: STATE })],
      clock: manualClock(),
    });
    const lines: string[] = [];
    engine.on("drift", (event) => lines.push(JSON.stringify(event)));
    for (const alert of alerts) await engine.process(alert);
    await engine.close();
    return lines.join("\n");
  }
  await fc.assert(
    fc.asyncProperty(fc.array(cloudTrailAlert, { maxLength: 8 }), async (alerts) => {
      expect(await run(alerts)).toBe(await run(alerts));
    }),
    { numRuns: 100 },
  );
});
