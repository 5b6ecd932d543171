import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type FalcoFileOptions, falcoFile } from "../../../../src/falco/file/index.js";
import { FalcoSubscriber } from "../../../../src/index.js";
import { alertLine, alertNumber, appendAlerts, numbers, openTransport } from "../../../support/alert-file.js";
import { tempFolder } from "../../../support/temp-folder.js";
import { until } from "../../../support/until.js";

const folder = tempFolder();
let made = 0;

interface Paths {
  readonly file: string;
  readonly offsetFile: string;
}

function newPaths(): Paths {
  const file = path.join(folder.path, String(made++), "alerts.json");
  mkdirSync(path.dirname(file));
  return { file, offsetFile: `${file}.offset` };
}

/** A start of the process: what it knows is in the offset file. */
function start({ file, offsetFile }: Paths, options: Partial<FalcoFileOptions> = {}) {
  return openTransport(falcoFile({ path: file, offsetFile, from: "start", pollIntervalMs: 5, ...options }));
}

function saved({ offsetFile }: Paths): { readonly offset: number } {
  return JSON.parse(readFileSync(offsetFile, "utf8"));
}

/** Reads and acknowledges some alerts, and stops. */
async function readThenStop(paths: Paths, count: number): Promise<void> {
  const opened = start(paths);
  await opened.acknowledge(count);
  await opened.stop();
}

