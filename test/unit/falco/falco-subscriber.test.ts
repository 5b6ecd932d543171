import { describe, expect, it } from "vitest";
import type {
  AlertDelivery,
  AlertTransport,
  TransportOpenOptions,
} from "../../../src/falco/alert-transport.js";
import { FalcoSubscriber, type FalcoSubscriberOptions } from "../../../src/falco/falco-subscriber.js";
import { DriftError, isDriftError } from "../../../src/model/drift-error.js";
import type { PipelineSignal } from "../../../src/model/pipeline-signal.js";
import { contractAlert } from "../../../src/testing/alert-transport-contract.js";

type Script = (options: TransportOpenOptions, attempt: number) => AsyncIterable<AlertDelivery>;

const broken = (): DriftError => new DriftError("falco_unreachable", "down; start it", { retryable: true });

const NOTHING: readonly AlertDelivery[] = [];

const delivery = (index: number): AlertDelivery => ({ alert: contractAlert(index) });

function transportOf(script: Script, endless = true): AlertTransport {
  let attempt = 0;
  return { name: "scripted", endless, open: (options) => script(options, ++attempt) };
}

interface Watched {
  readonly subscriber: FalcoSubscriber;
  readonly signals: PipelineSignal[];
  readonly slept: number[];
  readonly controller: AbortController;
  deliveries(): AsyncGenerator<AlertDelivery, void>;
}

/** A subscriber whose sleeps take no time and are written down. */
function watch(transport: AlertTransport, options: Partial<FalcoSubscriberOptions> = {}): Watched {
  const slept: number[] = [];
  const signals: PipelineSignal[] = [];
  const controller = new AbortController();
  const subscriber = new FalcoSubscriber({
    transport,
    random: () => 0.999_999,
    now: () => 0,
    sleep: async (delayMs) => void slept.push(delayMs),
    ...options,
  });
  const { signal } = controller;
  const onSignal = (said: PipelineSignal): void => void signals.push(said);
  return {
    subscriber,
    signals,
    slept,
    controller,
    deliveries: () => subscriber.deliveries({ signal, onSignal }),
  };
}

function indexOf({ alert }: AlertDelivery): number {
  return "kind" in alert ? -1 : Number(alert.time.slice(-10, -1));
}

async function indexes(deliveries: AsyncIterable<AlertDelivery>): Promise<number[]> {
  const taken: number[] = [];
  for await (const next of deliveries) taken.push(indexOf(next));
  return taken;
}

const states = (signals: readonly PipelineSignal[]): string[] =>
  signals.map((said) => (said.kind === "connection.changed" ? said.state : said.kind));

describe("data that has an end", () => {
  it("is delivered in order, then the iteration ends", async () => {
    const { subscriber, signals, deliveries } = watch(
      transportOf(async function* ({ onReady }) {
        onReady?.({ falcoVersion: "0.43.1" });
        for (let index = 0; index < 5; index++) yield delivery(index);
      }, false),
    );
    expect(await indexes(deliveries())).toEqual([0, 1, 2, 3, 4]);
    expect(signals).toEqual([
      { kind: "connection.changed", state: "connecting", attempt: 0 },
      { kind: "connection.changed", state: "connected", attempt: 0, falcoVersion: "0.43.1" },
      { kind: "connection.changed", state: "closed", attempt: 0 },
    ]);
    expect(subscriber.counters()).toEqual({
      delivered: 5,
      unreadable: 0,
      buffered: 0,
      abandoned: 0,
      connections: 1,
      reconnects: 0,
      skippedInput: 0,
    });
  });

  it("is not read twice when it breaks, even where the error is retryable", async () => {
    let opened = 0;
    const { deliveries } = watch(
      transportOf(async function* () {
        opened++;
        yield delivery(0);
        throw broken();
      }, false),
    );
    const iterator = deliveries();
    expect((await iterator.next()).value).toEqual(delivery(0));
    await expect(iterator.next()).rejects.toSatisfy((error) => isDriftError(error, "falco_unreachable"));
    expect(opened).toBe(1);
  });
});

