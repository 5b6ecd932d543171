import type { JsonValue } from "../model/json.js";

/** How deeply objects and arrays may nest. Terraform's deepest schemas stay under 50; recursion elsewhere relies on it. */
const MAX_DEPTH = 500;

/** What is wrong with a text that is no JSON. `truncated`: it would have needed more text to be any. */
export type JsonFault = "truncated" | "malformed" | "too_deep";

/** Thrown by {@link parseJson}. Unlike the platform's own error, its message never quotes the text. */
export class JsonParseError extends SyntaxError {
  readonly fault: JsonFault;

  constructor(fault: JsonFault) {
    super(`not JSON: ${fault}`);
    this.name = "JsonParseError";
    this.fault = fault;
  }
}

/**
 * Parses JSON that others wrote. Objects come without a prototype, so that a key such as `__proto__` is only a key.
 * Integers beyond 2^53, and numbers beyond what a double holds, become the string of their literal, not a rounded number.
 *
 * @throws {@link JsonParseError}
 */
export function parseJson(text: string): JsonValue {
  const value = parse(text);
  if (harden(value) === "exact") return value;
  const exact = parse(quoteBigNumbers(text));
  harden(exact);
  return exact;
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonParseError(endsInside(text) ? "truncated" : "malformed");
  }
}

/** Takes the prototypes away, level by level, and tells whether a number may have lost digits. */
function harden(root: JsonValue): "exact" | "rounded" {
  let rounded = isRounded(root);
  let level: unknown[] = [root];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw new JsonParseError("too_deep");
    const next: unknown[] = [];
    const visit = (value: unknown): void => {
      if (typeof value === "object") {
        if (value !== null) next.push(value);
      } else if (typeof value === "number" && isRounded(value)) {
        rounded = true;
      }
    };
    for (const container of level) {
      if (Array.isArray(container)) {
        for (const element of container) visit(element);
      } else if (typeof container === "object" && container !== null) {
        const object = container as Record<string, unknown>;
        Object.setPrototypeOf(object, null);
        for (const key in object) visit(object[key]);
      }
    }
    level = next;
  }
  return rounded ? "rounded" : "exact";
}

function isRounded(value: unknown): boolean {
  return typeof value === "number" && !(value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER);
}

/** Puts quotes around the number literals of a valid JSON text that a double does not hold. */
function quoteBigNumbers(text: string): string {
  const token = /"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
  let result = "";
  let copied = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [literal] = match;
    if (literal === '"') {
      token.lastIndex = stringEnd(text, match.index);
    } else if (isRounded(Number(literal)) && !(isFraction(literal) && Number.isFinite(Number(literal)))) {
      result += `${text.slice(copied, match.index)}"${literal}"`;
      copied = token.lastIndex;
    }
  }
  return result + text.slice(copied);
}

/** A literal with a fraction or an exponent is a double by its writer's choice. */
function isFraction(literal: string): boolean {
  return /[.eE]/.test(literal);
}

/** The index after the string that begins at `start`; the text's length where it never ends. */
function stringEnd(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slash = quote - 1;
    while (text.charCodeAt(slash) === 0x5c) slash--;
    if ((quote - slash) % 2 === 1) return quote + 1;
  }
  return text.length + 1;
}

/** Whether a text that is no JSON ends inside a string, an object or an array, or before it began. */
function endsInside(text: string): boolean {
  const token = /["[\]{}]/g;
  let open = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '"') {
      token.lastIndex = stringEnd(text, match.index);
      if (token.lastIndex > text.length) return true;
    } else {
      open += match[0] === "[" || match[0] === "{" ? 1 : -1;
    }
  }
  return open > 0 || text.trim() === "";
}
