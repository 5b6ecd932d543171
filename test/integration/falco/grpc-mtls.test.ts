import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FalcoGrpcOptions, falcoGrpc } from "../../../src/falco/grpc/index.js";
import { type DriftError, isDriftError } from "../../../src/model/drift-error.js";
import { contractAlert, type FalcoServer, startFalcoServer } from "../../../src/testing/index.js";
import { tempFolder } from "../../support/temp-folder.js";
import { CertificateAuthority, haveOpenssl, type Identity } from "../../support/tls-certificates.js";

const folder = tempFolder();

describe.skipIf(!haveOpenssl)("mutual TLS with Falco (needs openssl)", () => {
  let server: FalcoServer;
  let authority: CertificateAuthority;
  let stranger: CertificateAuthority;
  let client: Identity;
  let address: string;

  beforeAll(async () => {
    authority = new CertificateAuthority(folder.path, "falco-ca");
    stranger = new CertificateAuthority(folder.path, "other-ca");
    client = authority.sign("client", "DNS:client", "clientAuth");
    const identity = authority.sign("server", "DNS:localhost,DNS:falco.example.com", "serverAuth");
    server = await startFalcoServer({ address: "127.0.0.1:0", tls: { ca: authority.cert, ...identity } });
    address = server.address.replace("127.0.0.1", "localhost");
  });

  afterAll(() => server.kill());

  async function firstAlert(options: FalcoGrpcOptions): Promise<string> {
    const controller = new AbortController();
    const opened = falcoGrpc({ pollIntervalMs: 5, ...options }).open({ signal: controller.signal });
    for await (const { alert } of opened)
      return "kind" in alert ? alert.reason : String(alert.fields["ct.id"]);
    throw new Error("no alert");
  }

  async function failureOf(options: FalcoGrpcOptions): Promise<DriftError> {
    const failure = await firstAlert(options).catch((error: unknown) => error);
    if (!isDriftError(failure)) throw new Error(`no DriftError: ${failure}`);
    return failure;
  }

  it("delivers alerts with PEM text and with bytes", async () => {
    server.push(contractAlert(0));
    expect(await firstAlert({ address, ca: authority.cert, ...client })).toBe("id-0");
    server.push(contractAlert(1));
    const [ca, cert, key] = [authority.cert, client.cert, client.key].map((pem) => Buffer.from(pem));
    expect(
      await firstAlert({ address: `grpcs://${address}`, ...{ ca, cert, key } } as FalcoGrpcOptions),
    ).toBe("id-1");
  });

  it("delivers alerts with files, which are read again at every connect", async () => {
    const ca = folder.write("files/ca.crt", authority.cert);
    const cert = folder.write("files/client.crt", client.cert);
    const key = folder.write("files/client.key", client.key);
    const transport = falcoGrpc({ address, ca, cert, key, pollIntervalMs: 5 });
    const open = async (): Promise<unknown> => {
      for await (const { alert } of transport.open({ signal: new AbortController().signal })) return alert;
      return undefined;
    };
    server.push(contractAlert(0));
    expect(await open()).toMatchObject(contractAlert(0));
    folder.write("files/ca.crt", stranger.cert);
    await expect(open()).rejects.toThrow("[falco_server_unverified]");
  });

  it("ends for a server whose authority is not the one given", async () => {
    const failure = await failureOf({ address, ca: stranger.cert, ...client });
    expect(failure).toMatchObject({ code: "falco_server_unverified", retryable: false });
    expect(failure.message).toContain("self-signed certificate");
  });

  it("ends for a server of another name, unless that is the name it should have", async () => {
    const options = { address, ca: authority.cert, ...client };
    expect(await failureOf({ ...options, serverName: "other.example.com" })).toMatchObject({
      code: "falco_server_unverified",
      retryable: false,
    });
    server.push(contractAlert(2));
    expect(await firstAlert({ ...options, serverName: "falco.example.com" })).toBe("id-2");
  });

  it("says what to check where the server refuses the client's certificate", async () => {
    const foreign = stranger.sign("client", "DNS:client", "clientAuth");
    const failure = await failureOf({ address, ca: authority.cert, ...foreign });
    expect(failure).toMatchObject({ code: "falco_tls_refused", retryable: true });
    expect(failure.message).toContain("grpc.root_certs");
  });

  it("does not take a key for another's certificate", async () => {
    const other = authority.sign("other", "DNS:other", "clientAuth");
    const failure = await failureOf({ address, ca: authority.cert, cert: client.cert, key: other.key });
    expect(failure).toMatchObject({ code: "invalid_option", retryable: false });
  });

  it("says so where nobody listens", async () => {
    const failure = await failureOf({ address: "localhost:1", ca: authority.cert, ...client });
    expect(failure).toMatchObject({ code: "falco_unreachable", retryable: true });
  });
});
