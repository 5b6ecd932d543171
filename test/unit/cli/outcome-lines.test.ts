import { expect, it } from "vitest";

import { outcomeLine, outcomeLines } from "../../../src/cli/output/outcome-lines.js";
import type { FinalOutcome, Outcome } from "../../../src/index.js";

function skipped(sequence: number): FinalOutcome {
  return { sequence, id: `r${sequence}`, outcome: "skipped", reason: "read_only", evidence: [] };
}

function deferred(sequence: number): Outcome {
  return { sequence, id: `r${sequence}`, outcome: "deferred", evidence: [] };
}

it("hands on each outcome once, in the order of the input, however often and early it is heard of", () => {
  const emitted: number[] = [];
  const lines = outcomeLines(({ sequence }) => emitted.push(sequence));
  lines.add(deferred(1));
  lines.add(skipped(3));
  lines.add(skipped(2));
  lines.add(skipped(2));
  expect(emitted).toEqual([]);
  expect(lines.held).toBe(2);
  lines.add(skipped(1));
  lines.add(skipped(1));
  lines.add(skipped(4));
  expect(emitted).toEqual([1, 2, 3, 4]);
  expect(lines.held).toBe(0);
});

it("writes null for an id or a reason that there is none of", () => {
  expect(outcomeLine({ sequence: 1, outcome: "drift", drifts: ["d"], evidence: ["e"] })).toBe(
    '{"id":null,"outcome":"drift","reason":null,"drifts":["d"]}',
  );
  expect(
    outcomeLine({ sequence: 1, id: "i", outcome: "rejected", reason: "malformed", field: "f", evidence: [] }),
  ).toBe('{"id":"i","outcome":"rejected","reason":"malformed","drifts":[]}');
});
