import net from "node:net";
import path from "node:path";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { afterEach, describe, expect, it } from "vitest";
import type { AlertDelivery } from "../../../src/falco/alert-transport.js";
import { FalcoSubscriber } from "../../../src/falco/falco-subscriber.js";
import { type FalcoGrpcOptions, falcoGrpc } from "../../../src/falco/grpc/index.js";
import { type DriftError, isDriftError } from "../../../src/model/drift-error.js";
import type { PipelineSignal } from "../../../src/model/pipeline-signal.js";
import { contractAlert, type FalcoServer, startFalcoServer } from "../../../src/testing/index.js";
import { collect } from "../../support/collect.js";
import { tempFolder } from "../../support/temp-folder.js";
import { until } from "../../support/until.js";

const folder = tempFolder();
let made = 0;
const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

const newSocket = (): string => path.join(folder.path, `${made++}.sock`);

async function startServer(options = {}): Promise<FalcoServer> {
  const server = await startFalcoServer({ address: `unix://${newSocket()}`, ...options });
  cleanUps.push(() => server.kill());
  return server;
}

interface Subscribed {
  readonly subscriber: FalcoSubscriber;
  readonly ids: string[];
  readonly signals: PipelineSignal[];
  stop(): Promise<void>;
}

/** Subscribes in the background, with no time between the attempts. */
function subscribe(
  address: string,
  options: Partial<FalcoGrpcOptions> = {},
  onAlert?: () => Promise<void>,
): Subscribed {
  const controller = new AbortController();
  const subscriber = new FalcoSubscriber({
    transport: falcoGrpc({ address, pollIntervalMs: 5, ...options }),
    bufferCapacity: 10,
    backoff: { initialMs: 5, maxMs: 5 },
  });
  const ids: string[] = [];
  const signals: PipelineSignal[] = [];
  const read = async (): Promise<void> => {
    const onSignal = (said: PipelineSignal): void => void signals.push(said);
    for await (const delivery of subscriber.deliveries({ signal: controller.signal, onSignal })) {
      ids.push(idOf(delivery));
      await onAlert?.();
    }
  };
  const reading = read();
  const stop = async (): Promise<void> => {
    controller.abort();
    await reading;
  };
  cleanUps.unshift(stop);
  return { subscriber, ids, signals, stop };
}

function idOf({ alert }: AlertDelivery): string {
  return "kind" in alert ? alert.reason : String(alert.fields["ct.id"]);
}

const ids = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `id-${from + index}`);

const alerts = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => contractAlert(from + index));

async function failureOf(address: string, options: Partial<FalcoGrpcOptions> = {}): Promise<DriftError> {
  const opened = falcoGrpc({ address, ...options }).open({ signal: new AbortController().signal });
  const failure = await collect(opened).catch((error: unknown) => error);
  if (!isDriftError(failure)) throw new Error(`no DriftError: ${failure}`);
  return failure;
}

const connected = ({ signals }: Subscribed): number =>
  signals.filter((said) => said.kind === "connection.changed" && said.state === "connected").length;

