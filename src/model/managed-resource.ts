import type { JsonObject } from "./json.js";
import type { ResourceType } from "./resource-target.js";

/** A step of the path to a value that the state marks as sensitive. */
export type AttributePathStep = string | number;

/** An instance in a state file, with its full address. */
export interface ManagedResource {
  /** The full address, as `terraform state list` prints it: `module.net.aws_security_group.web["a"]`. */
  readonly address: string;
  /** The module's address, absent for the root module. */
  readonly module?: string;
  readonly type: ResourceType;
  readonly name: string;
  /** The `count` index or the `for_each` key. */
  readonly indexKey?: string | number;
  /** The provider's full source address: `registry.terraform.io/hashicorp/aws`. */
  readonly provider: string;
  /** The provider configuration's alias, where it has one. */
  readonly providerAlias?: string;
  /** What Terraform last saw: the declared side of every comparison. Raw, so never shown unredacted. */
  readonly attributes: JsonObject;
  /** Paths that the state marks as sensitive. */
  readonly sensitivePaths: readonly (readonly AttributePathStep[])[];
  /** Addresses that it depends on (without instance keys, as the state has them). */
  readonly dependencies: readonly string[];
  readonly tainted: boolean;
  /** The key of a deposed object: the old one that `create_before_destroy` has yet to destroy. */
  readonly deposedKey?: string;
  /** The account, project or subscription that the attributes tell, where they do. */
  readonly account?: string;
  readonly region?: string;
}

/** Where a declared value comes from. */
export interface StateRef {
  /** The state source's name, such as `terraform.tfstate`. */
  readonly source: string;
  readonly workspace: string;
  readonly lineage: string;
  readonly serial: number;
}

/** One whole state, decoded. */
export interface StateSnapshot {
  readonly lineage: string;
  readonly serial: number;
  readonly terraformVersion: string;
  /** Managed, current objects. Data sources are not among them. */
  readonly resources: readonly ManagedResource[];
  /** Deposed objects, which share their address with a current one. */
  readonly deposed: readonly ManagedResource[];
}
