import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { formatOffset, temporaryPath } from "../../../../src/falco/file/offset-file.js";
import { OffsetWriter } from "../../../../src/falco/file/offset-writer.js";
import type { DriftError } from "../../../../src/index.js";
import { tempFolder } from "../../../support/temp-folder.js";
import { until } from "../../../support/until.js";

const folder = tempFolder();
let made = 0;

function setUp() {
  const offsetFile = path.join(folder.path, `${made++}.offset`);
  let timers: (() => void)[] = [];
  const failures: DriftError[] = [];
  const state = { offset: 0 };
  const writer = new OffsetWriter({
    offsetFile,
    intervalMs: 1000,
    timers: {
      every: () => () => {},
      after(delayMs, callback) {
        expect(delayMs).toBe(1000);
        timers.push(callback);
        return () => {
          timers = timers.filter((one) => one !== callback);
        };
      },
    },
    current: () => (state.offset === 0 ? { offset: 0 } : { ...FILE, offset: state.offset }),
    onFailure: (error) => failures.push(error),
  });
  return {
    offsetFile,
    writer,
    state,
    failures,
    timerCount: () => timers.length,
    fire: () => {
      for (const callback of timers.splice(0)) callback();
    },
    savedOffset: () => JSON.parse(readFileSync(offsetFile, "utf8")).offset as number,
  };
}

const FILE = { file: { device: "1", inode: "2", head: { bytes: 0, sha256: "0".repeat(64) } } };

describe("OffsetWriter", () => {
  it("saves at the start, and then once an interval however often it is touched", async () => {
    const one = setUp();
    expect(await one.writer.start()).toBeUndefined();
    expect(readFileSync(one.offsetFile, "utf8")).toBe(formatOffset({ offset: 0 }));
    for (let offset = 1; offset <= 100; offset++) {
      one.state.offset = offset;
      one.writer.touch();
    }
    expect(one.timerCount()).toBe(1);
    expect(one.savedOffset()).toBe(0);
    one.fire();
    await until(() => one.savedOffset() === 100);
    expect(one.timerCount()).toBe(0);
  });

  it("saves at the stop without waiting for the interval, and leaves no timer", async () => {
    const one = setUp();
    await one.writer.start();
    one.state.offset = 7;
    one.writer.touch();
    await one.writer.stop();
    expect(one.savedOffset()).toBe(7);
    expect(one.timerCount()).toBe(0);
  });

  it("saves outcomes that come after the stop, the last one too", async () => {
    const one = setUp();
    await one.writer.start();
    await one.writer.stop();
    for (let offset = 1; offset <= 50; offset++) {
      one.state.offset = offset;
      one.writer.touch();
    }
    await until(() => one.savedOffset() === 50);
    expect(one.timerCount()).toBe(0);
  });

  it("does not write what is written", async () => {
    const one = setUp();
    await one.writer.start();
    const before = statSync(one.offsetFile, { bigint: true });
    await one.writer.stop();
    expect(statSync(one.offsetFile, { bigint: true })).toMatchObject({ ino: before.ino });
  });

  it("says a run of failures once, tries again each interval, and saves when it works again", async () => {
    const one = setUp();
    await one.writer.start();
    mkdirSync(temporaryPath(one.offsetFile));
    one.state.offset = 5;
    one.writer.touch();
    for (let round = 0; round < 3; round++) {
      one.fire();
      await until(() => one.timerCount() === 1);
    }
    expect(one.failures.map(({ code }) => code)).toEqual(["offset_unwritable"]);
    rmSync(temporaryPath(one.offsetFile), { recursive: true });
    one.fire();
    await until(() => one.savedOffset() === 5);
    await one.writer.stop();
    expect(one.failures).toHaveLength(1);
  });

  it("gives what keeps the first save, and says nothing", async () => {
    const one = setUp();
    mkdirSync(temporaryPath(one.offsetFile));
    expect((await one.writer.start())?.code).toBe("offset_unwritable");
    expect(one.failures).toEqual([]);
  });
});
