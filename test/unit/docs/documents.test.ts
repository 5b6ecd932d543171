import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { DRIFT_ERROR_CODES } from "../../../src/index.js";

const documents = ["README.md", "CHANGELOG.md", ...readdirSync("docs").map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith(".md"),
);

function read(file: string): string {
  return readFileSync(file, "utf8");
}

/** The cells of a table's rows whose first cell is code. */
function rows(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")))
    .map((cells) => cells.slice(1, -1));
}

describe("README.md", () => {
  it("shows the quick start as it is in examples", () => {
    const shown = /<!-- examples\/quickstart\.ts -->\n```ts\n([\s\S]*?)```/.exec(read("README.md"))?.[1];
    expect(shown).toBe(read("examples/quickstart.ts"));
  });

  it("keeps the quick start short", () => {
    const statements = read("examples/quickstart.ts")
      .split("\n")
      .filter((line) => line.trim() !== "");
    expect(statements.length).toBeLessThanOrEqual(20);
  });

  it("names scripts that exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...read("README.md").matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? "");
    expect(named).toContain("demo");
    expect(named).toContain("verify");
    for (const name of named) expect(scripts, name).toHaveProperty([name]);
  });

  it("lists every import of the package", () => {
    const { exports } = JSON.parse(read("package.json")) as { exports: Record<string, unknown> };
    const listed = rows(read("README.md")).map(([name]) => name);
    const subpaths = Object.keys(exports).filter((name) => name !== "./package.json");
    expect(listed).toEqual(subpaths.map((name) => `tfdrift-falco${name.slice(1)}`));
  });
});

describe("docs/errors.md", () => {
  it("lists every code with its stage, and no other", () => {
    const listed = rows(read("docs/errors.md")).filter(
      ([, stage]) => stage !== undefined && /^[a-z]+$/.test(stage),
    );
    expect(Object.fromEntries(listed.map(([code, stage]) => [code, stage]))).toEqual(DRIFT_ERROR_CODES);
    expect(listed.every((cells) => cells.length === 4 && cells.every((cell) => cell !== ""))).toBe(true);
  });
});

describe("docs/outcomes.md", () => {
  it("lists every outcome and reason of the types, and no other", () => {
    const source = read("src/model/outcome.ts");
    const reasons = (type: string): readonly string[] => {
      const union = new RegExp(`export type ${type} =([^;]+);`).exec(source)?.[1] ?? "";
      return [...union.matchAll(/"(\w+)"/g)].map(([, reason]) => reason ?? "");
    };
    const expected = [
      "drift",
      ...reasons("CleanReason").map((reason) => `clean ${reason}`),
      ...reasons("SuppressedReason").map((reason) => `suppressed ${reason}`),
      "duplicate",
      ...reasons("SkippedReason").map((reason) => `skipped ${reason}`),
      ...reasons("RejectedReason").map((reason) => `rejected ${reason}`),
      "deferred",
    ];
    const listed = rows(read("docs/outcomes.md")).map(([outcome, reason]) => `${outcome} ${reason}`.trim());
    expect(listed).toEqual(expected);
    expect(listed.length).toBeGreaterThan(15);
  });
});

describe.each(documents)("%s", (file) => {
  it("links to files that exist", () => {
    for (const [, target = ""] of read(file).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)) {
      expect(existsSync(path.join(path.dirname(file), target)), target).toBe(true);
    }
  });
});
