import type { SkippedReason } from "../../model/outcome.js";
import type { AuditRecord } from "./audit-record.js";

/**
 * Verbs of operations that only read, for records that do not say so themselves. A verb ends where a capital, a digit
 * or nothing follows, so that `Getaway` is none.
 */
const READ_ONLY_VERB =
  /^(?:describe|list|get|head|lookup|search|batch(?:Get|Describe)|query|scan|select|filter|preview|simulate|estimate|validate|check)(?=[A-Z0-9]|$)/;

/**
 * Why a record is no change, if it is none: the call failed, or only read, or worked on data and not on configuration.
 *
 * An empty `errorCode` is no failure: it names no error, and the cloudtrail plugin shows one for `errorCode: null`.
 */
export function skipReason(
  record: AuditRecord,
  operation: string,
): { readonly reason: SkippedReason; readonly detail: string } | undefined {
  if (record.errorCode !== undefined || record.errorMessage !== undefined) {
    return {
      reason: "failed_call",
      detail: `the call failed${inBrackets(record.errorCode)}`,
    };
  }
  if (record.readOnly === true) {
    return { reason: "read_only", detail: "the record says that the call only read" };
  }
  if (record.readOnly === undefined && READ_ONLY_VERB.test(lowerFirst(operation))) {
    return {
      reason: "read_only",
      detail: "the record does not say whether the call only read; its name does",
    };
  }
  if (record.category !== undefined && record.category !== "Management") {
    return { reason: "data_plane", detail: `no management call${inBrackets(record.category)}` };
  }
  if (record.managementEvent === false) {
    return { reason: "data_plane", detail: "the record says that it is no management call" };
  }
  return undefined;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A code of AWS's own, such as `AccessDenied`; anything else that an alert may hold is not repeated. */
function inBrackets(code: string | undefined): string {
  return code !== undefined && /^[A-Za-z][A-Za-z0-9.]{0,79}$/.test(code) ? ` (${code})` : "";
}
