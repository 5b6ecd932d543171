import assert from "node:assert/strict";
import type { AlertDelivery, AlertTransport, TransportOpenOptions } from "../falco/alert-transport.js";
import { isDriftError } from "../model/drift-error.js";
import type { FalcoAlert } from "../model/falco-alert.js";
import type { ContractCase } from "./contract-case.js";

/** A transport under test, with a hand on its other side. */
export interface AlertTransportHarness {
  readonly transport: AlertTransport;
  /** Makes the other side send these alerts, as soon as the transport takes them. */
  send(alerts: readonly FalcoAlert[]): void | Promise<void>;
  /**
   * Makes the other side end: the data of an `endless: false` transport, the connection of any other. Left out where there
   * is nothing to end, because others connect to the transport.
   */
  end?(): void | Promise<void>;
  /** Frees what the harness holds. */
  close?(): void | Promise<void>;
}

/** What {@link alertTransportContract} is made of. */
export interface AlertTransportContractOptions {
  /** Makes a fresh transport; called once a case. */
  readonly make: () => Promise<AlertTransportHarness>;
}

type Body = (harness: AlertTransportHarness) => Promise<void>;

/** What every {@link AlertTransport} must do, for any test runner. */
export function alertTransportContract({ make }: AlertTransportContractOptions): readonly ContractCase[] {
  return Object.entries(cases).map(([name, body]) => ({
    name,
    async run() {
      const harness = await make();
      try {
        await body(harness);
      } finally {
        await harness.close?.();
      }
    },
  }));
}

/** The `index`th alert of a case; every field is a string or `null`, because gRPC knows nothing else. */
export function contractAlert(index: number): FalcoAlert {
  return {
    rule: "Terraform Drift AWS",
    priority: "Notice",
    source: "aws_cloudtrail",
    time: `2026-03-01T12:00:00.${String(index).padStart(9, "0")}Z`,
    output: `AWS change ${index}`,
    hostname: "falco",
    tags: ["aws", "tfdrift"],
    fields: {
      "ct.id": `id-${index}`,
      "ct.name": "RunInstances",
      "ct.error": null,
      "ct.request": '{"a":"ü"}',
    },
  };
}

const cases: Readonly<Record<string, Body>> = {
  "has a name for people": async ({ transport }) => {
    assert.ok(transport.name.length > 0);
  },
  "delivers every alert, decoded, once and in order": async (harness) => {
    const sent = alerts(50);
    await harness.send(sent);
    assert.deepEqual(plain(await take(open(harness), sent.length)), sent);
  },
  "says once that it is ready, before the first alert": async (harness) => {
    const order: string[] = [];
    await harness.send(alerts(2));
    const opened = open(harness, { onReady: () => order.push("ready") });
    for (const _ of await take(opened, 2, () => order.push("alert")));
    assert.deepEqual(order, ["ready", "alert", "alert"]);
  },
  "loses nothing while the consumer is slow": async (harness) => {
    const sent = alerts(500);
    await harness.send(sent);
    const taken = await take(open(harness), sent.length, nextTurn);
    assert.deepEqual(plain(taken), sent);
  },
  "ends without an error when the signal aborts while nothing comes": async (harness) => {
    const { iterator, abort } = open(harness);
    const next = iterator.next();
    await nextTurn();
    abort();
    assert.equal((await next).done, true);
  },
  "ends without an error when the signal aborts between alerts": async (harness) => {
    await harness.send(alerts(20));
    const opened = open(harness);
    await take(opened, 3, undefined, "keep open");
    opened.abort();
    await drained(opened.iterator);
  },
  "gives nothing when the signal had aborted before": async (harness) => {
    await harness.send(alerts(1));
    let ready = false;
    const opened = open(harness, { signal: AbortSignal.abort(), onReady: () => (ready = true) });
    assert.equal((await opened.iterator.next()).done, true);
    assert.equal(ready, false);
  },
  "can be left in the middle": async (harness) => {
    await harness.send(alerts(20));
    const opened = open(harness);
    await take(opened, 1);
    assert.equal((await opened.iterator.next()).done, true);
  },
  "ends, or fails in a way worth retrying, when the other side ends": async (harness) => {
    if (harness.end === undefined) return;
    const sent = alerts(3);
    await harness.send(sent);
    const opened = open(harness);
    assert.deepEqual(plain(await take(opened, sent.length, undefined, "keep open")), sent);
    const after = drained(opened.iterator).catch((error: unknown) => ({ error }));
    await harness.end();
    const outcome = await after;
    if (harness.transport.endless === false) {
      assert.deepEqual(outcome, []);
    } else {
      assert.ok("error" in outcome && isDriftError(outcome.error) && outcome.error.retryable);
    }
  },
  "can be opened again after an abort, where it is endless": async (harness) => {
    if (harness.transport.endless === false) return;
    const first = open(harness);
    const idle = first.iterator.next();
    await nextTurn();
    first.abort();
    await idle;
    const sent = alerts(5);
    await harness.send(sent);
    assert.deepEqual(plain(await take(open(harness), sent.length)), sent);
  },
};

interface Opened {
  readonly iterator: AsyncIterator<AlertDelivery>;
  abort(): void;
}

function open({ transport }: AlertTransportHarness, options: Partial<TransportOpenOptions> = {}): Opened {
  const controller = new AbortController();
  const iterable = transport.open({ signal: controller.signal, ...options });
  return { iterator: iterable[Symbol.asyncIterator](), abort: () => controller.abort() };
}

/** Takes so many deliveries, then leaves. */
async function take(
  { iterator }: Opened,
  count: number,
  afterEach?: () => unknown,
  leaving: "leave" | "keep open" = "leave",
): Promise<AlertDelivery[]> {
  const taken: AlertDelivery[] = [];
  while (taken.length < count) {
    const next = await iterator.next();
    assert.notEqual(next.done, true, `ended after ${taken.length} of ${count} alerts`);
    taken.push(next.value);
    await afterEach?.();
  }
  if (leaving === "leave") await iterator.return?.();
  return taken;
}

async function drained(iterator: AsyncIterator<AlertDelivery>): Promise<AlertDelivery[]> {
  const rest: AlertDelivery[] = [];
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
    rest.push(next.value);
  return rest;
}

function alerts(count: number): FalcoAlert[] {
  return Array.from({ length: count }, (_, index) => contractAlert(index));
}

/** Without the missing prototype, by which strict equality would tell them apart. */
function plain(deliveries: readonly AlertDelivery[]): unknown[] {
  return deliveries.map(({ alert }) => JSON.parse(JSON.stringify(alert)));
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
