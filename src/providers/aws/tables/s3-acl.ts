import type { CloudChange } from "../../../model/cloud-change.js";
import { isJsonObject, type JsonValue } from "../../../model/json.js";
import { known } from "../../../model/observed-value.js";
import type { ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import { recordText, recordValues } from "../record-path.js";

const GROUPS = "http://acs.amazonaws.com/groups";

/** What a canned list grants beside the owner's full control. Source: S3 access control list overview. */
const CANNED: Readonly<Record<string, readonly string[]>> = {
  private: [],
  "public-read": [`${GROUPS}/global/AllUsers READ`],
  "public-read-write": [`${GROUPS}/global/AllUsers READ`, `${GROUPS}/global/AllUsers WRITE`],
  "authenticated-read": [`${GROUPS}/global/AuthenticatedUsers READ`],
  "log-delivery-write": [`${GROUPS}/s3/LogDelivery READ_ACP`, `${GROUPS}/s3/LogDelivery WRITE`],
};

/**
 * Reads `PutBucketAcl`: a canned list (`x-amz-acl`, a header), or grants in XML. Grants that say what a canned list says
 * are shown as that; other grants are only known to have been set.
 */
export function s3Acl(change: CloudChange): readonly ResourceTarget[] {
  const bucket = recordText(change, "request.bucketName");
  if (bucket === undefined) return [];
  const match = [{ attributes: ["bucket", "id"], values: [bucket] }];
  const acl = cannedList(change);
  const changes: readonly ObservedChange[] =
    acl === undefined ? [] : [{ path: "acl", change: "set", value: known(acl) }];
  return [
    {
      ref: { types: ["aws_s3_bucket_acl"], match, id: bucket },
      effect: "update",
      changes,
      orElse: { ref: { types: ["aws_s3_bucket"], match, id: bucket }, effect: "update", changes },
    },
  ];
}

function cannedList(change: CloudChange): string | undefined {
  const [header] = recordValues(change, "request.x-amz-acl[]");
  if (typeof header === "string" && header !== "") return header;
  const owner = recordText(change, "request.AccessControlPolicy.Owner.ID");
  const grants = recordValues(change, "request.AccessControlPolicy.AccessControlList.Grant[]");
  if (owner === undefined || grants.length === 0) return undefined;
  const others = grants.flatMap((grant) => describeGrant(grant, owner) ?? []).sort();
  return Object.keys(CANNED).find((name) => CANNED[name]?.join() === others.join());
}

/** Who may do what; `undefined` for the owner's own full control, which every canned list has. */
function describeGrant(grant: JsonValue, owner: string): string | undefined {
  if (!isJsonObject(grant) || !isJsonObject(grant.Grantee)) return "something else";
  const { ID, URI } = grant.Grantee;
  if (ID === owner && grant.Permission === "FULL_CONTROL") return undefined;
  return `${typeof URI === "string" ? URI : "somebody"} ${String(grant.Permission)}`;
}
