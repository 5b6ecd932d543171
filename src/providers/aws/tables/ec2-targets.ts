import type { CloudChange } from "../../../model/cloud-change.js";
import type { JsonValue } from "../../../model/json.js";
import { known } from "../../../model/observed-value.js";
import type {
  ChangeEffect,
  IdentityMatch,
  ObservedChange,
  ResourceTarget,
  ResourceType,
} from "../../../model/resource-target.js";

/** What a hand-written target may say beside its types, effect and identity. */
export type TargetDetails = Partial<Omit<ResourceTarget, "ref" | "effect">>;

/** Makes a target in the account and region of a change. The first value of the first match is shown as its id. */
export function target(
  change: CloudChange,
  effect: ChangeEffect,
  types: readonly ResourceType[],
  match: readonly IdentityMatch[],
  details: TargetDetails = {},
): ResourceTarget {
  const { account, region } = change;
  const id = match[0]?.values[0];
  return {
    ref: {
      types,
      match,
      ...(id === undefined ? {} : { id }),
      ...(account === undefined ? {} : { account }),
      ...(region === undefined ? {} : { region }),
    },
    effect,
    changes: [],
    ...details,
  };
}

/** One fact of identity: any of the attributes equals any of the values. */
export function has(attributes: string | readonly string[], ...values: readonly string[]): IdentityMatch {
  return { attributes: typeof attributes === "string" ? [attributes] : attributes, values };
}

/** An attribute that has a value now; `null` where it was unset. */
export function setTo(path: string, value: JsonValue): ObservedChange {
  return { path, change: "set", value: known(value) };
}

/** An element that came to a list, set or block. */
export function added(path: string, value: JsonValue): ObservedChange {
  return { path, change: "added", value: known(value) };
}

/** An element that left a list, set or block. */
export function removed(path: string, value: JsonValue): ObservedChange {
  return { path, change: "removed", value: known(value) };
}

/** `{ [key]: value }`, or nothing where there is no value. */
export function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}
