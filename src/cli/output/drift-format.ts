import type { DriftEvent } from "../../index.js";
import { prettyDrift } from "./pretty.js";

/** Writes a drift event as text without its last newline. */
export type DriftFormat = (event: DriftEvent) => string;

/** The format that `--format` names: `json` is one `DriftEvent` a line. */
export function driftFormat(name: "pretty" | "json", color: boolean): DriftFormat {
  return name === "json" ? (event) => JSON.stringify(event) : prettyDrift(color);
}
