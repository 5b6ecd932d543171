import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

import { installed, runHost } from "./host.js";

/** All that an ES module reaches by static and dynamic imports: files of the package, and other packages by name. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(file, "utf8");
  for (const [, from] of code.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*"([^"\n]+)"/g)) {
    if (from?.startsWith(".")) reached(path.join(path.dirname(file), from), seen);
    else if (from !== undefined) seen.add(from);
  }
  return seen;
}

it("reaches no gRPC, no protobuf and no generated schema from the root as an ES module", () => {
  const all = [...reached(path.join(installed(), "dist/index.js"))];
  const packages = all.filter((one) => !path.isAbsolute(one) && !one.startsWith("node:"));
  expect(packages).toEqual(["eventemitter3"]);
  const code = all.filter((one) => path.isAbsolute(one)).map((one) => readFileSync(one, "utf8"));
  expect(code.length).toBeGreaterThan(10);
  expect(code.filter((one) => one.includes("src/gen/"))).toEqual([]);
});

it("reaches them from the gRPC transport, which shows that the test above can fail", () => {
  const all = [...reached(path.join(installed(), "dist/falco/grpc/index.js"))];
  expect(all).toContain("@grpc/grpc-js");
});

it("loads no gRPC and no protobuf when CommonJS requires the root", () => {
  const code = `require("tfdrift-falco"); console.log(JSON.stringify(Object.keys(require.cache)))`;
  const loaded = runHost("commonjs", code) as string[];
  expect(loaded.length).toBeGreaterThan(10);
  expect(loaded.filter((file) => /@grpc|@bufbuild|@connectrpc/.test(file))).toEqual([]);
});