describe("reconnecting", () => {
  it("waits under a bound that doubles from one second to thirty, with full jitter below it", async () => {
    const jitter = [0.999_999, 0.5, 0, 0.999_999, 0.999_999, 0.999_999, 0.999_999, 0.999_999];
    const watched = watch(
      transportOf(async function* (_, attempt) {
        yield* NOTHING;
        if (attempt > jitter.length) watched.controller.abort();
        else throw broken();
      }),
      { random: () => jitter[watched.slept.length] ?? 0 },
    );
    expect(await indexes(watched.deliveries())).toEqual([]);
    expect(watched.slept).toEqual([999, 1000, 0, 7999, 15_999, 29_999, 29_999, 29_999]);
  });

  it("says every state, the error and the failures so far", async () => {
    const watched = watch(
      transportOf(async function* (_, attempt) {
        if (attempt === 1) throw broken();
        yield delivery(attempt);
        watched.controller.abort();
      }),
    );
    expect(await indexes(watched.deliveries())).toEqual([2]);
    expect(watched.signals).toEqual([
      { kind: "connection.changed", state: "connecting", attempt: 0 },
      {
        kind: "connection.changed",
        state: "waiting",
        attempt: 1,
        delayMs: 999,
        error: expect.objectContaining({ code: "falco_unreachable" }),
      },
      { kind: "connection.changed", state: "connecting", attempt: 1 },
      { kind: "connection.changed", state: "connected", attempt: 1 },
      { kind: "connection.changed", state: "closed", attempt: 1 },
    ]);
    expect(watched.subscriber.counters()).toMatchObject({ connections: 1, reconnects: 1, delivered: 1 });
  });

  it.each([
    [59_999, [999, 1999, 3999]],
    [60_000, [999, 999, 999]],
  ])("counts failures anew only after a healthy minute: held for %i ms", async (heldMs, expected) => {
    let nowMs = 0;
    const watched = watch(
      transportOf(async function* ({ onReady }, attempt) {
        yield* NOTHING;
        onReady?.({});
        nowMs += heldMs;
        if (attempt > 3) watched.controller.abort();
        throw broken();
      }),
      { now: () => nowMs },
    );
    await indexes(watched.deliveries());
    expect(watched.slept).toEqual(expected);
  });

  it("does not take the time that a refused connect took for health", async () => {
    let nowMs = 0;
    const watched = watch(
      transportOf(async function* (_, attempt) {
        yield* NOTHING;
        nowMs += 120_000;
        if (attempt > 2) watched.controller.abort();
        throw broken();
      }),
      { now: () => nowMs },
    );
    await indexes(watched.deliveries());
    expect(watched.slept).toEqual([999, 1999]);
  });

  it("takes the end of an endless stream, and an error of any other kind, for reasons to try again", async () => {
    const watched = watch(
      transportOf(async function* (_, attempt) {
        yield* NOTHING;
        if (attempt === 1) return;
        if (attempt === 2) throw new Error("hunter2");
        watched.controller.abort();
      }),
    );
    await indexes(watched.deliveries());
    const errors = watched.signals.flatMap((said) => ("error" in said && said.error ? [said.error] : []));
    expect(errors.map(({ code }) => code)).toEqual(["falco_stream_ended", "falco_stream_failed"]);
    expect(String(errors[1])).not.toContain("hunter2");
    expect(errors[1]?.cause).toMatchObject({ message: "hunter2" });
  });

  it("rejects with what a human must mend, after what came before it", async () => {
    const watched = watch(
      transportOf(async function* () {
        yield delivery(0);
        yield delivery(1);
        throw new DriftError("falco_grpc_unsupported", "no gRPC; use http_output");
      }),
    );
    const iterator = watched.deliveries();
    await iterator.next();
    expect(indexOf((await iterator.next()).value as AlertDelivery)).toBe(1);
    await expect(iterator.next()).rejects.toSatisfy((error) => isDriftError(error, "falco_grpc_unsupported"));
    expect(watched.slept).toEqual([]);
    expect(watched.signals.at(-1)).toMatchObject({
      state: "closed",
      error: { code: "falco_grpc_unsupported" },
    });
  });
});

describe("holding back", () => {
  it("reads no further than the buffer, loses nothing, and says once that it is full and empty again", async () => {
    let produced = 0;
    const watched = watch(
      transportOf(async function* () {
        while (produced < 100) yield delivery(produced++);
      }, false),
      { bufferCapacity: 10 },
    );
    const iterator = watched.deliveries();
    const first = await iterator.next();
    for (let turn = 0; turn < 50; turn++) await nextTurn();
    expect(produced).toBe(11);
    expect(watched.subscriber.counters()).toMatchObject({ buffered: 10, delivered: 1 });
    expect(states(watched.signals)).toEqual(["connecting", "connected", "buffer.full"]);

    const taken = [indexOf(first.value as AlertDelivery)];
    for await (const next of iterator) {
      taken.push(indexOf(next));
      await nextTurn();
    }
    expect(taken).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(states(watched.signals)).toEqual([
      "connecting",
      "connected",
      "buffer.full",
      "closed",
      "buffer.drained",
    ]);
  });

  it.each([0, -1, Number.NaN])("refuses to call %s milliseconds a silence", (silenceMs) => {
    const transport = { name: "none", open: async function* () {} };
    expect(() => new FalcoSubscriber({ transport, silenceMs })).toThrow("[invalid_option]");
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses a capacity of %s", (bufferCapacity) => {
    const transport = transportOf(async function* () {});
    expect(() => new FalcoSubscriber({ transport, bufferCapacity })).toThrow("[invalid_option]");
  });

  it.each([
    { initialMs: 0 },
    { initialMs: 2, maxMs: 1 },
    { resetAfterMs: -1 },
    { maxMs: Number.POSITIVE_INFINITY },
  ])("refuses the backoff %j", (backoff) => {
    const transport = transportOf(async function* () {});
    expect(() => new FalcoSubscriber({ transport, backoff })).toThrow("[invalid_option]");
  });
});

