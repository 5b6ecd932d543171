import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type FalcoFileOptions, falcoFile } from "../../../../src/falco/file/index.js";
import { isDriftError } from "../../../../src/index.js";
import { alertLine, alertNumber, appendAlerts, numbers, openTransport } from "../../../support/alert-file.js";
import { tempFolder } from "../../../support/temp-folder.js";
import { until } from "../../../support/until.js";

const folder = tempFolder();
let made = 0;

function newFile(content?: string): string {
  const file = path.join(folder.path, String(made++), "alerts.json");
  mkdirSync(path.dirname(file));
  if (content !== undefined) writeFileSync(file, content);
  return file;
}

function openFile(file: string, options: Partial<FalcoFileOptions> = {}) {
  return openTransport(falcoFile({ path: file, pollIntervalMs: 5, ...options }));
}

describe.each([
  ["with notifications alone", { notifications: true, pollIntervalMs: 60_000 }],
  ["with polling alone", { notifications: false, pollIntervalMs: 5 }],
])("falcoFile %s", (_name, options) => {
  it("delivers what is appended, from now on", async () => {
    const file = newFile(alertLine(0) + alertLine(1));
    const opened = openFile(file, options);
    const first = opened.take(1);
    await until(() => opened.readyCount === 1);
    appendAlerts(file, 2, 5);
    expect((await first).map(alertNumber)).toEqual([2]);
    expect((await opened.take(2)).map(alertNumber)).toEqual([3, 4]);
    const next = opened.take(1);
    appendAlerts(file, 5, 6);
    expect((await next).map(alertNumber)).toEqual([5]);
    await opened.stop();
  });

  it("waits for a file that is not there, says so once, and begins at its beginning", async () => {
    const file = newFile();
    const opened = openFile(file, options);
    const first = opened.take(3);
    await until(() => opened.signals.length === 1);
    expect(opened.readyCount).toBe(0);
    const [said] = opened.signals;
    expect(said).toMatchObject({ kind: "connection.changed", state: "waiting" });
    expect(said?.kind === "connection.changed" && isDriftError(said.error, "source_unreadable")).toBe(true);
    writeFileSync(file, alertLine(0));
    appendAlerts(file, 1, 3);
    expect((await first).map(alertNumber)).toEqual([0, 1, 2]);
    expect(opened.readyCount).toBe(1);
    expect(opened.signals).toHaveLength(1);
    await opened.stop();
  });
});

