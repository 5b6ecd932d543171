import { DriftEngine, FalcoSubscriber } from "../../index.js";
import { linkAbort } from "../../internal/linked-abort.js";
import { type Command, EXIT } from "../cli-io.js";
import { alertTransport, SOURCE_OPTIONS } from "../input/source-option.js";
import { type OptionTable, parseOptions } from "../options.js";
import { lineWriter } from "../output/line-writer.js";
import { signalLine } from "../output/signal-line.js";
import { PIPELINE_OPTIONS, pipelineOptions } from "../pipeline-options.js";

const OPTIONS = { ...PIPELINE_OPTIONS, ...SOURCE_OPTIONS } as const satisfies OptionTable;

/** `tfdrift watch`: follows Falco until it is interrupted, or until standard input ends. */
export const watch: Command = async (args, io) => {
  const values = parseOptions(args, OPTIONS);
  const { engine: engineOptions, format, explain, detailedExitcode } = pipelineOptions(values, io.color);
  const transport = alertTransport(values, io.stdin, { follow: true });

  const out = lineWriter(io.stdout);
  const engine = new DriftEngine({ ...engineOptions, subscriber: new FalcoSubscriber({ transport }) });
  let drifted = false;
  engine.on("drift", (event) => {
    drifted ||= event.type !== "drift.resolved";
    out.write(format(event));
  });
  engine.on("signal", (signal) => {
    const line = signalLine(signal, explain);
    if (line !== undefined) io.stderr.write(`${line}\n`);
  });
  const stop = linkAbort([io.signal, out.closed]);
  try {
    await engine.run({ signal: stop.signal });
  } finally {
    stop.release();
    await engine.close();
  }
  await out.flushed();
  return drifted && detailedExitcode ? EXIT.drift : EXIT.ok;
};
