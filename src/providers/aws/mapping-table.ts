import type { CloudChange } from "../../model/cloud-change.js";
import type { ChangeEffect, ResourceTarget, ResourceType } from "../../model/resource-target.js";

/**
 * A path into a CloudTrail record: `request.groupId`, `response.group.groupId`, `request.instancesSet[].instanceId`,
 * `resources.AWS::KMS::Key` (the ARNs of that type in the record's `resources`).
 *
 * Segments ignore case, because CloudTrail does not keep to one. `[]` takes every element of a list, and a value that
 * is no list counts as a list of one. The record is normalised first (`normaliseParameters`): `<Op>Request` wrappers,
 * `{items: [...]}` and `{value: x}` are gone.
 */
export type RecordPath = string;

/**
 * How a value of the record is turned into what Terraform stores.
 *
 * - `value`: as it is (numbers and booleans may come as strings on either side, comparison knows that).
 * - `list`: always an array.
 * - `document`: a JSON document such as a policy: parsed, URL-decoded first where need be.
 * - `tags`: a list of `{key, value}` (in any case and wrapping) to a map.
 * - `negated`: the boolean opposite.
 * - `present`: `true` where the path exists.
 * - `masked`: the value is never in the record, only that it was set.
 */
export type ValueConversion = "value" | "list" | "document" | "tags" | "negated" | "present" | "masked";

/** How one attribute is read from a record. */
export interface AttributeMapping {
  /** Terraform's path: `instance_class`, `versioning[0].enabled`. */
  readonly attribute: string;
  /** @default "set" */
  readonly change?: "set" | "added" | "removed";
  /** @default "value" */
  readonly as?: ValueConversion;
  /** Renames values: `{ Enabled: true, Suspended: false }`. A value that is not listed stays as it is. */
  readonly values?: Readonly<Record<string, string | number | boolean | null>>;
}

/** One identity: any of the paths' values equals any of the attributes. */
export interface MatchMapping {
  readonly paths: readonly RecordPath[];
  readonly attributes: readonly string[];
  /** The record may lack it, then the other matches decide. @default false */
  readonly optional?: boolean;
}

/** A row: what an operation does to one resource type, as data. */
export interface TargetMapping {
  /** The primary type first; the others are types that share identity and attributes with it. */
  readonly types: readonly ResourceType[];
  readonly effect: ChangeEffect;
  /** ANDed. Empty only for a type of which an account and region (or an account) has one. */
  readonly match: readonly MatchMapping[];
  /**
   * A list in the record whose elements are a resource each: one target an element. `each.` then begins paths into the
   * element: `{ each: "request.instancesSet[]", match: [{ paths: ["each.instanceId"], attributes: ["id"] }] }`.
   */
  readonly each?: RecordPath;
  /** Record path -> attribute. A path that the record lacks gives no change. */
  readonly attributes?: Readonly<Record<RecordPath, string | AttributeMapping>>;
  /**
   * Changes that the operation makes whatever its parameters: `StopLogging` sets `enable_logging` to false. What
   * `attributes` reads goes first, so that this is also what an attribute goes back to where a request that replaces
   * everything leaves it out.
   */
  readonly sets?: Readonly<Record<string, string | number | boolean | null>>;
  /** The call may change more than `attributes` covers, so that agreement of those proves nothing. @default false */
  readonly partial?: boolean;
  /** Names of this type are unique in an account, whatever the region (IAM), or in the world (S3). @default "region" */
  readonly scope?: "region" | "account" | "global";
  /** A weak guess from a generated table. @default false */
  readonly lowConfidence?: boolean;
  /** The parent to judge where no state manages this aspect. */
  readonly orElse?: TargetMapping;
}

/** A hand-written reading of an operation whose request does not fit rows. Never throws on any input. */
export type TargetReader = (change: CloudChange) => readonly ResourceTarget[];

/** What is known of one operation. */
export interface OperationMapping {
  readonly targets: readonly TargetMapping[] | TargetReader;
  /** The whole reading depends on `ct.request`: without it the alert is rejected. @default true */
  readonly needsRequest?: boolean;
}

/** An operation that changes nothing that Terraform declares, and why. */
export interface IgnoredOperation {
  readonly ignored: "data_plane" | "in_progress";
  readonly detail: string;
}

/** The operations of one service, by their recorded name without a version suffix: `UpdateFunctionCode`. */
export type ServiceMapping = Readonly<Record<string, OperationMapping | IgnoredOperation>>;

/** All services, by event source: `ec2.amazonaws.com`. */
export type MappingTable = Readonly<Record<string, ServiceMapping>>;
