import { describe, expect, it, vi } from "vitest";
import { linkAbort } from "../../../src/internal/linked-abort.js";

describe("linked signals", () => {
  it("abort with any of the others", () => {
    const [one, two] = [new AbortController(), new AbortController()];
    const { signal } = linkAbort([one.signal, undefined, two.signal]);
    expect(signal.aborted).toBe(false);
    two.abort();
    expect(signal.aborted).toBe(true);
  });

  it("have aborted when one of the others had", () => {
    expect(linkAbort([AbortSignal.abort()]).signal.aborted).toBe(true);
  });

  it("abort by themselves, which the others do not notice", () => {
    const one = new AbortController();
    const linked = linkAbort([one.signal]);
    linked.abort();
    expect([linked.signal.aborted, one.signal.aborted]).toEqual([true, false]);
  });

  it("abort when the time is over, unless they were let go", () => {
    vi.useFakeTimers();
    const [kept, released] = [linkAbort([], 1000), linkAbort([], 1000)];
    released.release();
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    expect([kept.signal.aborted, released.signal.aborted]).toEqual([true, false]);
  });

  it("no longer hear of the others once they were let go", () => {
    const one = new AbortController();
    const linked = linkAbort([one.signal]);
    linked.release();
    one.abort();
    expect(linked.signal.aborted).toBe(false);
  });
});
