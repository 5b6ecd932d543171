import type { NamedResource } from "../../model/cloud-change.js";
import { isJsonObject } from "../../model/json.js";
import { compact } from "./audit-record.js";

/** A record's `resources`: those that it names by ARN. Some services write `ARN`, some `arn`. */
export function namedResources(resources: readonly unknown[]): NamedResource[] {
  const named: NamedResource[] = [];
  for (const resource of resources) {
    if (!isJsonObject(resource)) continue;
    const id = textOf(resource.ARN) ?? textOf(resource.arn);
    if (id === undefined) continue;
    named.push(
      compact<NamedResource>({ id, type: textOf(resource.type), account: textOf(resource.accountId) }),
    );
  }
  return named;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
