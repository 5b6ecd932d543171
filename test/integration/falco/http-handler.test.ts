import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { AlertDelivery } from "../../../src/falco/alert-transport.js";
import { type FalcoHttpHandler, falcoHttpHandler } from "../../../src/falco/http/index.js";
import { contractAlert } from "../../../src/testing/alert-transport-contract.js";
import { falcoJson } from "../../../src/testing/falco-message.js";
import { httpPost } from "../../support/http-post.js";
import { until } from "../../support/until.js";

const ALERT = falcoJson(contractAlert(1));
const JSON_TYPE = { "content-type": "application/json" };

const servers = new Set<Server>();

afterEach(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  servers.clear();
});

/** The URL of a host's own server. */
async function serve(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(listener);
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function reader({ transport }: FalcoHttpHandler): {
  taken: AlertDelivery["alert"][];
  stop: () => Promise<void>;
} {
  const controller = new AbortController();
  const taken: AlertDelivery["alert"][] = [];
  const ended = (async () => {
    for await (const { alert } of transport.open({ signal: controller.signal })) taken.push(alert);
  })();
  return {
    taken,
    stop: () => {
      controller.abort();
      return ended;
    },
  };
}

/** The same requests to the Node and to the Fetch handler. */
const flavours = {
  async node(handler: FalcoHttpHandler, init: RequestInit, path: string) {
    const url = await serve(handler.handle);
    const answered = await fetch(`${url}${path}`, init);
    return { status: answered.status, headers: answered.headers, text: await answered.text() };
  },
  async fetch(handler: FalcoHttpHandler, init: RequestInit, path: string) {
    const answered = await handler.fetch(new Request(`http://host${path}`, init));
    return { status: answered.status, headers: answered.headers, text: await answered.text() };
  },
};

const requests: readonly { status: number; init: RequestInit; path?: string }[] = [
  { status: 202, init: { method: "POST", headers: JSON_TYPE, body: ALERT } },
  { status: 202, init: { method: "POST", headers: JSON_TYPE, body: `[${ALERT},${ALERT}]` } },
  {
    status: 202,
    init: {
      method: "POST",
      headers: { "content-type": "application/x-ndjson" },
      body: `${ALERT}\n${ALERT}\n`,
    },
  },
  { status: 404, init: { method: "POST", headers: JSON_TYPE, body: ALERT }, path: "/other" },
  { status: 405, init: { method: "GET" } },
  {
    status: 401,
    init: { method: "POST", headers: { ...JSON_TYPE, authorization: "Bearer x" }, body: ALERT },
  },
  { status: 413, init: { method: "POST", headers: JSON_TYPE, body: " ".repeat(3000) } },
  { status: 415, init: { method: "POST", headers: { "content-type": "text/plain" }, body: "x" } },
  { status: 415, init: { method: "POST", headers: { ...JSON_TYPE, "content-encoding": "gzip" }, body: "x" } },
  { status: 400, init: { method: "POST", headers: JSON_TYPE, body: "x" } },
  { status: 400, init: { method: "POST", headers: JSON_TYPE } },
];

describe("a handler in a host's server", () => {
  it.each(requests)("answers $status alike from Node and from Fetch (case %#)", async (given) => {
    const { status, init, path = "/falco" } = given;
    const results = [];
    for (const flavour of [flavours.node, flavours.fetch]) {
      const handler = falcoHttpHandler({
        path: "/falco",
        auth: { kind: "bearer", token: "t" },
        maxBodyBytes: 2000,
      });
      const { taken, stop } = reader(handler);
      const headers = { authorization: "Bearer t", ...(init.headers as Record<string, string>) };
      const answered = await flavour(handler, { ...init, headers }, path);
      expect(answered.status).toBe(status);
      const { text } = answered;
      const told = ["allow", "www-authenticate", "accept-encoding", "content-type"].map((name) =>
        answered.headers.get(name),
      );
      await stop();
      results.push({ text, told, taken, counters: handler.transport.counters() });
    }
    expect(results[0]).toEqual(results[1]);
  });

  it("takes any path that the host routes to it, and keeps what came before it is opened", async () => {
    const handler = falcoHttpHandler();
    const url = await serve(handler.handle);
    expect((await httpPost(`${url}/any/path`, ALERT)).status).toBe(202);
    const { taken, stop } = reader(handler);
    await until(() => taken.length === 1);
    await stop();
    expect(await httpPost(url, ALERT)).toMatchObject({
      status: 503,
      text: expect.stringContaining("nobody"),
    });
    const again = reader(handler);
    expect((await httpPost(url, ALERT)).status).toBe(202);
    await until(() => again.taken.length === 1);
    await again.stop();
    expect(handler.transport.counters()).toMatchObject({ accepted: 2, lost: 1 });
  });

  it("says so where something else has read the body, rather than wait for it", async () => {
    const handler = falcoHttpHandler();
    const { taken, stop } = reader(handler);
    const url = await serve((request, response) => {
      request.resume().on("end", () => handler.handle(request, response));
    });
    const answered = await httpPost(url, ALERT);
    expect(answered).toMatchObject({
      status: 500,
      text: expect.stringContaining("mount the handler before"),
    });
    const read = new Request("http://host/", { method: "POST", headers: JSON_TYPE, body: ALERT });
    await read.text();
    expect((await handler.fetch(read)).status).toBe(500);
    await stop();
    expect(taken).toMatchObject([{ reason: "malformed" }, { reason: "malformed" }]);
  });

  it("limits how long a body takes, and how fast requests come, in Fetch as well", async () => {
    const handler = falcoHttpHandler({
      requestTimeoutMs: 20,
      rateLimit: { perSecond: 1, burst: 2 },
      now: () => 0,
    });
    const { taken, stop } = reader(handler);
    let cancelled = false;
    const never = new ReadableStream({
      cancel() {
        cancelled = true;
      },
    });
    const init = { method: "POST", headers: JSON_TYPE, body: never, duplex: "half" } as RequestInit;
    expect((await handler.fetch(new Request("http://host/", init))).status).toBe(408);
    await until(() => cancelled);
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"rule":'));
        controller.error(new Error("the sender went away"));
      },
    });
    expect((await handler.fetch(new Request("http://host/", { ...init, body: broken }))).status).toBe(400);
    const one = new Request("http://host/", { method: "POST", headers: JSON_TYPE, body: ALERT });
    expect((await handler.fetch(one.clone())).status).toBe(429);
    expect((await handler.fetch(one, { remoteAddress: "192.0.2.1" })).status).toBe(202);
    await stop();
    expect(taken).toMatchObject([
      { reason: "truncated" },
      { reason: "truncated" },
      { output: "AWS change 1" },
    ]);
  });

  it("is not broken by a listener that throws", async () => {
    const handler = falcoHttpHandler({ bufferCapacity: 1 });
    const onSignal = (): never => {
      throw new Error("mine");
    };
    const controller = new AbortController();
    const alerts = handler.transport.open({ signal: controller.signal, onSignal })[Symbol.asyncIterator]();
    const first = alerts.next();
    expect((await handler.fetch(new Request("http://host/"))).status).toBe(405);
    const post = (): Promise<Response> =>
      handler.fetch(new Request("http://host/", { method: "POST", headers: JSON_TYPE, body: ALERT }));
    expect((await post()).status).toBe(202);
    expect((await first).done).toBe(false);
    expect([(await post()).status, (await post()).status]).toEqual([202, 503]);
    await alerts.return?.();
  });
});
