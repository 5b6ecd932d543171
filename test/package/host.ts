import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";

/** The installed package's folder. */
export function installed(): string {
  return path.join(inject("project"), "node_modules", "tfdrift-falco");
}

/** The subpaths of the exports map that hold code: `.`, `./falco/grpc` and so on. */
export function subpaths(): readonly string[] {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as {
    exports: Record<string, unknown>;
  };
  return Object.keys(exports).filter((name) => name !== "./package.json");
}

/** Runs code of a host in the project and returns what it printed, parsed. */
export function runHost(kind: "module" | "commonjs", code: string): unknown {
  const result = spawnSync(process.execPath, [`--input-type=${kind}`, "-e", code], {
    cwd: inject("project"),
    encoding: "utf8",
    timeout: 30_000,
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout);
}

/** The folders below `src/` that have an `index.ts`, as subpaths. */
export function indexFolders(): readonly string[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "index.ts")
    .map((file) => path.dirname(file))
    .map((folder) => (folder === "." ? "." : `./${folder.split(path.sep).join("/")}`));
}
