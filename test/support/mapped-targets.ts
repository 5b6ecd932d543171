import type { JsonObject } from "../../src/model/json.js";
import type { ObservedChange, ResourceTarget } from "../../src/model/resource-target.js";
import { createAwsMapper } from "../../src/providers/aws/mapper.js";
import { normaliseParameters } from "../../src/providers/aws/parameters.js";
import { awsTable } from "../../src/providers/aws/tables/index.js";
import { cloudChange } from "./cloudtrail.js";

/** A target in a form that reads well in an expectation. */
export interface TargetSummary {
  /** The effect and the types: `update aws_iam_role`. */
  readonly is: string;
  /** What identifies it: attributes joined by `|`, and their values. */
  readonly by: Readonly<Record<string, readonly string[]>>;
  /** `path` for a value that was set, `+path` and `-path` for an element that came or left. */
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly partial?: true;
  readonly orElse?: TargetSummary;
}

/** What the AWS table makes of a call, given as CloudTrail records it. */
export function mappedTargets(
  service: string,
  operation: string,
  request: JsonObject,
  response: JsonObject | null = null,
): readonly TargetSummary[] | string {
  const change = cloudChange(normaliseParameters(request), {
    service: `${service}.amazonaws.com`,
    operation,
    ...(response === null ? {} : { response: normaliseParameters(response) }),
  });
  const result = createAwsMapper(awsTable).map(change);
  return result.status === "mapped" ? result.targets.map(summary) : result.status;
}

function summary(target: ResourceTarget): TargetSummary {
  const { ref, effect, changes, partial, orElse } = target;
  return {
    is: `${effect} ${ref.types.join("|")}`,
    by: Object.fromEntries(ref.match.map(({ attributes, values }) => [attributes.join("|"), values])),
    ...(changes.length === 0 ? {} : { changes: Object.fromEntries(changes.map(changeEntry)) }),
    ...(partial === true ? { partial } : {}),
    ...(orElse === undefined ? {} : { orElse: summary(orElse) }),
  };
}

function changeEntry({ path, change, value }: ObservedChange): readonly [string, unknown] {
  const sign = { set: "", added: "+", removed: "-" }[change];
  return [sign + path, value.kind === "known" ? value.value : value.reason];
}
