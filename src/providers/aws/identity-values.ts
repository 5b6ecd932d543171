import type { JsonValue } from "../../model/json.js";
import { arnResourceNames } from "./arn.js";
import { isMasked } from "./masked.js";

/** `123456789012:function:NAME`, `function:NAME`, each with a qualifier or not: what Lambda takes for a function's name. */
const PARTIAL_FUNCTION_ARN = /^(?:\d{12}:)?function:([^:]+)(?::[^:]+)?$/;

/** A function's name with a version or an alias. */
const QUALIFIED_FUNCTION_NAME = /^([A-Za-z0-9_-]+):(?:[A-Za-z0-9_-]+|\$LATEST)$/;

/** `https://sqs.eu-west-1.amazonaws.com/123456789012/NAME`. */
const QUEUE_URL = /^https:\/\/[^/]+\/\d{12}\/([^/]+)$/;

/**
 * The texts by which a state may know what a record calls `value`: the value itself and, where it is an ARN or a queue
 * URL and one of the attributes holds a name or an id, the name inside it. Scalars only: everything else, `""` and what
 * AWS masked identify nothing.
 */
export function identityValues(value: JsonValue, attributes: readonly string[]): string[] {
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  if (typeof value !== "string" || value === "" || isMasked(value)) return [];
  const forms = [value];
  if (attributes.some(holdsName)) forms.push(...namesWithin(value, attributes));
  return [...new Set(forms)];
}

function holdsName(attribute: string): boolean {
  return !/(?:^|_)arns?$/.test(attribute);
}

function namesWithin(value: string, attributes: readonly string[]): readonly string[] {
  const fromArn = arnResourceNames(value);
  if (fromArn.length > 0) return fromArn;
  const [, name] = PARTIAL_FUNCTION_ARN.exec(value) ?? QUEUE_URL.exec(value) ?? [];
  if (name !== undefined) return [name];
  if (!attributes.includes("function_name")) return [];
  const [, functionName] = QUALIFIED_FUNCTION_NAME.exec(value) ?? [];
  return functionName === undefined ? [] : [functionName];
}
