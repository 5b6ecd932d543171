/**
 * `provider["host/namespace/name"]`, or `provider.name` of states from before Terraform 0.13, then an alias, then
 * OpenTofu's instance key; a module's path may precede it.
 */
const PROVIDER = /(?:^|\.)provider(?:\["([^"\\]+)"\]|\.([\w-]+))(?:\.([\w-]+))?(?:\[.*\])?$/s;

/** A provider configuration, as a state names it. */
export interface ProviderAddress {
  /** The source address: `registry.terraform.io/hashicorp/aws`. */
  readonly source: string;
  readonly alias?: string;
}

/**
 * Reads a state's `provider`. A form that it does not know is kept as it stands, since no judgement hangs on it.
 *
 * Source: Terraform 1.11 `addrs.AbsProviderConfig`; legacy names get the namespace `-`, as Terraform gives them.
 */
export function parseProviderAddress(text: string): ProviderAddress {
  const [, source, legacy, alias] = PROVIDER.exec(text) ?? [];
  if (source === undefined && legacy === undefined) return { source: text };
  return {
    source: source ?? `registry.terraform.io/-/${legacy}`,
    ...(alias !== undefined && { alias }),
  };
}
