import { type Diagnostic, DriftEngine, FalcoSubscriber, isDriftError } from "../../index.js";
import { linkAbort } from "../../internal/linked-abort.js";
import { aws } from "../../providers/aws/index.js";
import { type CliIo, type Command, EXIT } from "../cli-io.js";
import { alertTransport, SOURCE_OPTIONS } from "../input/source-option.js";
import { stateSources } from "../input/state-option.js";
import { type OptionTable, parseOptions, seconds, text, texts } from "../options.js";
import { plainText } from "../output/plain-text.js";
import { checkStates } from "../setup/check-states.js";
import { setupFindings } from "../setup/setup-findings.js";
import { usageError } from "../usage-error.js";

const OPTIONS = {
  ...SOURCE_OPTIONS,
  state: { type: "string", multiple: true },
  for: { type: "string" },
} as const satisfies OptionTable;

/** How long Falco is listened to where `--for` does not say, in milliseconds. */
const DEFAULT_LISTEN_MS = 30_000;

/** `tfdrift doctor`: what is wrong with a set-up and how to fix it. Exits with 1 where anything is. */
export const doctor: Command = async (args, io) => {
  const values = parseOptions(args, OPTIONS);
  const paths = texts(values, "state");
  const falco = text(values, "falco");
  if (falco === undefined && paths.length === 0)
    throw usageError("doctor needs --falco SOURCE, --state FILE, or both");

  const findings = setupFindings();
  const states =
    paths.length === 0 ? [] : await checkStates(stateSources(paths), findings, (line) => say(io, line));
  if (falco !== undefined) {
    const subscriber = new FalcoSubscriber({
      transport: alertTransport(values, io.stdin, { follow: false }),
    });
    // Without a state the alerts are still looked at; an empty one stands in, and what it cannot match is no finding.
    const engine = new DriftEngine({
      subscriber,
      providers: [aws()],
      state: states.length > 0 ? states : [NO_STATE],
    });
    engine.on("signal", (signal) => {
      if (states.length > 0 || !isAboutStates(signal)) findings.hear(signal);
    });
    const listenMs = seconds(values, "for") ?? DEFAULT_LISTEN_MS;
    const stop = linkAbort([io.signal], listenMs);
    await listen(engine, stop.signal, findings.add).finally(stop.release);
    const { received } = engine.stats();
    say(io, `${received} alerts in at most ${listenMs / 1000} s`);
    if (received === 0) findings.add(SILENCE);
  }
  for (const finding of findings.all()) io.stdout.write(`${describe(finding)}\n`);
  if (findings.all().length > 0) return EXIT.error;
  io.stdout.write("nothing is wrong with what could be seen\n");
  return EXIT.ok;
};

const NO_STATE = {
  name: "no state",
  read: async () =>
    ({
      status: "snapshot",
      version: "none",
      workspace: "default",
      content: { lineage: "none", serial: 0, terraformVersion: "none", resources: [], deposed: [] },
    }) as const,
};

function isAboutStates(signal: { readonly kind: string; readonly diagnostic?: Diagnostic }): boolean {
  return signal.kind.startsWith("state.") || signal.diagnostic?.code === "state_unmatched";
}

async function listen(
  engine: DriftEngine,
  signal: AbortSignal,
  add: (finding: Diagnostic) => void,
): Promise<void> {
  try {
    await engine.run({ signal });
  } catch (error) {
    if (!isDriftError(error) || error.stage !== "source") throw error;
    add({ code: "falco_unreachable", level: "error", subject: error.code, problem: error.message, fix: "" });
  } finally {
    await engine.close();
  }
}

/** Names no source: its URL may hold a password. */
const SILENCE: Diagnostic = {
  code: "silence",
  level: "error",
  subject: "falco",
  problem: "no alert came",
  fix:
    "make a change in the account (such as a tag) and look again with a longer --for; then check that Falco runs, that " +
    "its plugin reads your audit log, and that the rules of tfdrift falco-config are loaded",
};

function describe({ level, code, subject, problem, fix }: Diagnostic): string {
  return plainText(`${level} ${code} (${subject}): ${problem}${fix === "" ? "" : `; ${fix}`}`);
}

function say(io: CliIo, line: string): void {
  io.stderr.write(`${plainText(line)}\n`);
}
