// What an import may cost, compressed with brotli. Measured on dist/ by `npm run size`.
const DEPENDENCIES = ["@bufbuild/protobuf", "@bufbuild/protobuf/*", "@grpc/grpc-js"];

function entry(name, path, limit, options = {}) {
  return {
    name,
    path,
    limit,
    import: "*",
    // Everything here runs on Node, so built-in modules are no weight.
    modifyEsbuildConfig: (config) => ({ ...config, platform: "node", logLevel: "error" }),
    ...options,
  };
}

module.exports = [
  entry("one helper from the root", "dist/index.js", "0.3 kB", { import: "{ isDriftError }" }),
  entry("the whole root", "dist/index.js", "24 kB"),
  entry("providers/aws, nearly all of it tables", "dist/providers/aws/index.js", "120 kB"),
  entry("falco/grpc without its dependencies", "dist/falco/grpc/index.js", "6 kB", { ignore: DEPENDENCIES }),
  entry("falco/file", "dist/falco/file/index.js", "8 kB"),
  entry("falco/http", "dist/falco/http/index.js", "9 kB"),
  entry("falco/lines", "dist/falco/lines/index.js", "4 kB"),
  entry("state/local", "dist/state/local/index.js", "4 kB"),
];
