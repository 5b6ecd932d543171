import { DriftError, isDriftError } from "../../model/drift-error.js";

/** What is wrong with Falco's file, and what to do. All of it may mend itself. */
export function fileError(path: string, cause: unknown): DriftError {
  if (isDriftError(cause)) return cause;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
  const message =
    code === "EACCES" || code === "EPERM"
      ? `${path} may not be read by this user (${code}); give it read permission for the file and search permission for ` +
        "its folders, also for the files that rotation makes. It is tried again"
      : `${path} cannot be read (${code}); give the regular file that Falco's file_output writes. It is tried again`;
  return new DriftError("source_unreadable", message, { retryable: true, cause });
}

/** Falco makes the file at its first alert, so that it need not be there yet; nor need it come where the path is wrong. */
export function fileMissing(path: string): DriftError {
  return new DriftError(
    "source_unreadable",
    `${path} does not exist yet; it is read as soon as it does. If Falco has written alerts, compare the path with ` +
      "file_output.filename in falco.yaml",
    { retryable: true },
  );
}
