import { DriftError } from "../model/drift-error.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { ManagedResource } from "../model/managed-resource.js";
import { instanceAddress } from "./address.js";
import { nestFlatAttributes } from "./flat-attributes.js";
import { parseProviderAddress } from "./provider-address.js";
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
  const parts = { type, name, provider: entry.provider, ...(module && { module }) };
  return instances.map((instance, index) => {
    if (!isJsonObject(instance)) throw malformed(`${place}.instances[${index}]`);
    return decodeInstance(parts, instance, () => malformed(`${place}.instances[${index}]`));
  });
}

interface ResourceParts {
  readonly module?: string;
  readonly type: string;
  readonly name: string;
  readonly provider: JsonValue | undefined;
}

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
  const providerText = instance.provider ?? parts.provider;
  const provider = parseProviderAddress(typeof providerText === "string" ? providerText : "");
  return {
    address: instanceAddress({ module, type, name, indexKey }),
    ...(module !== undefined && { module }),
    type,
    name,
    ...(indexKey !== undefined && { indexKey }),
    provider: provider.source,
    ...(provider.alias !== undefined && { providerAlias: provider.alias }),
    attributes,
    sensitivePaths: parseSensitivePaths(instance.sensitive_attributes),
    dependencies: Array.isArray(instance.dependencies)
      ? instance.dependencies.filter((item) => typeof item === "string")
      : [],
    tainted: instance.status === "tainted",
    ...(deposedKey && { deposedKey }),
    ...resourceScope(type, attributes),
  };
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
