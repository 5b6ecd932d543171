import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import type { FalcoHttpOptions } from "../../../src/falco/http/index.js";
import { falcoHttp } from "../../../src/falco/http/index.js";
import { isDriftError } from "../../../src/model/drift-error.js";
import { contractAlert } from "../../../src/testing/alert-transport-contract.js";
import { falcoJson } from "../../../src/testing/falco-message.js";
import { collect } from "../../support/collect.js";
import { httpPost, oneConnection } from "../../support/http-post.js";
import { startReceiver } from "../../support/http-receiver.js";
import { until } from "../../support/until.js";

const ALERT = falcoJson(contractAlert(1));
const basic = (text: string): string => `Basic ${Buffer.from(text).toString("base64")}`;

describe("an alert that Falco posts", () => {
  it("is answered with 202 and no body, and delivered", async () => {
    const receiver = await startReceiver();
    const answered = await receiver.post(ALERT, { "user-agent": "falcosecurity/falco", accept: "*/*" });
    expect(answered).toMatchObject({ status: 202, text: "", headers: { "content-length": "0" } });
    await until(() => receiver.taken.length === 1);
    expect(JSON.parse(JSON.stringify(receiver.taken))).toEqual([contractAlert(1)]);
    expect(receiver.signals).toEqual([]);
  });

  it("is answered before it is taken, however slow the reader is", async () => {
    const receiver = (await startReceiver()).hold();
    for (let index = 0; index < 50; index++) {
      expect((await receiver.post(falcoJson(contractAlert(index)))).status).toBe(202);
    }
    expect(receiver.taken.length).toBeLessThanOrEqual(1);
    receiver.resume();
    await until(() => receiver.taken.length === 50);
    expect(receiver.taken.map((alert) => "output" in alert && alert.output)).toEqual(
      Array.from({ length: 50 }, (_, index) => `AWS change ${index}`),
    );
  });

  it("may come over one connection that is kept", async () => {
    const receiver = await startReceiver();
    const agent = oneConnection();
    const ports = new Set<string>();
    for (let index = 0; index < 20; index++) {
      const answered = await httpPost(receiver.url, ALERT, { agent });
      expect(answered.status).toBe(202);
      ports.add(String(answered.headers.connection));
    }
    expect([...ports]).toEqual(["keep-alive"]);
    expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
    agent.destroy();
  });

  it("may be announced with Expect: 100-continue, and is only sent for where it is taken", async () => {
    const receiver = await startReceiver({ auth: { kind: "bearer", token: "t" } });
    const taken = await httpPost(receiver.url, ALERT, {
      headers: { expect: "100-continue", authorization: "Bearer t" },
    });
    expect(taken.status).toBe(202);
    const refused = await httpPost(receiver.url, ALERT, { headers: { expect: "100-continue" } });
    expect(refused.status).toBe(401);
  });

  it("may come in chunks, to a path with a query", async () => {
    const receiver = await startReceiver({ path: "/falco" });
    const url = `${receiver.url}falco?source=a`;
    const answered = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: new Blob([ALERT.slice(0, 10), ALERT.slice(10)]).stream(),
      duplex: "half",
    } as RequestInit);
    expect(answered.status).toBe(202);
    await until(() => receiver.taken.length === 1);
  });
});

interface Case {
  readonly name: string;
  readonly options?: Partial<FalcoHttpOptions>;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
  readonly status: number;
  readonly answer?: Record<string, string>;
  /** What is delivered instead of an alert. */
  readonly reason?: string;
}

const bearer = { auth: { kind: "bearer", token: "t0ken" } } as const;
const password = { auth: { kind: "basic", username: "falco", password: "p" } } as const;
const secret = { auth: { kind: "path", secret: "s3cret" }, path: "/falco" } as const;

const refusals: readonly Case[] = [
  { name: "another path", path: "/other", status: 404 },
  { name: "another method", method: "PUT", status: 405, answer: { allow: "POST" } },
  { name: "no token", options: bearer, status: 401, answer: { "www-authenticate": 'Bearer realm="falco"' } },
  { name: "a wrong token", options: bearer, headers: { authorization: "Bearer x" }, status: 401 },
  {
    name: "no password",
    options: password,
    status: 401,
    answer: { "www-authenticate": 'Basic realm="falco", charset="UTF-8"' },
  },
  { name: "a wrong password", options: password, headers: { authorization: basic("falco:x") }, status: 401 },
  { name: "no secret in the path", options: secret, path: "/falco", status: 404 },
  { name: "a wrong secret in the path", options: secret, path: "/falco/x", status: 404 },
  { name: "a compressed body", headers: { "content-encoding": "gzip" }, status: 415, reason: "malformed" },
  {
    name: "a form",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    status: 415,
    reason: "malformed",
  },
  { name: "text", headers: { "content-type": "text/plain" }, status: 415, reason: "malformed" },
  { name: "no JSON", body: "hello", status: 400, reason: "malformed" },
  { name: "half of the JSON", body: ALERT.slice(0, 50), status: 400, reason: "truncated" },
  { name: "an empty body", body: "", status: 400, reason: "truncated" },
  { name: "a body beyond the limit", options: { maxBodyBytes: 100 }, status: 413, reason: "too_large" },
];