describe("a subscriber of Falco's gRPC server", () => {
  it("is connected, and knows the version, before any alert", async () => {
    const server = await startServer({ version: "0.42.0" });
    const subscribed = subscribe(server.address);
    await until(() => connected(subscribed) === 1);
    expect(subscribed.signals).toContainEqual({
      kind: "connection.changed",
      state: "connected",
      attempt: 0,
      falcoVersion: "0.42.0",
    });
    expect(subscribed.ids).toEqual([]);
  });

  it("goes on asking while nothing comes, so that Falco can stop and alerts come soon", async () => {
    const server = await startServer();
    const subscribed = subscribe(server.address);
    await until(() => server.requests >= 20);
    server.push(contractAlert(0));
    await until(() => subscribed.ids.length === 1);
    await server.stop();
    expect(server.subscribers).toBe(0);
  });

  it("gets what Falco queued before it came", async () => {
    const server = await startServer();
    server.push(...alerts(0, 100));
    const subscribed = subscribe(server.address);
    await until(() => subscribed.ids.length === 100);
    expect(subscribed.ids).toEqual(ids(0, 100));
    expect(server.queued).toBe(0);
  });

  it("comes back after a reload and loses nothing of the queue", async () => {
    const server = await startServer();
    const subscribed = subscribe(server.address);
    server.push(...alerts(0, 3));
    await until(() => subscribed.ids.length === 3);
    await server.reload();
    server.push(...alerts(3, 6));
    await until(() => subscribed.ids.length === 6);
    expect(subscribed.ids).toEqual(ids(0, 6));
    expect(subscribed.signals).toContainEqual(
      expect.objectContaining({
        state: "waiting",
        error: expect.objectContaining({ code: "falco_stream_ended" }),
      }),
    );
  });

  it("comes back after Falco was killed in the middle of the stream", async () => {
    const server = await startServer();
    const subscribed = subscribe(server.address);
    server.push(...alerts(0, 3));
    await until(() => subscribed.ids.length === 3);
    await server.kill();
    const refused = { state: "waiting", error: expect.objectContaining({ code: "falco_unreachable" }) };
    await until(() => subscribed.signals.length > 8);
    await server.restart();
    server.push(...alerts(3, 6));
    await until(() => subscribed.ids.length === 6);
    expect(subscribed.ids).toEqual(ids(0, 6));
    expect(subscribed.signals).toContainEqual(
      expect.objectContaining({
        state: "waiting",
        error: expect.objectContaining({ code: "falco_stream_failed" }),
      }),
    );
    expect(subscribed.signals).toContainEqual(expect.objectContaining(refused));
    expect(subscribed.subscriber.counters().connections).toBe(2);
  });

  it("waits for a Falco that starts later", async () => {
    const address = `unix://${newSocket()}`;
    const subscribed = subscribe(address);
    await until(() => subscribed.subscriber.counters().reconnects >= 3);
    const server = await startServer({ address });
    server.push(contractAlert(0));
    await until(() => subscribed.ids.length === 1);
  });

  it("stops reading for a slow consumer, and goes on asking", async () => {
    const server = await startServer();
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const big = "x".repeat(10_000);
    const count = 500;
    server.push(...alerts(0, count).map((alert) => ({ ...alert, output: big })));
    const subscribed = subscribe(server.address, {}, () => held);
    await until(() => subscribed.signals.some((said) => said.kind === "buffer.full"));
    await settled(() => server.queued);
    expect(server.queued).toBeGreaterThan(count / 2);
    expect(subscribed.ids).toEqual(ids(0, 1));
    const asked = server.requests;
    await until(() => server.requests > asked + 5);
    letGo();
    await until(() => subscribed.ids.length === count);
    expect(subscribed.ids).toEqual(ids(0, count));
    expect(connected(subscribed)).toBe(1);
  });

  it("shares the queue with a second one: each alert goes to one of them", async () => {
    const server = await startServer();
    const [first, second] = [subscribe(server.address), subscribe(server.address)];
    await until(() => server.subscribers === 2);
    for (let index = 0; index < 200; index++) {
      server.push(contractAlert(index));
      if (index % 10 === 0) await settled(() => server.queued);
    }
    await until(() => first.ids.length + second.ids.length === 200);
    expect([...first.ids, ...second.ids].sort()).toEqual(ids(0, 200).sort());
  });

  it("delivers a message that is no alert as unreadable, and goes on", async () => {
    const server = await startServer();
    server.pushBytes(Uint8Array.of(0xff, 0xff));
    server.pushBytes(new Uint8Array());
    server.push(contractAlert(0));
    const subscribed = subscribe(server.address);
    await until(() => subscribed.ids.length === 3);
    expect(subscribed.ids).toEqual(["malformed", "missing_field", "id-0"]);
  });

  it("delivers a message over the limit as too large, and connects again", async () => {
    const server = await startServer();
    server.push({ ...contractAlert(0), output: "x".repeat(20_000) });
    const subscribed = subscribe(server.address, { maxMessageBytes: 10_000 });
    await until(() => subscribed.ids.length === 1);
    server.push(contractAlert(1));
    await until(() => subscribed.ids.length === 2);
    expect(subscribed.ids).toEqual(["too_large", "id-1"]);
    expect(subscribed.signals).toContainEqual(
      expect.objectContaining({ error: expect.objectContaining({ code: "falco_message_too_large" }) }),
    );
  });

  it("cancels its call when it ends, so that Falco can stop", async () => {
    const server = await startServer();
    const subscribed = subscribe(server.address);
    await until(() => server.subscribers === 1);
    await subscribed.stop();
    await until(() => server.subscribers === 0);
    await server.stop();
  });
});

