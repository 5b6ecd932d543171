// A provider of one's own: alerts of Falco's github plugin to `github_repository` of the Terraform provider
// integrations/github. Source: fields of the github plugin 0.10; webhook `repository` of GitHub.
import {
  alertField,
  type CloudChange,
  DriftEngine,
  type FalcoAlert,
  known,
  type MapResult,
  type ParseResult,
  type Provider,
} from "tfdrift-falco";
import { localState } from "tfdrift-falco/state/local";

/** GitHub's words for what happened to a repository's visibility. */
const VISIBILITY: Readonly<Record<string, string>> = { publicized: "public", privatized: "private" };

function parse(alert: FalcoAlert): ParseResult {
  const [type, action, owner, name, user] = ["type", "action", "owner", "repo.name", "user"].map((field) =>
    textOf(alert, `github.${field}`),
  );
  // The plugin gives no id, so duplicates are told by what happened when.
  const id = [alert.time, owner, name, action].join(" ");
  if (type !== "repository") {
    return {
      status: "skipped",
      reason: "data_plane",
      id,
      detail: `a ${type ?? "nameless"} message is no change of a repository`,
    };
  }
  if (action === undefined || owner === undefined || name === undefined) {
    const detail = "name github.action, github.owner and github.repo.name in the rule's output";
    return { status: "failed", reason: "missing_field", id, detail };
  }
  const change: CloudChange = {
    provider: "github",
    operation: action,
    id,
    time: alert.time,
    account: owner,
    actor: { kind: "user", name: user ?? "unknown" },
    request: { full_name: `${owner}/${name}` },
    resources: [],
    missingFields: [],
  };
  return { status: "parsed", change };
}

function map({ operation, request }: CloudChange): MapResult {
  const fullName = String(request?.full_name);
  const ref = {
    types: ["github_repository"],
    match: [{ attributes: ["full_name"], values: [fullName] }],
    id: fullName,
  };
  if (operation === "deleted") {
    return { status: "mapped", targets: [{ ref, effect: "delete", changes: [] }] };
  }
  const visibility = VISIBILITY[operation];
  if (visibility === undefined) return { status: "unmapped", operation };
  const changes = [{ path: "visibility", change: "set", value: known(visibility) }] as const;
  return { status: "mapped", targets: [{ ref, effect: "update", changes }] };
}

function textOf(alert: FalcoAlert, name: string): string | undefined {
  const value = alertField(alert, name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The provider: a parser and a mapper, both pure. */
export function github(): Provider {
  const fields = ["github.type", "github.action", "github.owner", "github.repo.name", "github.user"];
  return {
    name: "github",
    parser: { provider: "github", sources: ["github"], fields, parse },
    mapper: { map },
  };
}

/** An engine for a host that has its alerts already: call `engine.process(alert)` with each. */
export function githubEngine(statePath: string): DriftEngine {
  return new DriftEngine({ providers: [github()], state: [localState({ path: statePath })] });
}
