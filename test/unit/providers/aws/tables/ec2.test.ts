import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../../../src/model/json.js";
import { createAwsMapper } from "../../../../../src/providers/aws/mapper.js";
import type { TargetMapping } from "../../../../../src/providers/aws/mapping-table.js";
import { ec2 } from "../../../../../src/providers/aws/tables/ec2.js";
import { cloudChange } from "../../../../support/cloudtrail.js";
import { inWords, mapRecord } from "../../../../support/ec2-calls.js";

const SHARED = new URL("../../../../../../shared/", import.meta.url);
const TYPES = new URL("data/aws/aws-types.json", SHARED);
const CAPTURE = new URL("samples/falco-capture/input/records.jsonl", SHARED);
const SAMPLES = new URL("samples/aws/", SHARED);

const operations = Object.entries(ec2);

function rowsOf(): readonly (readonly [operation: string, row: TargetMapping])[] {
  return operations.flatMap(([operation, entry]) =>
    "ignored" in entry || typeof entry.targets === "function"
      ? []
      : entry.targets.flatMap((row) => chain(row).map((link) => [operation, link] as const)),
  );
}

function chain(row: TargetMapping): readonly TargetMapping[] {
  return row.orElse === undefined ? [row] : [row, ...chain(row.orElse)];
}

test("a create that a state has taken in is recognised by an attribute", () => {
  const silent = rowsOf().filter(([, row]) => row.effect === "create" && row.orElse === undefined);
  for (const [operation, row] of silent) expect(Object.keys(row.attributes ?? {}), operation).not.toEqual([]);
});

test("no create reads a value that is masked, which no state could ever confirm", () => {
  for (const [operation, row] of rowsOf().filter(([, one]) => one.effect === "create")) {
    const masked = Object.values(row.attributes ?? {}).filter(
      (to) => typeof to !== "string" && to.as === "masked",
    );
    expect(masked, operation).toEqual([]);
  }
});

test("no operation throws, or finds a resource, on parameters of any form", () => {
  const mapper = createAwsMapper({ "ec2.amazonaws.com": ec2 });
  const names = operations.map(([operation]) => operation);
  const members = fc.constantFrom(
    "groupId",
    "ipPermissions",
    "resourcesSet",
    "tagSet",
    "attribute",
    "value",
    "items",
  );
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.string(),
      fc.integer(),
      fc.constant(null),
      tie("list"),
      tie("object"),
    ),
    list: fc.array(tie("value"), { maxLength: 3 }),
    object: fc.dictionary(fc.oneof(members, fc.string()), tie("value"), { maxKeys: 4 }),
  })).object as fc.Arbitrary<JsonObject>;
  fc.assert(
    fc.property(fc.constantFrom(...names), json, json, (operation, request, response) => {
      const change = cloudChange(request, { service: "ec2.amazonaws.com", operation, response });
      const result = mapper.map(change);
      expect(result.status === "failed" && result.reason).not.toBe("malformed");
    }),
    { numRuns: 2000 },
  );
});

interface SchemaType {
  readonly attributes: readonly string[];
}

describe.skipIf(!existsSync(TYPES))("against the provider's schema", () => {
  const types = existsSync(TYPES)
    ? (JSON.parse(readFileSync(TYPES, "utf8")) as Readonly<Record<string, SchemaType>>)
    : {};

  test("all types of rows have their attributes, of a row's types at least the first", () => {
    for (const [operation, row] of rowsOf()) {
      for (const type of row.types) expect(types[type], `${operation} ${type}`).toBeDefined();
      const attributes = new Set(row.types.flatMap((type) => types[type]?.attributes ?? []));
      const targets = Object.values(row.attributes ?? {}).map((to) =>
        typeof to === "string" ? to : to.attribute,
      );
      const named = [
        ...targets,
        ...Object.keys(row.sets ?? {}),
        ...row.match.flatMap((match) => match.attributes),
      ];
      for (const path of named) {
        const [name = ""] = path.split(/[.[]/);
        expect(attributes, `${operation} ${row.types[0]} ${name}`).toContain(name);
      }
    }
  });
});

describe.skipIf(!existsSync(CAPTURE))("on recorded calls", () => {
  const records = existsSync(CAPTURE)
    ? readFileSync(CAPTURE, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter(
          (one) =>
            one.eventSource === "ec2.amazonaws.com" && one.readOnly === false && one.errorCode === undefined,
        )
    : [];

  test("each of them is mapped", () => {
    expect(records.length).toBeGreaterThan(5);
    for (const record of records) expect(mapRecord(record).status, String(record.eventName)).toBe("mapped");
  });

  test.each([
    ["DeleteFlowLogs", /^delete aws_flow_log where id=fl-/],
    ["StartInstances", /^update aws_ec2_instance_state where instance_id=i-\w+: state = "running"$/],
    ["ModifyInstanceAttribute", /^update aws_instance where id=i-\w+: user_data = <masked>$/],
    ["StopInstances", /^update aws_ec2_instance_state where instance_id=i-\w+: state = "stopped"$/],
    [
      "AuthorizeSecurityGroupIngress",
      /^create aws_vpc_security_group_ingress_rule where security_group_rule_id\|id=sgr-/,
    ],
    [
      "ModifyImageAttribute",
      /^create aws_ami_launch_permission where image_id=ami-\w+ and account_id=\d{12}$/,
    ],
    [
      "ModifySnapshotAttribute",
      /^create aws_snapshot_create_volume_permission where snapshot_id=snap-\w+ and account_id=\d+$/,
    ],
    ["EnableSerialConsoleAccess", /^update aws_ec2_serial_console_access: enabled = true$/],
  ])("%s", (operation, first) => {
    const record = records.find((one) => one.eventName === operation);
    const result = mapRecord(record);
    expect(inWords(result.status === "mapped" ? result.targets : [])[0]?.[0]).toMatch(first);
  });
});

describe.skipIf(!existsSync(SAMPLES))("on published fixtures", () => {
  const files = existsSync(SAMPLES) ? readdirSync(SAMPLES).filter((file) => /^\d+-ec2-/.test(file)) : [];

  test("each of them is mapped", () => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const { record } = JSON.parse(readFileSync(new URL(file, SAMPLES), "utf8")) as { record: unknown };
      expect(mapRecord(record).status, file).toBe("mapped");
    }
  });
});
