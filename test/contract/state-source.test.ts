import { mkdtemp, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DriftError } from "../../src/model/drift-error.js";
import { localState } from "../../src/state/local/index.js";
import { memoryState, type StateSourceHarness, stateSourceContract } from "../../src/testing/index.js";

async function localHarness(content: string, replace: boolean): Promise<StateSourceHarness> {
  const folder = await mkdtemp(join(tmpdir(), "state-source-"));
  const path = join(folder, "terraform.tfstate");
  let seconds = Date.UTC(2026, 2, 1) / 1000;
  // A second apart, since a file system's clock may tick too slowly to tell two writes of a test from each other.
  const put = async (target: string, text: string): Promise<void> => {
    await writeFile(target, text);
    seconds++;
    await utimes(target, seconds, seconds);
  };
  await put(path, content);
  return {
    source: localState({ path }),
    write: async (next) => {
      if (!replace) return put(path, next);
      await put(`${path}.new`, next);
      await rename(`${path}.new`, path);
    },
    remove: () => rm(path),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function memoryHarness(content: string): Promise<StateSourceHarness> {
  const source = memoryState({ content });
  return {
    source,
    write: async (next) => source.set(next),
    remove: async () => source.fail(new DriftError("state_not_found", "the state is gone; put it back")),
  };
}

const subjects: readonly [string, (content: string) => Promise<StateSourceHarness>][] = [
  ["localState over a file written in place", (content) => localHarness(content, false)],
  ["localState over a file replaced by renaming", (content) => localHarness(content, true)],
  ["memoryState", memoryHarness],
];

describe.each(subjects)("the contract of state sources: %s", (_, make) => {
  for (const { name, run } of stateSourceContract({ make })) it(name, run);
});

describe("the contract suite itself", () => {
  const failures = async (
    make: (content: string) => Promise<StateSourceHarness>,
  ): Promise<readonly string[]> => {
    const names: string[] = [];
    for (const { name, run } of stateSourceContract({ make, watchTimeoutMs: 20 }))
      await run().catch(() => names.push(name));
    return names;
  };

  it("finds a source that never says unchanged", async () => {
    const broken = async (content: string): Promise<StateSourceHarness> => {
      const harness = await memoryHarness(content);
      const { source } = harness;
      return { ...harness, source: { name: "broken", read: () => source.read() } };
    };
    expect(await failures(broken)).toContain("answers unchanged when asked about the current version");
  });

  it("finds a source that makes an empty state of a missing one, and one whose watch is deaf", async () => {
    const broken = async (content: string): Promise<StateSourceHarness> => {
      const harness = await memoryHarness(content);
      const { source } = harness;
      const empty = { lineage: "", serial: 1, terraformVersion: "", resources: [], deposed: [] };
      return {
        ...harness,
        source: {
          name: "broken",
          read: (options) =>
            source
              .read(options)
              .catch(() => ({ status: "snapshot", version: "0", workspace: "w", content: empty })),
          watch: async function* () {},
        },
      };
    };
    expect(await failures(broken)).toEqual([
      "rejects with an error of stage state where there is no state, and reads it once it is back",
      "rejects when the signal has aborted",
      "a watch tells of every state that replaces another, and ends when the signal aborts",
    ]);
  });
});
