import { type CliIo, type Command, EXIT } from "./cli-io.js";
import { demo } from "./commands/demo.js";
import { doctor } from "./commands/doctor.js";
import { falcoConfig } from "./commands/falco-config.js";
import { replay } from "./commands/replay.js";
import { state } from "./commands/state.js";
import { watch } from "./commands/watch.js";
import { plainText } from "./output/plain-text.js";
import { COMMAND_USAGE, COMMANDS, type CommandName, LATER_COMMANDS, USAGE } from "./usage.js";
import { notYet, usageError } from "./usage-error.js";
import { VERSION } from "./version.js";

const TABLE: Readonly<Record<CommandName, Command>> = {
  watch,
  replay,
  state,
  doctor,
  "falco-config": falcoConfig,
  demo,
};

/**
 * Runs `tfdrift` with these arguments (without the program's name) and resolves to its exit status. Never rejects: an
 * error is one line on standard error, and status 1.
 */
export async function run(argv: readonly string[], io: CliIo): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    io.stderr.write(`tfdrift: ${plainText(complaint(error))}\n`);
    return EXIT.error;
  }
}

async function dispatch([name, ...args]: readonly string[], io: CliIo): Promise<number> {
  if (name === "--version") return print(io, VERSION);
  if (name === "--help" || name === "-h" || name === "help") return print(io, USAGE);
  if (name === undefined) throw usageError(`a command is missing; use one of ${COMMANDS.join(", ")}`);
  if (LATER_COMMANDS.includes(name)) throw notYet(`\`tfdrift ${name}\``, `use one of ${COMMANDS.join(", ")}`);
  const command = COMMANDS.find((known) => known === name);
  if (command === undefined) {
    throw usageError(`there is no command ${name}; use one of ${COMMANDS.join(", ")}`);
  }
  if (args.includes("--help") || args.includes("-h")) return print(io, COMMAND_USAGE[command]);
  return TABLE[command](args, io);
}

function print(io: CliIo, text: string): number {
  io.stdout.write(`${text}\n`);
  return EXIT.ok;
}

function complaint(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(complaint).join("; ");
  return error instanceof Error ? error.message : String(error);
}
