import { createHash } from "node:crypto";
import type { DriftKind } from "../model/drift.js";

/** A finding's id: the same lineage, address (or cloud identity) and kind give the same id. */
export function findingId(lineage: string, subject: string, kind: DriftKind): string {
  return `drift-${digest([lineage, subject, kind])}`;
}

/** The id of a burst of one actor's changes, by its first change. */
export function incidentId(actor: string, firstChange: string): string {
  return `incident-${digest([actor, firstChange])}`;
}

function digest(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);
}