describe("falcoFile", () => {
  it("begins at the beginning where it is told to", async () => {
    const opened = openFile(newFile(alertLine(0) + alertLine(1)), { from: "start" });
    expect((await opened.take(2)).map(alertNumber)).toEqual([0, 1]);
    await opened.stop();
  });

  it("waits for the rest of half a line, also where it starts at the end", async () => {
    const line = alertLine(1);
    const file = newFile(alertLine(0) + line.slice(0, 40));
    const opened = openFile(file);
    const first = opened.take(1);
    await until(() => opened.readyCount === 1);
    appendFileSync(file, line.slice(40, 90));
    appendFileSync(file, line.slice(90));
    expect((await first).map(alertNumber)).toEqual([1]);
    await opened.stop();
  });

  it("puts characters together that were written in halves", async () => {
    const file = newFile("");
    const opened = openFile(file, { from: "start" });
    const bytes = Buffer.from(alertLine(0));
    const cut = bytes.indexOf(0xc3) + 1;
    expect(cut).toBeGreaterThan(0);
    const first = opened.take(1);
    appendFileSync(file, bytes.subarray(0, cut));
    await until(() => opened.readyCount === 1);
    appendFileSync(file, bytes.subarray(cut));
    const [delivery] = await first;
    expect(delivery?.alert).toMatchObject({ fields: { "ct.request": '{"a":"ü"}' } });
    await opened.stop();
  });

  it("passes over lines that are no alerts and counts them, and delivers what was meant as one", async () => {
    const file = newFile(
      [`${alertLine(0)}`, "Events detected: 5\n", "\n", '{"rule": \n', "Rule counts\n", alertLine(1)].join(
        "",
      ),
    );
    const opened = openFile(file, { from: "start" });
    expect((await opened.take(3)).map(alertNumber)).toEqual([0, "truncated", 1]);
    expect(opened.signals).toMatchObject([
      { kind: "input.skipped", total: 1 },
      { kind: "input.skipped", total: 2 },
    ]);
    await opened.stop();
  });

  it("delivers an over-long line as too large, and goes on after it", async () => {
    const file = newFile(`{"rule":"${"x".repeat(300_000)}"}\n${alertLine(0)}`);
    const opened = openFile(file, { from: "start", maxLineBytes: 1000 });
    expect((await opened.take(2)).map(alertNumber)).toEqual(["too_large", 0]);
    await opened.stop();
  });

  it("reads no further than its consumer has got", async () => {
    const file = newFile(numbers(0, 2000).map(alertLine).join(""));
    const opened = openFile(file, { from: "start" });
    expect((await opened.take(1)).map(alertNumber)).toEqual([0]);
    // What is written over now has not been read yet, so the new content comes.
    const at = numbers(0, 1999).map(alertLine).join("").length;
    const bytes = Buffer.from(alertLine(1999).replace("id-1999", "id-8888"));
    const handle = await open(file, "r+");
    await handle.write(bytes, 0, bytes.length, (await handle.stat()).size - bytes.length);
    await handle.close();
    expect(at).toBeGreaterThan(4 * 64 * 1024);
    const rest = (await opened.take(1999)).map(alertNumber);
    expect(rest).toEqual([...numbers(1, 1999), 8888]);
    await opened.stop();
  });

  it("delivers nothing more once it is aborted, and leaves no file, watch or timer behind", async () => {
    const file = newFile(alertLine(0) + alertLine(1) + alertLine(2));
    const offsetFile = path.join(path.dirname(file), "offset");
    const watchesBefore = process.platform === "linux" ? watchCount() : 0;
    const running = new Set<symbol>();
    const start = (): (() => void) => {
      const timer = Symbol();
      running.add(timer);
      return () => running.delete(timer);
    };
    const opened = openFile(file, { from: "start", offsetFile, timers: { every: start, after: start } });
    await opened.acknowledge(1);
    expect(running.size).toBe(2);
    if (process.platform === "linux") {
      expect(watchCount()).toBe(watchesBefore + 1);
      expect(openPaths()).toContain(file);
    }
    expect(await opened.stop()).toEqual([]);
    expect(running.size).toBe(0);
    if (process.platform === "linux") {
      expect(watchCount()).toBe(watchesBefore);
      expect(openPaths()).not.toContain(file);
    }
  });

  it("closes the file when its consumer leaves", async () => {
    const file = newFile(alertLine(0) + alertLine(1));
    const transport = falcoFile({ path: file, from: "start" });
    for await (const delivery of transport.open({ signal: new AbortController().signal })) {
      expect(alertNumber(delivery)).toBe(0);
      break;
    }
    if (process.platform === "linux") expect(openPaths()).not.toContain(file);
  });

  it("goes on where it was when it is opened again, and repeats from what was given back", async () => {
    const file = newFile(numbers(0, 6).map(alertLine).join(""));
    const transport = falcoFile({ path: file, from: "start", pollIntervalMs: 5 });
    const first = openTransport(transport);
    await first.take(2);
    await first.stop();
    const second = openTransport(transport);
    const [two, three] = await second.take(3);
    expect(two && alertNumber(two)).toBe(2);
    two?.ack?.();
    three?.nack?.();
    await second.stop();
    const third = openTransport(transport);
    expect((await third.take(3)).map(alertNumber)).toEqual([3, 4, 5]);
    await third.stop();
  });

  it("takes one reader at a time", async () => {
    const transport = falcoFile({ path: newFile(alertLine(0)), from: "start" });
    const first = openTransport(transport);
    await first.take(1);
    const error = await openTransport(transport)
      .next()
      .catch((thrown: unknown) => thrown);
    expect(isDriftError(error, "invalid_option")).toBe(true);
    await first.stop();
  });

  it("says that a folder is no file, and that it may mend", async () => {
    const file = newFile();
    mkdirSync(file);
    expect(await failureOf(file)).toMatchObject({ code: "source_unreadable", retryable: true });
  });

  it("says that a path below a file leads to none, and that it may mend", async () => {
    const file = newFile("");
    expect(await failureOf(`${file}/alerts.json`)).toMatchObject({
      code: "source_unreadable",
      retryable: true,
    });
  });

  it.skipIf(process.getuid?.() === 0)("says that a file may not be read, and that it may mend", async () => {
    const file = newFile("");
    chmodSync(file, 0);
    const error = await failureOf(file);
    expect(error).toMatchObject({ code: "source_unreadable", retryable: true });
    expect(String(error)).toMatch(/read permission/);
  });

  it.each([
    [{ path: "" }],
    [{ path: "-" }],
    [{ path: "a.json", offsetFile: "" }],
    [{ path: "a.json", offsetFile: "./a.json" }],
    [{ path: "a.json", maxLineBytes: 0 }],
    [{ path: "a.json", pollIntervalMs: 0.5 }],
    [{ path: "a.json", saveIntervalMs: 2 ** 31 }],
  ])("refuses %j", (options) => {
    expect(() => falcoFile(options)).toThrow(/\[invalid_option\]/);
  });
});

async function failureOf(file: string): Promise<unknown> {
  return openFile(file)
    .next()
    .catch((thrown: unknown) => thrown);
}

/** How many folders or files this process watches. */
function watchCount(): number {
  const watches = (fd: string): number => {
    try {
      return readFileSync(`/proc/self/fdinfo/${fd}`, "utf8").match(/^inotify wd:/gm)?.length ?? 0;
    } catch {
      return 0;
    }
  };
  return readdirSync("/proc/self/fdinfo").reduce((sum, fd) => sum + watches(fd), 0);
}

/** Where this process's file descriptors lead. */
function openPaths(): string[] {
  return readdirSync("/proc/self/fd").map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return "";
    }
  });
}
