import { assertNever } from "../internal/assert-never.js";
import { JsonParseError, parseJson } from "../internal/parse-json.js";
import { DriftError } from "../model/drift-error.js";
import type { JsonValue } from "../model/json.js";
import type { ManagedResource, StateSnapshot } from "../model/managed-resource.js";
import { decodeResource, malformedIn } from "./decode-resource.js";
import { readStateHeader } from "./state-header.js";
import { stateText } from "./state-text.js";

/** What {@link decodeState} is called with. */
export interface DecodeStateOptions {
  /** What the state is called in errors: its path or URL. */
  readonly name: string;
}

/**
 * Decodes a Terraform or OpenTofu state file of version 4. What cannot be read is an error, never an empty state, and no
 * error quotes what the state holds.
 *
 * Integers that a double would round are strings of their digits.
 *
 * Source: Terraform 1.11 `internal/states/statefile/version4.go`, OpenTofu 1.10 likewise.
 *
 * @throws {@link DriftError} `state_empty`, `state_malformed`, `state_version_unsupported`, `state_encrypted`, and
 * `state_unreadable` for one of more than half a gigabyte
 */
export function decodeState(content: Uint8Array | string, { name }: DecodeStateOptions): StateSnapshot {
  const header = readStateHeader(parseState(stateText(content, name), name), name);
  const malformed = malformedIn(name);
  const resources: ManagedResource[] = [];
  const deposed: ManagedResource[] = [];
  for (const [position, entry] of header.resources.entries()) {
    for (const resource of decodeResource(entry, position, malformed)) {
      (resource.deposedKey === undefined ? resources : deposed).push(resource);
    }
  }
  const { lineage, serial, terraformVersion } = header;
  return { lineage, serial, terraformVersion, resources, deposed };
}

function parseState(text: string, name: string): JsonValue {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonParseError)) throw error;
    throw unparsable(error.fault, name);
  }
}

function unparsable(fault: JsonParseError["fault"], name: string): DriftError {
  switch (fault) {
    case "truncated":
      return new DriftError(
        "state_malformed",
        `${name} ends in the middle; if it is being written, it will be whole at the next read, else restore it from its backup`,
        { retryable: true },
      );
    case "malformed":
      return new DriftError(
        "state_malformed",
        `${name} is not JSON, so not a state; give a state file, such as \`terraform state pull\` writes, or restore it from its backup`,
        { retryable: true },
      );
    case "too_deep":
      return new DriftError(
        "state_malformed",
        `${name} nests deeper than any state does; give a state file, such as \`terraform state pull\` writes`,
      );
    default:
      return assertNever(fault);
  }
}
