import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { indexFolders, installed, runHost, subpaths } from "./host.js";

/** Folders with an index that is not public: parts of the whole, reached through the root. */
const PRIVATE = /^\.\/(cli|model|engine|gen|internal)(\/|$)|^\.\/providers\/[^/]+\/tables$/;

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly tsup: { readonly dts: { readonly entry: readonly string[] } };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

function specifier(subpath: string): string {
  return `tfdrift-falco${subpath.slice(1)}`;
}

describe("the exports map", () => {
  it("names exactly the public folders that have an index", () => {
    const folders = indexFolders().filter((folder) => !PRIVATE.test(folder));
    expect([...subpaths()].sort()).toEqual([...folders].sort());
  });

  it("has types made for exactly its entries", () => {
    const entries = subpaths().map((subpath) => path.posix.join("src", subpath, "index.ts"));
    expect([...manifest.tsup.dts.entry].sort()).toEqual(entries.sort());
  });

  it("points to files that are in the package", () => {
    const files = JSON.stringify(manifest.exports).match(/\.\/dist\/[^"]+/g) ?? [];
    expect(files).toHaveLength(subpaths().length * 4);
    for (const file of files) expect(existsSync(path.join(installed(), file)), file).toBe(true);
  });

  it("keeps everything else private", () => {
    const code = `import("tfdrift-falco/internal/parse-json").then(() => console.log('"reached"'), (e) => console.log(JSON.stringify(e.code)))`;
    expect(runHost("module", code)).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });
});

describe.each(subpaths())("%s", (subpath) => {
  it("imports and requires, with the same names", () => {
    const name = JSON.stringify(specifier(subpath));
    const names =
      "console.log(JSON.stringify(Object.keys(m).filter((k) => k !== 'default' && k !== 'module.exports').sort()))";
    const imported = runHost("module", `import(${name}).then((m) => ${names})`);
    const required = runHost("commonjs", `const m = require(${name}); ${names}`);
    expect(imported).toEqual(required);
    expect(imported).not.toHaveLength(0);
  });

  it("prints nothing, and opens nothing that keeps a process alive, when it is imported", () => {
    const timersAndSockets = "/Timeout|Immediate|TCP|UDP|FSEvent|Worker|MessagePort/";
    const code = `import(${JSON.stringify(specifier(subpath))}).then(() => console.log(JSON.stringify(process.getActiveResourcesInfo().filter((r) => ${timersAndSockets}.test(r)))))`;
    expect(runHost("module", code)).toEqual([]);
  });
});

it("has nothing in the package but what a host needs", () => {
  for (const absent of ["src", "test", "docs", "node_modules", ".ci"]) {
    expect(existsSync(path.join(installed(), absent)), absent).toBe(false);
  }
  for (const present of ["LICENSE", "README.md", "CHANGELOG.md", "proto/falco/outputs.proto"]) {
    expect(existsSync(path.join(installed(), present)), present).toBe(true);
  }
});
