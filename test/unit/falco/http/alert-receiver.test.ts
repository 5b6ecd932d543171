import { describe, expect, it } from "vitest";
import type { AlertDelivery } from "../../../../src/falco/alert-transport.js";
import { AlertReceiver } from "../../../../src/falco/http/alert-receiver.js";
import { makeGate } from "../../../../src/falco/http/gate.js";
import { Intake } from "../../../../src/falco/http/intake.js";
import { rateLimiter } from "../../../../src/falco/http/rate-limit.js";
import type { PipelineSignal } from "../../../../src/model/pipeline-signal.js";
import { contractAlert } from "../../../../src/testing/alert-transport-contract.js";
import { falcoJson } from "../../../../src/testing/falco-message.js";

class Bench {
  time = 0;
  readonly signals: PipelineSignal[] = [];
  readonly receiver: AlertReceiver;
  readonly #alerts: AsyncGenerator<AlertDelivery, void>;

  constructor(
    limits: { capacity?: number; maxBytes?: number; maxBodyBytes?: number; perSecond?: number } = {},
  ) {
    const now = (): number => this.time;
    this.receiver = new AlertReceiver({
      gate: makeGate("/", []),
      withinRate: rateLimiter(
        limits.perSecond === undefined ? undefined : { perSecond: limits.perSecond },
        now,
      ),
      maxBodyBytes: limits.maxBodyBytes ?? 1000,
      bufferCapacity: limits.capacity ?? 3,
      maxBufferedBytes: limits.maxBytes ?? 10_000,
      now,
    });
    this.#alerts = this.receiver.alerts();
  }

  listen(): this {
    this.receiver.open((said) => void this.signals.push(said));
    return this;
  }

  begin(method = "POST"): Intake | number {
    const header = (name: string): string | undefined =>
      name === "content-type" ? "application/json" : undefined;
    const begun = this.receiver.begin({ method, path: "/", header });
    return begun instanceof Intake ? begun : begun.status;
  }

  intake(): Intake {
    const begun = this.begin();
    if (typeof begun === "number") throw new Error(`answered ${begun}`);
    return begun;
  }

  /** The status of the answer to a whole body. */
  post(body: string): number {
    const begun = this.begin();
    if (typeof begun === "number") return begun;
    return begun.add(Buffer.from(body))?.status ?? begun.end().status;
  }

  async take(): Promise<AlertDelivery["alert"] | undefined> {
    const next = await this.#alerts.next();
    return next.done === true ? undefined : next.value.alert;
  }

  leave(): void {
    this.receiver.leave();
  }

  get lost(): [number, string][] {
    return this.signals.flatMap((said) =>
      said.kind === "alerts.lost" ? [[said.total, said.detail] as [number, string]] : [],
    );
  }
}

const body = (index: number): string => falcoJson(contractAlert(index));

describe("a full buffer", () => {
  it("answers 503, counts what is lost, and says so at the first of a run and at its end", async () => {
    const bench = new Bench({ capacity: 2 }).listen();
    expect([0, 1, 2, 3, 4].map((index) => bench.post(body(index)))).toEqual([202, 202, 503, 503, 503]);
    expect(bench.lost).toEqual([[1, expect.stringContaining("the buffer is full")]]);
    await bench.take();
    expect(bench.post(body(5))).toBe(202);
    expect(bench.post(body(6))).toBe(503);
    expect(bench.lost).toHaveLength(1);
    await bench.take();
    await bench.take();
    expect(bench.lost.slice(1)).toEqual([[4, "alerts are kept again"]]);
    expect(bench.receiver.counters()).toEqual({ requests: 7, accepted: 3, refused: 0, lost: 4, buffered: 0 });
    expect([bench.post(body(7)), bench.post(body(8)), bench.post(body(9))]).toEqual([202, 202, 503]);
    expect(bench.lost.slice(2)).toEqual([[5, expect.stringContaining("the buffer is full")]]);
  });

  it("is one of bytes, too, with those of bodies on their way", async () => {
    const bench = new Bench({ maxBytes: 1000, capacity: 100 }).listen();
    const onWay = bench.intake();
    expect(onWay.add(Buffer.alloc(600, " "))).toBeUndefined();
    expect(bench.post(`[${" ".repeat(398)}]`)).toBe(202);
    expect(bench.post("{}")).toBe(503);
    expect(onWay.add(Buffer.from("[]"))?.status).toBe(503);
    expect(bench.receiver.counters()).toMatchObject({ lost: 2, buffered: 1 });
    // The bytes of what was refused are free again, those of what waits are not.
    expect(bench.post(`[${" ".repeat(597)}]`)).toBe(202);
    expect(bench.post("{}")).toBe(503);
    bench.receiver.close();
    expect(await bench.take()).toBeUndefined();
  });

  it("has its bytes free again when a body is taken, refused or cut off", async () => {
    const bench = new Bench({ maxBytes: 1000, maxBodyBytes: 1000, capacity: 1000 }).listen();
    const large = body(0) + " ".repeat(1000 - Buffer.byteLength(body(0)));
    for (let round = 0; round < 20; round++) {
      expect(bench.post(large), `round ${round}`).toBe(202);
      expect(bench.post("{}")).toBe(503);
      await bench.take();
      const cut = bench.intake();
      cut.add(Buffer.alloc(999));
      expect([cut.cut().status, cut.end().status, cut.add(Buffer.alloc(5000))?.status]).toEqual([
        400, 400, 400,
      ]);
      await bench.take();
      const long = bench.intake();
      expect(long.add(Buffer.alloc(1000))).toBeUndefined();
      expect(long.add(Buffer.alloc(1))?.status).toBe(413);
      await bench.take();
      const late = bench.intake();
      late.add(Buffer.alloc(1000));
      expect(late.late().status).toBe(408);
      await bench.take();
    }
  });
});

