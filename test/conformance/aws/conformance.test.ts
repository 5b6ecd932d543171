import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { StateResource } from "../../support/aws-state.js";
import { type Call, judgeCalls } from "../../support/judge-record.js";

const ROOT = new URL(".", import.meta.url);

/** Calls as CloudTrail records them, the resources of a state, and the exact drift that must come of it. */
const cases = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

function read<T>(name: string, file: string): T {
  return JSON.parse(readFileSync(new URL(`${name}/${file}.json`, ROOT), "utf8")) as T;
}

describe("the whole AWS pipeline", () => {
  it.each(cases)("%s", async (name) => {
    const judged = await judgeCalls(
      read<readonly Call[]>(name, "calls"),
      read<readonly StateResource[]>(name, "state"),
    );
    expect({ outcome: judged.outcome, drifts: judged.drifts }).toEqual(read(name, "drift"));
  });

  it("never shows a declared secret", async () => {
    for (const name of cases) {
      const judged = await judgeCalls(
        read<readonly Call[]>(name, "calls"),
        read<readonly StateResource[]>(name, "state"),
      );
      expect(JSON.stringify(judged.events)).not.toMatch(/"declared"[,}\]]|c2VjcmV0/);
    }
  });
});
