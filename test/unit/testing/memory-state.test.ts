import { describe, expect, it } from "vitest";
import { DriftError } from "../../../src/model/drift-error.js";
import { memoryState } from "../../../src/testing/index.js";

describe("memoryState", () => {
  it("counts its reads, also those that answer unchanged or fail", async () => {
    const source = memoryState({ content: "{}", name: "s3://bucket/key", workspace: "prod" });
    expect(source.name).toBe("s3://bucket/key");
    expect(await source.read()).toMatchObject({ status: "snapshot", workspace: "prod", version: "1" });
    expect(await source.read({ since: "1" })).toEqual({ status: "unchanged" });
    const error = new DriftError("state_denied", "no; ask");
    source.fail(error);
    await expect(source.read({ since: "1" })).rejects.toBe(error);
    source.set("{}");
    expect(await source.read({ since: "1" })).toMatchObject({ status: "snapshot" });
    expect(source.reads).toBe(4);
  });

  it("hands out a decoded state as it is", async () => {
    const content = { lineage: "l", serial: 1, terraformVersion: "1.11.4", resources: [], deposed: [] };
    expect(await memoryState({ content }).read()).toMatchObject({ content });
  });

  it("wakes every watcher once for several changes at once", async () => {
    const source = memoryState({ content: "{}" });
    const controller = new AbortController();
    const watchers = [0, 1].map(() => source.watch({ signal: controller.signal })[Symbol.asyncIterator]());
    const woken = watchers.map((watcher) => watcher.next());
    source.set("1");
    source.set("2");
    expect(await Promise.all(woken)).toEqual([
      { done: false, value: undefined },
      { done: false, value: undefined },
    ]);
    const next = watchers.map((watcher) => watcher.next());
    controller.abort();
    expect((await Promise.all(next)).map(({ done }) => done)).toEqual([true, true]);
  });
});
