import { expect, it } from "vitest";

import { runHost } from "./host.js";

const BOTH = `
  import { createRequire } from "node:module";
  import * as esm from "tfdrift-falco";
  import { localState } from "tfdrift-falco/state/local";
  const require = createRequire(process.cwd() + "/host.js");
  const cjs = require("tfdrift-falco");
`;

it("recognises an error of the other copy, where instanceof does not", () => {
  const code = `${BOTH}
    const error = new esm.DriftError("invalid_option", "wrong; right it");
    console.log(JSON.stringify([error instanceof cjs.DriftError, cjs.isDriftError(error), cjs.isDriftError(error, "invalid_option"),
      cjs.isDriftError(error, "internal"), esm.isDriftError(new cjs.DriftError("internal", "x; y")), cjs.isDriftError(new Error("x"))]));
  `;
  expect(runHost("module", code)).toEqual([false, true, true, false, true, false]);
});

it("recognises the error of a subpath in the same format, and in the other", () => {
  const code = `${BOTH}
    const cjsLocal = require("tfdrift-falco/state/local");
    const failure = async (source) => source.read().then(() => undefined, (error) => error);
    const one = await failure(localState({ path: "nowhere.tfstate" }));
    const two = await failure(cjsLocal.localState({ path: "nowhere.tfstate" }));
    console.log(JSON.stringify([one instanceof esm.DriftError, two instanceof cjs.DriftError, cjs.isDriftError(one, "state_not_found"),
      esm.isDriftError(two, "state_not_found")]));
  `;
  expect(runHost("module", code)).toEqual([true, true, true, true]);
});

it("lets the engine of one copy work with the parts of the other", () => {
  const code = `${BOTH}
    import { writeFileSync } from "node:fs";
    writeFileSync("empty.tfstate", JSON.stringify({ version: 4, terraform_version: "1.11.4", serial: 1, lineage: "l", outputs: {}, resources: [] }));
    const { aws } = require("tfdrift-falco/providers/aws");
    const engine = new esm.DriftEngine({ providers: [aws()], state: [require("tfdrift-falco/state/local").localState({ path: "empty.tfstate" })] });
    const outcome = await engine.process({ rule: "r", priority: "Notice", source: "syscall", time: "2026-03-01T12:00:00.000000000Z", output: "o", output_fields: {} });
    await engine.close();
    console.log(JSON.stringify(outcome.outcome + ": " + outcome.reason));
  `;
  expect(runHost("module", code)).toBe("skipped: other_source");
});
