import type { JsonObject, JsonValue } from "../model/json.js";

/** How deep a flat key may reach; what lies deeper stays one key. */
const MAX_DEPTH = 50;

type Entry = readonly [key: string, value: JsonValue];

/**
 * Nests the flat attributes of a resource that nothing newer than Terraform 0.11 has written: `tags.%`, `tags.Name`,
 * `ingress.#`, `ingress.1234.from_port`. All values stay the strings they are; a set's hash keys become positions.
 *
 * Source: Terraform 0.11 `flatmap`.
 */
export function nestFlatAttributes(flat: JsonObject): JsonObject {
  return expandObject(Object.entries(flat), 0);
}

function expandObject(entries: readonly Entry[], depth: number): JsonObject {
  const object: Record<string, JsonValue> = Object.create(null);
  for (const [head, group] of groupByHead(entries, depth)) object[head] = expandGroup(group, depth + 1);
  return object;
}

function expandGroup(group: readonly Entry[], depth: number): JsonValue {
  const [only] = group;
  if (group.length === 1 && only !== undefined && only[0] === "") return only[1];
  const inner = group.filter(([key]) => key !== "");
  if (inner.some(([key]) => key === "%")) return plainMap(inner.filter(([key]) => key !== "%"));
  if (inner.some(([key]) => key === "#")) {
    const elements = groupByHead(
      inner.filter(([key]) => key !== "#"),
      depth,
    );
    return [...elements.values()].map((element) => expandGroup(element, depth + 1));
  }
  return expandObject(inner, depth);
}

/** A flat map holds only strings, and its keys may contain dots. */
function plainMap(entries: readonly Entry[]): JsonObject {
  const map: Record<string, JsonValue> = Object.create(null);
  for (const [key, value] of entries) map[key] = value;
  return map;
}

/** Groups `a.b` and `a.c` under `a`, with the rest of their keys; a key that ends there has the rest `""`. */
function groupByHead(entries: readonly Entry[], depth: number): ReadonlyMap<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const [key, value] of entries) {
    const dot = depth >= MAX_DEPTH ? -1 : key.indexOf(".");
    const head = dot === -1 ? key : key.slice(0, dot);
    const group = groups.get(head) ?? [];
    group.push([dot === -1 ? "" : key.slice(dot + 1), value]);
    groups.set(head, group);
  }
  return groups;
}
