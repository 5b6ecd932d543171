import { isJsonObject, type JsonValue } from "../../model/json.js";

/** A JSON document written as a string, or the value itself where it is none. Only objects and arrays count as documents. */
export function asDocument(value: JsonValue): JsonValue {
  if (typeof value !== "string") return value;
  const text = value.trimStart();
  if (!text.startsWith("{") && !text.startsWith("[")) return value;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return value;
  }
}

/** Whether a value is, or is written as, a JSON object with statements: an IAM policy of any kind. */
export function isPolicy(document: JsonValue): boolean {
  return isJsonObject(document) && Object.hasOwn(document, "Statement");
}

/**
 * Brings a policy into one form, so that policies that mean the same are equal: one statement or value counts as a list
 * of one, lists are sets, `"*"` as principal is `{"AWS": "*"}`, an account's id is its root user, an empty `Sid` is none.
 *
 * Source: AWS IAM policy grammar; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function canonicalPolicy(document: JsonValue): JsonValue {
  if (!isJsonObject(document)) return document;
  const statements = asList(document.Statement ?? []).map(canonicalStatement);
  const rest = Object.entries(document).filter(([key]) => key !== "Statement" && key !== "Id");
  return { ...Object.fromEntries(rest), Statement: sortedSet(statements) };
}

function canonicalStatement(statement: JsonValue): JsonValue {
  if (!isJsonObject(statement)) return statement;
  const entries: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(statement)) {
    if (key === "Sid") {
      if (value !== "") entries.push([key, value]);
    } else if (key === "Principal" || key === "NotPrincipal") {
      entries.push([key, canonicalPrincipal(value)]);
    } else if (key === "Action" || key === "NotAction") {
      entries.push([key, sortedSet(asList(value).map(lowerCase))]);
    } else if (key === "Resource" || key === "NotResource") {
      entries.push([key, sortedSet(asList(value))]);
    } else if (key === "Condition") {
      entries.push([key, canonicalCondition(value)]);
    } else {
      entries.push([key, value]);
    }
  }
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function canonicalPrincipal(principal: JsonValue): JsonValue {
  const map = isJsonObject(principal) ? principal : { AWS: principal };
  const entries = Object.entries(map).map(([kind, value]): [string, JsonValue] => [
    kind,
    sortedSet(asList(value).map((one) => (kind === "AWS" ? accountRoot(one) : one))),
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function canonicalCondition(condition: JsonValue): JsonValue {
  if (!isJsonObject(condition)) return condition;
  const operators = Object.entries(condition).map(([operator, keys]): [string, JsonValue] => {
    if (!isJsonObject(keys)) return [operator, keys];
    const tests = Object.entries(keys).map(([key, value]): [string, JsonValue] => [
      key.toLowerCase(),
      sortedSet(asList(value).map((one) => String(one))),
    ]);
    return [operator, Object.fromEntries(tests.sort(([a], [b]) => (a < b ? -1 : 1)))];
  });
  return Object.fromEntries(operators.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function accountRoot(principal: JsonValue): JsonValue {
  const match = typeof principal === "string" ? /^arn:aws[^:]*:iam::(\d{12}):root$/.exec(principal) : null;
  return match?.[1] ?? principal;
}

function lowerCase(value: JsonValue): JsonValue {
  return typeof value === "string" ? value.toLowerCase() : value;
}

function asList(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [value as JsonValue];
}

function sortedSet(values: readonly JsonValue[]): JsonValue {
  const byText = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...byText.keys()].sort().map((text) => byText.get(text) as JsonValue);
}
