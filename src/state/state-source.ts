import type { StateSnapshot } from "../model/managed-resource.js";

/** What {@link StateSource.read} is called with. */
export interface StateReadOptions {
  readonly signal?: AbortSignal;
  /** The version of the last good read; the source answers `unchanged` where it still is the current one. */
  readonly since?: string;
}

/** The version asked about is still the current one. */
export interface StateUnchanged {
  readonly status: "unchanged";
}

/** A whole state. */
export interface StateRead {
  readonly status: "snapshot";
  /** The backend's own version of it: an ETag, a generation, size and modification time. */
  readonly version: string;
  readonly workspace: string;
  /** The state file's bytes, or the decoded state. */
  readonly content: Uint8Array | StateSnapshot;
}

/**
 * A place where a state lies, read and never written or locked.
 *
 * `read` rejects with a `DriftError` of stage `state` that says what to do.
 */
export interface StateSource {
  /** What it is, for people: `terraform.tfstate`, `s3://bucket/key`. */
  readonly name: string;
  read(options?: StateReadOptions): Promise<StateRead | StateUnchanged>;
  /** Yields whenever the state may have changed, until the signal aborts. */
  watch?(options: { readonly signal: AbortSignal }): AsyncIterable<void>;
}
