import type { CloudChange } from "../../model/cloud-change.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import type { RecordPath } from "./mapping-table.js";

/** The part of a record that a path begins in. */
export type RecordRoot = "request" | "response" | "each" | "resources";

interface Segment {
  readonly key: string;
  readonly lowerKey: string;
  /** Whether `[]` follows, once for each nesting. */
  readonly spreads: number;
}

/** A {@link RecordPath}, read once. */
export interface CompiledPath {
  readonly root: RecordRoot;
  /** `[]` directly behind the root: `each[]`. */
  readonly rootSpreads: number;
  readonly segments: readonly Segment[];
  /** Whether the path has a `[]`, so that it stands for a list of values. */
  readonly many: boolean;
}

/** What a path leads to. */
export interface Resolution {
  /**
   * The record has the path. A list of which it says that it is empty (`[]`) is there and has no values; EC2's `{}` in
   * place of a list, and `null`, are how records write "not given", so they are not there.
   */
  readonly present: boolean;
  /** One value for a path without `[]`, any number for one with it. */
  readonly values: readonly JsonValue[];
}

const ABSENT: Resolution = { present: false, values: [] };

/** Paths come from tables, so this holds as many as these have; the bound is for hosts that make them up. */
const compiledPaths = new Map<string, CompiledPath>();
const MAX_COMPILED_PATHS = 50_000;

/**
 * Reads a path; the same path again is looked up.
 *
 * @throws TypeError for a path that begins in no part of a record: a mistake in a table, which its test finds.
 */
export function compilePath(path: RecordPath): CompiledPath {
  const cached = compiledPaths.get(path);
  if (cached !== undefined) return cached;
  const compiled = parsePath(path);
  if (compiledPaths.size < MAX_COMPILED_PATHS) compiledPaths.set(path, compiled);
  return compiled;
}

/** Follows a path through a change; `element` is what `each` stands for. */
export function resolvePath(path: RecordPath, change: CloudChange, element?: JsonValue): Resolution {
  const compiled = compilePath(path);
  switch (compiled.root) {
    case "request":
      return walk(change.request, compiled);
    case "response":
      return walk(change.response, compiled);
    case "each":
      return walk(element, compiled);
    case "resources":
      return namedResources(change, compiled);
  }
}

/** All values that a path leads to, for hand-written readers: `recordValues(change, "request.groupSet[].groupId")`. */
export function recordValues(
  change: CloudChange,
  path: RecordPath,
  element?: JsonValue,
): readonly JsonValue[] {
  return resolvePath(path, change, element).values;
}

/** The first value that a path leads to, as text; `undefined` where there is none or it is no scalar. */
export function recordText(change: CloudChange, path: RecordPath, element?: JsonValue): string | undefined {
  for (const value of recordValues(change, path, element)) {
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
  }
  return undefined;
}

/** A member of an object whatever the case of its key; the exact key goes first. */
export function memberOf(
  object: JsonObject,
  key: string,
  lowerKey: string = key.toLowerCase(),
): JsonValue | undefined {
  if (Object.hasOwn(object, key)) return object[key];
  for (const candidate of Object.keys(object)) {
    if (candidate.length === key.length && candidate.toLowerCase() === lowerKey) return object[candidate];
  }
  return undefined;
}

function parsePath(path: string): CompiledPath {
  const dot = path.indexOf(".");
  const head = splitSpreads(dot < 0 ? path : path.slice(0, dot));
  const rest = dot < 0 ? "" : path.slice(dot + 1);
  const root = head.key.toLowerCase();
  if (root !== "request" && root !== "response" && root !== "each" && root !== "resources") {
    throw new TypeError(`a record path begins with request, response, each or resources: ${path}`);
  }
  const texts = rest === "" ? [] : root === "resources" ? [rest] : rest.split(".");
  const segments = texts.map(splitSpreads);
  const many = root === "resources" || head.spreads > 0 || segments.some((segment) => segment.spreads > 0);
  return { root, rootSpreads: head.spreads, segments, many };
}

function splitSpreads(text: string): Segment {
  let key = text;
  let spreads = 0;
  while (key.endsWith("[]")) {
    key = key.slice(0, -2);
    spreads += 1;
  }
  return { key, lowerKey: key.toLowerCase(), spreads };
}

function walk(start: JsonValue | undefined, path: CompiledPath): Resolution {
  if (start === undefined || start === null) return ABSENT;
  let current: JsonValue[] = [start];
  let emptyList = false;
  const spread = (times: number): void => {
    for (let count = 0; count < times; count += 1) {
      const next: JsonValue[] = [];
      for (const value of current) {
        if (isJsonObject(value) || !Array.isArray(value)) {
          if (!isEmptyObject(value)) next.push(value);
        } else {
          if (value.length === 0) emptyList = true;
          for (const element of value) if (element !== null) next.push(element);
        }
      }
      current = next;
    }
  };
  spread(path.rootSpreads);
  for (const segment of path.segments) {
    const next: JsonValue[] = [];
    for (const value of current) {
      if (!isJsonObject(value)) continue;
      const member = memberOf(value, segment.key, segment.lowerKey);
      if (member !== undefined && member !== null) next.push(member);
    }
    current = next;
    spread(segment.spreads);
  }
  return { present: current.length > 0 || emptyList, values: current };
}

function namedResources(change: CloudChange, path: CompiledPath): Resolution {
  const type = path.segments[0]?.lowerKey;
  const values = change.resources
    .filter((resource) => type === undefined || resource.type?.toLowerCase() === type)
    .map((resource) => resource.id);
  return { present: values.length > 0, values };
}

function isEmptyObject(value: JsonValue): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}
