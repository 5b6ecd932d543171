#!/usr/bin/env node
import { run } from "./run.js";

const controller = new AbortController();
// Once: a second Ctrl-C ends the process at once, should the first one not be enough.
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => controller.abort());
}

// A reader that goes away (`tfdrift --help | head -1`) is no error; commands notice by themselves, and stop.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const noColor = process.env.NO_COLOR !== undefined && process.env.NO_COLOR !== "";
void run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: controller.signal,
  color: process.stdout.isTTY === true && !noColor,
}).then((status) => {
  process.exitCode = status;
  // Standard input that nobody reads to its end would keep the process alive.
  process.stdin.destroy();
});
