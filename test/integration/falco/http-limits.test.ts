import { connect, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { FalcoSubscriber } from "../../../src/falco/falco-subscriber.js";
import { falcoHttp } from "../../../src/falco/http/index.js";
import type { PipelineSignal } from "../../../src/model/pipeline-signal.js";
import { contractAlert } from "../../../src/testing/alert-transport-contract.js";
import { falcoJson } from "../../../src/testing/falco-message.js";
import { type Answered, httpPost, oneConnection } from "../../support/http-post.js";
import { startReceiver, type TestReceiver } from "../../support/http-receiver.js";
import { until } from "../../support/until.js";

const ALERT = falcoJson(contractAlert(1));
const HEAD = `POST / HTTP/1.1\r\nHost: falco\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(ALERT)}\r\n\r\n`;

/** A connection that says exactly this, and what it is told until it is closed. */
function say(receiver: TestReceiver, bytes: string): { socket: Socket; told: Promise<string> } {
  const socket = connect(receiver.port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(bytes);
  const told = new Promise<string>((resolve) => {
    let text = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text));
  });
  return { socket, told };
}

function statuses(answers: readonly Answered[], status: number): number {
  return answers.filter((answered) => answered.status === status).length;
}

describe("200 senders at once", () => {
  it("lose nothing, each in its order", async () => {
    const receiver = await startReceiver({ maxConnections: 200 });
    const send = async (sender: number): Promise<void> => {
      const agent = oneConnection();
      for (let index = 0; index < 10; index++) {
        const alert = falcoJson({ ...contractAlert(index), hostname: `host-${sender}` });
        expect((await httpPost(receiver.url, alert, { agent })).status).toBe(202);
      }
      agent.destroy();
    };
    await Promise.all(Array.from({ length: 200 }, (_, sender) => send(sender)));
    await until(() => receiver.taken.length === 2000);
    const orders = new Map<string, string>();
    for (const alert of receiver.taken) {
      if ("kind" in alert) throw new Error(alert.detail);
      const host = alert.hostname ?? "";
      orders.set(host, `${orders.get(host) ?? ""}${alert.output.slice(-1)}`);
    }
    expect(orders.size).toBe(200);
    expect([...new Set(orders.values())]).toEqual(["0123456789"]);
    expect(receiver.transport.counters()).toEqual({
      requests: 2000,
      accepted: 2000,
      refused: 0,
      lost: 0,
      buffered: 0,
    });
  });
});

describe("a reader that is too slow", () => {
  it("makes the buffer full: 503, counted and said, and every alert is either delivered or lost", async () => {
    const receiver = (await startReceiver({ bufferCapacity: 20 })).hold();
    const agent = oneConnection();
    const answers: Answered[] = [];
    for (let index = 0; index < 100; index++) {
      answers.push(await httpPost(receiver.url, falcoJson(contractAlert(index)), { agent }));
    }
    // One is in the reader's hands.
    expect(statuses(answers, 202)).toBe(21);
    expect(statuses(answers, 503)).toBe(79);
    expect(receiver.details("alerts.lost")).toEqual([
      { total: 1, detail: expect.stringContaining("buffer is full") },
    ]);
    receiver.resume();
    await until(() => receiver.taken.length === 21);
    expect(receiver.transport.counters()).toMatchObject({ accepted: 21, lost: 79, buffered: 0 });
    expect((await httpPost(receiver.url, ALERT, { agent })).status).toBe(202);
    await until(() => receiver.details("alerts.lost").length === 2);
    expect(receiver.details("alerts.lost")[1]).toEqual({ total: 79, detail: "alerts are kept again" });
    agent.destroy();
  });
});