describe("a rate limit", () => {
  it("tells what is lost as one run, until it was quiet for a second", () => {
    const bench = new Bench({ perSecond: 1, capacity: 100 }).listen();
    for (let index = 0; index < 10; index++) {
      expect([bench.post(body(0)), bench.post(body(1))]).toEqual([202, 429]);
      bench.time += 999.9;
      expect(bench.post(body(2))).toBe(429);
      bench.time += 0.1;
    }
    expect(bench.lost).toEqual([[1, expect.stringContaining("rateLimit")]]);
    bench.time += 5000;
    expect(bench.post(body(3))).toBe(202);
    expect(bench.lost.slice(1)).toEqual([[20, "alerts are kept again"]]);
  });
});

describe("what is lost while nobody listens", () => {
  it("is said when somebody does", () => {
    const bench = new Bench({ capacity: 1 });
    expect([bench.post(body(0)), bench.post(body(1)), bench.post(body(2))]).toEqual([202, 503, 503]);
    bench.listen();
    expect(bench.lost).toEqual([[2, expect.stringContaining("the buffer is full")]]);
  });

  it("is not kept after the end, and said at the next beginning", async () => {
    const bench = new Bench().listen();
    bench.receiver.close();
    await bench.receiver.ended;
    bench.leave();
    expect(bench.post(body(0))).toBe(503);
    bench.listen();
    expect(bench.lost).toEqual([[1, expect.stringContaining("nobody takes alerts")]]);
    expect(bench.post(body(0))).toBe(202);
  });
});

describe("closing", () => {
  it("refuses new requests and delivers what was answered with 202", async () => {
    const bench = new Bench().listen();
    expect(bench.post(body(0))).toBe(202);
    expect(bench.post(body(1))).toBe(202);
    bench.receiver.close();
    expect(bench.post(body(2))).toBe(503);
    expect(
      [await bench.take(), await bench.take(), await bench.take()].map((alert) => alert !== undefined),
    ).toEqual([true, true, false]);
    expect(bench.receiver.counters()).toMatchObject({ accepted: 2, lost: 1, buffered: 0 });
  });

  it("waits for a body on its way", async () => {
    const bench = new Bench().listen();
    const onWay = bench.intake();
    onWay.add(Buffer.from(body(0)));
    bench.receiver.close();
    const taken = bench.take();
    expect(onWay.end().status).toBe(202);
    expect(await taken).toMatchObject({ output: "AWS change 0" });
    expect(await bench.take()).toBeUndefined();
  });

  it("says at the end what was lost, and counts what the reader leaves behind", () => {
    const bench = new Bench().listen();
    expect([0, 1, 2, 3].map((index) => bench.post(body(index)))).toEqual([202, 202, 202, 503]);
    bench.receiver.close();
    bench.leave();
    expect(bench.lost.at(-1)).toEqual([4, "the receiver was closed"]);
    expect(bench.receiver.counters()).toMatchObject({ lost: 4, buffered: 0 });
  });

  it("counts the alerts of a body whose reader goes in its middle", async () => {
    const bench = new Bench({ maxBodyBytes: 5000 }).listen();
    expect(bench.post(`[${[0, 1, 2, 3, 4].map(body).join(",")}]`)).toBe(202);
    const alerts = bench.receiver.alerts();
    await alerts.next();
    await alerts.next();
    await alerts.return();
    expect(bench.lost).toEqual([[3, expect.stringContaining("left")]]);
  });
});

describe("a request that is no alert", () => {
  it("is passed over and counted where the sender may not send, or does not", () => {
    const bench = new Bench().listen();
    expect([bench.begin("GET"), bench.begin("PUT"), bench.begin("OPTIONS")]).toEqual([405, 405, 405]);
    expect(bench.signals).toEqual(
      [1, 2, 3].map((total) => ({ kind: "input.skipped", total, detail: "a request that is no POST" })),
    );
    expect(bench.receiver.counters()).toEqual({ requests: 3, accepted: 0, refused: 3, lost: 0, buffered: 0 });
  });

  it("is delivered as unreadable where it was meant as one", async () => {
    const bench = new Bench().listen();
    expect([bench.post("no json"), bench.post("x".repeat(1001))]).toEqual([400, 413]);
    expect(await bench.take()).toMatchObject({ kind: "unreadable", reason: "malformed" });
    expect(await bench.take()).toMatchObject({ kind: "unreadable", reason: "too_large" });
    expect(bench.receiver.counters()).toMatchObject({ accepted: 0, refused: 2 });
  });
});

describe("a body in many pieces", () => {
  it("is put together as it was", async () => {
    const bench = new Bench().listen();
    const text = body(7);
    const intake = bench.intake();
    for (const byte of Buffer.from(text)) expect(intake.add(Uint8Array.of(byte))).toBeUndefined();
    expect(intake.end().status).toBe(202);
    expect(JSON.parse(JSON.stringify(await bench.take()))).toEqual(contractAlert(7));
  });

  it("is not changed when the memory of a small read is used again", async () => {
    const bench = new Bench().listen();
    const read = Buffer.alloc(65_536);
    const length = read.write(body(7));
    const intake = bench.intake();
    intake.add(read.subarray(0, length));
    intake.end();
    read.fill(0);
    expect(JSON.parse(JSON.stringify(await bench.take()))).toEqual(contractAlert(7));
  });

  it("does not cost much more than its bytes when each comes alone", () => {
    const bench = new Bench({ maxBodyBytes: 1_000_000, maxBytes: 1_000_000 }).listen();
    const intake = bench.intake();
    const blank = Uint8Array.of(0x20);
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < 1_000_000; index++) intake.add(blank);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000);
    expect(intake.end().status).toBe(400);
  });
});
