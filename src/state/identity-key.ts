import type { JsonValue } from "../model/json.js";
import type { ManagedResource } from "../model/managed-resource.js";

const AZURE_ID = /^\/subscriptions\//i;

/** A value as identities are compared: exactly, but for Azure's ids, in which case means nothing. */
export function identityKey(value: string): string {
  return AZURE_ID.test(value) ? value.toLowerCase() : value;
}

/** The keys that a resource has by one of its attributes: that of a scalar, or of each scalar in a list. */
export function identityKeysOf(resource: ManagedResource, attribute: string): readonly string[] {
  if (!Object.hasOwn(resource.attributes, attribute)) return [];
  const value = resource.attributes[attribute];
  if (Array.isArray(value)) return value.flatMap((element) => scalarKeys(element));
  return scalarKeys(value);
}

function scalarKeys(value: JsonValue | undefined): readonly string[] {
  if (typeof value === "string") return [identityKey(value)];
  return typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
}
