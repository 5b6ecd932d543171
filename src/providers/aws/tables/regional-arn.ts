import type { CloudChange } from "../../../model/cloud-change.js";

/**
 * The ARN that a change's resource has in its account and region; `undefined` where the change does not tell these.
 *
 * Source: AWS General Reference, ARN format and partitions.
 */
export function regionalArn(change: CloudChange, service: string, resource: string): string | undefined {
  const { account, region } = change;
  if (account === undefined || region === undefined) return undefined;
  return `arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`;
}

function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
