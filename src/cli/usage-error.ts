import { DriftError } from "../index.js";

/** An error of whoever typed the command: one line that says what is wrong and what to do. */
export function usageError(message: string): DriftError {
  return new DriftError("invalid_option", message, { fault: "caller" });
}

/** An error for what the documents announce and this version does not have yet. */
export function notYet(what: string, instead: string): DriftError {
  return usageError(`${what} is not available in this version; ${instead}`);
}
