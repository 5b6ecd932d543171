import { expect, test } from "vitest";
import type { JsonObject } from "../../../../src/model/json.js";
import type { ObservedChange } from "../../../../src/model/resource-target.js";
import type { AttributeMapping } from "../../../../src/providers/aws/mapping-table.js";
import { observedChanges } from "../../../../src/providers/aws/observed-changes.js";
import { compilePath, resolvePath } from "../../../../src/providers/aws/record-path.js";
import { cloudChange } from "../../../support/cloudtrail.js";

function changes(request: JsonObject, path: string, mapping: AttributeMapping): ObservedChange[] {
  return observedChanges(mapping, resolvePath(path, cloudChange(request)), compilePath(path).many);
}

const known = (value: unknown) => ({ kind: "known", value });
const masked = { kind: "unknown", reason: "masked" };

test("a value is set as it is", () => {
  expect(changes({ size: 5 }, "request.size", { attribute: "size" })).toEqual([
    { path: "size", change: "set", value: known(5) },
  ]);
  expect(changes({ size: false }, "request.size", { attribute: "size" })[0]?.value).toEqual(known(false));
});

test("what the record lacks gives no change, and so does null, which records write for what was not given", () => {
  expect(changes({}, "request.size", { attribute: "size" })).toEqual([]);
  expect(changes({ size: null }, "request.size", { attribute: "size" })).toEqual([]);
});

test("a path with [] sets the list of its values, an empty one too", () => {
  const ids: AttributeMapping = { attribute: "ids" };
  expect(changes({ g: [{ id: "a" }, { id: "b" }] }, "request.g[].id", ids)).toEqual([
    { path: "ids", change: "set", value: known(["a", "b"]) },
  ]);
  expect(changes({ g: { id: "a" } }, "request.g[].id", ids)[0]?.value).toEqual(known(["a"]));
  expect(changes({ g: [] }, "request.g[].id", ids)[0]?.value).toEqual(known([]));
  expect(changes({ g: {} }, "request.g[].id", ids)).toEqual([]);
});

test("a list is always an array, but EC2's {} is no list", () => {
  const list: AttributeMapping = { attribute: "ids", as: "list" };
  expect(changes({ ids: "a" }, "request.ids", list)[0]?.value).toEqual(known(["a"]));
  expect(changes({ ids: ["a"] }, "request.ids", list)[0]?.value).toEqual(known(["a"]));
  expect(changes({ ids: {} }, "request.ids", list)).toEqual([]);
});

test("each element that was added or removed is a change of its own", () => {
  expect(changes({ ids: ["a", "b"] }, "request.ids", { attribute: "ids", change: "added" })).toEqual([
    { path: "ids", change: "added", value: known("a") },
    { path: "ids", change: "added", value: known("b") },
  ]);
  expect(changes({ ids: ["a"] }, "request.ids[]", { attribute: "ids", change: "removed" })).toEqual([
    { path: "ids", change: "removed", value: known("a") },
  ]);
});

test("values are renamed, those that are not listed stay", () => {
  const status: AttributeMapping = { attribute: "on", values: { Enabled: true, Suspended: false } };
  expect(changes({ s: "Suspended" }, "request.s", status)[0]?.value).toEqual(known(false));
  expect(changes({ s: "Other" }, "request.s", status)[0]?.value).toEqual(known("Other"));
  expect(changes({ s: "constructor" }, "request.s", status)[0]?.value).toEqual(known("constructor"));
  const listed: AttributeMapping = { attribute: "l", as: "list", values: { A: "a" } };
  expect(changes({ s: ["A", "b"] }, "request.s", listed)[0]?.value).toEqual(known(["a", "b"]));
});

test("a document is parsed, URL-encoded or not, and stays text where it is none", () => {
  const policy: AttributeMapping = { attribute: "policy", as: "document" };
  const document = { Version: "2012-10-17", Statement: [] };
  const text = JSON.stringify(document);
  for (const p of [text, encodeURIComponent(text), `\n ${text}`, document]) {
    expect(changes({ p }, "request.p", policy)[0]?.value).toEqual(known(document));
  }
  for (const p of ["{broken", "%7Bbroken", "%7B%", "", "plain"]) {
    expect(changes({ p }, "request.p", policy)[0]?.value).toEqual(known(p));
  }
});

