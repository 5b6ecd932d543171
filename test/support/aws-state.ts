/** One instance of one resource of a state that a test makes up. */
export interface StateResource {
  readonly type: string;
  readonly name: string;
  /** The module's address with its keys: `module.net["a"]`. */
  readonly module?: string;
  /** @default "managed" */
  readonly mode?: "managed" | "data";
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly indexKey?: string | number;
  /** Sensitive paths: an attribute's name, or the steps to a value in it. */
  readonly sensitive?: readonly (string | readonly (string | number)[])[];
  /** Configuration addresses, without keys. */
  readonly dependencies?: readonly string[];
  readonly tainted?: boolean;
  /** Makes it a deposed object with this key. */
  readonly deposed?: string;
  /** As a state writes it. By default HashiCorp's provider of the type's prefix. */
  readonly provider?: string;
}

/** What {@link state} makes a state of. */
export interface StateOptions {
  /** @default "3c7a1f0e-0000-4000-8000-000000000001" */
  readonly lineage?: string;
  /** @default 1 */
  readonly serial?: number;
  readonly resources: readonly StateResource[];
}

/** A Terraform state of version 4, as the JSON text that Terraform writes. */
export function state(options: StateOptions): string {
  const resources = new Map<string, Record<string, unknown> & { instances: unknown[] }>();
  for (const resource of options.resources) {
    const { module, mode = "managed", type, name, provider = defaultProvider(type) } = resource;
    const key = JSON.stringify([module, mode, type, name, provider]);
    const entry = resources.get(key) ?? { module, mode, type, name, provider, instances: [] };
    entry.instances.push(instance(resource));
    resources.set(key, entry);
  }
  const file = {
    version: 4,
    terraform_version: "1.11.4",
    serial: options.serial ?? 1,
    lineage: options.lineage ?? "3c7a1f0e-0000-4000-8000-000000000001",
    outputs: {},
    resources: [...resources.values()],
    check_results: null,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function instance(resource: StateResource): unknown {
  return {
    index_key: resource.indexKey,
    status: resource.tainted ? "tainted" : undefined,
    deposed: resource.deposed,
    schema_version: 0,
    attributes: resource.attributes,
    sensitive_attributes: (resource.sensitive ?? []).map((path) =>
      (typeof path === "string" ? [path] : path).map(pathStep),
    ),
    private: "bm90aGluZyB0aGF0IGFueWJvZHkgc2hvdWxkIHNlZQ==",
    dependencies: resource.dependencies,
  };
}

function pathStep(step: string | number): unknown {
  if (typeof step === "string") return { type: "get_attr", value: step };
  return { type: "index", value: { value: step, type: "number" } };
}

function defaultProvider(type: string): string {
  return `provider["registry.terraform.io/hashicorp/${type.split("_")[0]}"]`;
}
