import { defineConfig } from "vitest/config";

import { reporters } from "./support/reporters.js";

const src = new URL("../src/", import.meta.url).pathname;

export default defineConfig({
  // The examples import the package by its name, as a host does.
  resolve: {
    alias: [
      { find: /^tfdrift-falco$/, replacement: `${src}index.ts` },
      { find: /^tfdrift-falco\/(.+)$/, replacement: `${src}$1/index.ts` },
    ],
  },
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/package/**"],
    testTimeout: 60_000,
    reporters: reporters("unit"),
    typecheck: {
      enabled: true,
      include: ["test/types/**/*.test-d.ts"],
      tsconfig: "test/tsconfig.json",
    },
    coverage: { include: ["src/**"], exclude: ["src/gen/**"] },
  },
});
