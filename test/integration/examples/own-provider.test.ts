import { afterEach, describe, expect, it } from "vitest";

import { githubEngine } from "../../../examples/own-provider.js";
import type { DriftEngine, DriftEvent } from "../../../src/index.js";
import { state } from "../../support/aws-state.js";
import { tempFolder } from "../../support/temp-folder.js";

const folder = tempFolder();
const path = folder.write(
  "terraform.tfstate",
  state({
    resources: [
      {
        type: "github_repository",
        name: "site",
        provider: 'provider["registry.terraform.io/integrations/github"]',
        attributes: { id: "site", name: "site", full_name: "example/site", visibility: "private" },
      },
    ],
  }),
);

function message(action: string, fields: Record<string, string | null> = {}): Record<string, unknown> {
  return {
    hostname: "h",
    output: "GitHub",
    priority: "Notice",
    rule: "GitHub repository",
    source: "github",
    tags: [],
    time: "2026-03-01T12:00:00.000000000Z",
    output_fields: {
      "github.type": "repository",
      "github.action": action,
      "github.owner": "example",
      "github.repo.name": "site",
      "github.user": "alice",
      ...fields,
    },
  };
}

describe("the example of a provider of one's own", () => {
  let engine: DriftEngine;
  afterEach(() => engine.close());

  it("finds the repository that was made public", async () => {
    engine = githubEngine(path);
    const events: DriftEvent[] = [];
    engine.on("drift", (event) => events.push(event));
    expect(await engine.process(message("publicized"))).toMatchObject({ outcome: "drift" });
    expect(events).toMatchObject([
      {
        type: "drift.detected",
        drift: {
          resource: { address: "github_repository.site" },
          differences: [
            { path: "visibility", declared: { value: "private" }, observed: { value: "public" } },
          ],
          actor: { name: "alice" },
        },
      },
    ]);
    expect(await engine.process(message("publicized"))).toMatchObject({ outcome: "duplicate" });
  });

  it.each([
    ["a push", message("pushed", { "github.type": "push" }), { outcome: "skipped", reason: "data_plane" }],
    ["what agrees", message("privatized"), { outcome: "clean", reason: "matches_state" }],
    ["an action that it does not know", message("starred"), { outcome: "skipped", reason: "unmapped" }],
    [
      "a rule that names too little",
      message("publicized", { "github.owner": null }),
      { outcome: "rejected", reason: "missing_field" },
    ],
    ["a deletion", message("deleted"), { outcome: "drift" }],
  ])("gives %s its outcome", async (_, alert, expected) => {
    engine = githubEngine(path);
    expect(await engine.process(alert)).toMatchObject(expected);
  });
});
