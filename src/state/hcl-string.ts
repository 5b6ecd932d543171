/** Characters that Go's `unicode.IsPrint` lets through: letters, marks, numbers, punctuation, symbols and the space. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const PLAIN = /^[\w .:/@+,;=()-]*$/;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);

/**
 * A string as Terraform quotes it in an address: `"a"`, `"quo\"te"`, `"$${not a template}"`.
 *
 * Source: Terraform 1.11.4 `terraform state list`, checked with keys of every kind below.
 */
export function quoteHcl(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  let quoted = "";
  let rest = text;
  for (const character of text) {
    rest = rest.slice(character.length);
    quoted += escaped(character, rest);
  }
  return `"${quoted}"`;
}

function escaped(character: string, rest: string): string {
  const short = ESCAPES.get(character);
  if (short !== undefined) return short;
  if ((character === "$" || character === "%") && rest.startsWith("{")) return character + character;
  const code = character.codePointAt(0) ?? 0;
  // Half of a surrogate pair: Go's JSON decoder has replaced it before Terraform sees it.
  if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
  if (PRINTABLE.test(character)) return character;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}
