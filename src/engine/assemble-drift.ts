import type { CloudChange } from "../model/cloud-change.js";
import type { Difference, Drift, DriftCause, DriftKind, DriftResource, Origin } from "../model/drift.js";
import type { ManagedResource } from "../model/managed-resource.js";
import type { ResourceRef } from "../model/resource-target.js";
import type { RawDifference } from "./compare/compare-changes.js";
import { deepFreeze } from "./freeze.js";
import { type RedactionContext, redact, type SecretRule } from "./redact.js";
import { judgeSeverity } from "./severity.js";
import type { LoadedState } from "./states.js";

/** All that a finding is made of. */
export interface DriftParts {
  readonly id: string;
  readonly kind: DriftKind;
  readonly previous?: Drift;
  readonly ref: ResourceRef;
  readonly state?: LoadedState;
  readonly resource?: ManagedResource;
  readonly candidates?: readonly string[];
  readonly differences: readonly RawDifference[];
  readonly change: CloudChange;
  readonly origin: Origin;
  readonly incident: string;
  readonly isSecret?: SecretRule;
}

/** Makes the public, redacted, frozen finding. The one place where values leave the engine. */
export function assembleDrift(parts: DriftParts): Drift {
  const { change, kind, previous, state, resource } = parts;
  const described = describeResource(parts);
  const differences = showDifferences(parts, described.type);
  const severity = judgeSeverity({
    kind,
    type: described.type,
    operation: change.operation,
    differences,
    actor: change.actor,
    origin: parts.origin,
  });
  return deepFreeze({
    id: parts.id,
    revision: (previous?.revision ?? 0) + 1,
    kind,
    status: "open",
    fidelity: isExact(kind, differences, parts.candidates) ? "exact" : "coarse",
    resource: described,
    ...(state === undefined ? {} : { state: state.ref }),
    differences,
    actor: change.actor,
    origin: parts.origin,
    cause: describeCause(change),
    severity,
    impact: state === undefined || resource === undefined ? [] : state.index.dependents(resource),
    incident: previous?.incident ?? parts.incident,
    firstSeen: earlier(previous?.firstSeen, change.time),
    lastSeen: later(previous?.lastSeen, change.time),
  });
}

/** Redacts differences. */
export function showDifferences(
  parts: Pick<DriftParts, "differences" | "resource" | "isSecret">,
  type: string,
): readonly Difference[] {
  const context: RedactionContext = {
    type,
    ...(parts.resource === undefined ? {} : { resource: parts.resource }),
    ...(parts.isSecret === undefined ? {} : { isSecret: parts.isSecret }),
  };
  return parts.differences.map(({ path, change, declared, observed }) => ({
    path,
    change,
    declared: redact(path, declared, context),
    observed: redact(path, observed, context),
  }));
}

function describeResource({ ref, resource, candidates, change }: DriftParts): DriftResource {
  const id = textOf(resource?.attributes.id) ?? ref.id;
  const account = resource?.account ?? ref.account ?? change.account;
  const region = resource?.region ?? ref.region;
  return {
    ...(resource === undefined || candidates !== undefined
      ? {}
      : { address: resource.address, name: resource.name, ...optional("module", resource.module) }),
    type: resource?.type ?? ref.types[0] ?? "unknown",
    provider: change.provider,
    ...optional("id", candidates === undefined ? id : ref.id),
    ...optional("account", account),
    ...optional("region", region),
    ...(candidates === undefined ? {} : { candidates }),
  };
}

function describeCause(change: CloudChange): DriftCause {
  return {
    provider: change.provider,
    ...optional("service", change.service),
    operation: change.operation,
    id: change.id,
    ...optional("requestId", change.requestId),
    time: change.time,
    ...(change.alert === undefined ? {} : change.alert),
  };
}

/** A deletion and a creation are known as they are; a modification when each value is. */
function isExact(
  kind: DriftKind,
  differences: readonly Difference[],
  candidates?: readonly string[],
): boolean {
  if (candidates !== undefined) return false;
  if (kind !== "modified") return true;
  return differences.length > 0 && differences.every((one) => one.observed.kind !== "unknown");
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: string });
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function earlier(a: string | undefined, b: string): string {
  return a !== undefined && Date.parse(a) <= Date.parse(b) ? a : b;
}

function later(a: string | undefined, b: string): string {
  return a !== undefined && Date.parse(a) >= Date.parse(b) ? a : b;
}
