import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A project in a temporary folder that has the packed tarball installed. */
    readonly project: string;
  }
}

/** Packs the package as it would be published and installs the tarball, once for all the package tests. */
export default function installPackage({ provide }: TestProject): () => void {
  if (!existsSync("dist/index.js")) throw new Error("dist/ is not there; run `npm run build` first");
  const project = mkdtempSync(path.join(tmpdir(), "tfdrift-package-"));
  const packed = npm(["pack", "--json", "--ignore-scripts", "--pack-destination", project], process.cwd());
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  writeFileSync(path.join(project, "package.json"), '{"name": "host", "version": "1.0.0", "private": true}');
  npm(["install", "--no-audit", "--no-fund", "--prefer-offline", `./${filename}`], project);
  provide("project", project);
  return () => rmSync(project, { recursive: true, force: true });
}

function npm(args: readonly string[], cwd: string): string {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}
