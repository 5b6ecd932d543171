import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDriftError } from "../../../src/model/drift-error.js";
import type { ManagedResource, StateSnapshot } from "../../../src/model/managed-resource.js";
import { decodeState } from "../../../src/state/decode-state.js";
import { state } from "../../support/aws-state.js";

const fixture = readFileSync(new URL("../../fixtures/state/every-form.tfstate", import.meta.url));
const everyForm = decodeState(fixture, { name: "every-form.tfstate" });

const samples = new URL("../../../../shared/samples/terraform/", import.meta.url);

function at(address: string, snapshot: StateSnapshot = everyForm): ManagedResource {
  const found = snapshot.resources.find((resource) => resource.address === address);
  if (found === undefined) throw new Error(`no ${address}`);
  return found;
}

describe("decodeState", () => {
  it("reads the state's own facts", () => {
    const { lineage, serial, terraformVersion } = everyForm;
    expect({ lineage, serial, terraformVersion }).toEqual({
      lineage: "7b7a0d6e-0000-4000-8000-000000000042",
      serial: 42,
      terraformVersion: "1.11.4",
    });
  });

  it("gives every managed, current object its full address, and leaves data sources out", () => {
    expect(everyForm.resources.map(({ address }) => address)).toEqual([
      "aws_db_instance.main",
      'module.a["k.2"].module.b[0].aws_instance.web[0]',
      'module.a["k.2"].module.b[0].aws_instance.web["0"]',
      'module.a["k.2"].module.b[0].aws_instance.web["$$\x24{not} \\"a\\" template\\\\"]',
      "aws_instance.old",
      'aws_instance.each_region["eu"]',
      "null_resource.odd",
    ]);
  });

  it("keeps deposed objects apart from the current one at their address", () => {
    expect(everyForm.deposed).toHaveLength(1);
    expect(everyForm.deposed[0]).toMatchObject({
      address: 'module.a["k.2"].module.b[0].aws_instance.web[0]',
      deposedKey: "00000001",
      attributes: { id: "i-old" },
    });
  });

  it("tells a tainted object, a count index and a for_each key", () => {
    const counted = at('module.a["k.2"].module.b[0].aws_instance.web[0]');
    expect(counted).toMatchObject({ tainted: true, indexKey: 0, module: 'module.a["k.2"].module.b[0]' });
    expect(at('module.a["k.2"].module.b[0].aws_instance.web["0"]')).toMatchObject({
      tainted: false,
      indexKey: "0",
    });
    expect(at("aws_db_instance.main")).not.toHaveProperty("indexKey");
    expect(at("aws_db_instance.main")).not.toHaveProperty("module");
  });

  it("reads the provider of a resource, of an old state and of an instance", () => {
    expect(at("aws_db_instance.main")).toMatchObject({
      provider: "registry.terraform.io/hashicorp/aws",
      providerAlias: "west",
    });
    expect(at("aws_instance.old").provider).toBe("registry.terraform.io/-/aws");
    expect(at('aws_instance.each_region["eu"]')).toMatchObject({
      provider: "registry.opentofu.org/hashicorp/aws",
      providerAlias: "by_region",
    });
  });

  it("keeps attributes as they are, big integers to the last digit and __proto__ as a key", () => {
    const { attributes } = at("aws_db_instance.main");
    expect(attributes).toMatchObject({ allocated_storage: 20, big: "9007199254740993" });
    expect(Object.entries(attributes.tags as object)).toEqual([
      ["a.b", "c"],
      ["__proto__", "x"],
    ]);
    expect(Object.getPrototypeOf(attributes)).toBeNull();
  });

  it("knows sensitive paths, dependencies, account and region", () => {
    expect(at("aws_db_instance.main")).toMatchObject({
      sensitivePaths: [["password"], ["tags", "a.b"]],
      dependencies: ["aws_kms_key.main", "data.aws_caller_identity.me"],
      account: "123456789012",
      region: "eu-west-1",
    });
  });

  it("nests the flat attributes of old states, and takes an object without attributes for empty", () => {
    expect(at("aws_instance.old").attributes).toMatchObject({ id: "i-flat", tags: { Name: "flat" } });
    expect(Object.keys(at("null_resource.odd").attributes)).toEqual([]);
  });

  it("keeps nothing of private data, outputs and identity", () => {
    expect(JSON.stringify(everyForm)).not.toContain("aHVudGVyMg==");
    expect(everyForm).not.toHaveProperty("outputs");
    expect(at("aws_db_instance.main")).not.toHaveProperty("identity");
  });

  it("reads a state that a byte order mark precedes, in UTF-8 and in PowerShell's UTF-16", () => {
    const text = `\ufeff${state({ resources: [{ type: "aws_vpc", name: "größe", attributes: { id: "v" } }] })}`;
    for (const content of [text, Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")]) {
      expect(decodeState(content, { name: "s" }).resources.map(({ address }) => address)).toEqual([
        "aws_vpc.größe",
      ]);
    }
  });

  it("reads a state that manages nothing, which is not the same as an empty file", () => {
    expect(decodeState(state({ resources: [] }), { name: "s" }).resources).toEqual([]);
  });

  it("gives any module, name and key the address that its parts make", () => {
    const name = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,8}$/);
    const indexKey = fc.option(fc.oneof(fc.nat(), fc.string({ unit: "grapheme" })), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.record({ name, indexKey, deposed: fc.boolean() })), (rows) => {
        const resources = rows.map((row, position) => ({
          type: "aws_vpc",
          name: row.name,
          attributes: { id: `vpc-${position}` },
          ...(row.indexKey !== undefined && { indexKey: row.indexKey }),
          ...(row.deposed && { deposed: "0a1b2c3d" }),
        }));
        const { resources: current, deposed } = decodeState(state({ resources }), { name: "s" });
        const read = new Map([...current, ...deposed].map((resource) => [resource.attributes.id, resource]));
        for (const [position, row] of rows.entries()) {
          const resource = read.get(`vpc-${position}`);
          expect([resource?.name, resource?.indexKey]).toEqual([row.name, row.indexKey]);
          expect(resource?.deposedKey).toBe(row.deposed ? "0a1b2c3d" : undefined);
        }
        expect(read.size).toBe(rows.length);
      }),
    );
  });
});

