import type { Writable } from "node:stream";

/** Writes results line by line, no faster than their reader reads. */
export interface LineWriter {
  write(line: string): void;
  /** Resolves once there is room again. Rejects with what broke the output, unless its reader simply went away. */
  drained(): Promise<void>;
  /** Resolves once everything is written, and rejects likewise. */
  flushed(): Promise<void>;
  /** Aborts when the reader is gone (`tfdrift ... | head`): no reason to complain, only to stop. */
  readonly closed: AbortSignal;
}

/** Makes a {@link LineWriter}. It owns the stream's errors from then on. */
export function lineWriter(stream: Writable): LineWriter {
  const closed = new AbortController();
  let failure: Error | undefined;
  let wake = (): void => {};

  const fail = (error: NodeJS.ErrnoException): void => {
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") failure ??= error;
    closed.abort();
    wake();
  };
  const written = (error?: Error | null): void => {
    if (error) fail(error);
  };
  stream.on("error", fail);
  stream.on("drain", () => wake());
  stream.on("close", () => wake());

  const check = (): void => {
    if (failure !== undefined) throw failure;
  };
  return {
    closed: closed.signal,
    write(line) {
      if (!closed.signal.aborted) stream.write(`${line}\n`, written);
    },
    async drained() {
      while (stream.writableNeedDrain && !closed.signal.aborted && !stream.destroyed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      check();
    },
    async flushed() {
      // Called back only after all that was written before.
      if (!closed.signal.aborted) {
        await new Promise<void>((resolve) => {
          stream.write("", (error) => {
            written(error);
            resolve();
          });
        });
      }
      check();
    },
  };
}
