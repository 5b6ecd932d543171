import { appendFileSync } from "node:fs";
import type { AlertDelivery, AlertTransport, PipelineSignal } from "../../src/index.js";
import { falcoJson } from "../../src/testing/falco-message.js";
import { contractAlert } from "../../src/testing/index.js";

/** The line that Falco's `file_output` writes for the `index`th alert, with the newline. */
export function alertLine(index: number): string {
  return `${falcoJson(contractAlert(index))}\n`;
}

/** Appends the alerts from `first` to before `end`, as Falco does: one write for each. */
export function appendAlerts(file: string, first: number, end: number): void {
  for (let index = first; index < end; index++) appendFileSync(file, alertLine(index));
}

/** The numbers from `first` to before `end`. */
export function numbers(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}

/** Which alert was delivered; the reason where it is none. */
export function alertNumber({ alert }: AlertDelivery): number | string {
  return "kind" in alert ? alert.reason : Number(String(alert.fields["ct.id"]).slice("id-".length));
}

/** A transport that was opened for a test. */
export interface OpenedTransport {
  readonly signals: PipelineSignal[];
  /** How often the transport said that it is ready. */
  readonly readyCount: number;
  next(): Promise<IteratorResult<AlertDelivery, unknown>>;
  /** So many deliveries, which are not acknowledged. */
  take(count: number): Promise<AlertDelivery[]>;
  /** Acknowledges so many deliveries, and returns their numbers. */
  acknowledge(count: number): Promise<(number | string)[]>;
  /** Aborts, and takes what comes then. */
  stop(): Promise<AlertDelivery[]>;
}

/** Opens a transport. Nothing is read before it is asked for. */
export function openTransport(transport: AlertTransport): OpenedTransport {
  const controller = new AbortController();
  const signals: PipelineSignal[] = [];
  let readyCount = 0;
  const iterator = transport
    .open({
      signal: controller.signal,
      onReady: () => {
        readyCount++;
      },
      onSignal: (said) => signals.push(said),
    })
    [Symbol.asyncIterator]();
  const next = () => iterator.next();
  const take = async (count: number): Promise<AlertDelivery[]> => {
    const taken: AlertDelivery[] = [];
    while (taken.length < count) {
      const { done, value } = await next();
      if (done === true) throw new Error(`ended after ${taken.length} of ${count} deliveries`);
      taken.push(value);
    }
    return taken;
  };
  return {
    signals,
    get readyCount() {
      return readyCount;
    },
    next,
    take,
    acknowledge: async (count) =>
      (await take(count)).map((delivery) => {
        delivery.ack?.();
        return alertNumber(delivery);
      }),
    async stop() {
      controller.abort();
      const rest: AlertDelivery[] = [];
      for (let one = await next(); one.done !== true; one = await next()) rest.push(one.value);
      return rest;
    },
  };
}
