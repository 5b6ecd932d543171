import { DriftError } from "../model/drift-error.js";
import type { JsonArray, JsonObject, JsonValue } from "../model/json.js";
import { isJsonObject } from "../model/json.js";

/** The top of a state of version 4, checked. */
export interface StateHeader {
  readonly lineage: string;
  readonly serial: number;
  readonly terraformVersion: string;
  readonly resources: JsonArray;
}

/**
 * Makes sure that a JSON value is a state of version 4, and says what it is instead where it is not.
 *
 * @throws {@link DriftError} `state_encrypted`, `state_version_unsupported`, `state_malformed`
 */
export function readStateHeader(value: JsonValue, name: string): StateHeader {
  if (!isJsonObject(value)) throw noState(name, "holds JSON that is not an object");
  if (isEncrypted(value)) {
    throw new DriftError(
      "state_encrypted",
      `${name} is a state that OpenTofu has encrypted; write a readable copy with \`tofu state pull\` and give that`,
    );
  }
  rejectLookAlikes(value, name);
  checkVersion(value.version, name);
  if (!Array.isArray(value.resources)) throw noState(name, "has no list of resources");
  return {
    lineage: typeof value.lineage === "string" ? value.lineage : "",
    serial: serialOf(value.serial),
    terraformVersion: typeof value.terraform_version === "string" ? value.terraform_version : "",
    resources: value.resources,
  };
}

/** Source: OpenTofu 1.7 and later, `internal/encryption/base.go`. */
function isEncrypted(value: JsonObject): boolean {
  return value.encryption_version !== undefined || value.encrypted_data !== undefined;
}

function rejectLookAlikes(value: JsonObject, name: string): void {
  if (isJsonObject(value.backend) && !Array.isArray(value.resources)) {
    throw noState(name, "is Terraform's note of where a remote state lies (`.terraform/terraform.tfstate`)");
  }
  if (typeof value.format_version === "string") {
    throw noState(name, "is the output of `terraform show -json`");
  }
  if (value.version === undefined) throw noState(name, "is JSON without a state's `version`");
}

function checkVersion(version: JsonValue | undefined, name: string): void {
  if (version === 4) return;
  if (version === 1 || version === 2 || version === 3) {
    throw new DriftError(
      "state_version_unsupported",
      `${name} is a state of version ${version}, from Terraform 0.11 or older; upgrade it with a current Terraform ` +
        "(`terraform init -upgrade`, then `terraform apply -refresh-only`), or give a copy upgraded that way",
    );
  }
  if (typeof version === "number" && Number.isInteger(version) && version > 4) {
    throw new DriftError(
      "state_version_unsupported",
      `${name} is a state of version ${version}, newer than the version 4 that is read here; update tfdrift-falco`,
    );
  }
  throw noState(name, "has a `version` that no state has");
}

/** A serial of 2^53 or more arrives as digits; rounded it still tells one state from the next closely enough. */
function serialOf(serial: JsonValue | undefined): number {
  const number = typeof serial === "number" || typeof serial === "string" ? Number(serial) : 0;
  return Number.isFinite(number) ? number : 0;
}

function noState(name: string, what: string): DriftError {
  return new DriftError(
    "state_malformed",
    `${name} ${what}, not a state; give a Terraform or OpenTofu state file, such as \`terraform state pull\` writes`,
  );
}
