import { stat } from "node:fs/promises";
import { join } from "node:path";

const DEFAULT_WORKSPACE = "default";
const STATE_FILE = "terraform.tfstate";
const WORKSPACES_FOLDER = "terraform.tfstate.d";
const WORKSPACE_FILE = /(?:^|[\\/])terraform\.tfstate\.d[\\/]([^\\/]+)[\\/]terraform\.tfstate$/;

/**
 * The state file that a path means: itself, or in a folder the one that Terraform's `local` backend keeps there for the
 * workspace. As relative or absolute as the path is.
 *
 * Source: Terraform 1.11 `internal/backend/local`.
 */
export async function stateFileOf(path: string, workspace: string | undefined): Promise<string> {
  if (!(await isFolder(path))) return path;
  if (workspace === undefined || workspace === DEFAULT_WORKSPACE) return join(path, STATE_FILE);
  return join(path, WORKSPACES_FOLDER, workspace, STATE_FILE);
}

/** The workspace that a state is of: as given, else as Terraform's folder layout tells, else `default`. */
export function workspaceOf(path: string, workspace: string | undefined): string {
  return workspace ?? WORKSPACE_FILE.exec(path)?.[1] ?? DEFAULT_WORKSPACE;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Whatever is wrong with the path shows when the file itself is read.
    return false;
  }
}