test("negated turns booleans and their texts, and does not guess at anything else", () => {
  const open: AttributeMapping = { attribute: "open", as: "negated" };
  expect(changes({ b: true }, "request.b", open)[0]?.value).toEqual(known(false));
  expect(changes({ b: "false" }, "request.b", open)[0]?.value).toEqual(known(true));
  expect(changes({ b: 3 }, "request.b", open)[0]?.value).toEqual({
    kind: "unknown",
    reason: "not_in_record",
  });
});

test("present is true where the path exists, whatever its value", () => {
  expect(changes({ b: false }, "request.b", { attribute: "x", as: "present" })[0]?.value).toEqual(
    known(true),
  );
  expect(changes({}, "request.b", { attribute: "x", as: "present" })).toEqual([]);
});

test("what AWS masks, anywhere in a value, is not known", () => {
  for (const secret of [
    "HIDDEN_DUE_TO_SECURITY_REASONS",
    "<sensitiveDataRemoved>",
    "****",
    "Value hidden due to security reasons.",
  ]) {
    expect(changes({ v: secret }, "request.v", { attribute: "v" })[0]?.value).toEqual(masked);
    expect(changes({ v: { a: [{ b: secret }] } }, "request.v", { attribute: "v" })[0]?.value).toEqual(masked);
    expect(changes({ v: ["x", secret] }, "request.v[]", { attribute: "v" })[0]?.value).toEqual(masked);
    expect(changes({ v: secret }, "request.v", { attribute: "v", as: "list" })[0]?.value).toEqual(masked);
    expect(changes({ v: secret }, "request.v", { attribute: "v", as: "document" })[0]?.value).toEqual(masked);
    expect(changes({ v: secret }, "request.v", { attribute: "v", as: "negated" })[0]?.value).toEqual(masked);
  }
  expect(changes({ v: "visible" }, "request.v", { attribute: "v", as: "masked" })[0]?.value).toEqual(masked);
});

test("tags that are set replace the whole map", () => {
  const tags: AttributeMapping = { attribute: "tags", as: "tags" };
  const map = { Name: "web", "a.b": "1" };
  const forms: unknown[] = [
    map,
    [
      { key: "Name", value: "web" },
      { key: "a.b", value: 1 },
    ],
    [
      { Key: "Name", Value: "web", tag: 1 },
      { Key: "a.b", Value: "1", tag: 2 },
    ],
    [
      { tagKey: "Name", tagValue: "web" },
      { tagKey: "a.b", tagValue: "1" },
    ],
    {
      TagSet: {
        Tag: [
          { Key: "Name", Value: "web" },
          { Key: "a.b", Value: "1" },
        ],
      },
    },
  ];
  for (const form of forms) {
    expect(changes({ t: form } as JsonObject, "request.t", tags)).toEqual([
      { path: "tags", change: "set", value: known(map) },
    ]);
  }
  expect(changes({ t: { Tag: { Key: "Name", Value: "web" } } }, "request.t", tags)[0]?.value).toEqual(
    known({ Name: "web" }),
  );
  expect(changes({ t: { TagSet: "" } }, "request.t", tags)[0]?.value).toEqual(known({}));
});

test("a map of tags with a tag named key is a map", () => {
  const request = { t: { key: "a", owner: "b" } };
  expect(changes(request, "request.t", { attribute: "tags", as: "tags" })[0]?.value).toEqual(
    known(request.t),
  );
});

test("tags that are added are set one by one, and tags that are removed are gone one by one", () => {
  const items = [{ key: "Name", value: "web" }, { key: "a.b" }, { key: "aws:x", value: "y" }];
  expect(changes({ t: items }, "request.t[]", { attribute: "tags", as: "tags", change: "added" })).toEqual([
    { path: "tags.Name", change: "set", value: known("web") },
    { path: 'tags["a.b"]', change: "set", value: known("") },
  ]);
  const removed = [{ path: "tags.Name", change: "removed", value: known(null) }];
  const remove: AttributeMapping = { attribute: "tags", as: "tags", change: "removed" };
  expect(changes({ keys: ["Name", "aws:x"] }, "request.keys", remove)).toEqual(removed);
  expect(changes({ t: [{ key: "Name" }] }, "request.t", remove)).toEqual(removed);
});

test("one masked tag hides its own value only, where tags are added", () => {
  const items = [
    { key: "a", value: "1" },
    { key: "b", value: "HIDDEN_DUE_TO_SECURITY_REASONS" },
  ];
  const added = changes({ t: items }, "request.t", { attribute: "tags", as: "tags", change: "added" });
  expect(added.map((change) => change.value)).toEqual([known("1"), masked]);
  expect(changes({ t: items }, "request.t", { attribute: "tags", as: "tags" })[0]?.value).toEqual(masked);
});
