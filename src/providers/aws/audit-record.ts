import type { NamedResource } from "../../model/cloud-change.js";
import type { JsonObject } from "../../model/json.js";

/** What a CloudTrail record says of who called: `userIdentity`, or as much of it as the plugin's fields carry. */
export interface CallerIdentity {
  readonly type?: string;
  readonly arn?: string;
  readonly principalId?: string;
  readonly account?: string;
  /** `userName`: a user's name, the account's alias for root. */
  readonly userName?: string;
  /** The role behind a session, where something but the ARN tells it. */
  readonly roleName?: string;
  readonly invokedBy?: string;
}

/**
 * A CloudTrail record without its parameters, the same from an alert's fields and from the raw record. Empty texts are
 * left out.
 */
export interface AuditRecord {
  readonly id?: string;
  readonly requestId?: string;
  readonly time?: string;
  readonly service?: string;
  readonly operation?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly readOnly?: boolean;
  readonly managementEvent?: boolean;
  /** `Management`, `Data`, `Insight` or `NetworkActivity`. */
  readonly category?: string;
  readonly region?: string;
  readonly recipientAccount?: string;
  readonly identity: CallerIdentity;
  /** An address, or the name of an AWS service. */
  readonly sourceIp?: string;
  readonly userAgent?: string;
  readonly console?: boolean;
}

/** The parts of a record that are read only once it is known to be a change. */
export interface AuditParameters {
  readonly request?: JsonObject;
  readonly response?: JsonObject;
  readonly resources: readonly NamedResource[];
  /** Falco fields that were not carried, or came unreadable. */
  readonly missingFields: readonly string[];
}

/** A record of which the parameters cannot be read, though they are there. */
export interface UnreadableParameters {
  readonly reason: "truncated" | "malformed";
  readonly field: string;
}

/** An object of the members that are neither `undefined` nor `""`. */
export function compact<T extends object>(members: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== ""),
  ) as T;
}
