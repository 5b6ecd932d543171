import type { Actor } from "../../src/model/actor.js";
import type { CloudChange } from "../../src/model/cloud-change.js";
import type { AlertInput, FalcoAlert } from "../../src/model/falco-alert.js";
import type { JsonValue } from "../../src/model/json.js";
import { known } from "../../src/model/observed-value.js";
import type { ObservedChange, ResourceTarget } from "../../src/model/resource-target.js";
import type { MapResult, ParseResult, Provider } from "../../src/providers/provider.js";

/** What a scripted alert stands for. */
export interface Script {
  readonly id: string;
  readonly time?: string;
  readonly operation?: string;
  readonly account?: string;
  readonly actor?: Partial<Actor>;
  readonly missingFields?: readonly string[];
  /** Taken instead of parsing. */
  readonly parse?: ParseResult;
  readonly targets?: readonly ResourceTarget[];
  /** Taken instead of mapping. */
  readonly map?: MapResult;
}

/** The user agent of a Terraform run. */
export const TERRAFORM_AGENT =
  "APN/1.0 HashiCorp/1.0 Terraform/1.13.0 terraform-provider-aws/6.53.0 aws-sdk-go-v2/1.42.0";

/** A provider whose alerts say themselves what they mean: the engine alone is under test. */
export function scriptedProvider(scripts: readonly Script[]): Provider {
  const byId = new Map(scripts.map((script) => [script.id, script]));
  function scriptOf(id: JsonValue | undefined): Script {
    const script = byId.get(String(id));
    if (script === undefined) throw new Error(`no script for alert ${String(id)}`);
    return script;
  }
  return {
    name: "scripted",
    parser: {
      provider: "scripted",
      sources: ["scripted"],
      fields: ["id"],
      parse(alert: FalcoAlert) {
        const script = scriptOf(alert.fields.id);
        return script.parse ?? { status: "parsed", change: changeOf(script) };
      },
    },
    mapper: {
      map(change) {
        const script = scriptOf(change.id);
        return script.map ?? { status: "mapped", targets: script.targets ?? [] };
      },
    },
  };
}

function changeOf(script: Script): CloudChange {
  return {
    provider: "scripted",
    service: "things.example.com",
    operation: script.operation ?? "UpdateThing",
    id: script.id,
    time: script.time ?? "2026-03-01T12:00:00Z",
    account: script.account ?? "123456789012",
    actor: { kind: "iam_user", name: "alice", userAgent: "console.amazonaws.com", ...script.actor },
    resources: [],
    missingFields: script.missingFields ?? [],
  };
}

/** The alert of a script. */
export function alertOf(id: string): AlertInput {
  return {
    rule: "Any",
    priority: "Notice",
    source: "scripted",
    time: "2026-03-01T12:00:00.000000000Z",
    output: "",
    output_fields: { id },
    tags: [],
  };
}

/** A target that is known by its id. */
export function thing(
  id: string,
  effect: ResourceTarget["effect"],
  changes: readonly ObservedChange[] = [],
  rest: Partial<ResourceTarget> = {},
): ResourceTarget {
  return {
    ref: { types: ["aws_thing"], match: [{ attributes: ["id"], values: [id] }], id },
    effect,
    changes,
    ...rest,
  };
}

/** An attribute that was set. */
export function set(path: string, value: JsonValue): ObservedChange {
  return { path, change: "set", value: known(value) };
}
