import { describe, expect, it } from "vitest";
import { compareChanges } from "../../../../src/engine/compare/compare-changes.js";
import type { JsonObject, JsonValue } from "../../../../src/model/json.js";
import { known, unknownValue } from "../../../../src/model/observed-value.js";
import type { ObservedChange } from "../../../../src/model/resource-target.js";

function set(path: string, value: JsonValue): ObservedChange {
  return { path, change: "set", value: known(value) };
}

function compare(attributes: JsonObject, ...changes: ObservedChange[]): unknown {
  return compareChanges(changes, attributes).map(({ path, change, declared, observed }) => [
    path,
    change,
    declared.value,
    observed.kind === "known" ? observed.value : observed.reason,
  ]);
}

describe("an attribute that was set", () => {
  it("differs when the state declares another value", () => {
    expect(compare({ instance_class: "db.t3.small" }, set("instance_class", "db.r6g.large"))).toEqual([
      ["instance_class", "set", "db.t3.small", "db.r6g.large"],
    ]);
  });

  it("does not differ when the state declares the same in another type", () => {
    expect(compare({ memory_size: 256 }, set("memory_size", "256"))).toEqual([]);
  });

  it("is found inside nested blocks", () => {
    const attributes = { versioning: [{ enabled: true }] };
    expect(compare(attributes, set("versioning[0].enabled", false))).toEqual([
      ["versioning[0].enabled", "set", true, false],
    ]);
  });

  it("differs from nothing when the state does not have the attribute", () => {
    expect(compare({}, set("kms_key_id", "1234"))).toEqual([["kms_key_id", "set", null, "1234"]]);
  });

  it("is shown as a document on both sides when it is one", () => {
    expect(compare({ policy: '{"Version":"1"}' }, set("policy", { Version: "2" }))).toEqual([
      ["policy", "set", { Version: "1" }, { Version: "2" }],
    ]);
  });

  it("is reported without a value when the record does not show it", () => {
    const change: ObservedChange = { path: "password", change: "set", value: unknownValue("masked") };
    expect(compare({ password: "declared" }, change)).toEqual([["password", "set", "declared", "masked"]]);
  });
});

describe("an element that was added or removed", () => {
  const attributes = {
    ingress: [{ from_port: 443, protocol: "tcp", cidr_blocks: ["10.0.0.0/8"] }],
    layers: ["a"],
  };
  const rule = { from_port: 22, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"] };

  it("is drift when it was not declared", () => {
    const change: ObservedChange = { path: "ingress", change: "added", value: known(rule) };
    expect(compare(attributes, change)).toEqual([["ingress", "added", null, rule]]);
  });

  it("is no drift when the declared set has it already", () => {
    const declared = { from_port: 443, protocol: "tcp", cidr_blocks: ["10.0.0.0/8"] };
    expect(compare(attributes, { path: "ingress", change: "added", value: known(declared) })).toEqual([]);
  });

  it("is drift when a declared one was removed", () => {
    expect(compare(attributes, { path: "layers", change: "removed", value: known("a") })).toEqual([
      ["layers", "removed", "a", null],
    ]);
  });

  it("is no drift when one was removed that was never declared", () => {
    expect(compare(attributes, { path: "ingress", change: "removed", value: known(rule) })).toEqual([]);
  });
});

describe("tags", () => {
  const attributes = { tags: { Name: "web" }, tags_all: { Name: "web", Team: "core" } };

  it("are compared with tags_all, so that default tags are no drift", () => {
    expect(compare(attributes, set("tags.Team", "core"))).toEqual([]);
  });

  it("differ tag by tag when the whole set was replaced", () => {
    expect(
      compare(attributes, set("tags", { Name: "api", Team: "core", "aws:cloudformation:x": "1" })),
    ).toEqual([["tags.Name", "set", "web", "api"]]);
  });

  it("that are gone from a replaced set were removed", () => {
    expect(compare(attributes, set("tags", { Name: "web" }))).toEqual([
      ["tags.Team", "removed", "core", null],
    ]);
  });

  it("with an empty value are not the same as none", () => {
    expect(compare(attributes, set("tags.Empty", ""))).toEqual([["tags.Empty", "set", null, ""]]);
  });

  it("with dots in their keys keep their path", () => {
    expect(compare(attributes, set("tags", { Name: "web", Team: "core", "a.b": "1" }))).toEqual([
      ['tags["a.b"]', "set", null, "1"],
    ]);
  });

  it("that were removed one by one are drift when declared", () => {
    const removed: ObservedChange = { path: "tags.Name", change: "removed", value: known(null) };
    expect(compare(attributes, removed)).toEqual([["tags.Name", "removed", "web", null]]);
    expect(compare(attributes, { ...removed, path: "tags.Other" })).toEqual([]);
  });
});
