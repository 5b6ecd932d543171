import { expect, test } from "vitest";
import { parseAttributePath } from "../../../../src/model/attribute-path.js";
import type {
  IgnoredOperation,
  OperationMapping,
  TargetMapping,
} from "../../../../src/providers/aws/index.js";
import { aws, awsTable } from "../../../../src/providers/aws/index.js";
import { compilePath } from "../../../../src/providers/aws/record-path.js";
import { cloudChange } from "../../../support/cloudtrail.js";

interface Row {
  readonly at: string;
  readonly row: TargetMapping;
  readonly nested: boolean;
}

const entries: readonly (readonly [string, OperationMapping | IgnoredOperation])[] = Object.entries(
  awsTable,
).flatMap(([service, mapping]) =>
  Object.entries(mapping).map(([operation, entry]) => [`${service} ${operation}`, entry] as const),
);

const rows: readonly Row[] = entries.flatMap(([at, entry]) => {
  if ("ignored" in entry || typeof entry.targets === "function") return [];
  return entry.targets.flatMap((row) => withParents(at, row, false));
});

function withParents(at: string, row: TargetMapping, nested: boolean): Row[] {
  const own = { at, row, nested };
  return row.orElse === undefined ? [own] : [own, ...withParents(at, row.orElse, true)];
}

function pathsOf(row: TargetMapping): string[] {
  const own = [...row.match.flatMap((match) => match.paths), ...Object.keys(row.attributes ?? {})];
  return row.each === undefined ? own : [...own, row.each];
}

test("the table has the services that are mapped by hand", () => {
  expect(Object.keys(awsTable).sort()).toEqual([
    "cloudtrail.amazonaws.com",
    "dynamodb.amazonaws.com",
    "ec2.amazonaws.com",
    "iam.amazonaws.com",
    "kms.amazonaws.com",
    "lambda.amazonaws.com",
    "rds.amazonaws.com",
    "s3.amazonaws.com",
    "secretsmanager.amazonaws.com",
    "sns.amazonaws.com",
    "sqs.amazonaws.com",
    "ssm.amazonaws.com",
  ]);
});

test("operations are called as recorded, without a version", () => {
  for (const [at] of entries) {
    expect(at).toMatch(/^[a-z0-9-]+\.amazonaws\.com [A-Z][A-Za-z0-9]*$/);
    expect(at).not.toMatch(/\d{4}/);
  }
});

test("every path begins in a part of a record", () => {
  for (const { at, row } of rows)
    for (const path of pathsOf(row)) expect(() => compilePath(path), at).not.toThrow();
});

test("only a row with each has paths that begin with it; a parent sees its row's element", () => {
  for (const [at, entry] of entries) {
    if ("ignored" in entry || typeof entry.targets === "function") continue;
    for (const row of entry.targets) {
      const usesEach = withParents(at, row, false)
        .flatMap((part) => pathsOf(part.row))
        .some((path) => compilePath(path).root === "each");
      expect(usesEach, at).toBe(row.each !== undefined);
    }
  }
});

test("a parent has no each of its own, which would not be read", () => {
  expect(rows.filter(({ row, nested }) => nested && row.each !== undefined).map(({ at }) => at)).toEqual([]);
});

test("types and attributes are named as Terraform names them", () => {
  for (const { at, row } of rows) {
    expect(row.types.length, at).toBeGreaterThan(0);
    for (const type of row.types) expect(type, at).toMatch(/^aws_[a-z0-9_]+$/);
    for (const attribute of row.match.flatMap((match) => match.attributes))
      expect(attribute, at).toMatch(/^[a-z0-9_]+$/);
    const targets = Object.values(row.attributes ?? {}).map((to) =>
      typeof to === "string" ? to : to.attribute,
    );
    for (const path of [...targets, ...Object.keys(row.sets ?? {})]) {
      for (const step of parseAttributePath(path))
        expect(String(step), at).toMatch(/^(?:[a-z][a-z0-9_]*|\d+)$/);
    }
  }
});

test("every row has an identity that its record must name, or none for what an account has one of", () => {
  for (const { at, row } of rows) {
    for (const match of row.match)
      expect(match.paths.length * match.attributes.length, at).toBeGreaterThan(0);
    if (row.match.length > 0)
      expect(
        row.match.some((match) => match.optional !== true),
        at,
      ).toBe(true);
  }
});

test("a host's own operations join the table, and go before those of the library", () => {
  const known = Object.keys(awsTable["iam.amazonaws.com"] ?? {})[0] ?? "";
  const ignored = { ignored: "data_plane", detail: "the host says so" } as const;
  const { mapper } = aws({
    table: { "iam.amazonaws.com": { [known]: ignored, HostsOwn: ignored }, "hosts.own": { Call: ignored } },
  });
  const status = (service: string, operation: string) =>
    mapper.map(cloudChange({}, { service, operation })).status;
  expect(status("iam.amazonaws.com", known)).toBe("skipped");
  expect(status("iam.amazonaws.com", "HostsOwn")).toBe("skipped");
  expect(status("hosts.own", "Call")).toBe("skipped");
  const other = Object.keys(awsTable["iam.amazonaws.com"] ?? {}).length;
  expect(other).toBeGreaterThan(1);
  expect(aws().mapper.map(cloudChange({}, { service: "hosts.own", operation: "Call" })).status).toBe(
    "unmapped",
  );
});
