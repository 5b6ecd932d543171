import { DriftError } from "../model/drift-error.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { ManagedResource } from "../model/managed-resource.js";
import { instanceAddress } from "./address.js";
import { nestFlatAttributes } from "./flat-attributes.js";
import { type ProviderAddress, parseProviderAddress } from "./provider-address.js";
import { resourceScope } from "./resource-scope.js";
import { parseSensitivePaths } from "./sensitive-paths.js";

/** Makes the error for an entry that breaks the format, by its place: what it holds may be secret. */
export type MalformedAt = (place: string) => DriftError;

/** Makes a {@link MalformedAt} for one state. */
export function malformedIn(name: string): MalformedAt {
  return (place) =>
    new DriftError(
      "state_malformed",
      `${name} breaks the state format at ${place}; restore it from a backup or write it anew with \`terraform state pull\``,
    );
}

/**
 * The instances of one entry of a state's `resources`. None for a data source, nor for a mode that came later.
 *
 * @throws {@link DriftError} `state_malformed`
 */
export function decodeResource(
  entry: JsonValue,
  position: number,
  malformed: MalformedAt,
): readonly ManagedResource[] {
  const place = `resources[${position}]`;
  if (!isJsonObject(entry) || typeof entry.mode !== "string") throw malformed(place);
  if (entry.mode !== "managed") return [];
  const { type, name, instances } = entry;
  if (!isName(type) || !isName(name) || !Array.isArray(instances)) throw malformed(place);
  const module = optionalString(entry.module, () => malformed(`${place}.module`));
  const parts = { type, name, provider: providerOf(entry.provider), ...(module && { module }) };
  return instances.map((instance, index) => {
    if (!isJsonObject(instance)) throw malformed(`${place}.instances[${index}]`);
    return decodeInstance(parts, instance, () => malformed(`${place}.instances[${index}]`));
  });
}

interface ResourceParts {
  readonly module?: string;
  readonly type: string;
  readonly name: string;
  readonly provider: ProviderAddress;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function decodeInstance(
  parts: ResourceParts,
  instance: JsonObject,
  malformed: () => DriftError,
): ManagedResource {
  const { module, type, name } = parts;
  const indexKey = instance.index_key ?? undefined;
  if (indexKey !== undefined && typeof indexKey !== "string" && typeof indexKey !== "number")
    throw malformed();
  const deposedKey = optionalString(instance.deposed, malformed);
  const attributes = attributesOf(instance, malformed);
  // OpenTofu writes the provider on the instance where the provider itself has several (`for_each`).
  const provider = instance.provider === undefined ? parts.provider : providerOf(instance.provider);
  const resource: Mutable<ManagedResource> = {
    address: instanceAddress({ module, type, name, indexKey }),
    type,
    name,
    provider: provider.source,
    attributes,
    sensitivePaths: parseSensitivePaths(instance.sensitive_attributes),
    dependencies: stringsOf(instance.dependencies),
    tainted: instance.status === "tainted",
  };
  // Assigned one by one: spreading what may be absent makes decoding a resource three times as slow.
  if (module !== undefined) resource.module = module;
  if (indexKey !== undefined) resource.indexKey = indexKey;
  if (provider.alias !== undefined) resource.providerAlias = provider.alias;
  if (deposedKey) resource.deposedKey = deposedKey;
  const { account, region } = resourceScope(type, attributes);
  if (account !== undefined) resource.account = account;
  if (region !== undefined) resource.region = region;
  return resource;
}

function providerOf(provider: JsonValue | undefined): ProviderAddress {
  return parseProviderAddress(typeof provider === "string" ? provider : "");
}

function stringsOf(values: JsonValue | undefined): readonly string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
}

function attributesOf(instance: JsonObject, malformed: () => DriftError): JsonObject {
  const { attributes, attributes_flat: flat } = instance;
  if (isJsonObject(attributes)) return attributes;
  if (attributes !== undefined && attributes !== null) throw malformed();
  if (flat !== undefined && flat !== null && !isJsonObject(flat)) throw malformed();
  // An object without attributes is odd, but Terraform accepts it.
  return nestFlatAttributes(flat ?? {});
}

function isName(value: JsonValue | undefined): value is string {
  return typeof value === "string" && value !== "";
}

function optionalString(value: JsonValue | undefined, malformed: () => DriftError): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw malformed();
  return value;
}
