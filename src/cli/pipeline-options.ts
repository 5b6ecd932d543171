import type { Provider, StateSource } from "../index.js";
import { aws } from "../providers/aws/index.js";
import { stateSources } from "./input/state-option.js";
import { flag, type OptionTable, type OptionValues, oneOf, seconds, text, texts } from "./options.js";
import { type DriftFormat, driftFormat } from "./output/drift-format.js";
import { notYet, usageError } from "./usage-error.js";

/** The options that `watch` and `replay` share. */
export const PIPELINE_OPTIONS: OptionTable = {
  state: { type: "string", multiple: true },
  provider: { type: "string" },
  format: { type: "string" },
  explain: { type: "boolean" },
  "trusted-actor": { type: "string", multiple: true },
  unmanaged: { type: "boolean" },
  "no-unmanaged": { type: "boolean" },
  settle: { type: "string" },
  "detailed-exitcode": { type: "boolean" },
  config: { type: "string" },
  rules: { type: "string" },
  driftignore: { type: "string" },
  "terraform-dir": { type: "string" },
};

/** Options of the interface that this version does not have yet. */
const LATER = ["config", "rules", "driftignore", "terraform-dir"] as const;
const LATER_FORMATS: readonly string[] = ["cloudevents", "ocsf"];
const LATER_PROVIDERS: readonly string[] = ["gcp", "azure"];

/** What the engine and the output of `watch` and `replay` are made of. */
export interface PipelineOptions {
  readonly engine: {
    readonly providers: readonly Provider[];
    readonly state: readonly StateSource[];
    readonly trustedActors: readonly string[];
    readonly unmanaged: boolean;
    readonly settleMs?: number;
  };
  readonly format: DriftFormat;
  /** Tell for every alert what became of it and why, on standard error. */
  readonly explain: boolean;
  /** Exit with 2 where drift was found. */
  readonly detailedExitcode: boolean;
}

/**
 * Reads the shared options.
 *
 * @throws DriftError `invalid_option`
 */
export function pipelineOptions(values: OptionValues, color: boolean): PipelineOptions {
  for (const name of LATER) {
    if (values[name] !== undefined) throw notYet(`--${name}`, "leave it out");
  }
  if (flag(values, "unmanaged") && flag(values, "no-unmanaged")) {
    throw usageError("--unmanaged and --no-unmanaged exclude each other; give one");
  }
  const format = text(values, "format");
  if (format !== undefined && LATER_FORMATS.includes(format)) {
    throw notYet(`--format ${format}`, "use pretty or json");
  }
  const settleMs = seconds(values, "settle");
  return {
    engine: {
      providers: providers(text(values, "provider") ?? "aws"),
      state: stateSources(texts(values, "state")),
      trustedActors: texts(values, "trusted-actor"),
      unmanaged: !flag(values, "no-unmanaged"),
      ...(settleMs !== undefined && { settleMs }),
    },
    format: driftFormat(oneOf(values, "format", ["pretty", "json"], "pretty"), color),
    explain: flag(values, "explain"),
    detailedExitcode: flag(values, "detailed-exitcode"),
  };
}

function providers(list: string): readonly Provider[] {
  const names = [...new Set(list.split(","))];
  return names.map((name) => {
    if (name === "aws") return aws();
    if (LATER_PROVIDERS.includes(name)) throw notYet(`--provider ${name}`, "use aws");
    throw usageError(`--provider ${name} is unknown; use aws`);
  });
}
