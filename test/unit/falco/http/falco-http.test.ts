import { describe, expect, it } from "vitest";
import { type FalcoHttpOptions, falcoHttp, falcoHttpHandler } from "../../../../src/falco/http/index.js";
import { isDriftError } from "../../../../src/model/drift-error.js";

const TOKEN = { kind: "bearer", token: "s3cret-token" } as const;
const PEM = "-----BEGIN CERTIFICATE-----";

function refused(options: Partial<FalcoHttpOptions>): string | undefined {
  try {
    falcoHttp({ port: 2801, ...options });
    return undefined;
  } catch (error) {
    return isDriftError(error, "invalid_option") && error.fault === "caller"
      ? error.message
      : `other: ${error}`;
  }
}

describe("listening without authentication", () => {
  it.each(["127.0.0.1", "127.9.9.9", "::1", "localhost", "LOCALHOST", undefined])(
    "is for this machine: %s",
    (host) => {
      expect(refused(host === undefined ? {} : { host })).toBeUndefined();
    },
  );

  it.each(["0.0.0.0", "::", "192.0.2.1", "falco.example.com", "127.0.0.1.example.com", "::ffff:127.0.0.1"])(
    "is refused for others: %s",
    (host) => {
      expect(refused({ host })).toMatch(/anybody .*allowUnauthenticated/);
      expect(refused({ host, allowUnauthenticated: false })).toBeDefined();
      expect(refused({ host, tls: { cert: PEM, key: PEM } })).toMatch(/anybody/);
      expect(refused({ host, tls: { cert: PEM, key: PEM, ca: PEM, requestCert: false } })).toMatch(/anybody/);
    },
  );

  it("is done where it is asked for by name, or where senders are known", () => {
    const host = "0.0.0.0";
    expect(refused({ host, allowUnauthenticated: true })).toBeUndefined();
    expect(refused({ host, auth: TOKEN })).toBeUndefined();
    expect(refused({ host, tls: { cert: PEM, key: PEM, ca: PEM } })).toBeUndefined();
  });
});

describe("options that cannot be used", () => {
  const wrong: readonly Partial<FalcoHttpOptions>[] = [
    { port: -1 },
    { port: 65_536 },
    { port: 1.5 },
    { port: Number.NaN },
    { port: "2801" as unknown as number },
    { host: "" },
    { path: "falco" },
    { auth: [] },
    { auth: { kind: "bearer", token: "" } },
    { maxBodyBytes: 0 },
    { bufferCapacity: 0 },
    { maxBufferedBytes: 100, maxBodyBytes: 101 },
    { requestTimeoutMs: 0 },
    { requestTimeoutMs: Number.POSITIVE_INFINITY },
    { maxConnections: 0 },
    { rateLimit: { perSecond: 0 } },
    { tls: { cert: PEM, key: PEM, requestCert: true } },
  ];

  it.each(wrong)("are refused when it is made: %j", (options) => {
    expect(refused(options)).toMatch(/^\[invalid_option\] .+; .+/);
  });

  it("are refused by the handler, too", () => {
    expect(() => falcoHttpHandler({ auth: [] })).toThrow(/auth is empty/);
    expect(() => falcoHttpHandler({ bufferCapacity: 0.5 })).toThrow(/bufferCapacity/);
  });
});

describe("the name of a transport", () => {
  it("says what it listens on, and no secret", () => {
    expect(falcoHttp({ port: 2801 }).name).toBe("http://127.0.0.1:2801/");
    const auth = [TOKEN, { kind: "path", secret: "s3cret" } as const];
    const tls = { cert: PEM, key: PEM };
    expect(falcoHttp({ host: "::", port: 443, path: "/falco", auth, tls }).name).toBe(
      "https://[::]:443/falco",
    );
    expect(falcoHttpHandler({ path: "/falco", auth }).transport.name).toBe("http handler /falco");
    expect(falcoHttpHandler().transport.name).toBe("http handler");
  });
});

describe("making a receiver", () => {
  it("opens nothing", () => {
    const before = process.getActiveResourcesInfo().length;
    falcoHttp({ port: 0 });
    falcoHttpHandler();
    expect(process.getActiveResourcesInfo().length).toBeLessThanOrEqual(before);
  });
});
