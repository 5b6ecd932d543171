import type { Readable } from "node:stream";

import type { AlertInput, PipelineSignal } from "../../index.js";
import type { JsonValue } from "../../model/json.js";
import { signalLine } from "../output/signal-line.js";
import { cloudTrailFiles, cloudTrailText } from "./cloudtrail-files.js";
import { cloudTrailRecords } from "./cloudtrail-records.js";
import { linesTransport } from "./source-option.js";

/** One input record of a replay. */
export type ReplayItem =
  | { readonly kind: "alert"; readonly alert: AlertInput }
  | { readonly kind: "record"; readonly record: JsonValue };

/** Where {@link replayItems} reads from: one of `alerts` and `cloudtrail` is set. */
export interface ReplayInput {
  /** A file of Falco's JSON lines, or `-`. */
  readonly alerts: string | undefined;
  /** A file or a folder of CloudTrail records. */
  readonly cloudtrail: string | undefined;
  readonly stdin: Readable;
  readonly signal: AbortSignal;
  /** Told what was passed over, in one line. */
  readonly note: (line: string) => void;
}

/** All the input records, in order. Lines that are no record at all, such as Falco's closing statistics, are left out. */
export async function* replayItems(input: ReplayInput): AsyncGenerator<ReplayItem> {
  if (input.alerts !== undefined) yield* alertItems(input.alerts, input);
  else if (input.cloudtrail !== undefined) yield* cloudTrailItems(input.cloudtrail, input.note);
}

async function* alertItems(file: string, { stdin, signal, note }: ReplayInput): AsyncGenerator<ReplayItem> {
  const onSignal = (said: PipelineSignal): void => {
    const line = signalLine(said, false);
    if (line !== undefined) note(line);
  };
  for await (const delivery of linesTransport(file, stdin).open({ signal, onSignal })) {
    yield { kind: "alert", alert: delivery.alert };
    delivery.ack?.();
  }
}

async function* cloudTrailItems(root: string, note: (line: string) => void): AsyncGenerator<ReplayItem> {
  for (const file of await cloudTrailFiles(root)) {
    let passedOver = 0;
    for (const item of cloudTrailRecords(await cloudTrailText(file), file)) {
      if (item.kind === "record") yield item;
      else if (item.kind === "unreadable") yield { kind: "alert", alert: item };
      else passedOver += 1;
    }
    if (passedOver > 0) note(`${file}: passed over ${passedOver} lines that are no JSON object`);
  }
}
