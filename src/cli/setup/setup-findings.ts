import type { Diagnostic, PipelineSignal } from "../../index.js";

/** What was found to be wrong, each once. */
export interface SetupFindings {
  readonly add: (finding: Diagnostic) => void;
  /** Takes in what a signal tells to be wrong. */
  readonly hear: (signal: PipelineSignal) => void;
  /** The worst first. */
  readonly all: () => readonly Diagnostic[];
}

/** Makes {@link SetupFindings}. */
export function setupFindings(): SetupFindings {
  const found = new Map<string, Diagnostic>();
  const add = (finding: Diagnostic): void => {
    const key = `${finding.code} ${finding.subject}`;
    if (!found.has(key)) found.set(key, finding);
  };
  return {
    add,
    hear(signal) {
      if (signal.kind === "setup.diagnosed") add(signal.diagnostic);
      if (signal.kind === "connection.changed" && signal.error !== undefined) {
        const { code, message } = signal.error;
        add({ code: "falco_unreachable", level: "error", subject: code, problem: message, fix: "" });
      }
    },
    all: () =>
      [...found.values()].sort((a, b) => Number(a.level === "warning") - Number(b.level === "warning")),
  };
}
