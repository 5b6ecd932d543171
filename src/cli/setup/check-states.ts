import type { StateSource } from "../../index.js";
import { decodeState } from "../../state/decode-state.js";
import type { SetupFindings } from "./setup-findings.js";

/** Reads each state once, and returns those that can be read. */
export async function checkStates(
  sources: readonly StateSource[],
  findings: SetupFindings,
  note: (line: string) => void,
): Promise<readonly StateSource[]> {
  const readable: StateSource[] = [];
  for (const source of sources) {
    try {
      const read = await source.read();
      if (read.status !== "snapshot") continue;
      const { content } = read;
      const { serial, resources } =
        "resources" in content ? content : decodeState(content, { name: source.name });
      note(`${source.name}: serial ${serial}, ${resources.length} resources`);
      readable.push(source);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      findings.add({ code: "state_unreadable", level: "error", subject: source.name, problem, fix: "" });
    }
  }
  return readable;
}
