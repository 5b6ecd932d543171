import type { Actor } from "./actor.js";
import type { FalcoPriority } from "./falco-alert.js";
import type { JsonObject } from "./json.js";

/** A resource that the audit record itself names beside its request. */
export interface NamedResource {
  /** The provider's full name of it: an ARN, a GCP resource name, an Azure resource id. */
  readonly id: string;
  /** The provider's own type, such as `AWS::S3::Bucket`. */
  readonly type?: string;
  readonly account?: string;
}

/** The Falco rule that reported a change, where it came through Falco. */
export interface AlertOrigin {
  readonly rule: string;
  readonly priority: FalcoPriority;
}

/**
 * One mutating call that the cloud's audit log recorded, normalised: the same for an alert of Falco and for the raw
 * record.
 */
export interface CloudChange {
  /** The provider that parsed it: `aws`, `gcp`, `azure` or a host's own. */
  readonly provider: string;
  /** The API, as the audit log names it: `ec2.amazonaws.com`. Absent where the alert did not carry it. */
  readonly service?: string;
  /** The API verb as recorded: `AuthorizeSecurityGroupIngress`, `UpdateFunctionCode20150331v2`. */
  readonly operation: string;
  /** The audit record's id (`ct.id`, GCP `insertId`), by which duplicates are known. */
  readonly id: string;
  readonly requestId?: string;
  /** When the call was made, RFC 3339. */
  readonly time: string;
  /** The account, project or subscription that was changed. */
  readonly account?: string;
  readonly region?: string;
  readonly actor: Actor;
  /** The call's parameters; absent where it has none. */
  readonly request?: JsonObject;
  /** The call's answer; absent where the record has none. */
  readonly response?: JsonObject;
  readonly resources: readonly NamedResource[];
  /** Set where the change came through Falco. */
  readonly alert?: AlertOrigin;
  /** Fields that a sure judgement would need but that the alert does not carry. */
  readonly missingFields: readonly string[];
}