describe("a sender that stops in the middle", () => {
  it("of a body leaves an alert that is truncated", async () => {
    const receiver = await startReceiver();
    const { socket } = say(receiver, HEAD + ALERT.slice(0, 40));
    await until(() => receiver.transport.counters().requests === 1);
    socket.destroy();
    await until(() => receiver.taken.length === 1);
    expect(receiver.taken).toMatchObject([{ kind: "unreadable", reason: "truncated" }]);
    expect((await receiver.post(ALERT)).status).toBe(202);
  });

  it("and keeps the connection is answered with 408 after the time-out, and cut off", async () => {
    const receiver = await startReceiver({ requestTimeoutMs: 100 });
    const { told } = say(receiver, HEAD + ALERT.slice(0, 40));
    expect(await told).toMatch(/^HTTP\/1\.1 408 .*connection: close/is);
    expect(receiver.taken).toMatchObject([{ kind: "unreadable", reason: "truncated" }]);
  });

  it("of a head, or sends none, is cut off, too", async () => {
    const receiver = await startReceiver({ requestTimeoutMs: 100 });
    const half = say(receiver, "POST / HTTP/1.1\r\nHost: fal");
    const silent = say(receiver, "");
    expect(await half.told).toMatch(/^HTTP\/1\.1 408 /);
    await silent.told;
    expect(receiver.details("input.skipped")).toEqual([
      { total: 1, detail: "a request did not come in time" },
    ]);
  });

  it("of what nobody reads is cut off a second after its answer", async () => {
    const receiver = await startReceiver({ maxBodyBytes: 10 });
    const { told } = say(receiver, HEAD + ALERT.slice(0, 40));
    expect(await told).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe("a body that is far too long", () => {
  it("is answered with 413 while it is still sent, and the sender reads the answer", async () => {
    const receiver = await startReceiver({ maxBodyBytes: 1000 });
    const answered = await receiver.post(`[${" ".repeat(20_000_000)}]`);
    expect(answered.status).toBe(413);
    const headers = { "content-type": "application/json" };
    const body = new Blob([" ".repeat(5_000_000)]).stream();
    const chunked = await fetch(receiver.url, {
      method: "POST",
      headers,
      body,
      duplex: "half",
    } as RequestInit);
    expect(chunked.status).toBe(413);
    await until(() => receiver.taken.length === 2);
    expect(receiver.taken).toMatchObject([{ reason: "too_large" }, { reason: "too_large" }]);
  });
});

describe("a sender that asks with Expect: 100-continue", () => {
  const asking = HEAD.replace("Host", "Expect: 100-continue\r\nHost");

  it("is told to go on where its body is wanted", async () => {
    const receiver = await startReceiver();
    const { socket, told } = say(receiver, asking.replace("Host", "Connection: close\r\nHost"));
    await new Promise((resolve) => socket.once("data", resolve));
    socket.write(ALERT);
    expect(await told).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 202 /);
  });

  it("is told at once where it is not, and not to go on", async () => {
    const receiver = await startReceiver({ auth: { kind: "bearer", token: "t" } });
    expect(await say(receiver, asking).told).toMatch(/^HTTP\/1\.1 401 (?!.*100 Continue)/s);
  });
});

describe("what is no HTTP", () => {
  it.each([
    ["a TLS handshake", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
    ["noise", "hello\r\n\r\n"],
    [
      "two lengths",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
    ],
    ["a head without an end", `POST / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(100_000)}`],
  ])("such as %s is answered with 400 and said", async (_name, bytes) => {
    const receiver = await startReceiver();
    expect(await say(receiver, bytes).told).toMatch(/^HTTP\/1\.1 400 /);
    expect(receiver.details("input.skipped")).toEqual([
      { total: 1, detail: expect.stringContaining("no HTTP") },
    ]);
    expect((await receiver.post(ALERT)).status).toBe(202);
  });
});

describe("connections beyond the limit", () => {
  it("are refused, and said to be lost", async () => {
    const receiver = await startReceiver({ maxConnections: 2 });
    const held = [say(receiver, HEAD), say(receiver, HEAD)];
    await until(() => receiver.transport.counters().requests === 2);
    await expect(receiver.post(ALERT)).rejects.toThrow();
    await until(() => receiver.details("alerts.lost").length === 1);
    expect(receiver.details("alerts.lost")[0]?.detail).toContain("maxConnections");
    for (const { socket } of held) socket.destroy();
    await until(() => receiver.taken.length === 2);
    expect((await receiver.post(ALERT)).status).toBe(202);
  });
});

describe("an abort", () => {
  it("closes the socket, idle connections and connections that say nothing, and ends", async () => {
    const receiver = await startReceiver();
    const agent = oneConnection();
    await httpPost(receiver.url, ALERT, { agent });
    const silent = say(receiver, "");
    await until(() => silent.socket.readyState === "open");
    await receiver.stop();
    await silent.told;
    await expect(receiver.post(ALERT)).rejects.toThrow(/ECONNREFUSED/);
    agent.destroy();
  });

  it("takes in the body that is on its way for most of a second, and answers it", async () => {
    const receiver = await startReceiver();
    const { socket, told } = say(receiver, HEAD + ALERT.slice(0, 40));
    await until(() => receiver.transport.counters().requests === 1);
    receiver.abort();
    const aborted = performance.now();
    await until(() => performance.now() - aborted > 400);
    socket.write(ALERT.slice(40));
    expect(await told).toMatch(/^HTTP\/1\.1 202 .*connection: close/is);
    await receiver.stop();
    expect(receiver.taken).toHaveLength(1);
    expect(receiver.taken[0]).toMatchObject({ output: "AWS change 1" });
  });

  it("waits a second for a body that never comes, and delivers that it is truncated", async () => {
    const receiver = await startReceiver();
    const { told } = say(receiver, HEAD + ALERT.slice(0, 40));
    await until(() => receiver.transport.counters().requests === 1);
    await receiver.stop();
    await told;
    expect(receiver.taken).toMatchObject([{ kind: "unreadable", reason: "truncated" }]);
  });

  it("keeps nothing open", async () => {
    const before = process.getActiveResourcesInfo().filter((name) => /TCP|Timeout/.test(name)).length;
    for (let round = 0; round < 20; round++) {
      const receiver = await startReceiver();
      await receiver.post(ALERT);
      await receiver.stop();
    }
    const open = (): number => process.getActiveResourcesInfo().filter((name) => /TCP/.test(name)).length;
    await until(() => open() <= before);
  });
});

describe("a subscriber of HTTP", () => {
  it("delivers on abort all that was answered with 202, though nobody had taken it", async () => {
    let port = 0;
    const onListening = (address: { readonly port: number }): void => {
      port = address.port;
    };
    const transport = falcoHttp({ port: 0, onListening });
    const subscriber = new FalcoSubscriber({ transport, bufferCapacity: 5 });
    const controller = new AbortController();
    const signals: PipelineSignal[] = [];
    const { signal } = controller;
    const deliveries = subscriber.deliveries({ signal, onSignal: (said) => void signals.push(said) });
    const first = deliveries.next();
    await until(() => port !== 0);
    for (let index = 0; index < 100; index++) {
      const answered = await httpPost(`http://127.0.0.1:${port}/`, falcoJson(contractAlert(index)));
      expect(answered.status).toBe(202);
    }
    controller.abort();
    expect((await first).done).toBe(false);
    let rest = 0;
    for await (const _ of deliveries) rest++;
    expect(rest).toBe(99);
    expect(signals.map(({ kind }) => kind)).not.toContain("alerts.lost");
  });
});
