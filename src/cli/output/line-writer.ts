import type { Writable } from "node:stream";

/** Writes results line by line, no faster than their reader reads. */
export interface LineWriter {
  write(line: string): void;
  /** Resolves once there is room again. Rejects with what broke the output, unless its reader simply went away. */
  drained(): Promise<void>;
  /** Aborts when the reader is gone (`tfdrift ... | head`): no reason to complain, only to stop. */
  readonly closed: AbortSignal;
}

/** Makes a {@link LineWriter}. It owns the stream's errors from then on. */
export function lineWriter(stream: Writable): LineWriter {
  const closed = new AbortController();
  let failure: Error | undefined;
  let waiting: (() => void) | undefined;
  const wake = (): void => {
    waiting?.();
    waiting = undefined;
  };
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") failure ??= error;
    closed.abort();
    wake();
  });
  stream.on("drain", wake);
  stream.on("close", wake);

  return {
    closed: closed.signal,
    write(line) {
      if (!closed.signal.aborted) stream.write(`${line}\n`);
    },
    async drained() {
      while (stream.writableNeedDrain && !closed.signal.aborted && !stream.destroyed) {
        await new Promise<void>((resolve) => {
          waiting = resolve;
        });
      }
      if (failure !== undefined) throw failure;
    },
  };
}
