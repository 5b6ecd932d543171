import type { Provider } from "../provider.js";
import { createAwsMapper } from "./mapper.js";
import type { MappingTable } from "./mapping-table.js";
import { createAwsParser } from "./parser.js";
import { awsTable } from "./tables/index.js";

export type { AlertField } from "./fields.js";
export { AWS_ALERT_FIELDS } from "./fields.js";
export { createAwsMapper } from "./mapper.js";
export type {
  AttributeMapping,
  IgnoredOperation,
  MappingTable,
  MatchMapping,
  OperationMapping,
  RecordPath,
  ServiceMapping,
  TargetMapping,
  TargetReader,
  ValueConversion,
} from "./mapping-table.js";
export { createAwsParser } from "./parser.js";
export { awsTable } from "./tables/index.js";

/** What {@link aws} takes. */
export interface AwsOptions {
  /**
   * Operations beyond those that the library knows, or instead of them: the tables are merged by service and operation,
   * and yours goes first.
   */
  readonly table?: MappingTable;
}

/**
 * The AWS provider: CloudTrail records, from Falco's cloudtrail plugin or raw, to resources of `hashicorp/aws`.
 *
 * @example `new DriftEngine({ subscriber, providers: [aws()], state: [localState({ path: "terraform.tfstate" })] })`
 */
export function aws(options: AwsOptions = {}): Provider {
  const table = options.table === undefined ? awsTable : mergeTables(awsTable, options.table);
  return { name: "aws", parser: createAwsParser(), mapper: createAwsMapper(table) };
}

function mergeTables(base: MappingTable, over: MappingTable): MappingTable {
  const merged: Record<string, MappingTable[string]> = { ...base };
  for (const [service, operations] of Object.entries(over))
    merged[service] = { ...merged[service], ...operations };
  return merged;
}
