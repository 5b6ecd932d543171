import { expect, test } from "vitest";
import type { ResourceTarget } from "../../../../src/model/resource-target.js";
import { createAwsMapper } from "../../../../src/providers/aws/mapper.js";
import type {
  MappingTable,
  OperationMapping,
  TargetMapping,
} from "../../../../src/providers/aws/mapping-table.js";
import type { MapResult } from "../../../../src/providers/provider.js";
import { cloudChange } from "../../../support/cloudtrail.js";

const thing: TargetMapping = {
  types: ["aws_thing", "aws_thing_v2"],
  effect: "update",
  match: [{ paths: ["request.thingName", "response.arn"], attributes: ["name", "arn"] }],
};

function table(row: Partial<TargetMapping> = {}, mapping: Partial<OperationMapping> = {}): MappingTable {
  return { "example.amazonaws.com": { UpdateThing: { targets: [{ ...thing, ...row }], ...mapping } } };
}

function targetsOf(result: MapResult): readonly ResourceTarget[] {
  if (result.status !== "mapped") throw new Error(`expected targets, not ${result.status}`);
  return result.targets;
}

test("a row gives its types, identity, account, region and changes", () => {
  const mapper = createAwsMapper(table({ attributes: { "request.size": "size" }, sets: { enabled: false } }));
  expect(mapper.map(cloudChange({ thingName: "web", size: 2 }))).toEqual({
    status: "mapped",
    targets: [
      {
        ref: {
          types: ["aws_thing", "aws_thing_v2"],
          match: [{ attributes: ["name", "arn"], values: ["web"] }],
          id: "web",
          account: "123456789012",
          region: "eu-west-1",
        },
        effect: "update",
        changes: [
          { path: "size", change: "set", value: { kind: "known", value: 2 } },
          { path: "enabled", change: "set", value: { kind: "known", value: false } },
        ],
      },
    ],
  });
});

test("names that are unique in an account have no region, and those unique in the world no account either", () => {
  const ref = (scope: "region" | "account" | "global") =>
    targetsOf(createAwsMapper(table({ scope })).map(cloudChange()))[0]?.ref;
  expect(ref("region")).toMatchObject({ account: "123456789012", region: "eu-west-1" });
  expect(ref("account")).not.toHaveProperty("region");
  expect(ref("account")).toHaveProperty("account");
  expect(ref("global")).not.toHaveProperty("account");
  expect(ref("global")).not.toHaveProperty("region");
});

test("an operation is found with its version, without it, and whatever its case", () => {
  const mapper = createAwsMapper(table());
  for (const operation of [
    "UpdateThing",
    "UpdateThing20150331",
    "UpdateThing20150331v2",
    "UpdateThing2020_05_31",
    "updateThing",
  ]) {
    expect(mapper.map(cloudChange({ thingName: "web" }, { operation })).status).toBe("mapped");
  }
});

test("a name with a version that the table has goes before the bare one", () => {
  const mapper = createAwsMapper({
    "example.amazonaws.com": {
      UpdateThing: { targets: [thing] },
      UpdateThing20150331: { ignored: "data_plane", detail: "the old one" },
    },
  });
  expect(mapper.map(cloudChange({}, { operation: "UpdateThing20150331" })).status).toBe("skipped");
});

test("an operation or a service that no table has is unmapped, also where it is called like a method of objects", () => {
  const mapper = createAwsMapper(table());
  expect(mapper.map(cloudChange({}, { operation: "Other" }))).toEqual({
    status: "unmapped",
    service: "example.amazonaws.com",
    operation: "Other",
  });
  for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    expect(mapper.map(cloudChange({}, { operation: name })).status).toBe("unmapped");
    expect(mapper.map(cloudChange({}, { service: name })).status).toBe("unmapped");
  }
});

test("an alert without its service is mapped where exactly one service has the operation", () => {
  const { service: _, ...change } = cloudChange();
  const one = createAwsMapper(table());
  expect(one.map(change).status).toBe("mapped");
  const two = createAwsMapper({ ...table(), "other.amazonaws.com": { UpdateThing: { targets: [thing] } } });
  expect(two.map(change)).toEqual({ status: "unmapped", operation: "UpdateThing" });
});