describe.skipIf(!existsSync(samples))("decodeState on a state that Terraform 1.11.4 wrote", () => {
  it("has the addresses that terraform state list prints", () => {
    const listed = readFileSync(new URL("state-list.txt", samples), "utf8").trim().split("\n");
    const { resources } = decodeState(readFileSync(new URL("terraform.tfstate", samples)), {
      name: "sample",
    });
    expect(resources.map(({ address }) => address).sort()).toEqual(listed.sort());
  });

  it("keeps the integer beyond 2^53 and finds the tainted object", () => {
    const snapshot = decodeState(readFileSync(new URL("terraform.tfstate", samples)), { name: "sample" });
    expect(JSON.stringify(at("terraform_data.counted[0]", snapshot).attributes)).toContain(
      '"9007199254740993"',
    );
    expect(snapshot.resources.filter(({ tainted }) => tainted).map(({ address }) => address)).toEqual([
      "terraform_data.counted[1]",
    ]);
  });
});

describe("decodeState refuses", () => {
  function refusal(content: Uint8Array | string): { code: string; message: string; retryable: boolean } {
    try {
      decodeState(content, { name: "prod.tfstate" });
    } catch (error) {
      if (!isDriftError(error)) throw error;
      expect(error.stage).toBe("state");
      expect(error.message).toMatch(/^\[\w+\] prod\.tfstate .+; [^\n]+$/);
      return { code: error.code, message: error.message, retryable: error.retryable };
    }
    return { code: "none", message: "", retryable: false };
  }

  const whole = state({
    resources: [{ type: "aws_vpc", name: "main", attributes: { password: "hunter2" } }],
  });
  const header = { terraform_version: "1.11.4", serial: 1, lineage: "l", outputs: {} };

  it.each([
    ["no bytes", new Uint8Array()],
    ["white space", " \n\t\r\n"],
    ["only a byte order mark", Buffer.from([0xef, 0xbb, 0xbf])],
  ])("an empty file: %s", (_, content) => {
    expect(refusal(content)).toMatchObject({ code: "state_empty", retryable: true });
  });

  it("a state cut at any byte, as worth another read", () => {
    const bytes = Buffer.from(whole.trimEnd());
    for (let length = 1; length < bytes.length; length++) {
      const cut = refusal(bytes.subarray(0, length));
      expect(cut).toMatchObject({ code: "state_malformed", retryable: true });
      expect(cut.message).toContain("ends in the middle");
    }
    expect(refusal(bytes)).toMatchObject({ code: "none" });
  });

  it.each([
    ["zeros", Buffer.alloc(4096), "not JSON"],
    ["text", "hello hunter2", "not JSON"],
    ["an array", "[]", "not an object"],
    ["null", "null", "not an object"],
    ["foreign JSON", '{"hello": "hunter2"}', "without a state's `version`"],
    ["a version that is none", JSON.stringify({ ...header, version: "hunter2", resources: [] }), "`version`"],
    ["a state without resources", JSON.stringify({ ...header, version: 4 }), "no list of resources"],
    ["terraform show -json", '{"format_version": "1.0", "values": {}}', "terraform show -json"],
    [
      "a note of the backend",
      '{"version": 3, "serial": 1, "lineage": "l", "backend": {"type": "s3"}}',
      ".terraform/",
    ],
    ["a saved plan", Buffer.from("PK\x03\x04rest", "latin1"), "ZIP"],
    ["a gzip", Buffer.from([0x1f, 0x8b, 8, 0]), "gzip"],
    ["a bottomless pit", "[".repeat(200_000) + "]".repeat(200_000), "nests deeper"],
  ])("%s", (_, content, words) => {
    const { code, message } = refusal(content);
    expect(code).toBe("state_malformed");
    expect(message).toContain(words);
    expect(message).not.toContain("hunter2");
  });

  it.each([
    ["a resource that is none", 7, "resources[0]"],
    ["a resource without a mode", { type: "t", name: "n", instances: [] }, "resources[0]"],
    ["a resource without a type", { mode: "managed", name: "hunter2", instances: [] }, "resources[0]"],
    ["a resource without instances", { mode: "managed", type: "t", name: "hunter2" }, "resources[0]"],
    [
      "a module that is no text",
      { mode: "managed", type: "t", name: "n", module: 1, instances: [] },
      "resources[0].module",
    ],
    [
      "an instance that is none",
      { mode: "managed", type: "t", name: "n", instances: ["hunter2"] },
      "resources[0].instances[0]",
    ],
    [
      "a key that is none",
      { mode: "managed", type: "t", name: "n", instances: [{ index_key: ["hunter2"], attributes: {} }] },
      "instances[0]",
    ],
    [
      "attributes that are none",
      { mode: "managed", type: "t", name: "n", instances: [{ attributes: "hunter2" }] },
      "instances[0]",
    ],
  ])("%s, by its place and not by its content", (_, resource, place) => {
    const { code, message } = refusal(JSON.stringify({ ...header, version: 4, resources: [resource] }));
    expect(code).toBe("state_malformed");
    expect(message).toContain(place);
    expect(message).not.toContain("hunter2");
  });

  it.each([1, 2, 3])("a state of version %i, with how to upgrade it", (version) => {
    const { code, message } = refusal(JSON.stringify({ version, serial: 1, modules: [{ path: ["root"] }] }));
    expect(code).toBe("state_version_unsupported");
    expect(message).toContain("terraform apply -refresh-only");
  });

  it("a state of a version to come", () => {
    const { code, message } = refusal(JSON.stringify({ ...header, version: 5, resources: [] }));
    expect(code).toBe("state_version_unsupported");
    expect(message).toContain("update tfdrift-falco");
  });

  it("a state that OpenTofu has encrypted, though its serial and lineage can be read", () => {
    const envelope = {
      serial: 3,
      lineage: "l",
      meta: { "key_provider.pbkdf2.k": "e30=" },
      encrypted_data: "aHVudGVyMg==",
      encryption_version: "v0",
    };
    const { code, message } = refusal(JSON.stringify(envelope));
    expect(code).toBe("state_encrypted");
    expect(message).toContain("tofu state pull");
    expect(message).not.toContain("aHVudGVyMg==");
  });

  it("whatever it cannot read, and never with another kind of error", () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void refusal(bytes)));
    fc.assert(fc.property(fc.json(), (text) => void refusal(text)));
    const anything = fc.jsonValue();
    const instance = fc.record(
      {
        index_key: anything,
        deposed: anything,
        attributes: anything,
        attributes_flat: anything,
        sensitive_attributes: anything,
        dependencies: anything,
        provider: anything,
      },
      { requiredKeys: [] },
    );
    const resource = fc.record({
      mode: fc.constantFrom("managed", "data"),
      type: fc.string(),
      name: fc.string(),
      module: fc.oneof(anything, fc.constant(undefined)),
      instances: fc.oneof(fc.array(instance), anything),
    });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(resource, anything)),
        anything,
        anything,
        (resources, serial, lineage) => {
          refusal(JSON.stringify({ version: 4, serial, lineage, resources }));
        },
      ),
      { numRuns: 500 },
    );
  });
});
