import { styleText } from "node:util";

import type { EngineStats, FinalOutcome } from "../../index.js";
import { outcomeName } from "../output/outcome-lines.js";
import { plainText } from "../output/plain-text.js";
import type { DemoStep } from "./alerts.js";

/** What the demo is about to do. */
export function demoIntroduction(alerts: number, trustedActor: string): string {
  return `A Falco-compatible gRPC server on a socket plays ${alerts} alerts, as Falco's cloudtrail plugin writes them.
The subscriber, the AWS provider, a Terraform state of 5 resources and the engine are the real ones.
Trusted to run Terraform: ${trustedActor}
`;
}

/** One alert: what happened, what became of it and why. */
export function demoStep(
  step: DemoStep | undefined,
  outcome: FinalOutcome,
  drifts: readonly string[],
  color: boolean,
): string {
  const name = outcomeName(outcome);
  const title = color ? styleText("bold", name, { validateStream: false }) : name;
  const because = outcome.evidence.map((one) => `   because ${plainText(one)}`);
  const indented = drifts.map((drift) => drift.replace(/^(?=.)/gm, "   ").trimEnd());
  return [
    `${outcome.sequence}. ${step?.story ?? "something happened"}`,
    `   => ${title}`,
    ...indented,
    ...because,
    "",
  ].join("\n");
}

/** The law that nothing is lost, with the numbers of this run. */
export function conservation(stats: EngineStats): string {
  const { received, drift, clean, suppressed, duplicate, skipped, rejected, deferred } = stats;
  return `received ${received} = ${drift} drift + ${clean} clean + ${suppressed} suppressed + ${duplicate} duplicate + ${skipped} skipped + ${rejected} rejected + ${deferred} deferred`;
}

/** Where to go next. */
export function demoEnd(): string {
  return `Next:
  tfdrift falco-config --source aws_cloudtrail            what your Falco needs
  tfdrift watch --falco unix:///run/falco/falco.sock --state terraform.tfstate
  tfdrift replay --cloudtrail FOLDER --state terraform.tfstate --outcomes
  README.md has the same as a library, in 20 lines.`;
}
