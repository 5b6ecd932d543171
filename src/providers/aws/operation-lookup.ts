import type { IgnoredOperation, MappingTable, OperationMapping, ServiceMapping } from "./mapping-table.js";

/** What a table says of one operation. */
export type OperationEntry = OperationMapping | IgnoredOperation;

/**
 * The API version that some services append to an operation's name: `CreateFunction20150331`,
 * `UpdateFunctionCode20150331v2`, `CreateDistribution2020_05_31`.
 */
const VERSION_SUFFIX = /\d{4}_?\d{2}_?\d{2}(?:v\d+)?$/;

/** Finds what a table says of an operation. */
export interface OperationLookup {
  /**
   * By service, then by the operation's name: exactly, then without its version, then whatever its case. An alert that
   * does not carry its service is looked up across all of them, and found where exactly one has the operation.
   */
  find(service: string | undefined, operation: string): OperationEntry | undefined;
}

/** Makes the look-up of a table. What it derives from the table, it derives when first asked for. */
export function createOperationLookup(table: MappingTable): OperationLookup {
  const lowerCased = new Map<ServiceMapping, ReadonlyMap<string, OperationEntry>>();

  function byLowerCase(mapping: ServiceMapping): ReadonlyMap<string, OperationEntry> {
    const made = lowerCased.get(mapping);
    if (made !== undefined) return made;
    const entries = new Map(Object.entries(mapping).map(([name, entry]) => [name.toLowerCase(), entry]));
    lowerCased.set(mapping, entries);
    return entries;
  }

  function within(mapping: ServiceMapping, operation: string): OperationEntry | undefined {
    if (Object.hasOwn(mapping, operation)) return mapping[operation];
    const bare = operation.replace(VERSION_SUFFIX, "");
    if (Object.hasOwn(mapping, bare)) return mapping[bare];
    const entries = byLowerCase(mapping);
    return entries.get(operation.toLowerCase()) ?? entries.get(bare.toLowerCase());
  }

  return {
    find(service, operation) {
      if (service !== undefined) {
        const mapping = serviceOf(table, service);
        return mapping === undefined ? undefined : within(mapping, operation);
      }
      const found: OperationEntry[] = [];
      for (const mapping of Object.values(table)) {
        const entry = within(mapping, operation);
        if (entry !== undefined) found.push(entry);
      }
      return found.length === 1 ? found[0] : undefined;
    },
  };
}

/** By event source. Records of the China regions may write `ec2.amazonaws.com.cn`. */
function serviceOf(table: MappingTable, service: string): ServiceMapping | undefined {
  if (Object.hasOwn(table, service)) return table[service];
  const bare = service.toLowerCase().replace(/\.cn$/, "");
  return Object.hasOwn(table, bare) ? table[bare] : undefined;
}
