import type { JsonValue } from "../../model/json.js";

/**
 * What AWS writes into a record in place of a value that it keeps secret.
 *
 * Source: CloudTrail records: `HIDDEN_DUE_TO_SECURITY_REASONS` (Lambda, IAM, Secrets Manager and many more),
 * `<sensitiveDataRemoved>` (EC2 user data), `****` (RDS passwords), the sentence (Redshift, Directory Service).
 */
const MASKS: ReadonlySet<string> = new Set([
  "HIDDEN_DUE_TO_SECURITY_REASONS",
  "<sensitiveDataRemoved>",
  "****",
  "Value hidden due to security reasons.",
]);

/** Whether a value is, or anywhere contains, one that AWS masked, so that it is not known as a whole. */
export function isMasked(value: JsonValue): boolean {
  let level: JsonValue[] = [value];
  while (level.length > 0) {
    const next: JsonValue[] = [];
    for (const item of level) {
      if (typeof item === "string") {
        if (MASKS.has(item)) return true;
      } else if (typeof item === "object" && item !== null) {
        for (const child of Object.values(item)) next.push(child);
      }
    }
    level = next;
  }
  return false;
}
