import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { awsTable } from "../../../../../src/providers/aws/index.js";
import type { TargetMapping } from "../../../../../src/providers/aws/mapping-table.js";

const TYPES = new URL("../../../../../../shared/data/aws/aws-types.json", import.meta.url);
const haveTypes = existsSync(TYPES);

/** Attributes that newer versions of the provider dropped, and that older states still have. */
const DROPPED: ReadonlySet<string> = new Set(["aws_ssm_association.instance_id"]);

type Schema = Readonly<
  Record<string, { readonly attributes: readonly string[]; readonly blocks?: readonly string[] }>
>;

const rows: readonly (readonly [string, TargetMapping])[] = Object.entries(awsTable).flatMap(
  ([service, mapping]) =>
    Object.entries(mapping).flatMap(([operation, entry]) => {
      if ("ignored" in entry || typeof entry.targets === "function") return [];
      return entry.targets.flatMap(chain).map((row) => [`${service} ${operation}`, row] as const);
    }),
);

function chain(row: TargetMapping): readonly TargetMapping[] {
  return row.orElse === undefined ? [row] : [row, ...chain(row.orElse)];
}

/** What a row names that none of its types has: `type.attribute`, or the type itself. */
function unknownTo(schema: Schema, row: TargetMapping): readonly string[] {
  return row.types.flatMap((type) => {
    const known = schema[type];
    if (known === undefined) return [type];
    const names = new Set([...known.attributes, ...(known.blocks ?? [])]);
    const identities = row.match.map(({ attributes }) => attributes);
    const changed = [
      ...Object.values(row.attributes ?? {}).map((one) => (typeof one === "string" ? one : one.attribute)),
      ...Object.keys(row.sets ?? {}),
    ].map((path) => [/^[a-z0-9_]+/.exec(path)?.[0] ?? path]);
    return [...identities, ...changed]
      .filter((any) => !any.some((name) => names.has(name)))
      .map((any) => `${type}.${any.join("|")}`)
      .filter((name) => !DROPPED.has(name));
  });
}

describe.skipIf(!haveTypes)("the provider's schema", () => {
  test("has every type and attribute that a row names", () => {
    const schema = JSON.parse(readFileSync(TYPES, "utf8")) as Schema;
    const wrong = rows.flatMap(([at, row]) => unknownTo(schema, row).map((name) => `${at}: ${name}`));
    expect(wrong).toEqual([]);
  });
});