test("an ignored operation is skipped with its reason", () => {
  const mapper = createAwsMapper({
    "example.amazonaws.com": { RunThing: { ignored: "data_plane", detail: "it only runs" } },
  });
  expect(mapper.map(cloudChange({}, { operation: "RunThing" }))).toEqual({
    status: "skipped",
    reason: "data_plane",
    detail: "it only runs",
  });
});

test("without ct.request the alert is at fault, unless the operation does without", () => {
  const change = cloudChange(null, {
    missingFields: ["ct.request"],
    response: { arn: "arn:aws:example:eu-west-1:123456789012:thing/web" },
  });
  expect(createAwsMapper(table()).map(change)).toMatchObject({
    status: "failed",
    reason: "missing_field",
    field: "ct.request",
  });
  const [target] = targetsOf(createAwsMapper(table({}, { needsRequest: false })).map(change));
  expect(target?.ref.match[0]?.values).toEqual(["arn:aws:example:eu-west-1:123456789012:thing/web", "web"]);
});

test("attributes that a field would tell which the alert does not carry make the target partial", () => {
  const row = { attributes: { "response.size": "size" } };
  const carried = createAwsMapper(table(row)).map(cloudChange());
  expect(targetsOf(carried)[0]).not.toHaveProperty("partial");
  const missing = createAwsMapper(table(row)).map(
    cloudChange({ thingName: "web" }, { missingFields: ["ct.response"] }),
  );
  expect(targetsOf(missing)[0]).toMatchObject({ partial: true, changes: [] });
});

test("a request that the alert does not carry may say more than the rows read", () => {
  const response = { arn: "arn:aws:example:eu-west-1:123456789012:thing/web" };
  const mapper = createAwsMapper(table({ partial: true, sets: { enabled: false } }, { needsRequest: false }));
  const partial = (missingFields: readonly string[]) =>
    targetsOf(mapper.map(cloudChange(null, { response, missingFields })))[0]?.partial;
  expect([partial(["ct.request"]), partial([])]).toEqual([true, undefined]);
});

test("where no target has an identity, the alert is at fault if it lacks the field, else the table", () => {
  const mapper = createAwsMapper(table({ match: [{ paths: ["response.arn"], attributes: ["arn"] }] }));
  expect(mapper.map(cloudChange({}, { missingFields: ["ct.response"] }))).toMatchObject({
    status: "failed",
    field: "ct.response",
  });
  expect(mapper.map(cloudChange({}))).toEqual({
    status: "unmapped",
    service: "example.amazonaws.com",
    operation: "UpdateThing",
  });
});

test("a target without one of its identities is dropped, the others stay", () => {
  const other: TargetMapping = {
    ...thing,
    types: ["aws_other"],
    match: [{ paths: ["request.id"], attributes: ["id"] }],
  };
  const mapper = createAwsMapper({ "example.amazonaws.com": { UpdateThing: { targets: [thing, other] } } });
  expect(targetsOf(mapper.map(cloudChange())).map((target) => target.ref.types[0])).toEqual(["aws_thing"]);
});

test("an optional identity may be missing, but not all of them", () => {
  const optional = { paths: ["request.a"], attributes: ["a"], optional: true };
  const both = createAwsMapper(table({ match: [optional, ...thing.match] }));
  expect(targetsOf(both.map(cloudChange()))[0]?.ref.match).toEqual([
    { attributes: ["name", "arn"], values: ["web"] },
  ]);
  expect(createAwsMapper(table({ match: [optional] })).map(cloudChange()).status).toBe("unmapped");
});

test("a resource of which an account has one needs no identity", () => {
  const [target] = targetsOf(createAwsMapper(table({ match: [], scope: "account" })).map(cloudChange({})));
  expect(target?.ref).toEqual({ types: thing.types, match: [], account: "123456789012" });
});

