import { isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import { memberOf } from "./record-path.js";

/** What may wrap a list of tags: S3's `Tagging.TagSet.Tag`, EC2's `tagSet`, CloudFront's `items`. */
const WRAPPERS: ReadonlySet<string> = new Set([
  "tag",
  "tags",
  "tagset",
  "taglist",
  "tagging",
  "items",
  "item",
]);

/** Tags that begin so are AWS's own; a user can neither set nor remove them. */
const SYSTEM_PREFIX = "aws:";

/** What an object that is one tag may have; Auto Scaling writes the last three. */
const PAIR_KEYS: ReadonlySet<string> = new Set(
  "key value tagkey tagvalue tag propagateatlaunch resourceid resourcetype".split(" "),
);

const MAX_WRAPPING = 8;

/**
 * Tags in whichever way a service writes them, by key: lists of `{key, value}`, `{Key, Value}` or `{tagKey, tagValue}`,
 * wrapped or not, maps, and bare keys (whose value is then `""`). Keys that begin `aws:` are left out.
 */
export function readTags(values: readonly JsonValue[]): ReadonlyMap<string, JsonValue> {
  const tags = new Map<string, JsonValue>();
  for (const value of values) collect(value, tags, 0);
  return tags;
}

function collect(value: JsonValue, tags: Map<string, JsonValue>, depth: number): void {
  if (depth > MAX_WRAPPING || value === null) return;
  if (typeof value === "string") add(tags, value, "");
  else if (Array.isArray(value)) for (const element of value) collect(element, tags, depth + 1);
  else if (isJsonObject(value)) collectObject(value, tags, depth);
}

function collectObject(value: JsonObject, tags: Map<string, JsonValue>, depth: number): void {
  const key = memberOf(value, "key") ?? memberOf(value, "tagKey");
  if (typeof key === "string" && isPair(value)) {
    add(tags, key, memberOf(value, "value") ?? memberOf(value, "tagValue") ?? "");
    return;
  }
  const names = Object.keys(value).filter((name) => name.toLowerCase() !== "xmlns");
  const [sole] = names;
  const wrapped =
    names.length === 1 && sole !== undefined && WRAPPERS.has(sole.toLowerCase()) ? value[sole] : undefined;
  if (typeof wrapped === "object") collect(wrapped, tags, depth + 1);
  else if (wrapped !== "") for (const name of names) add(tags, name, value[name] ?? "");
}

/** Whether an object is one tag and not a map of tags that happens to have one named `key`. */
function isPair(value: JsonObject): boolean {
  return Object.keys(value).every((name) => PAIR_KEYS.has(name.toLowerCase()));
}

function add(tags: Map<string, JsonValue>, key: string, value: JsonValue): void {
  if (key === "" || key.startsWith(SYSTEM_PREFIX)) return;
  tags.set(key, typeof value === "number" || typeof value === "boolean" ? String(value) : value);
}
