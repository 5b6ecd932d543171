import type { RequestOptions } from "node:https";
import { request } from "node:https";
import { describe, expect, it } from "vitest";
import { falcoHttp } from "../../../src/falco/http/index.js";
import { isDriftError } from "../../../src/model/drift-error.js";
import { contractAlert } from "../../../src/testing/alert-transport-contract.js";
import { falcoJson } from "../../../src/testing/falco-message.js";
import { collect } from "../../support/collect.js";
import { startReceiver, type TestReceiver } from "../../support/http-receiver.js";
import { tempFolder } from "../../support/temp-folder.js";
import { CertificateAuthority, haveOpenssl } from "../../support/tls-certificates.js";
import { until } from "../../support/until.js";

const ALERT = falcoJson(contractAlert(1));

/** The status, or the code of what failed. */
function post(receiver: TestReceiver, options: RequestOptions): Promise<number | string> {
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json" };
    const url = `https://localhost:${receiver.port}/`;
    const sent = request(url, { method: "POST", headers, agent: false, ...options }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.end(ALERT);
  });
}

describe.skipIf(!haveOpenssl)("TLS", () => {
  const folder = tempFolder();
  const authority = haveOpenssl ? new CertificateAuthority(folder.path, "authority") : undefined;
  const stranger = haveOpenssl ? new CertificateAuthority(folder.path, "stranger") : undefined;
  const server = authority?.sign("server", "DNS:localhost", "serverAuth") ?? { cert: "", key: "" };
  const falco = authority?.sign("falco", "DNS:falco", "clientAuth") ?? { cert: "", key: "" };
  const forged = stranger?.sign("forged", "DNS:falco", "clientAuth") ?? { cert: "", key: "" };
  const ca = authority?.cert ?? "";

  it("takes alerts over https, from whoever has the password", async () => {
    const auth = { kind: "basic", username: "falco", password: "p" } as const;
    const receiver = await startReceiver({ tls: server, auth });
    expect(receiver.transport.name).toMatch(/^https:/);
    expect(await post(receiver, { ca, auth: "falco:p" })).toBe(202);
    expect(await post(receiver, { ca })).toBe(401);
    await until(() => receiver.taken.length === 1);
  });

  it("takes alerts from who has a certificate of the authority, and from nobody else", async () => {
    const receiver = await startReceiver({ tls: { ...server, ca }, host: "0.0.0.0" });
    expect(await post(receiver, { ca, ...falco })).toBe(202);
    expect(await post(receiver, { ca })).not.toBe(202);
    expect(await post(receiver, { ca, ...forged })).not.toBe(202);
    await until(() => receiver.details("input.skipped").length === 2);
    expect(receiver.details("input.skipped")[0]?.detail).toContain("TLS handshake failed");
    expect(receiver.transport.counters()).toMatchObject({ requests: 1, accepted: 1 });
  });

  it("needs both where there is a password, too", async () => {
    const auth = { kind: "bearer", token: "t" } as const;
    const receiver = await startReceiver({ tls: { ...server, ca }, auth });
    const headers = { "content-type": "application/json", authorization: "Bearer t" };
    expect(await post(receiver, { ca, ...falco, headers })).toBe(202);
    expect(await post(receiver, { ca, ...falco })).toBe(401);
    expect(await post(receiver, { ca, headers })).not.toBe(202);
  });

  it("says that plain HTTP came to its port", async () => {
    const receiver = await startReceiver({ tls: server });
    await expect(receiver.post(ALERT)).rejects.toThrow();
    await until(() => receiver.details("input.skipped").length === 1);
    expect(receiver.details("input.skipped")[0]?.detail).toContain("https://");
  });

  it("ends while a handshake hangs", async () => {
    const receiver = await startReceiver({ tls: server });
    const { connect } = await import("node:net");
    const socket = connect(receiver.port, "127.0.0.1");
    await new Promise((resolve) => socket.once("connect", resolve));
    const closed = new Promise((resolve) => socket.on("error", () => {}).once("close", resolve));
    await receiver.stop();
    await closed;
  });

  it("reads files again each time it is opened, and says which it cannot use", async () => {
    const [cert, key] = [folder.write("tls.crt", server.cert), folder.write("tls.key", server.key)];
    const receiver = await startReceiver({ tls: { cert, key } });
    expect(await post(receiver, { ca })).toBe(202);
    const wrong = [
      [{ cert: `${cert}.gone`, key }, /tls\.cert cannot be read/],
      [{ cert, key: folder.write("no.pem", "x") }, /tls\.key holds no PEM/],
      [{ cert, key: falco.key }, /key belongs to the certificate/],
    ] as const;
    for (const [tls, message] of wrong) {
      const alerts = falcoHttp({ port: 0, tls }).open({ signal: AbortSignal.timeout(10_000) });
      const error = await collect(alerts).catch((caught: unknown) => caught);
      expect(isDriftError(error, "invalid_option"), String(error)).toBe(true);
      expect(String(error)).toMatch(message);
    }
  });
});
