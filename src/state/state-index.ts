import type { ManagedResource, StateSnapshot } from "../model/managed-resource.js";
import type { ResourceRef } from "../model/resource-target.js";

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
