import { DriftError, isDriftError } from "../../model/drift-error.js";
import type { PipelineSignal } from "../../model/pipeline-signal.js";
import type { AlertDelivery, TransportOpenOptions } from "../alert-transport.js";
import { lineAlert } from "../line-alert.js";
import { FileCursor, type FileStart } from "./file-cursor.js";
import { fileError, fileMissing } from "./file-error.js";
import { savedPosition } from "./file-mark.js";
import { readOffset, temporaryPath } from "./offset-file.js";
import { OffsetLedger } from "./offset-ledger.js";
import { OffsetWriter } from "./offset-writer.js";
import type { FileTimers } from "./timers.js";
import { Wake } from "./wake.js";

/** What a {@link FileFollower} is made of. */
export interface FileFollowerOptions {
  readonly path: string;
  readonly offsetFile: string | undefined;
  readonly from: "start" | "end";
  readonly maxLineBytes: number;
  readonly pollIntervalMs: number;
  readonly saveIntervalMs: number;
  readonly notifications: boolean;
  readonly timers: FileTimers;
}

/** Follows one file, once at a time. What it knows of outcomes outlives a reading: the last of them come after its end. */
export class FileFollower {
  readonly #options: FileFollowerOptions;
  readonly #writer: OffsetWriter | undefined;
  #ledger: OffsetLedger | undefined;
  #reading = false;
  #gaps = 0;
  #say: (signal: PipelineSignal) => void = () => {};

  constructor(options: FileFollowerOptions) {
    const { offsetFile, saveIntervalMs: intervalMs, timers } = options;
    this.#options = options;
    this.#writer =
      offsetFile === undefined
        ? undefined
        : new OffsetWriter({
            offsetFile,
            intervalMs,
            timers,
            current: () => savedPosition(this.#ledger?.committed ?? { offset: 0 }),
            onFailure: (error) => this.#say({ kind: "offset.failed", error }),
          });
  }

  async *follow(options: TransportOpenOptions): AsyncGenerator<AlertDelivery, void> {
    const { signal } = options;
    if (signal.aborted) return;
    if (this.#reading) {
      throw new DriftError("invalid_option", "the file has a reader already; make a transport for each", {
        fault: "caller",
      });
    }
    this.#reading = true;
    this.#say = (said) => options.onSignal?.(said);
    const { path, offsetFile, maxLineBytes } = this.#options;
    const exclude = offsetFile === undefined ? [] : [offsetFile, temporaryPath(offsetFile)];
    const cursor = new FileCursor({ path, maxLineBytes, exclude, onGap: (detail) => this.#lost(detail) });
    const wake = new Wake({ ...this.#options, signal });
    try {
      yield* this.#deliveries(cursor, wake, options);
    } catch (error) {
      if (!signal.aborted) throw fileError(path, error);
    } finally {
      wake.close();
      await cursor.close();
      await this.#writer?.stop();
      this.#reading = false;
    }
  }

  async *#deliveries(
    cursor: FileCursor,
    wake: Wake,
    { signal, onReady }: TransportOpenOptions,
  ): AsyncGenerator<AlertDelivery, void> {
    const ledger = await this.#begin(cursor);
    if (signal.aborted) return;
    if (cursor.isOpen) onReady?.({});
    else this.#sayMissing();
    let ready = cursor.isOpen;
    let skipped = 0;
    while (!signal.aborted) {
      const lines = await cursor.next();
      if (!ready && cursor.isOpen && !signal.aborted) {
        ready = true;
        onReady?.({});
      }
      for (const { line, start, end } of lines) {
        if (signal.aborted) return;
        const alert = lineAlert(line, this.#options.maxLineBytes);
        if (typeof alert === "object") {
          yield { alert, ...ledger.deliver(start, end) };
          continue;
        }
        ledger.pass(end);
        if (alert === "other") {
          this.#say({ kind: "input.skipped", total: ++skipped, detail: "a line that is no alert" });
        }
      }
      if (lines.length === 0) await wake.rung();
    }
  }

  /** Finds the place to read from, and saves it: who is killed before the first outcome must begin there again. */
  async #begin(cursor: FileCursor): Promise<OffsetLedger> {
    await cursor.start(await this.#place());
    this.#ledger ??= new OffsetLedger(cursor.position, () => this.#writer?.touch());
    this.#ledger.pass(cursor.position);
    const error = await this.#writer?.start();
    if (error !== undefined) throw error;
    return this.#ledger;
  }

  async #place(): Promise<FileStart> {
    const { offsetFile, from } = this.#options;
    if (this.#ledger !== undefined) return savedPosition(this.#ledger.resume());
    if (offsetFile === undefined) return from;
    try {
      return (await readOffset(offsetFile)) ?? from;
    } catch (error) {
      if (!isDriftError(error, "offset_malformed")) throw error;
      this.#say({ kind: "offset.failed", error });
      return "start";
    }
  }

  /** A gap counts as one: how many lines it had is not known. */
  #lost(detail: string): void {
    this.#say({ kind: "alerts.lost", total: ++this.#gaps, detail });
  }

  #sayMissing(): void {
    const { path, pollIntervalMs } = this.#options;
    this.#say({
      kind: "connection.changed",
      state: "waiting",
      attempt: 0,
      delayMs: pollIntervalMs,
      error: fileMissing(path),
    });
  }
}
