import { isJsonObject, type JsonValue } from "../model/json.js";
import type { AttributePathStep } from "../model/managed-resource.js";

/**
 * The paths that a state's `sensitive_attributes` mark. A step of an unknown form ends its path, which then marks all
 * that lies below: too much rather than too little. A mark that cannot be read at all covers the whole resource (`[]`).
 *
 * Source: Terraform 1.11 `statefile/version4.go`, steps `get_attr` and `index`.
 */
export function parseSensitivePaths(marks: JsonValue | undefined): readonly (readonly AttributePathStep[])[] {
  if (marks === undefined || marks === null) return [];
  if (!Array.isArray(marks)) return [[]];
  return marks.map(parsePath);
}

function parsePath(steps: JsonValue): readonly AttributePathStep[] {
  const path: AttributePathStep[] = [];
  if (!Array.isArray(steps)) return path;
  for (const step of steps) {
    const read = parseStep(step);
    if (read === undefined) break;
    path.push(read);
  }
  return path;
}

function parseStep(step: JsonValue): AttributePathStep | undefined {
  if (!isJsonObject(step)) return undefined;
  const value = step.type === "index" && isJsonObject(step.value) ? step.value.value : step.value;
  if (step.type !== "get_attr" && step.type !== "index") return undefined;
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}
