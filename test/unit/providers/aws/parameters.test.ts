import { expect, test } from "vitest";
import { parseJson } from "../../../../src/internal/parse-json.js";
import type { JsonObject } from "../../../../src/model/json.js";
import { exceedsDepth, normaliseParameters } from "../../../../src/providers/aws/parameters.js";

const normalised = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(normaliseParameters(parseJson(JSON.stringify(value)) as JsonObject)));

test("the envelope of EC2's newer operations is taken off, abbreviated or not, in requests and answers", () => {
  expect(normalised({ CreateNatGatewayRequest: { SubnetId: "subnet-0a1" } })).toEqual({
    SubnetId: "subnet-0a1",
  });
  expect(normalised({ DelTGwVpcAttachReq: { Id: "tgw-attach-0a1" } })).toEqual({ Id: "tgw-attach-0a1" });
  expect(normalised({ CreateNatGatewayResponse: { natGateway: { id: "nat-0a1" } } })).toEqual({
    natGateway: { id: "nat-0a1" },
  });
});

test("a key that ends so beside others, or that holds no object, is a parameter", () => {
  const beside = { pendingRequest: { a: 1 }, name: "x" };
  expect(normalised(beside)).toEqual(beside);
  expect(normalised({ maintenanceRequest: "now" })).toEqual({ maintenanceRequest: "now" });
});

test("wrapped lists become lists, of one element too", () => {
  expect(normalised({ groupSet: { items: [{ groupId: "sg-1" }, { groupId: "sg-2" }] } })).toEqual({
    groupSet: [{ groupId: "sg-1" }, { groupId: "sg-2" }],
  });
  expect(normalised({ groupSet: { item: { groupId: "sg-1" } } })).toEqual({
    groupSet: [{ groupId: "sg-1" }],
  });
  expect(normalised({ names: { member: ["a", "b"] } })).toEqual({ names: ["a", "b"] });
  expect(normalised({ a: { items: [{ b: { items: [{ c: 1 }] } }] } })).toEqual({ a: [{ b: [{ c: 1 }] }] });
});

test("a list that says its length, and a list that the caller left out, stay", () => {
  expect(normalised({ origins: { quantity: 1, items: ["a"] }, ipPermissions: {} })).toEqual({
    origins: { quantity: 1, items: ["a"] },
    ipPermissions: {},
  });
});

test("attribute values and numbered elements of EC2 are unwrapped", () => {
  expect(normalised({ disableApiTermination: { value: true } })).toEqual({ disableApiTermination: true });
  expect(normalised({ ResourceId: { content: "vpc-1", tag: 1 } })).toEqual({ ResourceId: "vpc-1" });
  expect(
    normalised({
      ResourceId: [
        { content: "vpc-1", tag: 1 },
        { content: "vpc-2", tag: 2 },
      ],
    }),
  ).toEqual({ ResourceId: ["vpc-1", "vpc-2"] });
  expect(normalised({ rule: { SecurityGroupRuleId: "sgr-1", tag: 1 } })).toEqual({
    rule: { SecurityGroupRuleId: "sgr-1", tag: 1 },
  });
});

test("an entry of a user's own map is no wrapper, whatever its key", () => {
  const maps = { tags: { value: "x" }, environment: { variables: { item: "y" } } };
  expect(normalised(maps)).toEqual(maps);
});

test("S3's marker keys stay", () => {
  const request = { bucketName: "b", versioning: "", VersioningConfiguration: { Status: "Enabled" } };
  expect(normalised(request)).toEqual(request);
});

test("the outermost object stays an object", () => {
  expect(normalised({ items: ["a"] })).toEqual({ items: ["a"] });
});

test("the result has no prototype, so that __proto__ is only a key", () => {
  const result = normaliseParameters(JSON.parse('{"a":{"__proto__":{"polluted":true}},"b":[{}]}'));
  expect(Object.getPrototypeOf(result)).toBeNull();
  expect(Object.getPrototypeOf(result.a)).toBeNull();
  expect(Object.keys(result.a as object)).toEqual(["__proto__"]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("depth is told without recursion", () => {
  const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);
  expect(exceedsDepth(nested(200))).toBe(false);
  expect(exceedsDepth(nested(202))).toBe(true);
  expect(exceedsDepth(nested(100_000))).toBe(true);
});
