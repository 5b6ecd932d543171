import type { JsonObject, JsonValue } from "../model/json.js";
import type { ResourceType } from "../model/resource-target.js";

/** Where a resource lies: as far as known. */
export interface ResourceScope {
  /** The AWS account, GCP project or Azure subscription. */
  readonly account?: string;
  readonly region?: string;
}

const ARN = /^arn:aws[a-z-]*:[^:]*:([^:]*):([^:]*):/;
const AWS_ACCOUNT = /^\d{12}$/;
const AWS_REGION = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/;
/** Most types' `account_id` names another account: a member, an administrator, one that a permission is granted to. */
const AWS_OWN_ACCOUNT_ID = /^aws_s3(?:control)?_/;
const GCP_PROJECT = /(?:^|\/)projects\/([^/]+)(?:\/|$)/;
const GCP_LOCATION = /\/(?:regions|zones|locations)\/([^/]+)(?:\/|$)/;
const GCP_ZONE = /^([a-z]+-[a-z]+\d+)-[a-z]$/;
const AZURE_SUBSCRIPTION = /^\/subscriptions\/([^/]+)/i;

/** Account and region of a resource where its own attributes state them: facts, no conclusions from others. */
export function resourceScope(type: ResourceType, attributes: JsonObject): ResourceScope {
  if (/^aws(?:cc)?_/.test(type)) return awsScope(type, attributes);
  if (type.startsWith("google_")) return gcpScope(attributes);
  if (/^(?:azurerm|azapi)_/.test(type)) return azureScope(attributes);
  return {};
}

/**
 * A region as it is compared: lower case, without spaces (`West Europe`), a GCP zone as its region. `undefined` for
 * `global`, which is none.
 */
export function normalizeRegion(region: string | undefined): string | undefined {
  const plain = region?.toLowerCase().replaceAll(" ", "");
  if (plain === undefined || plain === "" || plain === "global") return undefined;
  return GCP_ZONE.exec(plain)?.[1] ?? plain;
}

function awsScope(type: ResourceType, attributes: JsonObject): ResourceScope {
  const [, arnRegion, arnAccount] = ARN.exec(text(attributes, "arn") ?? "") ?? [];
  const accountId = AWS_OWN_ACCOUNT_ID.test(type) ? text(attributes, "account_id") : undefined;
  return scope(
    [arnAccount, text(attributes, "owner_id"), accountId].find((value) => matches(AWS_ACCOUNT, value)),
    [arnRegion, text(attributes, "region")].find((value) => matches(AWS_REGION, value)),
  );
}

function gcpScope(attributes: JsonObject): ResourceScope {
  const selfLink = text(attributes, "self_link") ?? "";
  const id = text(attributes, "id") ?? "";
  const project = text(attributes, "project")?.replace(/^projects\//, "");
  const location =
    text(attributes, "region") ??
    text(attributes, "location") ??
    text(attributes, "zone") ??
    GCP_LOCATION.exec(selfLink)?.[1];
  return scope(
    project ?? GCP_PROJECT.exec(selfLink)?.[1] ?? GCP_PROJECT.exec(id)?.[1],
    normalizeRegion(location?.slice(location.lastIndexOf("/") + 1)),
  );
}

function azureScope(attributes: JsonObject): ResourceScope {
  return scope(
    AZURE_SUBSCRIPTION.exec(text(attributes, "id") ?? "")?.[1]?.toLowerCase(),
    normalizeRegion(text(attributes, "location")),
  );
}

function scope(account: string | undefined, region: string | undefined): ResourceScope {
  if (account === undefined) return region === undefined ? {} : { region };
  return region === undefined ? { account } : { account, region };
}

function text(attributes: JsonObject, name: string): string | undefined {
  const value: JsonValue | undefined = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

function matches(pattern: RegExp, value: string | undefined): boolean {
  return value !== undefined && pattern.test(value);
}
