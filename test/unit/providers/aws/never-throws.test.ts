import fc from "fast-check";
import { expect, test } from "vitest";
import type { CloudChange } from "../../../../src/model/cloud-change.js";
import type { JsonValue } from "../../../../src/model/json.js";
import { AWS_ALERT_FIELDS, aws, awsTable } from "../../../../src/providers/aws/index.js";
import type { ParseResult } from "../../../../src/providers/provider.js";
import { cloudTrailAlert, cloudTrailRecord } from "../../../support/cloudtrail.js";

const { parser, mapper } = aws();
const fieldNames = AWS_ALERT_FIELDS.map((field) => field.name);

/** Every operation of the table, by service. */
const operations = Object.entries(awsTable).flatMap(([service, mapping]) =>
  Object.keys(mapping).map((operation) => ({ service, operation })),
);

/** Objects as the tables expect them, and with anything in place of anything. */
const json = fc.jsonValue({ maxDepth: 4 });
const parameters = fc.oneof(
  json,
  fc.dictionary(
    fc.constantFrom(
      "__proto__",
      "constructor",
      "groupId",
      "items",
      "item",
      "ipPermissions",
      "instancesSet",
      "tagSpecificationSet",
      "resourcesSet",
      "tagSet",
      "tags",
      "tagKeys",
      "bucketName",
      "functionName",
      "roleName",
      "policyDocument",
      "key",
      "value",
      "policy",
    ),
    json,
  ),
);

function follow(result: ParseResult | undefined): void {
  expect(["parsed", "skipped", "failed"]).toContain(result?.status);
  if (result?.status === "parsed") {
    expect(["mapped", "unmapped", "skipped", "failed"]).toContain(mapper.map(result.change).status);
    expect(result.change.actor.name).not.toBe("");
  }
}

test("no value in an alert's fields makes the parser or the mapper throw", () => {
  const fields = fc.dictionary(
    fc.constantFrom(...fieldNames),
    fc.oneof(
      json,
      json.map((value) => JSON.stringify(value)),
    ),
  );
  fc.assert(
    fc.property(fields, (values) =>
      follow(parser.parse(cloudTrailAlert(values as Record<string, JsonValue>))),
    ),
  );
});

test("no JSON makes the parser of raw records throw", () => {
  fc.assert(fc.property(json, (value) => follow(parser.parseRecord?.(value))));
  const members = fc.dictionary(fc.constantFrom(...Object.keys(cloudTrailRecord()), "resources"), json);
  fc.assert(fc.property(members, (values) => follow(parser.parseRecord?.(cloudTrailRecord(values)))));
});

test("no parameters of any operation in the table make the mapper throw, or fail for their form", () => {
  expect(operations.length).toBeGreaterThan(0);
  fc.assert(
    fc.property(
      fc.constantFrom(...operations),
      parameters,
      parameters,
      (operation, requestParameters, responseElements) => {
        const result = parser.parseRecord?.(
          cloudTrailRecord({
            eventSource: operation.service,
            eventName: operation.operation,
            requestParameters,
            responseElements,
          }),
        );
        follow(result);
        // A reader that threw would be `malformed`.
        if (result?.status === "parsed") {
          expect(mapper.map(result.change)).not.toMatchObject({ reason: "malformed" });
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test("neither a prototype in disguise nor a megabyte does harm", () => {
  const long = "x".repeat(1_000_000);
  const values: unknown[] = [
    JSON.parse('{"__proto__":{"__proto__":{"polluted":true}},"constructor":{"prototype":{"polluted":true}}}'),
    { name: long, tags: { [long]: long } },
    Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, index])),
    { deep: JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`) },
  ];
  for (const value of values) {
    follow(
      parser.parseRecord?.(
        cloudTrailRecord({ requestParameters: value, userIdentity: value, resources: [value] }),
      ),
    );
    follow(parser.parseRecord?.(value));
  }
  for (const name of fieldNames) {
    follow(parser.parse(cloudTrailAlert({ [name]: long })));
    follow(parser.parse(cloudTrailAlert({ [name]: '{"__proto__":{"polluted":true}}' })));
    follow(parser.parse(cloudTrailAlert({ [name]: `${"[".repeat(50_000)}` })));
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("an object of a host that throws when it is read fails, and says nothing of what it threw", () => {
  const hostile = new Proxy(
    {},
    {
      get() {
        throw new Error("top secret");
      },
      getOwnPropertyDescriptor() {
        throw new Error("top secret");
      },
    },
  );
  const results = [
    parser.parseRecord?.(hostile),
    parser.parse(hostile as Parameters<typeof parser.parse>[0]),
    parser.parse({ ...cloudTrailAlert(), fields: hostile }),
  ];
  for (const result of results) {
    expect(result).toMatchObject({ status: "failed", reason: "malformed" });
    expect(JSON.stringify(result)).not.toContain("secret");
  }
  expect(mapper.map(hostile as CloudChange).status).toBe("failed");
});
