import { existsSync, readFileSync } from "node:fs";

const SAMPLES = new URL("../../../shared/samples/falco-capture/", import.meta.url);

/** Whether the records of a real Falco are there; they are not part of the project. */
export const haveFalcoCaptures: boolean = existsSync(SAMPLES);

/** The runs of a real Falco 0.43.1 that were recorded. */
export const FALCO_CAPTURES = [
  "edge-allfields",
  "edge-message-iso",
  "edge-textoutput",
  "metrics-internal",
  "official-cloudtrail-rules",
] as const;

/** The bytes of one file of a recorded run. */
export function captureBytes(run: string, file: string): Buffer {
  return readFileSync(new URL(`${run}/${file}`, SAMPLES));
}

/** The lines of one file of a recorded run, as they are. */
export function captureLines(run: string, file: string): string[] {
  return captureBytes(run, file).toString("utf8").trimEnd().split("\n");
}
