import { defineConfig } from "vitest/config";

import { reporters } from "./support/reporters.js";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/package/**"],
    testTimeout: 20_000,
    reporters: reporters("unit"),
    typecheck: {
      enabled: true,
      include: ["test/types/**/*.test-d.ts"],
      tsconfig: "test/tsconfig.json",
    },
    coverage: { include: ["src/**"], exclude: ["src/gen/**"] },
  },
});
