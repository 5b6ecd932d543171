import type { Readable, Writable } from "node:stream";

/** What a command may touch of the process it runs in. Injected, so that a test runs commands without one. */
export interface CliIo {
  readonly stdin: Readable;
  /** Results, and nothing else. */
  readonly stdout: Writable;
  /** All that is not a result: progress, warnings, errors. */
  readonly stderr: Writable;
  /** Aborts on SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  /** Whether results for people may be coloured: a terminal, and `NO_COLOR` is not set. */
  readonly color: boolean;
}

/** One command: its arguments without its name in, its exit status out. Rejects with a `DriftError` that says what to do. */
export type Command = (args: readonly string[], io: CliIo) => Promise<number>;

/** The exit statuses. Source: `terraform plan -detailed-exitcode`, which scripts know. */
export const EXIT = { ok: 0, error: 1, drift: 2 } as const;
