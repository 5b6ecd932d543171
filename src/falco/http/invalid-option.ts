import { DriftError } from "../../model/drift-error.js";

/** What is wrong with an option. */
export function invalidOption(message: string, cause?: unknown): DriftError {
  return new DriftError("invalid_option", message, { fault: "caller", cause });
}

/** @throws {@link DriftError} `invalid_option` where the value is no whole number above 0 */
export function positive(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw invalidOption(`${name} is no whole number above 0; leave it out for the default`);
}
