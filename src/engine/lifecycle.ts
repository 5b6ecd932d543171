import type { CloudChange } from "../model/cloud-change.js";
import type { Drift, DriftEvent, DriftResolution, Origin } from "../model/drift.js";
import { assembleDrift, type DriftParts, showDifferences } from "./assemble-drift.js";
import { compareChanges } from "./compare/compare-changes.js";
import type { DriftStore, OpenFinding } from "./drift-store.js";
import { deepFreeze } from "./freeze.js";
import { findingId } from "./ids.js";
import type { Hit, Judgement, UnmanagedJudgement } from "./judge.js";
import { mergeObservations, withoutOverwritten } from "./observations.js";
import type { SecretRule } from "./redact.js";
import type { LoadedState } from "./states.js";

/** Who made a change and in which burst: what a finding needs beside the judgement. */
export interface ChangeContext {
  readonly change: CloudChange;
  readonly origin: Origin;
  readonly incident: string;
}

/** Opens, updates and resolves findings. */
export interface Lifecycle {
  /** Takes a judgement in; the drift event that it makes, if any. */
  apply(judgement: Judgement, context: ChangeContext): DriftEvent | undefined;
  /** Takes in a change of our own Terraform: findings that it put right are resolved, none is opened. */
  applyOwn(judgement: Judgement): DriftEvent | undefined;
  /** Looks at the open findings again after states were read anew. */
  reconcile(changed: readonly LoadedState[], all: readonly LoadedState[]): readonly DriftEvent[];
}

/** What {@link createLifecycle} needs. */
export interface LifecycleOptions {
  readonly store: DriftStore;
  /** The present as RFC 3339, for `DriftEvent.time`. */
  readonly now: () => string;
  readonly isSecret?: SecretRule;
}

type EventType = DriftEvent["type"];

