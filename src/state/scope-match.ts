import type { ManagedResource } from "../model/managed-resource.js";
import type { ResourceRef } from "../model/resource-target.js";
import { normalizeRegion } from "./resource-scope.js";

const DIGITS = /^\d+$/;

/** Whether a resource may lie where a ref says. What either does not tell excludes nothing. */
export function inScope(resource: ManagedResource, ref: ResourceRef): boolean {
  return mayBeAccount(resource.account, ref.account) && mayBeRegion(resource.region, ref.region);
}

function mayBeAccount(own: string | undefined, asked: string | undefined): boolean {
  if (own === undefined || asked === undefined) return true;
  // A GCP project has an id and a number, and neither tells the other.
  if (DIGITS.test(own) !== DIGITS.test(asked)) return true;
  return own.toLowerCase() === asked.toLowerCase();
}

function mayBeRegion(own: string | undefined, asked: string | undefined): boolean {
  const ownRegion = normalizeRegion(own);
  const askedRegion = normalizeRegion(asked);
  return ownRegion === undefined || askedRegion === undefined || ownRegion === askedRegion;
}
