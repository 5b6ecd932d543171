import { DriftError } from "../../model/drift-error.js";
import type { StateSource } from "../state-source.js";
import { fileError } from "./file-error.js";
import { fileVersion, readStable } from "./read-file.js";
import { stateFileOf, workspaceOf } from "./state-location.js";
import { type LocalWatchOptions, watchFile } from "./watch-file.js";

/** What {@link localState} is made of. */
export interface LocalStateOptions {
  /** A state file, or the folder of a configuration whose state lies in it. */
  readonly path: string;
  /** The workspace, by which the file is found where `path` is a folder. @default "default" */
  readonly workspace?: string;
  /** What the source is called. @default the path, as given */
  readonly name?: string;
  /** How to watch for changes; `false` for not at all. @default true */
  readonly watch?: boolean | LocalWatchOptions;
}

/**
 * A state in a local file, read and never written or locked.
 *
 * @throws {@link DriftError} `invalid_option` for an empty path
 *
 * @example `localState({ path: "terraform.tfstate" })`, `localState({ path: "infra", workspace: "prod" })`
 */
export function localState(options: LocalStateOptions): StateSource {
  const { path, workspace, name = path, watch = true } = options;
  if (path === "") {
    throw new DriftError("invalid_option", "localState has an empty `path`; give the path of a state file", {
      fault: "caller",
    });
  }
  const locate = (): Promise<string> => stateFileOf(path, workspace);
  const currentVersion = async (): Promise<string> => {
    const file = await locate();
    try {
      return await fileVersion(file);
    } catch (error) {
      return fileError(error, file).code;
    }
  };
  let lastRead: string | undefined;

  const source: StateSource = {
    name,
    async read({ signal, since } = {}) {
      signal?.throwIfAborted();
      const file = await locate();
      const read = await readStable(file, { signal, since });
      lastRead = read?.version ?? since;
      if (read === undefined) return { status: "unchanged" };
      return { status: "snapshot", workspace: workspaceOf(path, workspace), ...read };
    },
  };
  if (watch === false) return source;
  const watchOptions = watch === true ? {} : watch;
  return {
    ...source,
    watch: ({ signal }) =>
      watchFile({ ...watchOptions, signal, locate, currentVersion, knownVersion: lastRead }),
  };
}
