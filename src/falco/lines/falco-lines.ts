import { DriftError, isDriftError } from "../../model/drift-error.js";
import type { AlertDelivery, AlertTransport, TransportOpenOptions } from "../alert-transport.js";
import { DEFAULT_MAX_ALERT_BYTES } from "../decode-alert.js";
import { lineAlert } from "../line-alert.js";
import { openInput } from "./open-input.js";
import { splitLines } from "./split-lines.js";

/** Options of {@link falcoLines}. */
export interface FalcoLinesOptions {
  /** The path of a file, or bytes from anywhere: `process.stdin`, a socket, a decompressed stream. */
  readonly input: string | AsyncIterable<Uint8Array | string>;
  /** What the input is called in messages. @default the path, or `lines` */
  readonly name?: string;
  /** A longer line is delivered as `too_large` without being read. @default 4194304 (4 MiB) */
  readonly maxLineBytes?: number;
}

/**
 * Falco's JSON alerts one a line, as `file_output`, `stdout_output` and `program_output` write them, from the beginning to
 * the end of the input.
 *
 * What Falco prints between them (statistics at exit, the rest of a text of several lines) is passed over and counted. A
 * line that was meant as an alert and is none is delivered as unreadable: JSON that is broken, an alert in text form, a
 * line that is too long.
 *
 * Opening rejects with {@link DriftError} `source_unreadable` where the file cannot be read.
 *
 * @throws {@link DriftError} `invalid_option`
 */
export function falcoLines(options: FalcoLinesOptions): AlertTransport {
  const { input, maxLineBytes = DEFAULT_MAX_ALERT_BYTES } = options;
  if (input === "" || input === "-") {
    throw invalidOption("input is no path; give a file's path, or process.stdin itself for standard input");
  }
  if (!Number.isSafeInteger(maxLineBytes) || maxLineBytes < 1) {
    throw invalidOption("maxLineBytes is no positive number of bytes; leave it out for 4 MiB");
  }
  const name = options.name ?? (typeof input === "string" ? input : "lines");
  return {
    name,
    endless: false,
    open: (openOptions) => readAlerts(name, input, maxLineBytes, openOptions),
  };
}

async function* readAlerts(
  name: string,
  input: FalcoLinesOptions["input"],
  maxLineBytes: number,
  { signal, onReady, onSignal }: TransportOpenOptions,
): AsyncGenerator<AlertDelivery, void> {
  if (signal.aborted) return;
  let skipped = 0;
  try {
    const chunks = await openInput(input, signal);
    onReady?.({});
    for await (const line of splitLines(chunks, maxLineBytes)) {
      const alert = lineAlert(line, maxLineBytes);
      if (alert === "other") {
        onSignal?.({ kind: "input.skipped", total: ++skipped, detail: "a line that is no alert" });
      } else if (alert !== "blank") {
        yield { alert };
      }
      if (signal.aborted) return;
    }
  } catch (error) {
    if (signal.aborted) return;
    throw isDriftError(error) ? error : unreadable(name, error);
  }
}

function unreadable(name: string, cause: unknown): DriftError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "the input failed";
  return new DriftError(
    "source_unreadable",
    `Falco's alerts cannot be read from ${name} (${code}); check that it exists and that this user may read it`,
    { cause },
  );
}

function invalidOption(message: string): DriftError {
  return new DriftError("invalid_option", message, { fault: "caller" });
}
