import { PassThrough, Readable, Writable } from "node:stream";

import { run } from "../../src/cli/run.js";

/** What a command printed, and its exit status. */
export interface CliResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output, line by line. */
  readonly lines: readonly string[];
}

/** How a command is run. */
export interface RunCliOptions {
  readonly stdin?: string;
  readonly signal?: AbortSignal;
  readonly color?: boolean;
  /** Instead of collecting standard output. */
  readonly stdout?: Writable;
}

/** Runs `tfdrift` in this process. */
export async function runCli(argv: readonly string[], options: RunCliOptions = {}): Promise<CliResult> {
  const out = collector();
  const err = collector();
  const status = await run(argv, {
    stdin: options.stdin === undefined ? new PassThrough() : Readable.from([Buffer.from(options.stdin)]),
    stdout: options.stdout ?? out.stream,
    stderr: err.stream,
    signal: options.signal ?? new AbortController().signal,
    color: options.color ?? false,
  });
  const stdout = out.text();
  return { status, stdout, stderr: err.text(), lines: stdout.split("\n").filter((line) => line !== "") };
}

function collector(): { readonly stream: Writable; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}
