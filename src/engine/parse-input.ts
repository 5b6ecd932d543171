import { decodeAlert } from "../falco/decode-alert.js";
import type { CloudChange } from "../model/cloud-change.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { DriftError } from "../model/drift-error.js";
import type { AlertInput, FalcoAlert } from "../model/falco-alert.js";
import type {
  MapResult,
  Parsed,
  ParseFailed,
  ParseResult,
  ParseSkipped,
  Provider,
} from "../providers/provider.js";

/** A change with the provider that parsed it, or why there is none. */
export type ParsedInput = (Parsed & { readonly provider: Provider }) | ParseSkipped | ParseFailed;

/** Called when a host's provider threw, which its contract forbids. */
export type ProviderFailure = (error: DriftError) => void;

/** What parsing needs, and whom it tells what it notices. */
export interface ParseContext {
  readonly providers: readonly Provider[];
  readonly onFailure: ProviderFailure;
  readonly onDecoded: (alert: FalcoAlert) => void;
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
}

/** Decodes an alert and lets the provider whose it is parse it. */
export function parseAlert(input: AlertInput, context: ParseContext): ParsedInput {
  const alert = decodeAlert(input);
  if ("kind" in alert) {
    const { reason, detail, field } = alert;
    if (alert.isText === true) context.onDiagnostic(TEXT_OUTPUT);
    return { status: "failed", reason, detail, ...(field === undefined ? {} : { field }) };
  }
  context.onDecoded(alert);
  if (alert.source === "internal") {
    return { status: "skipped", reason: "falco_internal", detail: `Falco about itself: ${alert.rule}` };
  }
  const provider = providerOf(alert, context);
  if (provider === undefined) {
    const detail = `no provider parses alerts of source ${alert.source}`;
    return { status: "skipped", reason: "other_source", detail };
  }
  const { parser } = provider;
  for (const diagnostic of parser.diagnose?.(alert) ?? []) context.onDiagnostic(diagnostic);
  return guardParse(provider, () => parser.parse(alert), context.onFailure);
}

/** The provider of the alert's source, else the one that knows the alert by the shape of its fields. */
function providerOf(alert: FalcoAlert, context: ParseContext): Provider | undefined {
  const named = context.providers.find((one) => one.parser.sources.includes(alert.source));
  if (named !== undefined) return named;
  const claiming = context.providers.find((one) => one.parser.claims?.(alert) === true);
  if (claiming !== undefined) context.onDiagnostic(renamed(alert.source, claiming.parser.sources));
  return claiming;
}

const TEXT_OUTPUT: Diagnostic = {
  code: "text_output",
  level: "error",
  subject: "json_output",
  problem: "Falco writes its alerts as text, which carries no fields",
  fix: "set json_output: true in falco.yaml",
};

function renamed(source: string, expected: readonly string[]): Diagnostic {
  return {
    code: "renamed_source",
    level: "warning",
    subject: source,
    problem: `alerts come from a source named ${source}; their fields are those of ${expected.join(" or ")}`,
    fix: `they are judged all the same; check that the rules say source: ${expected.join(" or ")}`,
  };
}

/** Lets a provider parse a raw audit record. */
export function parseRecord(provider: Provider, record: unknown, context: ParseContext): ParsedInput {
  const { parser } = provider;
  if (parser.parseRecord === undefined) {
    const detail = `the provider ${provider.name} reads no raw records; give it Falco's alerts`;
    return { status: "failed", reason: "malformed", detail };
  }
  return guardParse(provider, () => parser.parseRecord?.(record), context.onFailure);
}

/** Maps a change; a mapper that throws loses one alert, with a reason, and nothing else. */
export function mapChange(provider: Provider, change: CloudChange, onFailure: ProviderFailure): MapResult {
  try {
    return provider.mapper.map(change);
  } catch (cause) {
    onFailure(
      new DriftError("mapper_failed", `the mapper of provider ${provider.name} threw; a mapper never may`, {
        fault: "library",
        cause,
      }),
    );
    return {
      status: "failed",
      reason: "malformed",
      field: change.operation,
      detail: "the provider's mapper threw",
    };
  }
}

function guardParse(
  provider: Provider,
  parse: () => ParseResult | undefined,
  onFailure: ProviderFailure,
): ParsedInput {
  try {
    const result = parse();
    if (result !== undefined) return result.status === "parsed" ? { ...result, provider } : result;
  } catch (cause) {
    onFailure(
      new DriftError("provider_failed", `the parser of provider ${provider.name} threw; a parser never may`, {
        fault: "library",
        cause,
      }),
    );
  }
  return { status: "failed", reason: "malformed", detail: "the provider's parser failed" };
}
