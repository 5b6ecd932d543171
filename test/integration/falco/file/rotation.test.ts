import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type FalcoFileOptions, falcoFile } from "../../../../src/falco/file/index.js";
import { alertLine, alertNumber, appendAlerts, numbers, openTransport } from "../../../support/alert-file.js";
import { tempFolder } from "../../../support/temp-folder.js";

const folder = tempFolder();
let made = 0;

/** A path in a folder of its own. */
function newPath(name = "alerts.json"): string {
  const file = path.join(folder.path, String(made++), name);
  mkdirSync(path.dirname(file));
  return file;
}

function openFile(file: string, options: Partial<FalcoFileOptions> = {}) {
  return openTransport(falcoFile({ path: file, from: "start", pollIntervalMs: 5, ...options }));
}

const NOON = Date.parse("2026-03-01T12:00:00Z");

function lastWritten(file: string, secondsAgo: number, nowMs: number = Date.now()): void {
  const time = nowMs / 1000 - secondsAgo;
  utimesSync(file, time, time);
}

function content(first: number, end: number): string {
  return numbers(first, end).map(alertLine).join("");
}

describe("falcoFile, while it is open", () => {
  it.each([".1", "-20260301", ".2026-03-01", ".old"])(
    "reads a file that was renamed to %s to its end, then the new one",
    async (suffix) => {
      const file = newPath();
      appendAlerts(file, 0, 10);
      const opened = openFile(file);
      await opened.take(3);
      appendAlerts(file, 10, 12);
      renameSync(file, file + suffix);
      appendAlerts(file, 12, 15);
      expect((await opened.take(12)).map(alertNumber)).toEqual(numbers(3, 15));
      expect(opened.signals).toEqual([]);
      await opened.stop();
    },
  );

  it("takes what Falco writes to the renamed file until it reopens", async () => {
    const file = newPath();
    appendAlerts(file, 0, 2);
    const opened = openFile(file);
    const falco = openSync(file, "a");
    await opened.take(2);
    renameSync(file, `${file}.1`);
    writeFileSync(file, "");
    for (let index = 2; index < 6; index++) {
      const next = opened.take(1);
      writeSync(falco, alertLine(index));
      expect((await next).map(alertNumber)).toEqual([index]);
    }
    closeSync(falco);
    appendAlerts(file, 6, 8);
    expect((await opened.take(2)).map(alertNumber)).toEqual([6, 7]);
    await opened.stop();
  });

  it("reads the files of several rotations that its consumer slept through, oldest first", async () => {
    const file = newPath();
    appendAlerts(file, 0, 400);
    const opened = openFile(file);
    await opened.take(1);
    renameSync(file, `${file}.3`);
    writeFileSync(`${file}.2`, content(400, 500));
    writeFileSync(`${file}.1`, content(500, 600));
    for (const age of [1, 2, 3]) lastWritten(`${file}.${age}`, age * 60);
    appendAlerts(file, 600, 601);
    expect((await opened.take(600)).map(alertNumber)).toEqual(numbers(1, 601));
    await opened.stop();
  });

  it("reads no rotated file twice, however often it rotates", async () => {
    const file = newPath();
    writeFileSync(file, "");
    const opened = openFile(file);
    const seen: (number | string)[] = [];
    for (let round = 0; round < 12; round++) {
      appendAlerts(file, round * 5, round * 5 + 5);
      seen.push(...(await opened.acknowledge(5)));
      for (let old = 3; old >= 1; old--) {
        if (round >= old) renameSync(`${file}.${old}`, `${file}.${old + 1}`);
      }
      renameSync(file, `${file}.1`);
      writeFileSync(file, "");
    }
    expect(seen).toEqual(numbers(0, 60));
    await opened.stop();
  });

  it("reads no rotated file twice where the file system's times are too coarse to tell them apart", async () => {
    const file = newPath();
    appendAlerts(file, 0, 3);
    const opened = openFile(file);
    await opened.take(3);
    renameSync(file, `${file}.1`);
    appendAlerts(file, 3, 6);
    await opened.take(3);
    renameSync(`${file}.1`, `${file}.2`);
    renameSync(file, `${file}.1`);
    for (const age of [1, 2]) lastWritten(`${file}.${age}`, 60, NOON);
    appendAlerts(file, 6, 9);
    expect((await opened.take(3)).map(alertNumber)).toEqual([6, 7, 8]);
    await opened.stop();
  });

  it("goes on after copytruncate, with what is only in the copy first", async () => {
    const file = newPath();
    appendAlerts(file, 0, 600);
    const opened = openFile(file);
    await opened.take(3);
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
    appendAlerts(file, 600, 605);
    expect((await opened.take(602)).map(alertNumber)).toEqual(numbers(3, 605));
    expect(opened.signals).toEqual([]);
    await opened.stop();
  });

  it("sees a truncation after which the file grew beyond where it was", async () => {
    const file = newPath();
    appendAlerts(file, 0, 3);
    const opened = openFile(file);
    await opened.take(3);
    writeFileSync(file, content(100, 140));
    expect((await opened.take(40)).map(alertNumber)).toEqual(numbers(100, 140));
    await opened.stop();
  });

  it("reads a truncated file from its beginning, and says what it knows to be lost", async () => {
    const file = newPath();
    appendAlerts(file, 0, 2000);
    const opened = openFile(file);
    await opened.take(1);
    writeFileSync(file, content(5000, 5001));
    const rest: (number | string)[] = [];
    while (rest.at(-1) !== 5000) rest.push(...(await opened.take(1)).map(alertNumber));
    // What was read with the first chunk still comes.
    expect(rest.length).toBeLessThan(1000);
    expect(opened.signals).toMatchObject([{ kind: "alerts.lost", total: 1 }]);
    await opened.stop();
  });

  it("says nothing of a loss where a file was truncated that had been read", async () => {
    const file = newPath();
    appendAlerts(file, 0, 3);
    const opened = openFile(file);
    await opened.take(3);
    const next = opened.take(1);
    truncateSync(file);
    appendAlerts(file, 3, 4);
    expect((await next).map(alertNumber)).toEqual([3]);
    await opened.stop();
    expect(opened.signals).toEqual([]);
  });

  it("reads a deleted file to its end, and the one that is made anew", async () => {
    const file = newPath();
    appendAlerts(file, 0, 10);
    const opened = openFile(file);
    await opened.take(2);
    rmSync(file);
    expect((await opened.take(8)).map(alertNumber)).toEqual(numbers(2, 10));
    const next = opened.take(2);
    appendAlerts(file, 10, 12);
    expect((await next).map(alertNumber)).toEqual([10, 11]);
    await opened.stop();
  });

  it("delivers the half line that a file ends with when the next one has begun", async () => {
    const file = newPath();
    writeFileSync(file, alertLine(0) + alertLine(1).slice(0, 50));
    const opened = openFile(file);
    await opened.take(1);
    renameSync(file, `${file}.1`);
    appendAlerts(file, 2, 3);
    expect((await opened.take(2)).map(alertNumber)).toEqual(["truncated", 2]);
    await opened.stop();
  });

  it("fails in a way worth retrying when a folder takes the file's place, and goes on when it is gone", async () => {
    const file = newPath();
    appendAlerts(file, 0, 2);
    const transport = falcoFile({ path: file, from: "start", pollIntervalMs: 5 });
    const first = openTransport(transport);
    await first.take(1);
    renameSync(file, `${file}.1`);
    mkdirSync(file);
    expect((await first.take(1)).map(alertNumber)).toEqual([1]);
    await expect(first.next()).rejects.toMatchObject({ code: "source_unreadable", retryable: true });
    rmSync(file, { recursive: true });
    appendFileSync(file, alertLine(2));
    const second = openTransport(transport);
    expect((await second.take(1)).map(alertNumber)).toEqual([2]);
    await second.stop();
  });

  it("does not take another file of the folder for a rotated one", async () => {
    const file = newPath();
    appendAlerts(file, 0, 2);
    const opened = openFile(file);
    await opened.take(2);
    const others = [
      "other.json.1",
      "alerts.json.offset",
      "alerts-2.json",
      "alerts.json.1.gz",
      "alerts.json.bak",
    ];
    for (const other of others) writeFileSync(path.join(path.dirname(file), other), content(900, 902));
    renameSync(file, `${file}.1`);
    appendAlerts(file, 2, 3);
    expect((await opened.take(1)).map(alertNumber)).toEqual([2]);
    const next = opened.take(1);
    appendAlerts(file, 3, 4);
    expect((await next).map(alertNumber)).toEqual([3]);
    await opened.stop();
  });
});
