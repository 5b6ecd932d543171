import { defineConfig } from "vitest/config";

import { reporters } from "./support/reporters.js";

/** The tests of the packed tarball. They need a finished `npm run build`, and are slow, so they run by themselves. */
export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["test/package/**/*.test.ts"],
    globalSetup: ["test/package/installed-package.ts"],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    reporters: reporters("package"),
  },
});
