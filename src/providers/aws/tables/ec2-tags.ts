import { attributePath } from "../../../model/attribute-path.js";
import type { CloudChange } from "../../../model/cloud-change.js";
import type { JsonValue } from "../../../model/json.js";
import { known } from "../../../model/observed-value.js";
import type { IdentityMatch, ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import type { ServiceMapping } from "../mapping-table.js";
import { recordValues } from "../record-path.js";
import { readTags } from "../tags.js";
import { typesOfId } from "./ec2-resource-types.js";
import { given, has, setTo, target } from "./ec2-targets.js";

/** Tags of any EC2 resource. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const tags: ServiceMapping = {
  CreateTags: { targets: createdTags },
  DeleteTags: { targets: deletedTags },
};

/** One target a tag and resource: a tag may be declared alone, as `aws_ec2_tag`, or with its resource. */
function createdTags(change: CloudChange): readonly ResourceTarget[] {
  return resourceIds(change).flatMap((id) =>
    [...requestedTags(change)].map(([key, value]) => {
      const owner = ownerTarget(change, id, [setTo(attributePath("tags", key), value)]);
      // Nobody wants to hear of a tag on something that no state has.
      const effect = owner === undefined ? "update" : "create";
      return target(change, effect, ["aws_ec2_tag"], tagMatch(id, key), {
        changes: [setTo("value", value)],
        ...given("orElse", owner),
      });
    }),
  );
}

/**
 * A tag that is named with a value goes only if it has that value. What it had, the record does not say: it is taken to
 * be gone, which is no drift where no state has it.
 */
function deletedTags(change: CloudChange): readonly ResourceTarget[] {
  const keys = [...requestedTags(change).keys()];
  return resourceIds(change).flatMap((id): readonly ResourceTarget[] => {
    if (keys.length === 0) return namesTags(change) ? [] : [allTagsTarget(change, id)];
    return keys.map((key) => {
      const gone: ObservedChange = {
        path: attributePath("tags", key),
        change: "removed",
        value: known(null),
      };
      const owner = ownerTarget(change, id, [gone]);
      return target(change, "delete", ["aws_ec2_tag"], tagMatch(id, key), given("orElse", owner));
    });
  });
}

/** A request without tags removes all of them; which there were, it does not say. */
function allTagsTarget(change: CloudChange, id: string): ResourceTarget {
  const orElse = given("orElse", ownerTarget(change, id, []));
  return target(change, "delete", ["aws_ec2_tag"], [has("resource_id", id)], orElse);
}

/** The resource itself; `undefined` for an id of a kind that is not known. */
function ownerTarget(
  change: CloudChange,
  id: string,
  changes: readonly ObservedChange[],
): ResourceTarget | undefined {
  const types = typesOfId(id);
  return types.length === 0
    ? undefined
    : target(change, "update", types, [has(identityOf(types), id)], { changes });
}

/** The attributes in which the state of a type has the id by which EC2 tags it. */
function identityOf(types: readonly string[]): readonly string[] {
  switch (types[0]) {
    case "aws_key_pair":
      return ["key_pair_id"];
    case "aws_placement_group":
      return ["placement_group_id"];
    default:
      return ["id"];
  }
}

function tagMatch(id: string, key: string): readonly IdentityMatch[] {
  return [has("resource_id", id), has("key", key)];
}

function resourceIds(change: CloudChange): readonly string[] {
  const elements = recordValues(change, "request.resourcesSet[]");
  const ids = elements.flatMap((element) =>
    typeof element === "string" ? [element] : recordValues(change, "each.resourceId", element),
  );
  return [...new Set(ids.filter((id): id is string => typeof id === "string" && id !== ""))];
}

function requestedTags(change: CloudChange): ReadonlyMap<string, JsonValue> {
  return readTags(recordValues(change, "request.tagSet[]"));
}

/** Whether a request names tags, be it only ones of AWS's own (`aws:`), which nobody can change. */
function namesTags(change: CloudChange): boolean {
  return recordValues(change, "request.tagSet[]").length > 0;
}
