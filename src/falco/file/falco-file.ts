import path from "node:path";
import { DriftError } from "../../model/drift-error.js";
import type { AlertTransport } from "../alert-transport.js";
import { DEFAULT_MAX_ALERT_BYTES } from "../decode-alert.js";
import { FileFollower } from "./file-follower.js";
import { type FileTimers, machineTimers } from "./timers.js";

/** Options of {@link falcoFile}. */
export interface FalcoFileOptions {
  /** The file that Falco writes: `file_output.filename` in falco.yaml. */
  readonly path: string;
  /** What it is called in messages. @default the path */
  readonly name?: string;
  /**
   * Where to remember how far the alerts have their outcome, so that a restart goes on there. It is made where it is not
   * there; its folder must be. One for each reader. Without it, every start is a first one.
   */
  readonly offsetFile?: string;
  /** Where a first start begins: at what comes from now on, or at the beginning of the file. @default "end" */
  readonly from?: "end" | "start";
  /** A longer line is delivered as `too_large` without being read. @default 4194304 (4 MiB) */
  readonly maxLineBytes?: number;
  /** How often to look where the file system does not notify. At least 1. @default 250 */
  readonly pollIntervalMs?: number;
  /** The least time between two writes of the offset file. At least 1. @default 1000 */
  readonly saveIntervalMs?: number;
  /** Whether to listen to the file system's notifications beside polling. @default true */
  readonly notifications?: boolean;
  /** @default the machine's timers */
  readonly timers?: FileTimers;
}

/**
 * Falco's alerts from the file that its `file_output` appends to, the one output of Falco that keeps them while nobody
 * reads. Source: Falco 0.44, `file_output`, one JSON alert a line.
 *
 * - **Following.** It goes on across rotation (by renaming, or `copytruncate`), truncation, and deletion. A file that was
 *   renamed is read to its end first, also where it was renamed while nobody read; rotated files must lie in the same
 *   folder, under logrotate's names, and not compressed (`delaycompress`). Half a line waits for the rest of it.
 * - **Restarting.** The offset file is only moved on over alerts that were acknowledged, without a gap: one that waits for
 *   its outcome holds it. Every alert is delivered at least once; after a crash some come again. A damaged offset file is an
 *   `offset.failed` signal, and the file is read from its beginning.
 * - **Waiting.** A file that is not there yet is waited for, which a `connection.changed` signal says once; the wire counts
 *   as ready when it is there. The process is kept alive as long as the transport is open.
 * - **Losing.** What can no longer be read (a file that was deleted or compressed while nobody read) is an `alerts.lost`
 *   signal; each such gap counts as one.
 *
 * Opening rejects with {@link DriftError} `source_unreadable`, `retryable`, where the file may not be read or is none, and
 * with `offset_unreadable` or `offset_unwritable` where the offset file cannot be used.
 *
 * @throws {@link DriftError} `invalid_option`
 *
 * @example `falcoFile({ path: "/var/log/falco/alerts.json", offsetFile: "/var/lib/tfdrift/alerts.offset" })`
 */
export function falcoFile(options: FalcoFileOptions): AlertTransport {
  const { path: file, offsetFile, from = "end", notifications = true, timers = machineTimers } = options;
  if (file === "" || file === "-") throw invalidOption("path is empty or -; give the path of Falco's file");
  if (offsetFile !== undefined && (offsetFile === "" || path.resolve(offsetFile) === path.resolve(file))) {
    throw invalidOption("offsetFile is empty or Falco's own file; give the path of a file of its own");
  }
  const follower = new FileFollower({
    path: file,
    offsetFile,
    from,
    maxLineBytes: positive("maxLineBytes", options.maxLineBytes ?? DEFAULT_MAX_ALERT_BYTES),
    pollIntervalMs: positive("pollIntervalMs", options.pollIntervalMs ?? 250),
    saveIntervalMs: positive("saveIntervalMs", options.saveIntervalMs ?? 1000),
    notifications,
    timers,
  });
  return {
    name: options.name ?? file,
    open: (openOptions) => follower.follow(openOptions),
  };
}

/** The longest that a timer takes, 24 days; no line is that long either. */
const MAX = 2 ** 31 - 1;

function positive(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1 && value <= MAX) return value;
  throw invalidOption(`${name} is no whole number from 1 to ${MAX}; leave it out for the default`);
}

function invalidOption(message: string): DriftError {
  return new DriftError("invalid_option", message, { fault: "caller" });
}
