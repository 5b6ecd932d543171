import { quoteHcl } from "./hcl-string.js";

/** An instance's key in square brackets: a `count` number or a `for_each` string. */
const INSTANCE_KEY = /\[(?:\d+|"[^"\\]*(?:\\.[^"\\]*)*")\]/g;

/** What an address is made of. */
export interface AddressParts {
  /** The module's address with its keys, as the state writes it. */
  readonly module?: string | undefined;
  readonly type: string;
  readonly name: string;
  readonly indexKey?: string | number | undefined;
}

/** An instance's full address, as `terraform state list` prints it. */
export function instanceAddress({ module, type, name, indexKey }: AddressParts): string {
  const resource = `${module === undefined ? "" : `${module}.`}${type}.${name}`;
  if (indexKey === undefined) return resource;
  return `${resource}[${typeof indexKey === "number" ? indexKey : quoteHcl(indexKey)}]`;
}

/** The address in the configuration, which has no instance keys: what a state's `dependencies` are made of. */
export function configAddress({ module, type, name }: AddressParts): string {
  return instanceAddress({ module: module?.replace(INSTANCE_KEY, ""), type, name });
}
