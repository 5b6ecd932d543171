import { describe, expect, it } from "vitest";
import { falcoGrpc } from "../../../../src/falco/grpc/index.js";
import { parseAddress } from "../../../../src/falco/grpc/parse-address.js";
import { isDriftError } from "../../../../src/model/drift-error.js";
import { collect } from "../../../support/collect.js";

const identity = { cert: "-----BEGIN CERTIFICATE-----", key: "-----BEGIN PRIVATE KEY-----" };
const { signal } = new AbortController();

describe("an address", () => {
  it.each([
    ["unix:///run/falco/falco.sock", { kind: "unix", path: "/run/falco/falco.sock" }],
    ["unix:/run/falco.sock", { kind: "unix", path: "/run/falco.sock" }],
    ["unix:falco.sock", { kind: "unix", path: "falco.sock" }],
    ["grpcs://falco.example.com:5060", { kind: "tcp", host: "falco.example.com", port: 5060 }],
    ["grpcs://falco.example.com:5060/", { kind: "tcp", host: "falco.example.com", port: 5060 }],
    ["127.0.0.1:5060", { kind: "tcp", host: "127.0.0.1", port: 5060 }],
    ["[::1]:5060", { kind: "tcp", host: "[::1]", port: 5060 }],
  ])("is read: %s", (address, expected) => {
    expect(parseAddress(address)).toEqual(expected);
  });

  it.each([
    "",
    "unix:",
    "unix://",
    "/run/falco/falco.sock",
    "falco.example.com",
    "http://falco.example.com:5060",
    "grpc://falco.example.com:5060",
    "grpcs://user@falco.example.com:5060",
    "host:0",
    "host:65536",
    "::1:5060",
  ])("is refused: %j", (address) => {
    expect(() => parseAddress(address)).toThrow("[invalid_option]");
  });
});

describe("the options", () => {
  it("name the transport by its address", () => {
    expect(falcoGrpc({ address: "unix:///run/falco.sock" }).name).toBe("grpc unix:/run/falco.sock");
    expect(falcoGrpc({ address: "grpcs://falco:5060", ...identity }).name).toBe("grpc falco:5060");
  });

  it("need a certificate and its key over TCP", () => {
    for (const given of [{}, { cert: identity.cert }, { key: identity.key }]) {
      expect(() => falcoGrpc({ address: "falco:5060", ...given })).toThrow("[invalid_option]");
    }
  });

  it.each(["pollIntervalMs", "maxMessageBytes", "readyTimeoutMs"])("need a positive %s", (name) => {
    for (const value of [0, -1, 1.5, Number.NaN]) {
      expect(() => falcoGrpc({ address: "unix:/x", [name]: value })).toThrow(`[invalid_option] ${name}`);
    }
  });

  it.each([
    ["a file that is not there", { ...identity, ca: "/nonexistent/ca.crt" }],
    ["bytes that are no PEM", { ...identity, ca: Buffer.from([0x30, 0x82]) }],
    ["a PEM that is no certificate", identity],
  ])("reject at opening for %s, without the content", async (_name, tls) => {
    const opened = collect(falcoGrpc({ address: "falco:5060", ...tls }).open({ signal }));
    await expect(opened).rejects.toSatisfy(
      (error) =>
        isDriftError(error, "invalid_option") && !error.retryable && !error.message.includes("BEGIN"),
    );
  });
});
