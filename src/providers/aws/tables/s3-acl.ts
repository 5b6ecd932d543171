import type { CloudChange } from "../../../model/cloud-change.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../model/json.js";
import type { ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import { memberOf, recordText, recordValues } from "../record-path.js";
import { added, has, removed, setTo } from "./ec2-targets.js";

const GROUPS = "http://acs.amazonaws.com/groups";
const ALL_USERS = `${GROUPS}/global/AllUsers`;
const AUTHENTICATED_USERS = `${GROUPS}/global/AuthenticatedUsers`;
const LOG_DELIVERY = `${GROUPS}/s3/LogDelivery`;

/** What a canned list grants to groups, beside the owner's full control. Source: S3 access control list overview. */
const CANNED: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>> = new Map([
  ["private", {}],
  ["public-read", { [ALL_USERS]: ["READ"] }],
  ["public-read-write", { [ALL_USERS]: ["READ", "WRITE"] }],
  ["authenticated-read", { [AUTHENTICATED_USERS]: ["READ"] }],
  ["log-delivery-write", { [LOG_DELIVERY]: ["READ_ACP", "WRITE"] }],
]);

/** One grant of an access control list: to whom, and what. */
interface Grant {
  /** The grantee as Terraform has it: its `id` (a canonical user) or `uri` (a group). */
  readonly grantee: JsonObject;
  readonly permission: string;
}

/** What a call tells of the list's own resource, and of the bucket where none is declared. */
interface Seen {
  readonly ofList: readonly ObservedChange[];
  readonly ofBucket: readonly ObservedChange[];
}

/** Only that the list was set. */
const UNSEEN: Seen = { ofList: [], ofBucket: [] };

/**
 * Reads `PutBucketAcl`: a canned list (`x-amz-acl`, a header) or grants in XML, each of which replaces the list. Of grants
 * in headers (`x-amz-grant-read`) only that they were set is known.
 */
export function s3Acl(change: CloudChange): readonly ResourceTarget[] {
  const bucket = recordText(change, "request.bucketName");
  if (bucket === undefined) return [];
  const match = [has(["bucket", "id"], bucket)];
  const { ofList, ofBucket } = seen(change);
  return [
    {
      ref: { types: ["aws_s3_bucket_acl"], match, id: bucket },
      effect: "update",
      changes: ofList,
      orElse: { ref: { types: ["aws_s3_bucket"], match, id: bucket }, effect: "update", changes: ofBucket },
    },
  ];
}

function seen(change: CloudChange): Seen {
  const [canned] = recordValues(change, "request.x-amz-acl[]");
  if (typeof canned === "string" && canned !== "") return fromCanned(canned);
  const elements = recordValues(change, "request.AccessControlPolicy.AccessControlList.Grant[]");
  const grants = elements.flatMap((element) => readGrant(element) ?? []);
  return grants.length > 0 && grants.length === elements.length ? fromGrants(grants) : UNSEEN;
}

/** The bucket has its grants but not the canned list's name: those of groups tell the lists apart. */
function fromCanned(name: string): Seen {
  const granted = CANNED.get(name);
  const ofBucket =
    granted === undefined
      ? []
      : [ALL_USERS, AUTHENTICATED_USERS, LOG_DELIVERY].map((uri) => {
          const permissions = granted[uri];
          return permissions === undefined ? removed("grant", { uri }) : added("grant", { uri, permissions });
        });
  return { ofList: [setTo("acl", name)], ofBucket };
}

function fromGrants(grants: readonly Grant[]): Seen {
  const list = grants.map(({ grantee, permission }) => ({ grantee: [grantee], permission }));
  const byGrantee = new Map<string, { grantee: JsonObject; permissions: string[] }>();
  for (const { grantee, permission } of grants) {
    const key = JSON.stringify(grantee);
    const known = byGrantee.get(key);
    if (known === undefined) byGrantee.set(key, { grantee, permissions: [permission] });
    else known.permissions.push(permission);
  }
  const blocks = [...byGrantee.values()].map(({ grantee, permissions }) => ({ ...grantee, permissions }));
  return {
    ofList: [setTo("access_control_policy[0].grant", list)],
    ofBucket: [setTo("grant", blocks)],
  };
}

/** `undefined` for a grantee that only an e-mail address tells: Terraform has the id that S3 makes of it. */
function readGrant(element: JsonValue): Grant | undefined {
  if (!isJsonObject(element)) return undefined;
  const grantee = memberOf(element, "Grantee");
  const permission = memberOf(element, "Permission");
  if (!isJsonObject(grantee) || typeof permission !== "string") return undefined;
  const uri = memberOf(grantee, "URI");
  if (typeof uri === "string" && uri !== "") return { grantee: { uri }, permission };
  const id = memberOf(grantee, "ID");
  return typeof id === "string" && id !== "" ? { grantee: { id }, permission } : undefined;
}