describe.each(refusals)("$name", (given) => {
  it(`is answered with ${given.status}, and counted`, async () => {
    const receiver = await startReceiver(given.options);
    const agent = oneConnection();
    const { method = "POST", path = "/falco", headers = {} } = given;
    const url = `http://127.0.0.1:${receiver.port}${given.options?.path === undefined && path === "/falco" ? "/" : path}`;
    const answered = await httpPost(url, given.body ?? ALERT, { method, headers, agent });
    expect(answered.status).toBe(given.status);
    expect(answered.headers).toMatchObject(given.answer ?? {});
    expect(answered.text).toMatch(/^.+\n$/);
    if (given.reason === undefined) {
      expect(receiver.details("input.skipped")).toEqual([{ total: 1, detail: expect.any(String) }]);
    } else {
      await until(() => receiver.taken.length === 1);
      expect(receiver.taken).toMatchObject([{ kind: "unreadable", reason: given.reason }]);
    }
    expect(receiver.transport.counters()).toMatchObject({ requests: 1, accepted: 0, refused: 1, lost: 0 });
    agent.destroy();
  });
});

const accepted: readonly Case[] = [
  { name: "a token", options: bearer, headers: { authorization: "Bearer t0ken" }, status: 202 },
  { name: "a password", options: password, headers: { authorization: basic("falco:p") }, status: 202 },
  { name: "a secret in the path", options: secret, path: "falco/s3cret", status: 202 },
];

describe.each(accepted)("a sender with $name", ({ options = {}, path = "", headers = {} }) => {
  it("is let in, also on an address that others reach", async () => {
    const receiver = await startReceiver({ ...options, host: "0.0.0.0" });
    const answered = await httpPost(`${receiver.url}${path}`, ALERT, { headers });
    expect(answered.status).toBe(202);
    await until(() => receiver.taken.length === 1);
  });
});

describe("requests beyond the rate limit", () => {
  it("are answered with 429, and lost with a signal", async () => {
    const receiver = await startReceiver({ rateLimit: { perSecond: 1 }, now: () => 0 });
    expect((await receiver.post(ALERT)).status).toBe(202);
    expect(await receiver.post(ALERT)).toMatchObject({ status: 429, headers: { "retry-after": "1" } });
    expect(receiver.details("alerts.lost")).toEqual([
      { total: 1, detail: expect.stringContaining("rateLimit") },
    ]);
  });
});

describe("a receiver that cannot listen", () => {
  it("says that the port is in use, which may mend itself", async () => {
    const receiver = await startReceiver();
    const alerts = falcoHttp({ port: receiver.port }).open({ signal: AbortSignal.timeout(10_000) });
    const error = await collect(alerts).catch((caught: unknown) => caught);
    expect(isDriftError(error, "falco_http_listen_failed") && error.retryable).toBe(true);
    expect(String(error)).toContain(`port ${receiver.port}`);
  });

  it("says that an address is not this machine's, which a human must mend", async () => {
    const options = { port: 0, host: "192.0.2.1", allowUnauthenticated: true };
    const alerts = falcoHttp(options).open({ signal: AbortSignal.timeout(10_000) });
    const error = await collect(alerts).catch((caught: unknown) => caught);
    expect(isDriftError(error, "falco_http_listen_failed") && error.retryable).toBe(false);
    expect(String(error)).toContain("192.0.2.1 is no address of this machine");
  });

  it("has nothing open, and listens once it can", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    await expect(startReceiver({ port })).rejects.toThrow(/falco_http_listen_failed/);
    await new Promise((resolve) => other.close(resolve));
    const receiver = await startReceiver({ port });
    expect(receiver.port).toBe(port);
  });

  it("is not read twice at once", async () => {
    const receiver = await startReceiver();
    const second = receiver.transport.open({ signal: AbortSignal.timeout(10_000) });
    const error = await collect(second).catch((caught: unknown) => caught);
    expect(isDriftError(error, "invalid_option")).toBe(true);
    expect((await receiver.post(ALERT)).status).toBe(202);
  });
});
