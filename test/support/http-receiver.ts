import { afterEach } from "vitest";
import type { AlertDelivery } from "../../src/falco/alert-transport.js";
import { type FalcoHttpOptions, type FalcoHttpTransport, falcoHttp } from "../../src/falco/http/index.js";
import type { PipelineSignal } from "../../src/model/pipeline-signal.js";
import { type Answered, httpPost } from "./http-post.js";

const opened = new Set<TestReceiver>();

afterEach(async () => {
  for (const receiver of opened) await receiver.stop();
});

/** A receiver on a free port of this machine, and a reader that writes down what it delivers. */
export class TestReceiver {
  readonly transport: FalcoHttpTransport;
  readonly taken: AlertDelivery["alert"][] = [];
  readonly signals: PipelineSignal[] = [];
  port = 0;
  readonly #controller = new AbortController();
  #ended: Promise<void> = Promise.resolve();
  #held: Promise<void> = Promise.resolve();
  #resume: () => void = () => {};

  constructor(options: Partial<FalcoHttpOptions>) {
    this.transport = falcoHttp({
      port: 0,
      ...options,
      onListening: ({ port }) => {
        this.port = port;
      },
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  /** What was told as a signal of one kind, in order. */
  details(kind: "alerts.lost" | "input.skipped"): { total: number; detail: string }[] {
    return this.signals.flatMap((said) =>
      said.kind === kind ? [{ total: said.total, detail: said.detail }] : [],
    );
  }

  /** Resolves when it listens. */
  async open(): Promise<this> {
    opened.add(this);
    const onSignal = (said: PipelineSignal): void => void this.signals.push(said);
    await new Promise<void>((resolve, reject) => {
      this.#ended = this.#read({ onReady: () => resolve(), onSignal });
      this.#ended.catch(reject);
    });
    return this;
  }

  /** The reader takes one alert more at most, until `resume`. */
  hold(): this {
    this.#held = new Promise((resolve) => {
      this.#resume = resolve;
    });
    return this;
  }

  resume(): void {
    this.#resume();
  }

  /** Tells it to stop. */
  abort(): void {
    this.#controller.abort();
  }

  /** Tells it to stop, and resolves when all that it had is taken and every connection is closed. */
  async stop(): Promise<void> {
    opened.delete(this);
    this.abort();
    this.resume();
    await this.#ended.catch(() => {});
  }

  post(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Answered> {
    return httpPost(this.url, body, { headers });
  }

  async #read(callbacks: { onReady: () => void; onSignal: (said: PipelineSignal) => void }): Promise<void> {
    const { signal } = this.#controller;
    for await (const { alert } of this.transport.open({ signal, ...callbacks })) {
      this.taken.push(alert);
      await this.#held;
    }
  }
}

/** Starts a receiver with these options; it is stopped after the test. */
export function startReceiver(options: Partial<FalcoHttpOptions> = {}): Promise<TestReceiver> {
  return new TestReceiver(options).open();
}
