import { isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import { asDocument, canonicalPolicy, isPolicy } from "./documents.js";

/**
 * Whether two values mean the same to Terraform: `"256"` and `256`, `"true"` and `true`, a document and its text, lists
 * in any order (a state does not say which lists are sets), nothing and its zero value, an ARN and the id at its end.
 */
export function sameValue(declared: JsonValue | undefined, observed: JsonValue | undefined): boolean {
  const left = declared ?? null;
  const right = observed ?? null;
  if (isZero(left) || isZero(right)) return isZero(left) && isZero(right);
  const a = asDocument(left);
  const b = asDocument(right);
  if (Array.isArray(a) || Array.isArray(b)) return sameList(asElements(a), asElements(b));
  if (isJsonObject(a) && isJsonObject(b)) {
    if (isPolicy(a) || isPolicy(b)) return sameJson(canonicalPolicy(a), canonicalPolicy(b));
    return sameMap(a, b);
  }
  if (isJsonObject(a) || isJsonObject(b)) return false;
  return sameScalar(a as string | number | boolean, b as string | number | boolean);
}

/**
 * Whether a declared element says what the observed one says: all that is observed is declared, and lists inside it
 * contain what is observed. One `ingress` block with two CIDRs covers the rule of either.
 */
export function covers(declared: JsonValue, observed: JsonValue): boolean {
  if (isJsonObject(observed)) {
    if (!isJsonObject(declared)) return false;
    return Object.entries(observed).every(([key, value]) => coversMember(declared[key] ?? null, value));
  }
  return sameValue(declared, observed);
}

/**
 * Whether a declared element of a list that was replaced says what the observed one says. Attributes that the observed
 * one does not have (those that the provider computes) are left out; a list inside it that lost a value is another one.
 */
function saysSame(declared: JsonValue, observed: JsonObject): boolean {
  if (!isJsonObject(declared)) return false;
  return Object.entries(observed).every(([key, value]) => {
    const own = declared[key] ?? null;
    return isJsonObject(value) && isJsonObject(own) ? saysSame(own, value) : sameValue(own, value);
  });
}

function coversMember(declared: JsonValue, observed: JsonValue): boolean {
  if (Array.isArray(observed) && Array.isArray(declared)) {
    return observed.every((one) => declared.some((other) => covers(other, one)));
  }
  if (isJsonObject(observed)) return covers(declared, observed);
  return sameValue(declared, observed);
}

/** Values that Terraform's provider SDK stores for "not set": they are told apart from nothing by no state. */
function isZero(value: JsonValue): boolean {
  if (value === null || value === "" || value === false || value === 0) return true;
  if (value === "false" || value === "0") return true;
  if (Array.isArray(value)) return value.length === 0 || value.every(isZero);
  return isJsonObject(value) && Object.values(value).every(isZero);
}

function asElements(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [value as JsonValue];
}

function sameList(declared: readonly JsonValue[], observed: readonly JsonValue[]): boolean {
  if (declared.length !== observed.length) return false;
  const left = [...declared];
  return observed.every((one) => {
    const at = left.findIndex((other) => (isJsonObject(one) ? saysSame(other, one) : sameValue(other, one)));
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
}

function sameMap(declared: JsonObject, observed: JsonObject): boolean {
  const keys = new Set([...Object.keys(declared), ...Object.keys(observed)]);
  return [...keys].every((key) => sameValue(declared[key], observed[key]));
}

function sameJson(left: JsonValue, right: JsonValue): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((one, at) => sameJson(one, right[at] ?? null));
  }
  if (isJsonObject(left) && isJsonObject(right)) {
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key] ?? null, right[key] ?? null))
    );
  }
  return left === right || String(left) === String(right);
}

function sameScalar(left: string | number | boolean, right: string | number | boolean): boolean {
  const a = String(left);
  const b = String(right);
  if (a === b) return true;
  if (NUMBER.test(a) && NUMBER.test(b)) return sameNumber(a, b);
  if (a.startsWith("arn:") !== b.startsWith("arn:")) {
    return a.startsWith("arn:") ? arnNames(a, b) : arnNames(b, a);
  }
  if (a.startsWith("/subscriptions/")) return a.toLowerCase() === b.toLowerCase();
  return sameCidr(a, b);
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Beyond 2^53 numbers are told apart by their digits, not by what a double makes of them. */
function sameNumber(a: string, b: string): boolean {
  const integers = !a.includes(".") && !b.includes(".");
  return integers ? BigInt(a) === BigInt(b) : Number(a) === Number(b);
}

/** Whether `name` is what the ARN ends in: `arn:aws:kms:...:key/1234` and `1234`, or `key/1234`. */
function arnNames(arn: string, name: string): boolean {
  return name !== "" && (arn.endsWith(`/${name}`) || arn.endsWith(`:${name}`));
}

const CIDR = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** AWS clears the host bits of a CIDR, so `10.0.0.7/24` is stored as `10.0.0.0/24`. */
function sameCidr(a: string, b: string): boolean {
  const left = network(a);
  return left !== undefined && left === network(b);
}

function network(cidr: string): string | undefined {
  const match = CIDR.exec(cidr);
  if (match === null) return undefined;
  const bits = Number(match[5]);
  const octets = match.slice(1, 5).map(Number);
  if (bits > 32 || octets.some((octet) => octet > 255)) return undefined;
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - bits);
  return `${address - (address % size)}/${bits}`;
}
