import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ManagedResource } from "../../../src/model/managed-resource.js";
import type { IdentityMatch, ResourceRef } from "../../../src/model/resource-target.js";
import { decodeState } from "../../../src/state/decode-state.js";
import { createStateIndex, type StateIndex } from "../../../src/state/state-index.js";
import { type StateResource, state } from "../../support/aws-state.js";

function indexOf(...resources: readonly StateResource[]): StateIndex {
  return createStateIndex(decodeState(state({ resources }), { name: "test.tfstate" }));
}

function addresses(resources: readonly ManagedResource[]): readonly string[] {
  return resources.map(({ address }) => address);
}

function ref(
  type: string,
  values: Readonly<Record<string, string>>,
  scope: Partial<ResourceRef> = {},
): ResourceRef {
  const match = Object.entries(values).map(([attribute, value]) => ({
    attributes: [attribute],
    values: [value],
  }));
  return { types: [type], match, ...scope };
}

const bucket = { type: "aws_s3_bucket", name: "b", attributes: { id: "my-bucket", bucket: "my-bucket" } };
const policy = {
  type: "aws_s3_bucket_policy",
  name: "b",
  attributes: { id: "my-bucket", bucket: "my-bucket" },
};

describe("find", () => {
  it("finds each of two resources that share an id by its type, and both by both types", () => {
    const index = indexOf(bucket, policy);
    expect(addresses(index.find(ref("aws_s3_bucket", { id: "my-bucket" })))).toEqual(["aws_s3_bucket.b"]);
    expect(addresses(index.find(ref("aws_s3_bucket_policy", { id: "my-bucket" })))).toEqual([
      "aws_s3_bucket_policy.b",
    ]);
    const both = {
      types: ["aws_s3_bucket_policy", "aws_s3_bucket"],
      match: ref("", { id: "my-bucket" }).match,
    };
    expect(addresses(index.find(both))).toEqual(["aws_s3_bucket_policy.b", "aws_s3_bucket.b"]);
  });

  it("finds every instance that has the value, in the state's order", () => {
    const twin = { type: "aws_route", name: "r", attributes: { route_table_id: "rtb-1" } };
    const index = indexOf({ ...twin, indexKey: "b" }, { ...twin, indexKey: "a" });
    const found = addresses(index.find(ref("aws_route", { route_table_id: "rtb-1" })));
    expect(found).toEqual(['aws_route.r["b"]', 'aws_route.r["a"]']);
  });

  it("wants every match to hold, each by any attribute and any value", () => {
    const attachment = (name: string, role: string, arn: string): StateResource => ({
      type: "aws_iam_role_policy_attachment",
      name,
      attributes: { id: name, role, policy_arn: arn },
    });
    const index = indexOf(
      attachment("one", "r1", "p1"),
      attachment("two", "r1", "p2"),
      attachment("three", "r2", "p1"),
    );
    const match: IdentityMatch[] = [
      { attributes: ["role_name", "role"], values: ["nobody", "r1"] },
      { attributes: ["policy_arn"], values: ["p2", "p1"] },
    ];
    const types = ["aws_iam_role_policy_attachment"];
    expect(addresses(index.find({ types, match }))).toEqual([`${types[0]}.one`, `${types[0]}.two`]);
    expect(index.find({ types, match: [...match, { attributes: ["id"], values: ["three"] }] })).toEqual([]);
    expect(index.find({ types, match: [{ attributes: ["role"], values: [] }] })).toEqual([]);
  });

  it("finds by a number, by true or false, and by any element of a list", () => {
    const rule = {
      type: "aws_lb_listener",
      name: "l",
      attributes: { port: 443, internal: false, security_groups: ["sg-1", "sg-2"] },
    };
    const index = indexOf(rule);
    expect(index.find(ref("aws_lb_listener", { port: "443" }))).toHaveLength(1);
    expect(index.find(ref("aws_lb_listener", { internal: "false" }))).toHaveLength(1);
    expect(index.find(ref("aws_lb_listener", { security_groups: "sg-2" }))).toHaveLength(1);
    expect(index.find(ref("aws_lb_listener", { security_groups: "sg-3" }))).toEqual([]);
  });

  it("finds nothing by an attribute that only the prototype of an object has", () => {
    const index = indexOf(bucket);
    expect(index.find(ref("aws_s3_bucket", { constructor: "x" }))).toEqual([]);
    expect(index.find({ types: ["constructor", "__proto__"], match: [] })).toEqual([]);
  });

  it("ignores the case of Azure's ids, and of nothing else", () => {
    const id = "/subscriptions/AbC/resourceGroups/G/providers/Microsoft.Storage/storageAccounts/s";
    const index = indexOf({ type: "azurerm_storage_account", name: "s", attributes: { id, name: "Name" } });
    expect(index.find(ref("azurerm_storage_account", { id: id.toUpperCase() }))).toHaveLength(1);
    expect(index.findByIdentifier(id.toLowerCase())).toHaveLength(1);
    expect(index.find(ref("azurerm_storage_account", { name: "name" }))).toEqual([]);
  });

  it("gives all resources of a type that an account and region has only one of", () => {
    const block = {
      type: "aws_s3_account_public_access_block",
      name: "b",
      attributes: { account_id: "123456789012" },
    };
    const index = indexOf(block, bucket);
    const found = index.find({ types: [block.type], match: [], account: "123456789012" });
    expect(addresses(found)).toEqual([`${block.type}.b`]);
    expect(index.find({ types: [block.type], match: [], account: "210987654321" })).toEqual([]);
  });

  it("excludes another account or region where both are known, and nothing where one is not", () => {
    const arn = "arn:aws:sqs:eu-west-1:123456789012:q";
    const known = { type: "aws_sqs_queue", name: "known", attributes: { name: "q", arn } };
    const unknown = { type: "aws_sqs_queue", name: "unknown", attributes: { name: "q" } };
    const index = indexOf(known, unknown);
    const find = (scope: Partial<ResourceRef>): readonly string[] =>
      addresses(index.find(ref("aws_sqs_queue", { name: "q" }, scope))).map((address) => address.slice(14));
    expect(find({})).toEqual(["known", "unknown"]);
    expect(find({ account: "123456789012", region: "eu-west-1" })).toEqual(["known", "unknown"]);
    expect(find({ account: "210987654321" })).toEqual(["unknown"]);
    expect(find({ region: "us-east-1" })).toEqual(["unknown"]);
  });

  it("does not exclude by the region of a call to a service without regions", () => {
    const role = {
      type: "aws_iam_role",
      name: "r",
      attributes: { name: "r", arn: "arn:aws:iam::123456789012:role/r" },
    };
    expect(indexOf(role).find(ref("aws_iam_role", { name: "r" }, { region: "us-east-1" }))).toHaveLength(1);
  });

  it("takes a GCP zone for its region, and a project's number for no contradiction to its id", () => {
    const disk = {
      type: "google_compute_disk",
      name: "d",
      attributes: { name: "d", project: "p-1", zone: "europe-west1-b" },
    };
    const index = indexOf(disk);
    const find = (scope: Partial<ResourceRef>): number =>
      index.find(ref(disk.type, { name: "d" }, scope)).length;
    expect(find({ region: "europe-west1" })).toBe(1);
    expect(find({ region: "europe-west1-b" })).toBe(1);
    expect(find({ region: "europe-west2" })).toBe(0);
    expect(find({ region: "global", account: "1234567890" })).toBe(1);
    expect(find({ account: "p-2" })).toBe(0);
  });

  it("agrees with a filter over all resources, whatever the state and the question", () => {
    const type = fc.constantFrom("aws_a", "aws_b");
    const scalar = fc.constantFrom("x", "y", "/subscriptions/S", "/SUBSCRIPTIONS/s", 1, 2, null, true);
    const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.constant({ x: "x" }));
    const attribute = fc.constantFrom("id", "name", "__proto__", "toString");
    const resource = fc.record({ type, pairs: fc.array(fc.tuple(attribute, value)), deposed: fc.boolean() });
    const values = fc.array(fc.constantFrom("x", "y", "1", "true", "null", "/subscriptions/s"), {
      maxLength: 3,
    });
    const match = fc.array(fc.record({ attributes: fc.array(attribute, { maxLength: 2 }), values }), {
      maxLength: 3,
    });
    const question = fc.record({ types: fc.array(type, { minLength: 1, maxLength: 3 }), match });
    fc.assert(
      fc.property(fc.array(resource), fc.array(question), (rows, questions) => {
        const resources = rows.map(({ type, pairs, deposed }, position) => ({
          type,
          name: `r${position}`,
          attributes: Object.fromEntries(pairs),
          ...(deposed && { deposed: "0a1b2c3d" }),
        }));
        const index = indexOf(...resources);
        for (const asked of questions) {
          const naive = (list: readonly ManagedResource[]): readonly string[] =>
            [...new Set(asked.types)].flatMap((type) =>
              addresses(
                list.filter((one) => one.type === type && asked.match.every((each) => holds(one, each))),
              ),
            );
          expect(addresses(index.find(asked))).toEqual(naive(index.snapshot.resources));
          expect(addresses(index.findDeposed(asked))).toEqual(naive(index.snapshot.deposed));
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** What {@link IdentityMatch} says, word by word. */
function holds(resource: ManagedResource, match: IdentityMatch): boolean {
  const fold = (text: string): string => (/^\/subscriptions\//i.test(text) ? text.toLowerCase() : text);
  const wanted = match.values.map(fold);
  return match.attributes.some((attribute) => {
    const value = Object.entries(resource.attributes).find(([key]) => key === attribute)?.[1];
    const elements = Array.isArray(value) ? value : [value];
    return elements.some(
      (one) => ["string", "number", "boolean"].includes(typeof one) && wanted.includes(fold(String(one))),
    );
  });
}

describe("findDeposed", () => {
  it("finds deposed objects, which find does not", () => {
    const web = { type: "aws_instance", name: "web" };
    const index = indexOf(
      { ...web, attributes: { id: "i-new" } },
      { ...web, attributes: { id: "i-old" }, deposed: "0a1b2c3d" },
    );
    expect(index.findDeposed(ref("aws_instance", { id: "i-old" }))).toHaveLength(1);
    expect(index.find(ref("aws_instance", { id: "i-old" }))).toEqual([]);
    expect(index.findDeposed(ref("aws_instance", { id: "i-new" }))).toEqual([]);
    expect(index.get("aws_instance.web")?.attributes.id).toBe("i-new");
  });
});

describe("findByIdentifier", () => {
  it("finds by id, ARN, self link, name and bucket, whatever the type, each resource once", () => {
    const link = "https://www.googleapis.com/compute/v1/projects/p/global/networks/n";
    const index = indexOf(
      bucket,
      policy,
      {
        type: "aws_sqs_queue",
        name: "q",
        attributes: { id: "https://q", name: "q", arn: "arn:aws:sqs:::q" },
      },
      { type: "google_compute_network", name: "n", attributes: { self_link: link, name: "my-bucket" } },
    );
    expect(addresses(index.findByIdentifier("my-bucket"))).toEqual([
      "aws_s3_bucket.b",
      "aws_s3_bucket_policy.b",
      "google_compute_network.n",
    ]);
    expect(addresses(index.findByIdentifier("arn:aws:sqs:::q"))).toEqual(["aws_sqs_queue.q"]);
    expect(addresses(index.findByIdentifier(link))).toEqual(["google_compute_network.n"]);
    expect(index.findByIdentifier("nothing")).toEqual([]);
  });
});

describe("get", () => {
  it("gives the resource at exactly this address", () => {
    const index = indexOf({ ...bucket, module: 'module.m["k"]', indexKey: "a" });
    expect(index.get('module.m["k"].aws_s3_bucket.b["a"]')?.type).toBe("aws_s3_bucket");
    expect(index.get("module.m.aws_s3_bucket.b")).toBeUndefined();
  });
});

describe("dependents", () => {
  const part = (
    name: string,
    dependencies: readonly string[],
    extra: Partial<StateResource> = {},
  ): StateResource => ({
    type: "aws_x",
    name,
    attributes: {},
    dependencies,
    ...extra,
  });

  function dependentsOf(index: StateIndex, address: string): readonly string[] {
    const resource = index.get(address);
    if (resource === undefined) throw new Error(`no ${address}`);
    return index.dependents(resource);
  }

  it("gives the addresses of all instances that depend on a resource, also through others, sorted", () => {
    const index = indexOf(
      part("vpc", [], { module: 'module.net["a"]' }),
      part("subnet", ["module.net.aws_x.vpc"], { indexKey: 1 }),
      part("subnet", ["module.net.aws_x.vpc"], { indexKey: 0 }),
      part("web", ["aws_x.subnet"], { module: "module.app[0]" }),
      part("other", []),
    );
    const all = ["aws_x.subnet[0]", "aws_x.subnet[1]", "module.app[0].aws_x.web"];
    expect(dependentsOf(index, 'module.net["a"].aws_x.vpc')).toEqual(all);
    expect(dependentsOf(index, "aws_x.subnet[1]")).toEqual(["module.app[0].aws_x.web"]);
    expect(dependentsOf(index, "aws_x.other")).toEqual([]);
  });

  it("ends where a state has a circle, and never names the resource itself", () => {
    const index = indexOf(part("a", ["aws_x.b"]), part("b", ["aws_x.a"]));
    expect(dependentsOf(index, "aws_x.a")).toEqual(["aws_x.b"]);
  });
});
