import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, readFileSync, renameSync, truncateSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { appendAlerts, numbers } from "../../../support/alert-file.js";
import { tempFolder } from "../../../support/temp-folder.js";
import { until } from "../../../support/until.js";

const FOLLOW = fileURLToPath(new URL("../../../fixtures/falco-file/follow.ts", import.meta.url));
const folder = tempFolder();
let child: ChildProcess | undefined;

afterEach(() => child?.kill("SIGKILL"));

interface Run {
  readonly numbers: readonly number[];
  readonly signals: readonly string[];
}

function runsOf(log: string): Run[] {
  if (!existsSync(log)) return [];
  const runs = readFileSync(log, "utf8").split("run\n").slice(1);
  return runs.map((run) => {
    const lines = run.split("\n").filter((line) => line !== "");
    const isNumber = (line: string): boolean => /^\d+$/.test(line);
    return {
      numbers: lines.filter(isNumber).map(Number),
      signals: lines.filter((line) => !isNumber(line)),
    };
  });
}

/** Numbers from 0 up to 1 that are the same in every run of the test. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** Rotates as logrotate does, one way or the other. Nothing is written in between. */
function rotate(file: string, rotations: number, truncating: boolean): void {
  const rotated = `${file}-202603${String(rotations + 1).padStart(2, "0")}`;
  if (truncating) {
    copyFileSync(file, rotated);
    truncateSync(file);
  } else {
    renameSync(file, rotated);
  }
}

it.each([
  ["without rotation", "never"],
  ["with rotation by renaming", "rename"],
  ["with copytruncate", "truncate"],
] as const)(
  "every alert is delivered at least once, however often the process is killed, %s",
  { timeout: 90_000 },
  async (_name, rotation) => {
    const random = seeded(rotation.length);
    const file = path.join(folder.path, `${rotation}.json`);
    const offsetFile = path.join(folder.path, `${rotation}.offset`);
    const log = path.join(folder.path, `${rotation}.log`);
    const kills = 6;
    let written = 0;
    const write = (count: number): void => {
      appendAlerts(file, written, written + count);
      written += count;
    };
    for (let round = 0; round < kills; round++) {
      write(200);
      const process = start(file, offsetFile, log);
      // Some are written and rotated while the process reads, some while it is away.
      await deliveredInRun(log, round, 1);
      const savedAtFirst = readFileSync(offsetFile, "utf8");
      await deliveredInRun(log, round, Math.floor(random() * 100));
      write(100);
      if (rotation !== "never" && random() < 0.5) rotate(file, round, rotation === "truncate");
      write(50);
      await deliveredInRun(log, round, 100 + Math.floor(random() * 200));
      await until(() => readFileSync(offsetFile, "utf8") !== savedAtFirst);
      process.kill("SIGKILL");
      await once(process, "exit");
      write(30);
      if (rotation !== "never" && random() < 0.7) rotate(file, round + kills, rotation === "truncate");
    }
    write(10);
    const last = start(file, offsetFile, log);
    await until(() => runsOf(log).some((run) => run.numbers.at(-1) === written - 1));
    last.kill("SIGTERM");
    expect(await once(last, "exit")).toEqual([0, null]);
    const runs = runsOf(log);
    expect(runs).toHaveLength(kills + 1);
    expect([...new Set(runs.flatMap((run) => run.numbers))].sort((a, b) => a - b)).toEqual(
      numbers(0, written),
    );
    expect(runs.flatMap((run) => run.signals)).toEqual([]);
    // And a start does not begin anew: each is further than the one before.
    const starts = runs.map((run) => run.numbers[0] ?? -1);
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
  },
);

it("keeps its process alive while it waits, and lets it end once it is aborted", {
  timeout: 30_000,
}, async () => {
  const file = path.join(folder.path, "idle.json");
  const log = path.join(folder.path, "idle.log");
  const process = start(file, path.join(folder.path, "idle.offset"), log);
  await until(() => runsOf(log)[0]?.signals.includes("connection.changed") === true);
  appendAlerts(file, 0, 1);
  await until(() => runsOf(log)[0]?.numbers.length === 1);
  expect(process.exitCode).toBeNull();
  process.kill("SIGTERM");
  expect(await once(process, "exit")).toEqual([0, null]);
});

function start(...args: string[]): ChildProcess {
  child = spawn(process.execPath, ["--import", "tsx", FOLLOW, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return child;
}

async function deliveredInRun(log: string, run: number, count: number): Promise<void> {
  await until(() => (runsOf(log)[run]?.numbers.length ?? 0) >= count);
}
