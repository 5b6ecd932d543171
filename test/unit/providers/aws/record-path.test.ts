import { expect, test } from "vitest";
import {
  compilePath,
  recordText,
  recordValues,
  resolvePath,
} from "../../../../src/providers/aws/record-path.js";
import { cloudChange } from "../../../support/cloudtrail.js";

const change = cloudChange(
  {
    groupId: "sg-1",
    dBInstanceIdentifier: "db-1",
    empty: {},
    none: [],
    nothing: null,
    rules: [
      { port: 22, ranges: [{ cidr: "10.0.0.0/8" }, { cidr: "0.0.0.0/0" }] },
      { port: 443, ranges: {} },
    ],
    single: { id: "a" },
  },
  {
    response: { group: { groupId: "sg-2" } },
    resources: [
      { id: "arn:aws:kms:eu-west-1:123456789012:key/k-1", type: "AWS::KMS::Key" },
      { id: "arn:aws:s3:::b", type: "AWS::S3::Bucket" },
    ],
  },
);

test("a path leads into request, response or resources, whatever the case", () => {
  expect(recordValues(change, "request.groupId")).toEqual(["sg-1"]);
  expect(recordValues(change, "request.DBInstanceIdentifier")).toEqual(["db-1"]);
  expect(recordValues(change, "response.Group.GroupID")).toEqual(["sg-2"]);
  expect(recordValues(change, "resources.AWS::KMS::Key")).toEqual([
    "arn:aws:kms:eu-west-1:123456789012:key/k-1",
  ]);
});

test("a key in the path's own case goes before one in another", () => {
  const twice = cloudChange({ Name: "first", name: "second" });
  expect(recordValues(twice, "request.name")).toEqual(["second"]);
});

test("[] takes every element, and what is no list counts as a list of one", () => {
  expect(recordValues(change, "request.rules[].port")).toEqual([22, 443]);
  expect(recordValues(change, "request.rules[].ranges[].cidr")).toEqual(["10.0.0.0/8", "0.0.0.0/0"]);
  expect(recordValues(change, "request.single[].id")).toEqual(["a"]);
});

test("without [] a list is one value, and a path does not lead into it", () => {
  expect(recordValues(change, "request.rules")).toHaveLength(1);
  expect(recordValues(change, "request.rules.port")).toEqual([]);
});

test("an empty list is there, while {} in place of a list and null are not", () => {
  expect(resolvePath("request.none[]", change)).toEqual({ present: true, values: [] });
  expect(resolvePath("request.empty[]", change)).toEqual({ present: false, values: [] });
  expect(resolvePath("request.nothing", change)).toEqual({ present: false, values: [] });
  expect(resolvePath("request.absent[].id", change)).toEqual({ present: false, values: [] });
});

test("each is the element, or leads into it", () => {
  expect(recordValues(change, "each.id", { id: "i-1" })).toEqual(["i-1"]);
  expect(recordValues(change, "each", "i-1")).toEqual(["i-1"]);
  expect(recordValues(change, "each.id")).toEqual([]);
});

test("the text of a path is its first scalar", () => {
  expect(recordText(change, "request.rules[].port")).toBe("22");
  expect(recordText(change, "request.single")).toBeUndefined();
});

test("an inherited member is none of the record", () => {
  const plain = cloudChange({});
  expect(recordValues(plain, "request.constructor")).toEqual([]);
  expect(recordValues(plain, "request.__proto__")).toEqual([]);
});

test("a path that begins in no part of a record is a mistake", () => {
  expect(() => compilePath("requestParameters.x")).toThrow(TypeError);
});
