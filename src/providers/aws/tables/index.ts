import type { MappingTable } from "../mapping-table.js";

/** What is known of AWS's operations, by event source. */
export const awsTable: MappingTable = {};
