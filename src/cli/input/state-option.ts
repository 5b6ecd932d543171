import type { StateSource } from "../../index.js";
import { localState } from "../../state/local/index.js";
import { notYet, usageError } from "../usage-error.js";

/** A URL's scheme: what the backends of later versions are named by. */
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;

/**
 * The states that `--state` names: paths of state files, in the order given.
 *
 * @throws DriftError `invalid_option` where there is none, or one that is no path
 */
export function stateSources(states: readonly string[]): readonly StateSource[] {
  if (states.length === 0) throw usageError("--state is missing; give the path of a state file");
  return states.map((state) => {
    const scheme = SCHEME.exec(state)?.[1];
    if (scheme !== undefined) {
      throw notYet(
        `reading state from ${scheme.toLowerCase()}://`,
        "--state takes the path of a local state file, such as one written by `terraform state pull`",
      );
    }
    if (state === "") throw usageError("--state is empty; give the path of a state file");
    return localState({ path: state });
  });
}
