import type { Judgement } from "./judge.js";

/** A judgement that is drift, if the origin of the change lets it be. */
export type DriftJudgement = Exclude<Judgement, { readonly kind: "agrees" | "not_managed" }>;

/** Whether a judgement is drift. */
export function isDrift(judgement: Judgement): judgement is DriftJudgement {
  return judgement.kind !== "agrees" && judgement.kind !== "not_managed";
}

/** A judgement in words, for `explain`. Never with a value. */
export function describeJudgement(judgement: Judgement): string {
  const { target } = judgement;
  const what = `${target.ref.types[0] ?? "resource"}${target.ref.id === undefined ? "" : ` ${target.ref.id}`}`;
  switch (judgement.kind) {
    case "agrees":
      return judgement.hit === undefined
        ? `${what} is as a state expects it`
        : `${judgement.hit.resource.address} is as declared in ${judgement.hit.state.ref.source}`;
    case "not_managed":
      return `no state manages ${what}`;
    case "unmanaged":
      return `${what} was created and no state manages it`;
    case "deleted":
      return `${judgement.hit.resource.address} was deleted`;
    case "ambiguous":
      return `one of ${judgement.hits.length} resources of type ${target.ref.types[0]} was changed`;
    case "modified": {
      const paths = judgement.differences.map((one) => one.path);
      const how =
        paths.length === 0
          ? "in a way that the record does not tell"
          : `at ${[...new Set(paths)].join(", ")}`;
      return `${judgement.hit.resource.address} was changed ${how}`;
    }
  }
}
