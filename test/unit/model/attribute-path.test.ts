import fc from "fast-check";
import { expect, test } from "vitest";
import { attributePath, parseAttributePath } from "../../../src/model/attribute-path.js";

test("a key that is an identifier follows a dot, any other is quoted, an index is in brackets", () => {
  expect(attributePath("tags", "Name")).toBe("tags.Name");
  expect(attributePath("tags", "cost-centre")).toBe("tags.cost-centre");
  expect(attributePath("tags", "a.b")).toBe('tags["a.b"]');
  expect(attributePath("tags", "")).toBe('tags[""]');
  expect(attributePath("tags", 'say "hi"')).toBe('tags["say \\"hi\\""]');
  expect(attributePath("tags", "0")).toBe('tags["0"]');
  expect(attributePath("versioning", 0)).toBe("versioning[0]");
});

test("a path is read back into its steps", () => {
  expect(parseAttributePath("versioning[0].enabled")).toEqual(["versioning", 0, "enabled"]);
  expect(parseAttributePath('tags["a.b"]')).toEqual(["tags", "a.b"]);
  expect(parseAttributePath("instance_class")).toEqual(["instance_class"]);
});

test("text that is no path is one name", () => {
  for (const text of ["a[", 'tags["x', "a[b]", "]"]) expect(parseAttributePath(text)).toEqual([text]);
});

test("whatever the key, what was joined is taken apart again", () => {
  const step = fc.oneof(fc.string(), fc.nat({ max: 1000 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
      expect(parseAttributePath(steps.reduce<string>(attributePath, "root"))).toEqual(["root", ...steps]);
    }),
  );
});
