import { isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";

/**
 * How deep parameters may nest. AWS itself stays far below (WAF's nested statements are the deepest); what is deeper is
 * left as it came, and the parser refuses it ({@link exceedsDepth}).
 */
export const MAX_PARAMETER_DEPTH = 200;

/** The one key of an object that only wraps a list: `{items: [...]}`, `{item: x}`, `{member: [...]}`. */
const LIST_WRAPPERS = new Set(["items", "item", "member"]);

/** Maps whose keys are a user's own, so that a sole key `item` or `value` in them is an entry and no wrapper. */
const USER_KEYED = new Set(["tags", "variables", "parameters", "attributes", "labels", "metadata"]);

/** EC2's newer operations put all under `<Op>Request`, sometimes abbreviated: `DelTGwVpcAttachReq`. */
const ENVELOPE = /(?:Request|Req|Response|Resp)$/;

/**
 * `requestParameters` or `responseElements` of a CloudTrail record in one form, whichever way its service writes them:
 *
 * - a sole key ending in `Request`, `Req` (or `Response`) around an object is taken off;
 * - `{items: [...]}`, `{item: x}` and `{member: [...]}` become the list;
 * - `{value: x}` around a scalar becomes the scalar (EC2's attribute values);
 * - `{content: x, tag: 1}`, a list element of EC2's newer operations, becomes `x`.
 *
 * What EC2 writes for a list that the caller left out, `{}`, stays. S3's marker keys (`versioning: ""`) stay. The
 * outermost object stays an object. Objects of the result have no prototype.
 *
 * Source: CloudTrail records of EC2 API version 2016-11-15, both generations of its operations.
 */
export function normaliseParameters(value: JsonObject): JsonObject {
  return copyEntries(withoutEnvelope(value), 1);
}

/** Whether a value nests deeper than a limit. Does not recurse, so that no input overflows the stack. */
export function exceedsDepth(value: unknown, limit: number = MAX_PARAMETER_DEPTH): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== "object" || item === null) continue;
      for (const child of Array.isArray(item) ? item : Object.values(item)) {
        if (typeof child === "object" && child !== null) next.push(child);
      }
    }
    level = next;
  }
  return false;
}

function withoutEnvelope(value: JsonObject): JsonObject {
  const key = soleKey(value);
  if (key === undefined || !ENVELOPE.test(key)) return value;
  const inner = value[key];
  return isJsonObject(inner) ? inner : value;
}

function copyEntries(value: JsonObject, depth: number): JsonObject {
  const copy: Record<string, JsonValue> = Object.create(null);
  for (const key of Object.keys(value)) copy[key] = normalise(value[key] ?? null, depth, key);
  return copy;
}

function normalise(value: JsonValue, depth: number, parentKey: string): JsonValue {
  if (typeof value !== "object" || value === null || depth > MAX_PARAMETER_DEPTH) return value;
  if (!isJsonObject(value)) return value.map((element) => normalise(element, depth + 1, ""));
  return unwrap(value, depth, parentKey) ?? copyEntries(value, depth + 1);
}

/** The inside of a wrapper; `undefined` where the object is none. */
function unwrap(value: JsonObject, depth: number, parentKey: string): JsonValue | undefined {
  const keys = Object.keys(value);
  const userKeyed = USER_KEYED.has(parentKey.toLowerCase());
  if (keys.length === 1 && keys[0] !== undefined) {
    const key = keys[0].toLowerCase();
    const inner = value[keys[0]] ?? null;
    const scalar = typeof inner !== "object" && inner !== null;
    if (userKeyed && scalar) return undefined;
    if (LIST_WRAPPERS.has(key)) return listOf(inner, depth);
    if (key === "value" && scalar) return inner;
    return undefined;
  }
  if (keys.length === 2 && typeof value.tag === "number" && Object.hasOwn(value, "content") && !userKeyed) {
    return normalise(value.content ?? null, depth + 1, "");
  }
  return undefined;
}

function listOf(inner: JsonValue, depth: number): JsonValue {
  if (inner === null) return [];
  const elements: readonly JsonValue[] = isJsonObject(inner) || !Array.isArray(inner) ? [inner] : inner;
  return elements.map((element) => normalise(element, depth + 1, ""));
}

function soleKey(value: JsonObject): string | undefined {
  const keys = Object.keys(value);
  return keys.length === 1 ? keys[0] : undefined;
}
