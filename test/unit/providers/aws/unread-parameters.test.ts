import { describe, expect, it } from "vitest";
import type { CloudChange } from "../../../../src/model/cloud-change.js";
import type { JsonObject } from "../../../../src/model/json.js";
import type { TargetMapping } from "../../../../src/providers/aws/mapping-table.js";
import { hasUnreadParameters, readPaths } from "../../../../src/providers/aws/unread-parameters.js";

const row: TargetMapping = {
  types: ["aws_thing"],
  effect: "update",
  match: [{ paths: ["request.thingId", "response.thing.id"], attributes: ["id"] }],
  attributes: {
    "request.size": "size",
    "request.settings.mode": "mode",
    "request.groups[].groupId": "group_ids",
    "request.tagSet": { attribute: "tags", as: "tags" },
  },
};

function saysMore(request: JsonObject, rows: readonly TargetMapping[] = [row]): boolean {
  const change: CloudChange = {
    provider: "aws",
    operation: "ModifyThing",
    id: "1",
    time: "2026-03-01T12:00:00Z",
    actor: { kind: "unknown", name: "unknown" },
    request,
    resources: [],
    missingFields: [],
  };
  return hasUnreadParameters(change, readPaths(rows));
}

describe("a request says no more than its rows read", () => {
  it.each<readonly [string, JsonObject]>([
    ["when each parameter is an identity or an attribute", { thingId: "t", size: 1 }],
    ["in whatever case it is written", { ThingId: "t", Size: 1 }],
    ["in nested members and lists", { settings: { mode: "a" }, groups: [{ groupId: "g" }] }],
    ["below what is read as a whole", { tagSet: [{ key: "a", value: "b" }] }],
    ["when the rest only steers the call", { thingId: "t", clientToken: "x", dryRun: true, "x-amz-id": "y" }],
    ["when the rest numbers the elements of a list", { groups: { groupId: "g", tag: 1 } }],
    ["when the rest is empty", { thingId: "t", note: "", list: [], more: {}, nothing: null }],
  ])("%s", (_, request) => {
    expect(saysMore(request)).toBe(false);
  });

  it("when another row of the operation, or a parent's, reads it", () => {
    const parent: TargetMapping = { ...row, attributes: { "request.note": "note" } };
    expect(saysMore({ note: "n" }, [row, parent])).toBe(false);
    expect(saysMore({ note: "n" }, [{ ...row, orElse: parent }])).toBe(false);
  });

  it("when a row reads the elements of its list", () => {
    const each: TargetMapping = {
      ...row,
      each: "request.things[]",
      match: [{ paths: ["each.id"], attributes: ["id"] }],
      attributes: { "each.size": "size" },
    };
    expect(saysMore({ things: [{ id: "a", size: 1 }] }, [each])).toBe(false);
    expect(saysMore({ things: [{ id: "a", colour: "red" }] }, [each])).toBe(true);
  });
});

describe("a request says more than its rows read", () => {
  it.each<readonly [string, JsonObject]>([
    ["when a parameter is not read", { thingId: "t", note: "n" }],
    ["when a member of a nested one is not", { settings: { mode: "a", level: 3 } }],
    ["when a member of a list's element is not", { groups: [{ groupId: "g", owner: "o" }] }],
    ["even when it is false or zero", { thingId: "t", enabled: false }],
  ])("%s", (_, request) => {
    expect(saysMore(request)).toBe(true);
  });
});
