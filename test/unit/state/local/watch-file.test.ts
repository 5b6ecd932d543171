import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localState, machineTimers, type WatchTimers } from "../../../../src/state/local/index.js";
import { watchFile } from "../../../../src/state/local/watch-file.js";

/** Timers that go off when a test says so. */
function handTimers(): WatchTimers & { poll(): void; readonly running: number } {
  const polls = new Set<() => void>();
  const delays = new Set<() => void>();
  const keep = (set: Set<() => void>, callback: () => void): (() => void) => {
    set.add(callback);
    return () => set.delete(callback);
  };
  return {
    every: (_, callback) => keep(polls, callback),
    after: (_, callback) => keep(delays, callback),
    poll: () => {
      for (const callback of polls) callback();
    },
    get running() {
      return polls.size;
    },
  };
}

describe("a watch that polls", () => {
  let version = "1";
  const abort = (): AbortController => new AbortController();

  function watched(controller: AbortController, knownVersion?: string) {
    const timers = handTimers();
    let looks = 0;
    const currentVersion = async (): Promise<string> => {
      looks++;
      return version;
    };
    const { signal } = controller;
    const locate = async (): Promise<string> => "unused";
    const changes = watchFile({ signal, locate, currentVersion, knownVersion, notifications: false, timers });
    const looked = async (times: number): Promise<void> => {
      while (looks < times) await new Promise((resolve) => setImmediate(resolve));
    };
    return { timers, changes, looked };
  }

  beforeEach(() => {
    version = "1";
  });

  it("yields when the version is another, and not when it is the same", async () => {
    const controller = abort();
    const { timers, changes, looked } = watched(controller);
    let yields = 0;
    const consuming = (async () => {
      for await (const _ of changes) yields++;
    })();
    await looked(1);
    timers.poll();
    await looked(2);
    expect(yields).toBe(0);
    version = "2";
    timers.poll();
    await looked(4);
    expect(yields).toBe(1);
    version = "state_not_found";
    timers.poll();
    await looked(6);
    version = "2";
    timers.poll();
    await looked(8);
    expect(yields).toBe(3);
    controller.abort();
    await consuming;
    expect(timers.running).toBe(0);
  });

  it("yields at once where the file changed between the last read and the watch", async () => {
    const controller = abort();
    const { changes, timers } = watched(controller, "0");
    expect(await changes.next()).toEqual({ done: false, value: undefined });
    await changes.return();
    expect(timers.running).toBe(0);
  });

  it("ends at once, without a timer left, when the signal had aborted", async () => {
    const controller = abort();
    controller.abort();
    const { changes, timers } = watched(controller);
    expect((await changes.next()).done).toBe(true);
    expect(timers.running).toBe(0);
  });
});

describe("a watch that the file system notifies", () => {
  let folder: string;
  let file: string;
  let controller: AbortController;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "watch-file-"));
    file = join(folder, "infra", "terraform.tfstate");
    await mkdir(join(folder, "infra"));
    await writeFile(file, "one");
    controller = new AbortController();
  });
  afterEach(async () => {
    controller.abort();
    await rm(folder, { recursive: true, force: true });
  });

  /** Polls so rarely that only a notification can be what woke it. */
  async function changesOf(pollIntervalMs = 3_600_000): Promise<AsyncIterator<void>> {
    const source = localState({
      path: file,
      watch: { pollIntervalMs, debounceMs: 5, timers: machineTimers },
    });
    await source.read();
    const changes = source.watch?.({ signal: controller.signal })[Symbol.asyncIterator]();
    if (changes === undefined) throw new Error("no watch");
    return changes;
  }

  it("sees writing, atomic replacement, deletion and making anew", async () => {
    const changes = await changesOf();
    const steps = [
      () => writeFile(file, "longer than one"),
      () => writeFile(`${file}.tmp`, "two").then(() => rename(`${file}.tmp`, file)),
      () => rm(file),
      () => writeFile(file, "three"),
    ];
    for (const step of steps) {
      const change = changes.next();
      await step();
      expect((await change).done).toBe(false);
    }
    const end = changes.next();
    controller.abort();
    expect((await end).done).toBe(true);
  });

  it("follows into a folder that was deleted and made anew", async () => {
    const changes = await changesOf(20);
    const gone = changes.next();
    await rm(join(folder, "infra"), { recursive: true });
    expect((await gone).done).toBe(false);
    const back = changes.next();
    await mkdir(join(folder, "infra"));
    await writeFile(file, "four");
    expect((await back).done).toBe(false);
    const again = changes.next();
    await writeFile(file, "five, and longer");
    expect((await again).done).toBe(false);
  });
});
