import { DriftError, isDriftError } from "../../model/drift-error.js";

/** What is wrong with a state file that the file system will not give, and what to do. */
export function fileError(error: unknown, path: string): DriftError {
  if (isDriftError(error)) return error;
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case "ENOENT":
    case "ENOTDIR":
      return new DriftError(
        "state_not_found",
        `${path} does not exist; check the path (a relative one starts at the working directory) and the workspace, or ` +
          "write a copy of a remote state with `terraform state pull`",
        { retryable: true, cause: error },
      );
    case "EACCES":
    case "EPERM":
      return new DriftError(
        "state_denied",
        `${path} may not be read by this user; give it read permission for the file and search permission for its folders`,
        { cause: error },
      );
    default:
      return new DriftError(
        "state_unreadable",
        `${path} cannot be read; see the cause, and check the file system`,
        {
          retryable: true,
          cause: error,
        },
      );
  }
}
