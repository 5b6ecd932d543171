import { auditClock, DriftEngine, type Outcome } from "../../index.js";
import { linkAbort } from "../../internal/linked-abort.js";
import { type CliIo, type Command, EXIT } from "../cli-io.js";
import { type ReplayItem, replayItems } from "../input/replay-input.js";
import { flag, type OptionTable, parseOptions, text } from "../options.js";
import { lineWriter } from "../output/line-writer.js";
import { outcomeLine, outcomeLines } from "../output/outcome-lines.js";
import { signalLine } from "../output/signal-line.js";
import { PIPELINE_OPTIONS, pipelineOptions } from "../pipeline-options.js";
import { notYet, usageError } from "../usage-error.js";

const OPTIONS = {
  ...PIPELINE_OPTIONS,
  alerts: { type: "string" },
  cloudtrail: { type: "string" },
  "gcp-audit": { type: "string" },
  "azure-activity": { type: "string" },
  outcomes: { type: "boolean" },
} as const satisfies OptionTable;

/** `tfdrift replay`: judges recorded alerts or CloudTrail records on the time that stands in them. */
export const replay: Command = async (args, io) => {
  const values = parseOptions(args, OPTIONS);
  for (const later of ["gcp-audit", "azure-activity"]) {
    if (text(values, later) !== undefined) throw notYet(`--${later}`, "use --alerts or --cloudtrail");
  }
  const { engine: engineOptions, format, explain, detailedExitcode } = pipelineOptions(values, io.color);
  const alerts = text(values, "alerts");
  const cloudtrail = text(values, "cloudtrail");
  if ((alerts === undefined) === (cloudtrail === undefined)) {
    throw usageError("replay takes one of --alerts and --cloudtrail; give FILE, or - for standard input");
  }
  const showOutcomes = flag(values, "outcomes");

  const out = lineWriter(io.stdout);
  const stop = linkAbort([io.signal, out.closed]);
  const { signal } = stop;
  const engine = new DriftEngine({ ...engineOptions, clock: auditClock() });
  const lines = outcomeLines((outcome) => {
    if (showOutcomes) out.write(outcomeLine(outcome));
  });
  let drifted = false;
  engine.on("drift", (event) => {
    drifted ||= event.type !== "drift.resolved";
    if (!showOutcomes) out.write(format(event));
  });
  engine.on("signal", (engineSignal) => {
    if (engineSignal.kind === "alert.outcome") lines.add(engineSignal.outcome);
    say(io, signalLine(engineSignal, explain));
  });

  await engine.ready();
  for await (const item of replayItems({
    alerts,
    cloudtrail,
    stdin: io.stdin,
    signal,
    note: (line) => say(io, line),
  })) {
    lines.add(await judge(engine, item));
    await out.drained();
    if (signal.aborted) break;
  }
  stop.release();
  await engine.close();
  await out.flushed();
  return drifted && detailedExitcode ? EXIT.drift : EXIT.ok;
};

function judge(engine: DriftEngine, item: ReplayItem): Promise<Outcome> {
  return item.kind === "record" ? engine.processRecord("aws", item.record) : engine.process(item.alert);
}

function say(io: CliIo, line: string | undefined): void {
  if (line !== undefined) io.stderr.write(`${line}\n`);
}
