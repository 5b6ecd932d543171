import { status } from "@grpc/grpc-js";
import { describe, expect, it } from "vitest";
import { grpcError } from "../../../../src/falco/grpc/grpc-error.js";
import { type FalcoAddress, parseAddress } from "../../../../src/falco/grpc/parse-address.js";

const unix = parseAddress("unix:///run/falco/falco.sock");
const tcp = parseAddress("grpcs://falco.example.com:5060");

const refused = (reason: string): string =>
  `No connection established. Last error: ${reason}. Resolution note: `;

// Texts: @grpc/grpc-js 1.14.7 on Node 20.20, against Falco 0.43.1 and against servers that are none.
const CASES: readonly (readonly [string, FalcoAddress, number, string, string, boolean])[] = [
  [
    "no socket",
    unix,
    status.UNAVAILABLE,
    refused("Error: connect ENOENT /run/falco/falco.sock"),
    "falco_socket_missing",
    true,
  ],
  [
    "a socket of root",
    unix,
    status.UNAVAILABLE,
    refused("Error: connect EACCES /run/falco/falco.sock"),
    "falco_socket_denied",
    true,
  ],
  [
    "a socket left over",
    unix,
    status.UNAVAILABLE,
    refused("Error: connect ECONNREFUSED /run/falco/falco.sock"),
    "falco_unreachable",
    true,
  ],
  [
    "an HTTP/1 server",
    unix,
    status.UNAVAILABLE,
    refused("Protocol error (2026-03-01T12:00:00.000Z)"),
    "falco_unreachable",
    true,
  ],
  [
    "a silent server",
    unix,
    status.DEADLINE_EXCEEDED,
    "Deadline exceeded after 10s",
    "falco_unreachable",
    true,
  ],
  [
    "no listener",
    tcp,
    status.UNAVAILABLE,
    refused("Error: connect ECONNREFUSED 192.0.2.1:5060"),
    "falco_unreachable",
    true,
  ],
  [
    "no such name",
    tcp,
    status.UNAVAILABLE,
    "Name resolution failed for target dns:falco.example.com:5060",
    "falco_unreachable",
    true,
  ],
  [
    "refused TLS",
    tcp,
    status.UNAVAILABLE,
    refused("Failed to connect (2026-03-01T12:00:00.000Z)"),
    "falco_tls_refused",
    true,
  ],
  [
    "a TLS alert",
    tcp,
    status.UNAVAILABLE,
    refused(
      "80BC:error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:rec_layer_s3.c:1601:SSL alert number 116\n",
    ),
    "falco_tls_refused",
    true,
  ],
  [
    "another authority",
    tcp,
    status.UNAVAILABLE,
    refused("Error: self-signed certificate in certificate chain"),
    "falco_server_unverified",
    false,
  ],
  [
    "another name",
    tcp,
    status.UNAVAILABLE,
    refused(
      "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: alert.example.com. is not in the cert's altnames: DNS:localhost",
    ),
    "falco_server_unverified",
    false,
  ],
  ["a crash", unix, status.UNAVAILABLE, "Connection dropped", "falco_stream_failed", true],
  ["a reset", tcp, status.UNAVAILABLE, "read ECONNRESET", "falco_stream_failed", true],
  ["Falco 0.44", unix, status.UNIMPLEMENTED, "", "falco_grpc_unsupported", false],
  [
    "a huge alert",
    unix,
    status.RESOURCE_EXHAUSTED,
    "Received message larger than max (6001064 vs 4194304)",
    "falco_message_too_large",
    true,
  ],
  [
    "too many pings",
    unix,
    status.RESOURCE_EXHAUSTED,
    "Bandwidth exhausted or memory limit exceeded",
    "falco_stream_failed",
    true,
  ],
  ["anything else", unix, status.INTERNAL, "Received RST_STREAM with code 2", "falco_stream_failed", true],
];

describe("a failed call", () => {
  it.each(CASES)("means, for %s", (_name, address, code, details, expected, retryable) => {
    const cause = Object.assign(new Error(`${code} ${details}`), { code, details });
    const error = grpcError(cause, { address });
    expect(error).toMatchObject({ code: expected, retryable, stage: "source", cause });
    expect(error.message).toMatch(/^\[\w+\] .+[;,] .+/);
    expect(error.message).not.toMatch(/Resolution note|No connection established/);
  });

  it("says what this side found about the server's certificate", () => {
    const details = refused("Error: self-signed certificate in certificate chain");
    const error = grpcError({ code: status.UNAVAILABLE, details }, { address: tcp });
    expect(error.message).toContain("falco.example.com:5060");
    expect(error.message).toContain("(self-signed certificate in certificate chain)");
  });

  it.each([undefined, null, 7, new TypeError("x")])("may have failed with anything: %s", (cause) => {
    expect(grpcError(cause, { address: unix })).toMatchObject({
      code: "falco_stream_failed",
      retryable: true,
    });
  });
});
