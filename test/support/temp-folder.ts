import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

/** A folder for the tests of one file, removed after them. */
export interface TempFolder {
  readonly path: string;
  /** Writes a file and returns its path; makes the folders above it. */
  write(name: string, content: string | Uint8Array): string;
}

/** Makes a {@link TempFolder}. Call it at the top of a test file. */
export function tempFolder(): TempFolder {
  const folder = mkdtempSync(path.join(tmpdir(), "tfdrift-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: folder,
    write(name, content) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
  };
}
