import type { ManagedResource } from "../model/managed-resource.js";
import type { ResourceRef, ResourceType } from "../model/resource-target.js";
import { createIdentityTables, type IdentityTables } from "./identity-tables.js";
import { inScope } from "./scope-match.js";

/** The attributes by which a resource is known whatever its type. */
const IDENTIFIERS = ["id", "arn", "self_link", "name", "bucket", "identifier"];

/** Many-valued look-ups over a list of resources. Results are in the list's order, none twice. */
export interface ResourceLookup {
  find(ref: ResourceRef): readonly ManagedResource[];
  findByIdentifier(identifier: string): readonly ManagedResource[];
  get(address: string): ManagedResource | undefined;
}

/** Makes the look-ups; each table is built when it is first asked for. */
export function createResourceLookup(resources: readonly ManagedResource[]): ResourceLookup {
  const everyType = createIdentityTables(resources);
  let types: ReadonlyMap<ResourceType, IdentityTables> | undefined;
  let addresses: ReadonlyMap<string, ManagedResource> | undefined;
  return {
    find(ref) {
      types ??= tablesByType(resources);
      const found: ManagedResource[] = [];
      for (const type of new Set(ref.types)) {
        for (const resource of types.get(type)?.find(ref.match) ?? []) {
          if (inScope(resource, ref)) found.push(resource);
        }
      }
      return found;
    },
    findByIdentifier: (identifier) => everyType.find([{ attributes: IDENTIFIERS, values: [identifier] }]),
    get(address) {
      addresses ??= new Map(resources.map((resource) => [resource.address, resource]));
      return addresses.get(address);
    },
  };
}

function tablesByType(resources: readonly ManagedResource[]): ReadonlyMap<ResourceType, IdentityTables> {
  const groups = new Map<ResourceType, ManagedResource[]>();
  for (const resource of resources) {
    const group = groups.get(resource.type);
    if (group === undefined) groups.set(resource.type, [resource]);
    else group.push(resource);
  }
  return new Map([...groups].map(([type, group]) => [type, createIdentityTables(group)]));
}