/** Makes a {@link Lifecycle} over a store. */
export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { store, now } = options;
  const secretRule = options.isSecret === undefined ? {} : { isSecret: options.isSecret };

  function emit(type: EventType, drift: Drift): DriftEvent {
    return deepFreeze({ specVersion: "1.0", type, time: now(), drift });
  }

  function save(finding: OpenFinding, previous: OpenFinding | undefined): DriftEvent {
    store.put(finding);
    return emit(previous === undefined ? "drift.detected" : "drift.updated", finding.drift);
  }

  function resolve(finding: OpenFinding, resolution: DriftResolution, drift = finding.drift): DriftEvent {
    store.delete(finding.drift.id);
    const revision = finding.drift.revision + 1;
    return emit("drift.resolved", { ...drift, revision, status: "resolved", resolution });
  }

  function open(
    parts: Omit<DriftParts, "isSecret">,
    rest: Pick<OpenFinding, "observations" | "coarse">,
  ): DriftEvent {
    const previous = store.get(parts.id);
    const drift = assembleDrift({
      ...parts,
      ...secretRule,
      ...(previous === undefined ? {} : { previous: previous.drift }),
    });
    const source = parts.state === undefined ? {} : { source: parts.state.source.name };
    return save({ drift, ref: parts.ref, ...source, ...rest }, previous);
  }

  function applyModified(
    judgement: Judgement & { readonly kind: "modified" | "agrees" },
    hit: Hit,
    context: ChangeContext,
  ): DriftEvent | undefined {
    const { state, resource } = hit;
    const id = findingId(state.ref.lineage, resource.address, "modified");
    const previous = store.get(id);
    if (previous === undefined && judgement.kind === "agrees") return undefined;
    const observations = mergeObservations(
      previous?.observations ?? [],
      judgement.changes,
      context.change.time,
    );
    const differences = compareChanges(
      observations.map((one) => one.change),
      resource.attributes,
    );
    const silent = judgement.kind === "modified" && judgement.silent;
    const coarse = (previous?.coarse ?? false) || silent;
    if (previous !== undefined && differences.length === 0 && !coarse) return resolve(previous, "reverted");
    return open(
      { id, kind: "modified", ref: judgement.target.ref, state, resource, differences, ...context },
      { observations, coarse },
    );
  }

  function applyDeleted(ref: DriftParts["ref"], hit: Hit, context: ChangeContext): DriftEvent {
    const { state, resource } = hit;
    const id = findingId(state.ref.lineage, resource.address, "deleted");
    return open(
      { id, kind: "deleted", ref, state, resource, differences: [], ...context },
      { observations: [], coarse: false },
    );
  }

  function applyUnmanaged({ target, differences }: UnmanagedJudgement, context: ChangeContext): DriftEvent {
    const id = unmanagedId(target, context.change);
    return open(
      { id, kind: "unmanaged", ref: target.ref, differences, ...context },
      { observations: [], coarse: false },
    );
  }

  function applyAmbiguous(
    judgement: Judgement & { readonly kind: "ambiguous" },
    context: ChangeContext,
  ): DriftEvent {
    const { target, hits } = judgement;
    const candidates = hits.map((hit) => hit.resource.address);
    const kind = target.effect === "delete" ? "deleted" : "modified";
    const { state, resource } = hits[0];
    const id = findingId(state.ref.lineage, candidates.join("\n"), kind);
    return open(
      { id, kind, ref: target.ref, state, resource, candidates, differences: [], ...context },
      { observations: [], coarse: true },
    );
  }

  function reconcileOne(
    finding: OpenFinding,
    changed: readonly LoadedState[],
    all: readonly LoadedState[],
  ): DriftEvent | undefined {
    const { drift } = finding;
    if (drift.kind === "unmanaged") {
      return all.some((state) => state.index.find(finding.ref).length > 0)
        ? resolve(finding, "adopted")
        : undefined;
    }
    const state = changed.find((one) => one.source.name === finding.source);
    if (state === undefined) return undefined;
    if (drift.state?.lineage !== state.ref.lineage) return resolve(finding, "expired");
    const address = drift.resource.address;
    if (address === undefined) return undefined;
    const resource = state.index.get(address);
    if (resource === undefined) return resolve(finding, "absorbed");
    if (drift.kind === "deleted") {
      return resource.attributes.id === drift.resource.id ? undefined : resolve(finding, "absorbed");
    }
    if (finding.coarse) return undefined;
    const differences = compareChanges(
      finding.observations.map((one) => one.change),
      resource.attributes,
    );
    if (differences.length === 0) return resolve(finding, "absorbed");
    const shown = showDifferences({ differences, resource, ...secretRule }, resource.type);
    if (JSON.stringify(shown) === JSON.stringify(drift.differences)) return undefined;
    const next = deepFreeze({ ...drift, differences: shown, state: state.ref, revision: drift.revision + 1 });
    return save({ ...finding, drift: next }, finding);
  }

  return {
    apply(judgement, context) {
      switch (judgement.kind) {
        case "modified":
          return applyModified(judgement, judgement.hit, context);
        case "agrees":
          return judgement.hit === undefined ? undefined : applyModified(judgement, judgement.hit, context);
        case "deleted":
          return applyDeleted(judgement.target.ref, judgement.hit, context);
        case "unmanaged":
          return applyUnmanaged(judgement, context);
        case "ambiguous":
          return applyAmbiguous(judgement, context);
        case "not_managed": {
          const finding = store.get(unmanagedId(judgement.target, context.change));
          const gone = finding !== undefined && judgement.target.effect === "delete";
          return gone ? resolve(finding, "reverted") : undefined;
        }
      }
    },
    applyOwn(judgement) {
      if (judgement.kind !== "modified" && judgement.kind !== "agrees") return undefined;
      const { hit } = judgement;
      const finding = hit && store.get(findingId(hit.state.ref.lineage, hit.resource.address, "modified"));
      if (finding === undefined || finding.coarse) return undefined;
      const observations = withoutOverwritten(finding.observations, judgement.changes);
      if (observations.length === 0) return resolve(finding, "reverted");
      store.put({ ...finding, observations });
      return undefined;
    },
    reconcile(changed, all) {
      return [...store.all()].flatMap((finding) => reconcileOne(finding, changed, all) ?? []);
    },
  };
}

/** An unmanaged resource is known by its type and the cloud's id; where the record has no id, by the record. */
function unmanagedId({ ref }: Judgement["target"], change: CloudChange): string {
  const subject = [ref.types[0], ref.account ?? change.account, ref.region, ref.id ?? change.id];
  return findingId("unmanaged", JSON.stringify(subject), "unmanaged");
}
