import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { AlertDelivery } from "../../../../src/falco/alert-transport.js";
import { type FalcoLinesOptions, falcoLines } from "../../../../src/falco/lines/index.js";
import { isDriftError } from "../../../../src/model/drift-error.js";
import type { PipelineSignal } from "../../../../src/model/pipeline-signal.js";
import { collect } from "../../../support/collect.js";
import { tempFolder } from "../../../support/temp-folder.js";

const folder = tempFolder();

const line = (id: string): string =>
  `{"output":"o","output_fields":{"ct.id":"${id}"},"priority":"Notice","rule":"r","source":"aws_cloudtrail","time":"2026-03-01T12:00:00.000000000Z"}`;

const STATISTICS = [
  "Events detected: 25",
  "Rule counts by severity:",
  "   NOTICE: 25",
  "Triggered rules by rule name:",
  "   CT Everything: 25",
].join("\n");

interface Read {
  readonly alerts: readonly string[];
  readonly skipped: readonly number[];
}

async function read(
  input: FalcoLinesOptions["input"],
  options: Partial<FalcoLinesOptions> = {},
): Promise<Read> {
  const skipped: number[] = [];
  const onSignal = (signal: PipelineSignal): void => {
    if (signal.kind === "input.skipped") skipped.push(signal.total);
  };
  const { signal } = new AbortController();
  const deliveries = await collect(falcoLines({ input, ...options }).open({ signal, onSignal }));
  return { alerts: deliveries.map(idOf), skipped };
}

function idOf({ alert }: AlertDelivery): string {
  return "kind" in alert ? alert.reason : String(alert.fields["ct.id"]);
}

async function* chunks(...values: (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* values;
}

describe("alerts one a line", () => {
  it("are read from a file", async () => {
    const file = folder.write("alerts.jsonl", `${line("1")}\n${line("2")}\n`);
    expect(await read(file)).toEqual({ alerts: ["1", "2"], skipped: [] });
  });

  it("are read from a stream, the last one without a newline", async () => {
    expect(await read(Readable.from([Buffer.from(`${line("1")}\n${line("2")}`)]))).toMatchObject({
      alerts: ["1", "2"],
    });
  });

  it("are read with a byte order mark, CRLF and blank lines between", async () => {
    expect(await read(chunks(`\uFEFF${line("1")}\r\n\r\n  \n${line("2")}\r\n`))).toEqual({
      alerts: ["1", "2"],
      skipped: [],
    });
  });

  it("are whole wherever the chunks cut bytes, characters and surrogate pairs", async () => {
    const text = `${line("ü-😀")}\r\n${line("2")}\n`;
    const bytes = Buffer.from(text);
    const single = await read(chunks(...Array.from(bytes, (byte) => Uint8Array.of(byte))));
    expect(single.alerts).toEqual(["ü-😀", "2"]);
    const units = await read(chunks(...Array.from({ length: text.length }, (_, at) => text.charAt(at))));
    expect(units.alerts).toEqual(["ü-😀", "2"]);
  });

  it("do not change when the source uses its memory again", async () => {
    async function* reusing(): AsyncGenerator<Uint8Array> {
      const memory = Buffer.alloc(16);
      const bytes = Buffer.from(`${line("1")}\n${line("2")}\n`);
      for (let at = 0; at < bytes.length; at += memory.length) {
        const length = bytes.copy(memory, 0, at, at + memory.length);
        yield memory.subarray(0, length);
      }
    }
    expect((await read(reusing())).alerts).toEqual(["1", "2"]);
  });

  it("may be none at all", async () => {
    expect(await read(chunks())).toEqual({ alerts: [], skipped: [] });
    expect(await read(folder.write("empty.jsonl", ""))).toEqual({ alerts: [], skipped: [] });
  });
});

describe("what is no alert", () => {
  it("is passed over and counted where Falco prints it: statistics, the rest of a text", async () => {
    expect(await read(chunks(`${line("1")}\n${STATISTICS}\nline2\ttab ct.name=X\n${line("2")}\n`))).toEqual({
      alerts: ["1", "2"],
      skipped: [1, 2, 3, 4, 5, 6],
    });
  });

  it.each([
    ["malformed", '{"rule":}'],
    ["truncated", line("x").slice(0, -20)],
    ["malformed", "[1]"],
    ["missing_field", "{}"],
    ["malformed", "12:00:00.000000000: Notice CT event (x)"],
    ["malformed", "2026-03-01T12:00:00.000000000+0000: Warning Potential drift"],
  ])("is delivered as %s where it was meant as an alert: %s", async (reason, text) => {
    expect(await read(chunks(`${line("1")}\n${text}\n${line("2")}`))).toEqual({
      alerts: ["1", reason, "2"],
      skipped: [],
    });
  });

  it("is delivered as too large, whether or not its end ever comes", async () => {
    const long = "x".repeat(1000);
    const maxLineBytes = Buffer.byteLength(line("1"));
    const options = { maxLineBytes };
    const input = [`${line("1")}\n${long}`, long, `${long}\n${line("2")}\n${long}`];
    expect(await read(chunks(...input), options)).toEqual({
      alerts: ["1", "too_large", "2", "too_large"],
      skipped: [],
    });
  });
});

describe("holding back and ending", () => {
  it("does not read on while nobody takes", async () => {
    let pulled = 0;
    async function* counting(): AsyncGenerator<string> {
      for (;;) {
        pulled++;
        yield `${line(String(pulled))}\n`;
      }
    }
    const opened = falcoLines({ input: counting() }).open({ signal: new AbortController().signal });
    const iterator = opened[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    expect(pulled).toBe(2);
    await iterator.return?.();
  });

  it("destroys a silent stream when the signal aborts, so that it keeps nothing alive", async () => {
    const input = new PassThrough();
    const closed = once(input, "close");
    const controller = new AbortController();
    const reading = collect(falcoLines({ input }).open({ signal: controller.signal }));
    input.write(`${line("1")}\n`);
    setImmediate(() => controller.abort());
    expect((await reading).length).toBeLessThanOrEqual(1);
    await closed;
  });

  it("is ready before the first line comes", async () => {
    const controller = new AbortController();
    const ready = new Promise((resolve) => {
      const opened = falcoLines({ input: new PassThrough() }).open({
        signal: controller.signal,
        onReady: resolve,
      });
      void collect(opened);
    });
    expect(await ready).toEqual({});
    controller.abort();
  });
});

describe("failures", () => {
  it("says what to do about a file that is not there", async () => {
    await expect(read(`${folder.path}/missing.jsonl`)).rejects.toSatisfy((error) =>
      isDriftError(error, "source_unreadable"),
    );
    await expect(read(`${folder.path}/missing.jsonl`)).rejects.toThrow(/ENOENT.*check that it exists/);
  });

  it("says so where the path is a folder, or the stream breaks", async () => {
    await expect(read(folder.path)).rejects.toThrow(/EISDIR/);
    const breaking = new Readable({
      read() {
        this.destroy(new Error("hunter2"));
      },
    });
    const failure = await read(breaking).catch((error: unknown) => error);
    expect(isDriftError(failure, "source_unreadable")).toBe(true);
    expect(String(failure)).not.toContain("hunter2");
  });

  it.each([
    { input: "" },
    { input: "-" },
    { input: "a", maxLineBytes: 0 },
    { input: "a", maxLineBytes: 1.5 },
  ])("refuses the options %j", (options) => {
    expect(() => falcoLines(options)).toThrow("[invalid_option]");
  });
});
