import { describe, expect, test } from "vitest";
import type { CloudChange, NamedResource } from "../../src/model/cloud-change.js";
import type { JsonObject } from "../../src/model/json.js";
import type { ResourceTarget } from "../../src/model/resource-target.js";
import { createAwsMapper } from "../../src/providers/aws/mapper.js";
import type { ServiceMapping } from "../../src/providers/aws/mapping-table.js";
import { normaliseParameters } from "../../src/providers/aws/parameters.js";
import { cloudChange } from "./cloudtrail.js";

/** One recorded call of a service, and the targets that its table must read from it, as {@link shown} writes them. */
export interface TableCase {
  readonly operation: string;
  /** What is special about this form of the call. */
  readonly form?: string;
  readonly request: JsonObject;
  readonly response?: JsonObject;
  /** What the record itself names beside the request. */
  readonly resources?: readonly NamedResource[];
  readonly targets: readonly string[];
}

/** Checks a service's table case by case, and that no operation of it goes without one. */
export function describeTable(service: string, table: ServiceMapping, cases: readonly TableCase[]): void {
  const mapper = createAwsMapper({ [service]: table });
  const map = (operation: string, members: Partial<CloudChange>, request: JsonObject = {}) =>
    mapper.map(cloudChange(request, { service, operation, ...members }));

  describe(service, () => {
    test.each(cases.map((one) => [`${one.operation}${one.form === undefined ? "" : `, ${one.form}`}`, one]))(
      "%s",
      (_name, { operation, request, response, resources, targets }: TableCase) => {
        const members = {
          ...(response === undefined ? {} : { response: normaliseParameters(response) }),
          ...(resources === undefined ? {} : { resources }),
        };
        const result = map(operation, members, normaliseParameters(request));
        expect(result.status === "mapped" ? result.targets.map(shown) : result.status).toEqual(targets);
      },
    );

    test("every operation that is mapped has a case", () => {
      const covered = new Set(cases.map((one) => one.operation));
      const mapped = Object.entries(table).filter(([, entry]) => !("ignored" in entry));
      expect(mapped.map(([operation]) => operation).filter((operation) => !covered.has(operation))).toEqual(
        [],
      );
    });

    test("operations that are ignored are skipped for the reason that they say", () => {
      for (const [operation, entry] of Object.entries(table)) {
        if (!("ignored" in entry)) continue;
        expect(map(operation, {})).toEqual({
          status: "skipped",
          reason: entry.ignored,
          detail: entry.detail,
        });
      }
    });

    test("a call whose record names no resource is reported as not covered", () => {
      for (const { operation } of cases) {
        const result = map(operation, {});
        // What an account has one of needs no name.
        const named = result.status === "mapped" && result.targets.some(({ ref }) => ref.match.length > 0);
        expect(result.status === "unmapped" || (result.status === "mapped" && !named), operation).toBe(true);
      }
    });
  });
}

/**
 * A target in one line: `update aws_type|aws_other name,id=web: size=3; tags.a=-; +ids="x" (partial) else update ...`.
 * A masked value is `***`.
 */
export function shown(target: ResourceTarget): string {
  const { ref, effect, changes, partial, orElse } = target;
  const match = ref.match.map(({ attributes, values }) => `${attributes.join(",")}=${values.join(",")}`);
  const parts = changes.map(({ path, change, value }) => {
    const text = value.kind === "known" ? JSON.stringify(value.value) : "***";
    return change === "set" ? `${path}=${text}` : `${change === "added" ? "+" : "-"}${path}=${text}`;
  });
  return [
    `${effect} ${ref.types.join("|")} ${match.join(" & ")}:`,
    ...(parts.length > 0 ? [parts.join("; ")] : []),
    ...(partial === true ? ["(partial)"] : []),
    ...(orElse === undefined ? [] : [`else ${shown(orElse)}`]),
  ].join(" ");
}