describe("ending", () => {
  const untilAborted: Script = async function* ({ signal }) {
    for (let index = 0; index < 3; index++) yield delivery(index);
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  };

  it("closes the wire when the signal aborts, and still delivers what was off it", async () => {
    const watched = watch(transportOf(untilAborted));
    const iterator = watched.deliveries();
    await iterator.next();
    await nextTurn();
    watched.controller.abort();
    expect(await indexes(iterator)).toEqual([1, 2]);
    expect(states(watched.signals)).toEqual(["connecting", "connected", "closed"]);
    expect(watched.subscriber.counters()).toMatchObject({ delivered: 3, abandoned: 0 });
  });

  it("gives back what was not taken when the loop is left", async () => {
    const nacked: number[] = [];
    let closedWire = false;
    const watched = watch(
      transportOf(async function* (options) {
        try {
          for await (const next of untilAborted(options, 1)) {
            yield { ...next, nack: () => void nacked.push(indexOf(next)) };
          }
        } finally {
          closedWire = true;
        }
      }),
    );
    for await (const _ of watched.deliveries()) {
      await nextTurn();
      break;
    }
    expect(nacked).toEqual([1, 2]);
    expect(closedWire).toBe(true);
    expect(watched.subscriber.counters()).toMatchObject({ delivered: 1, abandoned: 2, buffered: 0 });
  });

  it("stops reading when it aborts while the buffer is full", async () => {
    let produced = 0;
    const watched = watch(
      transportOf(async function* () {
        for (;;) yield delivery(produced++);
      }),
      { bufferCapacity: 2 },
    );
    const iterator = watched.deliveries();
    await iterator.next();
    await nextTurn();
    watched.controller.abort();
    expect(await indexes(iterator)).toEqual([1, 2]);
    expect(produced).toBe(3);
  });

  it("ends a wait for the next attempt", async () => {
    const controller = new AbortController();
    const subscriber = new FalcoSubscriber({
      transport: transportOf(async function* () {
        yield* NOTHING;
        throw broken();
      }),
      random: () => 0.9,
      backoff: { initialMs: 600_000, maxMs: 600_000 },
    });
    const onSignal = (said: PipelineSignal): void => {
      if (said.kind === "connection.changed" && said.state === "waiting") controller.abort();
    };
    expect(await indexes(subscriber.deliveries({ signal: controller.signal, onSignal }))).toEqual([]);
    expect(subscriber.counters().reconnects).toBe(0);
  });

  it("opens nothing when the signal had aborted before", async () => {
    let opened = false;
    const watched = watch(
      transportOf(async function* () {
        yield* NOTHING;
        opened = true;
      }),
    );
    watched.controller.abort();
    expect(await indexes(watched.deliveries())).toEqual([]);
    expect(opened).toBe(false);
  });

  it("can be read again, but not by two at once", async () => {
    const watched = watch(transportOf(untilAborted));
    const first = watched.deliveries();
    await first.next();
    await expect(watched.deliveries().next()).rejects.toThrow("[invalid_option]");
    await first.return();
    const second = watched.deliveries();
    expect(indexOf((await second.next()).value as AlertDelivery)).toBe(0);
    await second.return();
  });
});

describe("what a transport says", () => {
  it("is counted each time and passed on once a run of skipped input, across reconnects", async () => {
    const watched = watch(
      transportOf(async function* ({ onSignal }, attempt) {
        const skip = (total: number): void => onSignal?.({ kind: "input.skipped", total, detail: "a line" });
        skip(1);
        skip(2);
        yield delivery(0);
        skip(3);
        if (attempt === 2) watched.controller.abort();
        throw broken();
      }),
    );
    await indexes(watched.deliveries());
    const totals = watched.signals.flatMap((said) => (said.kind === "input.skipped" ? [said.total] : []));
    expect(totals).toEqual([1, 3, 4, 6]);
    expect(watched.subscriber.counters().skippedInput).toBe(6);
  });

  it("counts what could not be read", async () => {
    const watched = watch(
      transportOf(async function* () {
        yield { alert: { kind: "unreadable", reason: "malformed", detail: "x" } };
        yield delivery(1);
      }, false),
    );
    await indexes(watched.deliveries());
    expect(watched.subscriber.counters()).toMatchObject({ delivered: 2, unreadable: 1 });
  });

  it("does not break the subscription when a listener throws", async () => {
    const subscriber = new FalcoSubscriber({
      transport: transportOf(async function* () {
        yield delivery(0);
      }, false),
    });
    const onSignal = (): void => {
      throw new Error("listener");
    };
    expect(await indexes(subscriber.deliveries({ signal: new AbortController().signal, onSignal }))).toEqual([
      0,
    ]);
  });
});

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
