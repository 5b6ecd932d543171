import { promises as fs } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { falcoGrpc } from "../../falco/grpc/index.js";
import { DriftEngine, DriftError, type DriftEvent, FalcoSubscriber, type FinalOutcome } from "../../index.js";
import { linkAbort } from "../../internal/linked-abort.js";
import { aws } from "../../providers/aws/index.js";
import { localState } from "../../state/local/index.js";
import { startFalcoServer } from "../../testing/index.js";
import { type CliIo, type Command, EXIT } from "../cli-io.js";
import { DEMO_STEPS, TRUSTED_ACTOR } from "../demo/alerts.js";
import { conservation, demoEnd, demoIntroduction, demoStep } from "../demo/narration.js";
import { demoState } from "../demo/state.js";
import { parseOptions } from "../options.js";
import { driftFormat } from "../output/drift-format.js";
import { lineWriter } from "../output/line-writer.js";
import { signalLine } from "../output/signal-line.js";

/** Far longer than the demo takes; ends it where something is wrong with the machine. */
const TIME_LIMIT_MS = 30_000;

/** `tfdrift demo`: the whole pipeline, from a gRPC server as Falco has it, on a socket, to drift. */
export const demo: Command = async (args, io) => {
  parseOptions(args, {});
  // Short, because a socket's path may not be longer than some hundred bytes.
  const folder = await fs.mkdtemp(path.join(tmpdir(), "tfdrift-"));
  try {
    await play(folder, io);
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
  return EXIT.ok;
};

async function play(folder: string, io: CliIo): Promise<void> {
  const address = `unix://${path.join(folder, "falco.sock")}`;
  const statePath = path.join(folder, "terraform.tfstate");
  await fs.writeFile(statePath, demoState());
  const falco = await startFalcoServer({ address });
  try {
    falco.push(...DEMO_STEPS.map(({ alert }) => ({ ...alert })));
    const engine = new DriftEngine({
      subscriber: new FalcoSubscriber({ transport: falcoGrpc({ address, pollIntervalMs: 50 }) }),
      providers: [aws()],
      state: [localState({ path: statePath, name: "terraform.tfstate" })],
      trustedActors: [TRUSTED_ACTOR],
    });
    await narrate(engine, io);
  } finally {
    await falco.stop();
  }
}

/** Runs the engine until every alert has its outcome, and tells each as it comes. */
async function narrate(engine: DriftEngine, io: CliIo): Promise<void> {
  const out = lineWriter(io.stdout);
  const format = driftFormat("pretty", io.color);
  const finished = new AbortController();
  let made: DriftEvent[] = [];
  let told = 0;

  const tell = (outcome: FinalOutcome): void => {
    out.write(demoStep(DEMO_STEPS[outcome.sequence - 1], outcome, made.map(format), io.color));
    made = [];
    told += 1;
    if (told === DEMO_STEPS.length) finished.abort();
  };
  engine.on("drift", (event) => void made.push(event));
  engine.on("signal", (signal) => {
    if (signal.kind === "alert.outcome") tell(signal.outcome);
    else if (signal.kind !== "connection.changed" || signal.state !== "closed")
      sayTo(io, signalLine(signal, false));
  });

  out.write(demoIntroduction(DEMO_STEPS.length, TRUSTED_ACTOR));
  const stop = linkAbort([io.signal, out.closed, finished.signal], TIME_LIMIT_MS);
  await engine.run({ signal: stop.signal }).finally(stop.release);
  await engine.close();
  if (told < DEMO_STEPS.length && !io.signal.aborted && !out.closed.aborted) {
    const message = `the demo did not end within ${TIME_LIMIT_MS} ms; try again on a machine with less to do`;
    throw new DriftError("internal", message);
  }
  if (finished.signal.aborted) out.write(`${conservation(engine.stats())}\n\n${demoEnd()}`);
  await out.flushed();
}

function sayTo(io: CliIo, line: string | undefined): void {
  if (line !== undefined) io.stderr.write(`${line}\n`);
}
