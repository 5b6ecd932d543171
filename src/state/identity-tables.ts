import type { ManagedResource } from "../model/managed-resource.js";
import type { IdentityMatch } from "../model/resource-target.js";
import { identityKey, identityKeysOf } from "./identity-key.js";

/** Finds resources by the values of any of their top-level attributes. */
export interface IdentityTables {
  /** The resources for which every match holds, in their order; all of them where there is no match. */
  find(match: readonly IdentityMatch[]): readonly ManagedResource[];
}

/** From a value's key to the positions of the resources that have it. */
type IdentityTable = ReadonlyMap<string, readonly number[]>;

/** Makes the tables of some resources: one for each attribute, when it is first asked about. */
export function createIdentityTables(resources: readonly ManagedResource[]): IdentityTables {
  const tables = new Map<string, IdentityTable>();
  const tableOf = (attribute: string): IdentityTable => {
    let table = tables.get(attribute);
    if (table === undefined) {
      table = buildTable(resources, attribute);
      tables.set(attribute, table);
    }
    return table;
  };
  const holding = ({ attributes, values }: IdentityMatch): ReadonlySet<number> => {
    const positions = new Set<number>();
    for (const attribute of attributes) {
      const table = tableOf(attribute);
      for (const value of values) {
        for (const position of table.get(identityKey(value)) ?? []) positions.add(position);
      }
    }
    return positions;
  };
  return {
    find(match) {
      const [fewest, ...others] = match.map(holding).sort((a, b) => a.size - b.size);
      if (fewest === undefined) return resources;
      return [...fewest]
        .filter((position) => others.every((other) => other.has(position)))
        .sort((a, b) => a - b)
        .flatMap((position) => resources[position] ?? []);
    },
  };
}

function buildTable(resources: readonly ManagedResource[], attribute: string): IdentityTable {
  const table = new Map<string, number[]>();
  for (const [position, resource] of resources.entries()) {
    for (const key of identityKeysOf(resource, attribute)) {
      const positions = table.get(key);
      if (positions === undefined) table.set(key, [position]);
      else positions.push(position);
    }
  }
  return table;
}
