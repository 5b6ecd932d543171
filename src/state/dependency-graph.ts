import type { ManagedResource } from "../model/managed-resource.js";
import { configAddress } from "./address.js";

/** Who depends on whom. A state says so between configuration addresses, so between all their instances. */
export interface DependencyGraph {
  /** Addresses of the resources that depend on this one, directly or through others, sorted; never its own. */
  dependents(resource: ManagedResource): readonly string[];
}

/** Makes the graph of one state's resources, built when it is first asked for. */
export function createDependencyGraph(resources: readonly ManagedResource[]): DependencyGraph {
  let direct: ReadonlyMap<string, readonly ManagedResource[]> | undefined;
  const answers = new Map<string, readonly string[]>();
  return {
    dependents(resource) {
      direct ??= directDependents(resources);
      const start = configAddress(resource);
      let all = answers.get(start);
      if (all === undefined) {
        all = allDependents(start, direct);
        answers.set(start, all);
      }
      return all.includes(resource.address) ? all.filter((address) => address !== resource.address) : all;
    },
  };
}

/** From a configuration address to the resources whose `dependencies` name it. */
function directDependents(
  resources: readonly ManagedResource[],
): ReadonlyMap<string, readonly ManagedResource[]> {
  const direct = new Map<string, ManagedResource[]>();
  for (const resource of resources) {
    for (const dependency of new Set(resource.dependencies)) {
      const dependents = direct.get(dependency);
      if (dependents === undefined) direct.set(dependency, [resource]);
      else dependents.push(resource);
    }
  }
  return direct;
}

function allDependents(
  start: string,
  direct: ReadonlyMap<string, readonly ManagedResource[]>,
): readonly string[] {
  const addresses = new Set<string>();
  const seen = new Set([start]);
  // A set hands out what is added while it is iterated, each once: a walk that a cycle cannot trap.
  for (const config of seen) {
    for (const dependent of direct.get(config) ?? []) {
      addresses.add(dependent.address);
      seen.add(configAddress(dependent));
    }
  }
  return [...addresses].sort();
}
