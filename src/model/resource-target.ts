import type { ObservedValue } from "./observed-value.js";

/** A Terraform resource type name, such as `aws_security_group`. */
export type ResourceType = string;

/**
 * One fact that identifies a resource: any of `attributes` in its state equals any of `values`.
 *
 * @example `{ attributes: ["bucket", "id"], values: ["my-bucket"] }`
 */
export interface IdentityMatch {
  /** Top-level attribute names in the state. */
  readonly attributes: readonly string[];
  readonly values: readonly string[];
}

/** A Terraform type and a cloud identity: what a record says about which resource it touched. */
export interface ResourceRef {
  /** The Terraform types that it may be, the likeliest first. Never empty. */
  readonly types: readonly ResourceType[];
  /** All of these must hold (AND). Empty for a resource of which an account and region has only one. */
  readonly match: readonly IdentityMatch[];
  /** The cloud's id of it as far as the record tells, to show to people where no state has it. */
  readonly id?: string;
  readonly account?: string;
  /** Left out for a resource that is not bound to a region. */
  readonly region?: string;
}

/**
 * One change of one attribute, as the audit record tells it.
 *
 * `set`: the attribute at `path` now has `value` (`null`: it was unset). `added`, `removed`: `value` is an element that
 * came to or left the set, list or block at `path`.
 */
export interface ObservedChange {
  /**
   * Terraform's path inside the resource: `instance_class`, `versioning[0].enabled`, `tags.Name`, `tags["a.b"]`.
   */
  readonly path: string;
  readonly change: "set" | "added" | "removed";
  readonly value: ObservedValue;
}

/** What a call did to a resource. */
export type ChangeEffect = "create" | "update" | "delete";

/**
 * What one call did to one resource.
 *
 * Where Terraform models an aspect as a resource of its own (a bucket's policy, a security group's rule), the target is
 * that resource and `orElse` is the parent: the first one that a state manages is the one that drifted, and the only
 * one that is reported.
 */
export interface ResourceTarget {
  readonly ref: ResourceRef;
  readonly effect: ChangeEffect;
  /**
   * What is known of the attributes. Empty for an update of which the record tells nothing: the drift is `coarse`. A
   * create that meets a managed resource is compared like an update.
   */
  readonly changes: readonly ObservedChange[];
  /** The record changed more than `changes` tells, so that agreement of those proves nothing. @default false */
  readonly partial?: boolean;
  /** A weak guess: it may only ever give `coarse` drift on a managed resource. @default false */
  readonly lowConfidence?: boolean;
  /** The resource to judge where no state manages this one. */
  readonly orElse?: ResourceTarget;
}
