// The arrows of the architecture (docs/architecture.md): what may import what.
const GENERATED = "^src/gen/";
const IMPLEMENTATIONS = "^src/(falco|providers|state|sinks)/[^/]+/";

/** One rule for each family of sibling implementations. */
function siblings(family) {
  return {
    name: `no-sibling-imports-in-${family}`,
    comment: `The folders in src/${family} never import each other; what they share lies above them.`,
    severity: "error",
    from: { path: `^src/${family}/([^/]+)/` },
    to: { path: `^src/${family}/[^/]+/`, pathNot: `^src/${family}/$1/` },
  };
}

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "model-stands-alone",
      comment: "The vocabulary imports nothing outside src/model, no package and no built-in either.",
      severity: "error",
      from: { path: "^src/model/" },
      to: { pathNot: "^src/model/" },
    },
    siblings("falco"),
    siblings("providers"),
    siblings("state"),
    siblings("sinks"),
    {
      name: "contracts-know-no-implementation",
      comment:
        "The files at the top of falco, providers, state and sinks import none of the folders below them.",
      severity: "error",
      from: { path: "^src/(falco|providers|state|sinks)/[^/]+\\.ts$" },
      to: { path: IMPLEMENTATIONS },
    },
    {
      name: "contracts-know-no-engine",
      severity: "error",
      from: { path: "^src/(falco|providers|state|sinks)/" },
      to: { path: "^src/(engine/|index\\.ts$)" },
    },
    {
      name: "engine-knows-contracts-only",
      comment: "The engine imports the model, the contracts, internal helpers, and eventemitter3.",
      severity: "error",
      from: { path: "^src/engine/" },
      to: {
        pathNot: [
          "^src/(model|engine|internal)/",
          "^src/(falco|providers|state|sinks)/[^/]+\\.ts$",
          "(^|/)eventemitter3(/|$)",
        ],
        dependencyTypesNot: ["core"],
      },
    },
    {
      name: "internal-stands-below",
      comment: "Small helpers know the model at most.",
      severity: "error",
      from: { path: "^src/internal/" },
      to: { path: "^src/", pathNot: "^src/(internal|model)/" },
    },
    {
      name: "root-is-light",
      comment: "Who imports the root gets no gRPC, no generated schema, no command and no test double.",
      severity: "error",
      from: { path: "^src/index\\.ts$" },
      to: {
        path: ["(^|/)@grpc/", "(^|/)@bufbuild/", "(^|/)@connectrpc/", GENERATED, "^src/(cli|testing)/"],
        reachable: true,
      },
    },
    {
      name: "root-knows-no-implementation",
      severity: "error",
      from: { path: "^src/index\\.ts$" },
      to: { path: IMPLEMENTATIONS, reachable: true },
    },
    {
      name: "nothing-imports-cli",
      severity: "error",
      from: { pathNot: "^src/cli/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "only-doubles-for-testing",
      comment: "src/testing is for the tests of hosts; of our own code only the demo uses it.",
      severity: "error",
      from: { pathNot: "^src/(testing|cli)/" },
      to: { path: "^src/testing/" },
    },
    {
      name: "generated-schema-stays-with-grpc",
      severity: "error",
      from: { pathNot: "^src/(gen|falco/grpc|testing)/" },
      to: { path: GENERATED },
    },
    {
      name: "no-dev-dependencies",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
