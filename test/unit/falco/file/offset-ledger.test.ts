import { describe, expect, it } from "vitest";
import { OffsetLedger } from "../../../../src/falco/file/offset-ledger.js";

function ledger() {
  let advances = 0;
  const made = new OffsetLedger({ offset: 0 }, () => {
    advances++;
  });
  return {
    made,
    get advances() {
      return advances;
    },
    deliver: (line: number) => made.deliver({ offset: line * 10 }, { offset: line * 10 + 10 }),
  };
}

describe("OffsetLedger", () => {
  it("moves on over acknowledged lines only, without a gap", () => {
    const { made, deliver } = ledger();
    const [first, second, third] = [deliver(0), deliver(1), deliver(2)];
    expect(made.committed.offset).toBe(0);
    second.ack();
    expect(made.committed.offset).toBe(0);
    first.ack();
    expect(made.committed.offset).toBe(20);
    third.ack();
    expect(made.committed.offset).toBe(30);
  });

  it("is held by one line that waits, however many after it are done", () => {
    const { made, deliver } = ledger();
    const deferred = deliver(0);
    for (let line = 1; line <= 10_000; line++) deliver(line).ack();
    expect(made.committed.offset).toBe(0);
    deferred.ack();
    expect(made.committed.offset).toBe(100_010);
  });

  it("passes over lines that are no alerts, but not past one that waits", () => {
    const { made, deliver } = ledger();
    made.pass({ offset: 10 });
    expect(made.committed.offset).toBe(10);
    const waiting = deliver(1);
    made.pass({ offset: 30 });
    expect(made.committed.offset).toBe(10);
    waiting.ack();
    expect(made.committed.offset).toBe(30);
  });

  it("says that it may have moved on, and a second acknowledgement says nothing", () => {
    const one = ledger();
    const line = one.deliver(0);
    expect(one.advances).toBe(0);
    line.ack();
    line.ack();
    expect(one.advances).toBe(1);
  });

  it("resumes after what was delivered while nothing was given back", () => {
    const { made, deliver } = ledger();
    deliver(0);
    deliver(1).ack();
    expect(made.resume().offset).toBe(20);
    expect(made.committed.offset).toBe(0);
  });

  it("resumes at the first line that was given back, and forgets what comes again", () => {
    const { made, deliver } = ledger();
    const deferred = deliver(0);
    deliver(1).nack();
    const late = deliver(2);
    deliver(3).nack();
    expect(made.resume().offset).toBe(10);
    late.ack();
    expect(made.committed.offset).toBe(0);
    deferred.ack();
    expect(made.committed.offset).toBe(10);
    deliver(1).ack();
    expect(made.committed.offset).toBe(20);
  });
});
