import { judgeTargets } from "../../src/engine/judge.js";
import type { JsonObject } from "../../src/model/json.js";
import type { ResourceTarget } from "../../src/model/resource-target.js";
import { createAwsMapper } from "../../src/providers/aws/mapper.js";
import { createAwsParser } from "../../src/providers/aws/parser.js";
import { ec2 } from "../../src/providers/aws/tables/ec2.js";
import type { MapResult } from "../../src/providers/provider.js";
import { decodeState } from "../../src/state/decode-state.js";
import { createStateIndex } from "../../src/state/state-index.js";
import { type StateResource, state } from "./aws-state.js";
import { cloudTrailRecord } from "./cloudtrail.js";

const parser = createAwsParser();
const mapper = createAwsMapper({ "ec2.amazonaws.com": ec2 });

/** What the table makes of a call to EC2 as CloudTrail records it. */
export function ec2Result(
  operation: string,
  request: JsonObject | null,
  response: JsonObject | null = null,
): MapResult {
  const record = cloudTrailRecord({
    eventSource: "ec2.amazonaws.com",
    eventName: operation,
    requestParameters: request,
    responseElements: response,
  });
  return mapRecord(record);
}

/** What the table makes of a whole CloudTrail record. */
export function mapRecord(record: unknown): MapResult {
  const parsed = parser.parseRecord?.(record);
  if (parsed?.status !== "parsed") throw new Error(`the record was not parsed: ${JSON.stringify(parsed)}`);
  return mapper.map(parsed.change);
}

/** The targets of a call; anything else is a failure of the test. */
export function ec2Targets(
  operation: string,
  request: JsonObject | null,
  response: JsonObject | null = null,
): readonly ResourceTarget[] {
  const result = ec2Result(operation, request, response);
  if (result.status !== "mapped") throw new Error(`${operation} is ${result.status}`);
  return result.targets;
}

/**
 * Targets in words: one list a target, with a line for it and one for each `orElse`.
 *
 * @example `update aws_vpc where id=vpc-1: enable_dns_support = false`
 */
export function inWords(targets: readonly ResourceTarget[]): readonly (readonly string[])[] {
  return targets.map((target) => {
    const lines: string[] = [];
    for (let link: ResourceTarget | undefined = target; link !== undefined; link = link.orElse) {
      lines.push(line(link));
    }
    return lines;
  });
}

/** A call in the same words. */
export function ec2InWords(
  operation: string,
  request: JsonObject | null,
  response: JsonObject | null = null,
): readonly (readonly string[])[] {
  return inWords(ec2Targets(operation, request, response));
}

const SIGNS = { set: "=", added: "+", removed: "-" } as const;

function line({ ref, effect, changes, partial, lowConfidence }: ResourceTarget): string {
  const match = ref.match.map(({ attributes, values }) => `${attributes.join("|")}=${values.join("|")}`);
  const where = match.length === 0 ? "" : ` where ${match.join(" and ")}`;
  const said = changes.map(({ path, change, value }) => {
    const shown = value.kind === "known" ? JSON.stringify(value.value) : `<${value.reason}>`;
    return `${path} ${SIGNS[change]} ${shown}`;
  });
  const what = said.length === 0 ? "" : `: ${said.join(", ")}`;
  const marks = `${partial ? " (and more)" : ""}${lowConfidence ? " (a guess)" : ""}`;
  return `${effect} ${ref.types.join("|")}${where}${what}${marks}`;
}

/** What the engine makes of targets over one state: the kind, the address, and what differs. */
export function judged(
  targets: readonly ResourceTarget[],
  resources: readonly StateResource[],
): readonly string[] {
  const snapshot = decodeState(state({ resources }), { name: "test" });
  const { lineage, serial } = snapshot;
  const loaded = {
    source: { name: "test", read: () => Promise.reject(new Error("not read here")) },
    ref: { source: "test", workspace: "default", lineage, serial },
    index: createStateIndex(snapshot),
  };
  return judgeTargets(targets, [loaded]).map((one) => {
    const address = "hit" in one && one.hit !== undefined ? ` ${one.hit.resource.address}` : "";
    const differences = "differences" in one ? one.differences : [];
    const said = differences.map(({ path, change, observed }) => {
      const shown = observed.kind === "known" ? JSON.stringify(observed.value) : `<${observed.reason}>`;
      return ` ${path} ${SIGNS[change]} ${shown}`;
    });
    return `${one.kind}${address}${said.join("")}`;
  });
}
