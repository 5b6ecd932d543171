import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface LockEntry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

const { packages } = JSON.parse(
  readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"),
) as {
  readonly packages: Readonly<Record<string, LockEntry>>;
};

/** Whether a package that another one asks for is in the lock file, beside it or further up. */
function isLocked(path: string, name: string): boolean {
  const inside = path === "" ? "" : `${path}/`;
  if (`${inside}node_modules/${name}` in packages) return true;
  if (path === "") return false;
  return isLocked(path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))), name);
}

test("the lock file has the binaries of every platform, so that npm ci works on all of them", () => {
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

test("the lock file names no registry", () => {
  expect(Object.values(packages).filter((entry) => entry.resolved !== undefined)).toEqual([]);
});
