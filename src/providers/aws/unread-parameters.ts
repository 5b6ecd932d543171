import type { CloudChange } from "../../model/cloud-change.js";
import { isJsonObject, type JsonValue } from "../../model/json.js";
import type { RecordPath, TargetMapping } from "./mapping-table.js";

/** A path into the request, its keys in lower case. */
type RequestPath = readonly string[];

/**
 * Parameters that steer a call and are declared nowhere: they change nothing that a row could miss.
 *
 * Source: AWS API parameter names, as CloudTrail writes them, in lower case.
 */
const STEERING_PARAMETERS: ReadonlySet<string> = new Set([
  "accountid",
  "allowmajorversionupgrade",
  "applyimmediately",
  "attribute",
  "attributename",
  "attributetype",
  "bypasspolicylockoutsafetycheck",
  "clientrequesttoken",
  "clienttoken",
  "dryrun",
  "force",
  "forceoverwritereplicasecret",
  "fullyqualifiedarn",
  "host",
  "operationtype",
  "overwrite",
  "publish",
  "recoverywindowindays",
  "revisionid",
  "skipfinalsnapshot",
]);

/** The request paths that the rows of an operation read, for their identities or their attributes. */
export function readPaths(rows: readonly TargetMapping[]): readonly RequestPath[] {
  return rows.flatMap((row): RequestPath[] => {
    const paths = [...row.match.flatMap((match) => match.paths), ...Object.keys(row.attributes ?? {})];
    const own = paths.flatMap((path) => requestPath(path, row.each) ?? []);
    return [...own, ...(row.orElse === undefined ? [] : readPaths([row.orElse]))];
  });
}

/** Whether the request says something that none of these paths reads. */
export function hasUnreadParameters(change: CloudChange, paths: readonly RequestPath[]): boolean {
  return change.request !== undefined && hasUnread(change.request, paths);
}

function hasUnread(value: JsonValue, paths: readonly RequestPath[]): boolean {
  if (isNothing(value)) return false;
  if (paths.some((path) => path.length === 0)) return false;
  if (isJsonObject(value)) {
    return Object.entries(value).some(([name, member]) => {
      const key = name.toLowerCase();
      if (STEERING_PARAMETERS.has(key) || /^(?:x-amz-|xmlns|xsi:)/.test(key)) return false;
      // EC2's newer operations number the elements of their lists: `{InstanceId: "i-...", tag: 1}`.
      if (key === "tag" && typeof member === "number") return false;
      return hasUnread(
        member,
        paths.flatMap((path) => (path[0] === key ? [path.slice(1)] : [])),
      );
    });
  }
  if (Array.isArray(value)) return value.some((element) => hasUnread(element, paths));
  return true;
}

/** How records write "not given", and S3's marker keys (`policy: ""`). */
function isNothing(value: JsonValue): boolean {
  if (value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}

function requestPath(path: RecordPath, each: RecordPath | undefined): RequestPath[] | undefined {
  const [root, ...keys] = path.replaceAll("[]", "").toLowerCase().split(".");
  if (root === "request") return [keys];
  if (root !== "each" || each === undefined) return undefined;
  const base = requestPath(each, undefined)?.[0];
  return base === undefined ? undefined : [[...base, ...keys]];
}
