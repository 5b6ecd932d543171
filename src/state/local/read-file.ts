import type { BigIntStats } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { DriftError } from "../../model/drift-error.js";
import { fileError } from "./file-error.js";

/** How often a file that changes while it is read is read again before giving up. */
const ATTEMPTS = 5;
const RETRY_DELAY_MS = 20;

/** A file's content, whole, with the version that it is of. */
export interface FileRead {
  readonly version: string;
  readonly content: Uint8Array;
}

/** What {@link readStable} is called with. */
export interface ReadStableOptions {
  readonly signal?: AbortSignal | undefined;
  /** The version that need not be read again. */
  readonly since?: string | undefined;
}

/**
 * The version of the file as it lies there now: it changes with every write, but for one of the same size within the
 * same tick of the file system's clock (milliseconds on Linux), and with the file's name or owner.
 */
export async function fileVersion(path: string): Promise<string> {
  return versionOf(await stat(path, { bigint: true }));
}

/**
 * Reads a whole file such that nobody wrote to it meanwhile; `undefined` where it still is of the version `since`.
 *
 * @throws DriftError of stage `state`; the signal's reason when it aborts
 */
export async function readStable(path: string, options: ReadStableOptions): Promise<FileRead | undefined> {
  const { signal, since } = options;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    signal?.throwIfAborted();
    try {
      const before = await stat(path, { bigint: true });
      if (!before.isFile()) throw notAFile(path);
      const version = versionOf(before);
      if (version === since) return undefined;
      const content = await readFile(path, signal === undefined ? {} : { signal });
      if ((await fileVersion(path)) === version) return { version, content };
    } catch (error) {
      signal?.throwIfAborted();
      throw fileError(error, path);
    }
    await wait(RETRY_DELAY_MS, undefined, signal === undefined ? {} : { signal });
  }
  throw new DriftError(
    "state_unreadable",
    `${path} was written to at every one of ${ATTEMPTS} attempts to read it; it is read again when it rests`,
    { retryable: true },
  );
}

function versionOf({ mtimeNs, ctimeNs, size, ino }: BigIntStats): string {
  return [mtimeNs, ctimeNs, size, ino].map((part) => part.toString(36)).join("-");
}

function notAFile(path: string): DriftError {
  return new DriftError(
    "state_unreadable",
    `${path} is not a regular file; write the state to one with \`terraform state pull\` and give its path`,
  );
}
