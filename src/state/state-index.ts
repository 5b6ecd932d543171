import type { ManagedResource, StateSnapshot } from "../model/managed-resource.js";
import type { ResourceRef } from "../model/resource-target.js";
import { createDependencyGraph } from "./dependency-graph.js";
import { createResourceLookup } from "./resource-lookup.js";

/**
 * A many-valued look-up from a cloud identity to the resources of one state. Never last-writer-wins: a bucket and its
 * policy share an id, and both are found.
 */
export interface StateIndex {
  readonly snapshot: StateSnapshot;
  /** All current resources of one of the ref's types for which every match holds. */
  find(ref: ResourceRef): readonly ManagedResource[];
  /** The same among the deposed objects. */
  findDeposed(ref: ResourceRef): readonly ManagedResource[];
  /** All current resources whose id, ARN, self link or name is this, whatever their type. */
  findByIdentifier(identifier: string): readonly ManagedResource[];
  /** The current resource at a full address. */
  get(address: string): ManagedResource | undefined;
  /** Addresses of the resources that depend on this one, directly or through others. */
  dependents(resource: ManagedResource): readonly string[];
}

/**
 * Indexes one state. Making it costs nothing: each table is built when it is first asked for, after which a look-up
 * takes the same time however large the state is.
 */
export function createStateIndex(snapshot: StateSnapshot): StateIndex {
  const current = createResourceLookup(snapshot.resources);
  const deposed = createResourceLookup(snapshot.deposed);
  const graph = createDependencyGraph(snapshot.resources);
  return {
    snapshot,
    find: (ref) => current.find(ref),
    findDeposed: (ref) => deposed.find(ref),
    findByIdentifier: (identifier) => current.findByIdentifier(identifier),
    get: (address) => current.get(address),
    dependents: (resource) => graph.dependents(resource),
  };
}