describe("what is no Falco to subscribe to", () => {
  it("is said: no socket", async () => {
    const failure = await failureOf(`unix://${newSocket()}`);
    expect(failure).toMatchObject({ code: "falco_socket_missing", retryable: true });
  });

  it("is said: a socket that nobody listens on any more", async () => {
    const server = await startServer();
    await server.kill();
    expect(await failureOf(server.address)).toMatchObject({ code: "falco_unreachable", retryable: true });
  });

  it.skipIf(process.getuid?.() === 0)("is said: a socket that this user may not use", async () => {
    const server = await startServer();
    const { chmod } = await import("node:fs/promises");
    await chmod(server.address.replace("unix://", ""), 0o400);
    expect(await failureOf(server.address)).toMatchObject({ code: "falco_socket_denied", retryable: true });
  });

  it("ends the subscription: gRPC without Falco's services", async () => {
    const socket = newSocket();
    const server = new Server();
    await new Promise<void>((resolve, reject) => {
      const credentials = ServerCredentials.createInsecure();
      server.bindAsync(`unix:${socket}`, credentials, (error) => (error ? reject(error) : resolve()));
    });
    cleanUps.push(() => server.forceShutdown());
    const subscriber = new FalcoSubscriber({ transport: falcoGrpc({ address: `unix:${socket}` }) });
    await expect(collect(subscriber.deliveries({ signal: new AbortController().signal }))).rejects.toSatisfy(
      (error) => isDriftError(error, "falco_grpc_unsupported"),
    );
  });

  it.each([
    ["talks something else", (socket: net.Socket) => socket.write("HTTP/1.1 400 Bad Request\r\n\r\n")],
    ["hangs up", (socket: net.Socket) => socket.destroy()],
    ["says nothing", () => {}],
  ])("is said: a server that %s", async (_name, talk: (socket: net.Socket) => unknown) => {
    const socket = newSocket();
    const open = new Set<net.Socket>();
    const server = net.createServer((accepted) => {
      open.add(accepted.on("error", () => {}));
      talk(accepted);
    });
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    cleanUps.push(() => {
      for (const accepted of open) accepted.destroy();
      server.close();
    });
    const failure = await failureOf(`unix:${socket}`, { readyTimeoutMs: 200 });
    expect(failure).toMatchObject({ code: "falco_unreachable", retryable: true });
  });

  it("can be given up while it says nothing", async () => {
    const socket = newSocket();
    const controller = new AbortController();
    const server = net.createServer((accepted) => {
      cleanUps.unshift(() => accepted.destroy());
      controller.abort();
    });
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    cleanUps.push(() => server.close());
    const opened = falcoGrpc({ address: `unix:${socket}` }).open({ signal: controller.signal });
    expect(await collect(opened)).toEqual([]);
  });
});

/** Resolves when a value has stood still for many turns of the loop. */
async function settled(value: () => number): Promise<void> {
  let last = value();
  for (let still = 0; still < 50; still++) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (value() !== last) still = 0;
    last = value();
  }
}
