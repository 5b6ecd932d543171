import { describe, expect, it } from "vitest";
import { covers, sameValue } from "../../../../src/engine/compare/values.js";
import type { JsonValue } from "../../../../src/model/json.js";

const same: readonly (readonly [string, JsonValue | undefined, JsonValue | undefined])[] = [
  ["a number and its text", "256", 256],
  ["a boolean and its text", true, "true"],
  ["an integer beyond 2^53 by its digits", "9007199254740993", "9007199254740993"],
  ["a decimal and an integer of the same value", "1.0", 1],
  ["null and absent", null, undefined],
  ["null and an empty string", null, ""],
  ["null and an empty list", null, []],
  ["null and false", null, false],
  ["lists in another order", ["b", "a"], ["a", "b"]],
  ["a list of one and its element", ["a"], "a"],
  ["blocks of which the record shows a part", [{ from: 1, to: 2, note: "x" }], [{ from: "1" }]],
  ["a document and its text", '{"a":[1,2]}', { a: [1, 2] }],
  ["documents with other white space", '{ "a" : 1 }', '{"a":1}'],
  ["an ARN and the id that it ends in", "arn:aws:kms:eu-west-1:123456789012:key/1234", "1234"],
  ["a CIDR with host bits and the network", "10.0.0.0/24", "10.0.0.7/24"],
  ["Azure ids in another case", "/subscriptions/A/x", "/subscriptions/a/X"],
];

const different: readonly (readonly [string, JsonValue, JsonValue])[] = [
  ["other numbers", "256", 512],
  ["true and false", true, false],
  ["integers beyond 2^53 that a double takes for equal", "9007199254740993", "9007199254740992"],
  ["text in another case", "Web", "web"],
  ["lists of other lengths", ["a"], ["a", "a"]],
  ["lists with another element", ["a", "b"], ["a", "c"]],
  [
    "blocks of which one lost a value of a list inside it",
    [{ from: 1, cidrs: ["a", "b"] }],
    [{ from: 1, cidrs: ["a"] }],
  ],
  ["blocks of which one lost all of a list inside it", [{ from: 1, cidrs: ["a"] }], [{ from: 1, cidrs: [] }]],
  ["an object and a text", { a: 1 }, "a"],
  ["networks of another size", "10.0.0.0/24", "10.0.0.0/16"],
  ["an ARN and an id of which it only ends in a part", "arn:aws:kms:eu-west-1:1:key/1234", "234"],
  ["a value and nothing", "a", null],
];

describe("sameValue", () => {
  it.each(same)("takes %s for the same", (_, declared, observed) => {
    expect(sameValue(declared, observed)).toBe(true);
    expect(Array.isArray(declared) || sameValue(observed, declared)).toBe(true);
  });

  it.each(different)("tells %s apart", (_, declared, observed) => {
    expect(sameValue(declared, observed)).toBe(false);
  });
});

describe("sameValue on IAM policies", () => {
  const policy = (statement: JsonValue): string =>
    JSON.stringify({ Version: "2012-10-17", Statement: statement });
  const base = { Effect: "Allow", Action: "s3:GetObject", Resource: "*", Principal: { AWS: "123456789012" } };

  it.each<readonly [string, JsonValue]>([
    ["one statement in a list", [base]],
    ["an action in a list", { ...base, Action: ["s3:GetObject"] }],
    ["an action in another case", { ...base, Action: "S3:getobject" }],
    ["an empty statement id", { ...base, Sid: "" }],
    [
      "the account's root user for the account",
      { ...base, Principal: { AWS: "arn:aws:iam::123456789012:root" } },
    ],
    [
      "keys in another order",
      { Resource: "*", Action: "s3:GetObject", Principal: { AWS: ["123456789012"] }, Effect: "Allow" },
    ],
  ])("takes %s for the same", (_, other) => {
    expect(sameValue(policy(base), policy(other))).toBe(true);
  });

  it("takes a principal of * and of AWS * for the same", () => {
    expect(sameValue(policy({ ...base, Principal: "*" }), policy({ ...base, Principal: { AWS: "*" } }))).toBe(
      true,
    );
  });

  it("ignores the order of statements, actions and condition values", () => {
    const one = { ...base, Action: ["a:B", "c:D"], Condition: { StringEquals: { "aws:X": ["1", "2"] } } };
    const two = { ...base, Action: ["c:D", "a:B"], Condition: { StringEquals: { "aws:x": ["2", "1"] } } };
    expect(sameValue(policy([one, base]), policy([base, two]))).toBe(true);
  });

  it.each<readonly [string, JsonValue]>([
    ["another effect", { ...base, Effect: "Deny" }],
    ["another principal", { ...base, Principal: "*" }],
    ["one more action", { ...base, Action: ["s3:GetObject", "s3:PutObject"] }],
    ["a condition", { ...base, Condition: { Bool: { "aws:SecureTransport": "true" } } }],
    ["one more statement", [base, { ...base, Effect: "Deny" }]],
    ["a resource in another case", { ...base, Resource: "arn:aws:s3:::A" }],
  ])("tells %s apart", (_, other) => {
    expect(sameValue(policy(base), policy(other))).toBe(false);
  });
});

describe("covers", () => {
  const block = {
    from_port: 443,
    to_port: 443,
    protocol: "tcp",
    cidr_blocks: ["10.0.0.0/8", "192.0.2.0/24"],
    self: false,
  };

  it("finds one rule in a block of several CIDRs", () => {
    expect(
      covers(block, { from_port: 443, to_port: "443", protocol: "tcp", cidr_blocks: ["192.0.2.0/24"] }),
    ).toBe(true);
  });

  it("does not find a rule for another CIDR or port", () => {
    expect(covers(block, { from_port: 443, cidr_blocks: ["0.0.0.0/0"] })).toBe(false);
    expect(covers(block, { from_port: 22, cidr_blocks: ["10.0.0.0/8"] })).toBe(false);
  });

  it("does not take a block without a list for one that has it", () => {
    expect(covers({ from_port: 443 }, { from_port: 443, cidr_blocks: ["10.0.0.0/8"] })).toBe(false);
  });
});