test("each element of a list is a target, with the record around it in reach", () => {
  const mapper = createAwsMapper(
    table({
      each: "request.things[]",
      match: [
        { paths: ["each.id"], attributes: ["id"] },
        { paths: ["request.vpc"], attributes: ["vpc_id"] },
      ],
      attributes: { "each.size": "size" },
    }),
  );
  const targets = targetsOf(
    mapper.map(cloudChange({ vpc: "vpc-1", things: [{ id: "a", size: 1 }, { id: "b" }, {}] })),
  );
  expect(
    targets.map((target) => [target.ref.id, target.ref.match[1]?.values, target.changes.length]),
  ).toEqual([
    ["a", ["vpc-1"], 1],
    ["b", ["vpc-1"], 0],
  ]);
});

test("each over a list of scalars has the scalar itself", () => {
  const mapper = createAwsMapper(
    table({ each: "request.ids", match: [{ paths: ["each"], attributes: ["id"] }] }),
  );
  expect(targetsOf(mapper.map(cloudChange({ ids: ["a", "b"] }))).map((target) => target.ref.id)).toEqual([
    "a",
    "b",
  ]);
});

test("the parent is what to judge otherwise, and stands in where the record does not name the child", () => {
  const parent: TargetMapping = { ...thing, types: ["aws_parent"] };
  const mapper = createAwsMapper(
    table({ match: [{ paths: ["request.id"], attributes: ["id"] }], orElse: parent }),
  );
  const [child] = targetsOf(mapper.map(cloudChange({ id: "c", thingName: "web" })));
  expect([child?.ref.types[0], child?.orElse?.ref.types[0]]).toEqual(["aws_thing", "aws_parent"]);
  const [instead] = targetsOf(mapper.map(cloudChange({ thingName: "web" })));
  expect([instead?.ref.types[0], instead?.orElse]).toEqual(["aws_parent", undefined]);
});

test("of several paths to one attribute, the first that the record has tells it", () => {
  const mapper = createAwsMapper(
    table({ attributes: { "request.key": "key", "response.key": "key" }, sets: { key: "fixed" } }),
  );
  const values = (request: Record<string, string>) =>
    targetsOf(
      mapper.map(cloudChange({ thingName: "web", ...request }, { response: { key: "answer" } })),
    )[0]?.changes.map((change) => change.value);
  expect(values({ key: "asked" })).toEqual([{ kind: "known", value: "asked" }]);
  expect(values({})).toEqual([{ kind: "known", value: "answer" }]);
});

test("what a row says of its own certainty is passed on", () => {
  const [target] = targetsOf(
    createAwsMapper(table({ partial: true, lowConfidence: true })).map(
      cloudChange({ thingName: "web", unread: 1 }),
    ),
  );
  expect(target).toMatchObject({ partial: true, lowConfidence: true });
});

test("a hand-written reader is called with the change, and what it finds counts", () => {
  const target: ResourceTarget = { ref: { types: ["aws_x"], match: [] }, effect: "delete", changes: [] };
  const reading = (targets: OperationMapping["targets"]): MappingTable => ({
    "example.amazonaws.com": { UpdateThing: { targets } },
  });
  const seen: string[] = [];
  const mapper = createAwsMapper(
    reading((change) => {
      seen.push(change.id);
      return [target];
    }),
  );
  expect(targetsOf(mapper.map(cloudChange()))).toEqual([target]);
  expect(seen).toEqual(["record-1"]);
  expect(createAwsMapper(reading(() => [])).map(cloudChange()).status).toBe("unmapped");
});

test("a reader or a path that throws fails that one change and says nothing of its content", () => {
  const mapper = createAwsMapper({
    "example.amazonaws.com": {
      UpdateThing: {
        targets: () => {
          throw new Error("top secret");
        },
      },
      OtherThing: { targets: [{ ...thing, match: [{ paths: ["nowhere.x"], attributes: ["id"] }] }] },
    },
  });
  const result = mapper.map(cloudChange());
  expect(result).toMatchObject({ status: "failed", reason: "malformed", field: "ct.request" });
  expect(JSON.stringify(result)).not.toContain("secret");
  expect(mapper.map(cloudChange({}, { operation: "OtherThing" })).status).toBe("failed");
});
