import { createHash } from "node:crypto";
import type { Actor } from "../../model/actor.js";
import type { AuditParameters, AuditRecord } from "./audit-record.js";

/**
 * Stands in for the record's id where an alert does not carry `ct.id`: the same call gives the same id, so that it is
 * still known as a duplicate. Begins `sha256:`.
 */
export function changeId(record: AuditRecord, parameters: AuditParameters, actor: Actor): string {
  const parts = [
    record.time ?? null,
    record.service ?? null,
    record.operation ?? null,
    parameters.request ?? null,
    actor.principal ?? actor.name,
  ];
  return `sha256:${createHash("sha256").update(JSON.stringify(parts)).digest("hex")}`;
}