describe("falcoFile, started again", () => {
  it("goes on after what was acknowledged, and repeats what was not", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 6);
    const first = start(paths);
    await first.acknowledge(2);
    await first.take(2);
    await first.stop();
    appendAlerts(paths.file, 6, 8);
    const second = start(paths);
    expect((await second.take(6)).map(alertNumber)).toEqual(numbers(2, 8));
    await second.stop();
  });

  it("repeats from the first alert without an outcome, whatever the order of the outcomes", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 5);
    const first = start(paths);
    const deliveries = await first.take(5);
    for (const index of [4, 1, 3, 0]) deliveries[index]?.ack?.();
    await first.stop();
    const second = start(paths);
    expect((await second.take(3)).map(alertNumber)).toEqual([2, 3, 4]);
    await second.stop();
  });

  it("is held by a deferred alert until its outcome, which may come after the end", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 4);
    const first = start(paths);
    const [deferred] = await first.take(1);
    await first.acknowledge(3);
    await first.stop();
    expect(saved(paths).offset).toBe(0);
    deferred?.ack?.();
    await until(() => saved(paths).offset === statSync(paths.file).size);
    appendAlerts(paths.file, 4, 5);
    const second = start(paths);
    expect((await second.take(1)).map(alertNumber)).toEqual([4]);
    await second.stop();
  });

  it("remembers what a subscriber still delivers after the end", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 50);
    const transport = falcoFile({ path: paths.file, offsetFile: paths.offsetFile, from: "start" });
    const subscriber = new FalcoSubscriber({ transport });
    const controller = new AbortController();
    let delivered = 0;
    for await (const delivery of subscriber.deliveries({ signal: controller.signal })) {
      if (++delivered === 1) {
        await until(() => subscriber.counters().buffered > 10);
        controller.abort();
      }
      delivery.ack?.();
    }
    expect(delivered).toBeGreaterThan(10);
    const end = numbers(0, delivered).map(alertLine).join("");
    await until(() => saved(paths).offset === Buffer.byteLength(end));
  });

  it("saves while it follows, not only at its end, and passes over lines that are no alerts", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 2);
    appendFileSync(paths.file, "Events detected: 2\n\n");
    const opened = start(paths, { saveIntervalMs: 1 });
    await opened.acknowledge(2);
    const next = opened.take(1);
    await until(() => saved(paths).offset === statSync(paths.file).size);
    appendAlerts(paths.file, 2, 3);
    await next;
    await opened.stop();
  });

  it("begins where a first start at the end began, though it was killed before its first alert", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 2);
    const killed = start(paths, { from: "end" });
    const never = killed.next();
    await until(() => killed.readyCount === 1);
    renameSync(paths.offsetFile, `${paths.offsetFile}.kept`);
    await killed.stop();
    await never;
    renameSync(`${paths.offsetFile}.kept`, paths.offsetFile);
    appendAlerts(paths.file, 2, 4);
    const second = start(paths, { from: "end" });
    expect((await second.take(2)).map(alertNumber)).toEqual([2, 3]);
    await second.stop();
  });

  it("reads a file from its beginning that was not there yet at a first start at the end", async () => {
    const paths = newPaths();
    const first = start(paths, { from: "end" });
    const never = first.next();
    await until(() => first.signals.length === 1);
    await first.stop();
    await never;
    appendAlerts(paths.file, 0, 2);
    const second = start(paths, { from: "end" });
    expect((await second.take(2)).map(alertNumber)).toEqual([0, 1]);
    await second.stop();
  });

  it("reads the rest of a file that was renamed while it was away, then the new one", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 6);
    await readThenStop(paths, 2);
    appendAlerts(paths.file, 6, 8);
    renameSync(paths.file, `${paths.file}.1`);
    appendAlerts(paths.file, 8, 10);
    const second = start(paths);
    expect((await second.take(8)).map(alertNumber)).toEqual(numbers(2, 10));
    expect(second.signals).toEqual([]);
    await second.stop();
  });

  it("reads what only the copy has after a copytruncate while it was away", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 6);
    await readThenStop(paths, 2);
    copyFileSync(paths.file, `${paths.file}-20260301`);
    truncateSync(paths.file);
    appendAlerts(paths.file, 6, 20);
    const second = start(paths);
    expect((await second.take(18)).map(alertNumber)).toEqual(numbers(2, 20));
    expect(second.signals).toEqual([]);
    await second.stop();
  });

  it("knows a file of the same length and inode with another beginning, and says what is lost", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 6);
    await readThenStop(paths, 2);
    const { ino } = statSync(paths.file);
    writeFileSync(paths.file, numbers(10, 16).map(alertLine).join(""));
    expect(statSync(paths.file).ino).toBe(ino);
    const second = start(paths);
    expect((await second.take(6)).map(alertNumber)).toEqual(numbers(10, 16));
    expect(second.signals).toMatchObject([{ kind: "alerts.lost", total: 1 }]);
    await second.stop();
  });

  it("knows its file by its content where the whole folder was restored", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 6);
    await readThenStop(paths, 4);
    const content = readFileSync(paths.file);
    writeFileSync(`${paths.file}.other`, content);
    rmSync(paths.file);
    renameSync(`${paths.file}.other`, paths.file);
    const second = start(paths);
    expect((await second.take(2)).map(alertNumber)).toEqual([4, 5]);
    expect(second.signals).toEqual([]);
    await second.stop();
  });

  it("says what may be lost where the file was deleted, and reads the new one from its beginning", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 6);
    await readThenStop(paths, 2);
    rmSync(paths.file);
    const second = start(paths);
    const next = second.take(2);
    await until(() => second.signals.length === 2);
    expect(second.signals.map(({ kind }) => kind)).toEqual(["alerts.lost", "connection.changed"]);
    appendAlerts(paths.file, 6, 8);
    expect((await next).map(alertNumber)).toEqual([6, 7]);
    await second.stop();
  });

  it.each(["", "{", "not an offset"])(
    "reads from the beginning and says so where the offset file is %j",
    async (text) => {
      const paths = newPaths();
      appendAlerts(paths.file, 0, 3);
      writeFileSync(paths.offsetFile, text);
      const opened = start(paths, { from: "end" });
      expect(await opened.acknowledge(3)).toEqual([0, 1, 2]);
      expect(opened.signals).toMatchObject([{ kind: "offset.failed", error: { code: "offset_malformed" } }]);
      await opened.stop();
      expect(saved(paths).offset).toBe(statSync(paths.file).size);
    },
  );

  it("fails at once, and for a human to mend, where the offset file cannot be used", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 1);
    const noFolder = start({ ...paths, offsetFile: path.join(path.dirname(paths.file), "none", "offset") });
    await expect(noFolder.next()).rejects.toMatchObject({ code: "offset_unwritable", retryable: false });
    mkdirSync(paths.offsetFile);
    await expect(start(paths).next()).rejects.toMatchObject({ code: "offset_unreadable", retryable: false });
  });

  it("goes on delivering while the offset cannot be saved, and says so once", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 4);
    const opened = start(paths, { saveIntervalMs: 1 });
    await opened.acknowledge(1);
    mkdirSync(`${paths.offsetFile}.tmp`);
    await opened.acknowledge(2);
    await until(() => opened.signals.length === 1);
    expect(opened.signals).toMatchObject([{ kind: "offset.failed", error: { code: "offset_unwritable" } }]);
    expect(await opened.acknowledge(1)).toEqual([3]);
    rmSync(`${paths.offsetFile}.tmp`, { recursive: true });
    await until(() => saved(paths).offset === statSync(paths.file).size);
    await opened.stop();
    expect(opened.signals).toHaveLength(1);
  });

  it("keeps nothing of the alerts in the offset file", async () => {
    const paths = newPaths();
    appendAlerts(paths.file, 0, 3);
    await readThenStop(paths, 3);
    expect(readFileSync(paths.offsetFile, "utf8")).not.toMatch(/Terraform|id-0|AWS/);
    if (process.platform !== "win32") expect(statSync(paths.offsetFile).mode & 0o777).toBe(0o600);
  });
});
