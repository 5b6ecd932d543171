import { describe, expect, it } from "vitest";
import { rateLimiter } from "../../../../src/falco/http/rate-limit.js";
import { isDriftError } from "../../../../src/model/drift-error.js";

let time = 0;
const now = (): number => time;

describe("a rate limit", () => {
  it("takes everything where there is none", () => {
    const take = rateLimiter(undefined, now);
    expect(Array.from({ length: 1000 }, () => take("a")).every(Boolean)).toBe(true);
  });

  it("takes a burst, then as many a second as it says", () => {
    time = 0;
    const take = rateLimiter({ perSecond: 2, burst: 3 }, now);
    expect([take("a"), take("a"), take("a"), take("a")]).toEqual([true, true, true, false]);
    time += 499;
    expect(take("a")).toBe(false);
    time += 1;
    expect([take("a"), take("a")]).toEqual([true, false]);
    time += 3_600_000;
    expect([take("a"), take("a"), take("a"), take("a")]).toEqual([true, true, true, false]);
  });

  it("counts each address by itself, or all together", () => {
    const each = rateLimiter({ perSecond: 1 }, now);
    expect([each("a"), each("b"), each("a"), each(undefined), each(undefined)]).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    const all = rateLimiter({ perSecond: 1, by: "all" }, now);
    expect([all("a"), all("b")]).toEqual([true, false]);
  });

  it("may be below one a second", () => {
    time = 0;
    const take = rateLimiter({ perSecond: 0.1 }, now);
    expect([take("a"), take("a")]).toEqual([true, false]);
    time = 9_999;
    expect(take("a")).toBe(false);
    time = 10_000;
    expect(take("a")).toBe(true);
  });

  it("is not fooled by a clock that goes back", () => {
    time = 10_000;
    const take = rateLimiter({ perSecond: 1 }, now);
    expect(take("a")).toBe(true);
    time = 0;
    expect(take("a")).toBe(false);
    time = 1000;
    expect(take("a")).toBe(true);
  });

  it("forgets the addresses that were seen longest ago, and not the busy one", () => {
    time = 0;
    const take = rateLimiter({ perSecond: 0.001 }, now);
    expect([take("old"), take("busy")]).toEqual([true, true]);
    for (let index = 0; index < 20_000; index++) {
      take(`address ${index}`);
      expect(take("busy")).toBe(false);
    }
    expect(take("old")).toBe(true);
  });

  it.each([
    { perSecond: 0 },
    { perSecond: -1 },
    { perSecond: Number.NaN },
    { perSecond: Number.POSITIVE_INFINITY },
    { perSecond: 1, burst: 0 },
  ])("refuses %j", (limit) => {
    let caught: unknown;
    try {
      rateLimiter(limit, now);
    } catch (error) {
      caught = error;
    }
    expect(isDriftError(caught, "invalid_option")).toBe(true);
  });
});
