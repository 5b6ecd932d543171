import { status } from "@grpc/grpc-js";
import { DriftError, type DriftErrorCode } from "../../model/drift-error.js";
import type { FalcoAddress } from "./parse-address.js";

/** Who was called, where a call fails. */
export interface GrpcErrorContext {
  readonly address: FalcoAddress;
}

interface Failure {
  readonly code: DriftErrorCode;
  readonly message: string;
  /** Whether it may mend itself, such as by Falco being started. @default true */
  readonly retryable?: boolean;
}

/**
 * Says what a failed call means and what to do about it. A failed connect tells its cause in words only.
 *
 * Source: status codes and texts of Falco 0.43.1 (gRPC 1.51) and `@grpc/grpc-js` 1.14, as observed.
 */
export function grpcError(error: unknown, { address }: GrpcErrorContext): DriftError {
  const { code, details } = Object(error) as { readonly code?: unknown; readonly details?: unknown };
  const { retryable = true, ...failure } = failureOf(
    code,
    typeof details === "string" ? details : "",
    address,
  );
  return new DriftError(failure.code, failure.message, { retryable, cause: error });
}

function failureOf(code: unknown, details: string, address: FalcoAddress): Failure {
  switch (code) {
    case status.UNIMPLEMENTED:
      return {
        code: "falco_grpc_unsupported",
        message:
          "what answers is no Falco with a gRPC output; Falco 0.44 removed it: use its http_output, or Falco 0.24 to 0.43 " +
          "with grpc and grpc_output enabled",
        retryable: false,
      };
    case status.RESOURCE_EXHAUSTED:
      return details.includes("larger than max")
        ? {
            code: "falco_message_too_large",
            message: "Falco sent an alert longer than maxMessageBytes, and it is lost; raise maxMessageBytes",
          }
        : {
            code: "falco_stream_failed",
            message:
              "Falco threw the connection out (too many pings, or no memory); look for a proxy on the way that sends " +
              "HTTP/2 pings, and at Falco's log",
          };
    case status.DEADLINE_EXCEEDED:
      return {
        code: "falco_unreachable",
        message:
          "nothing answered as Falco does within readyTimeoutMs; check the address, and that Falco has grpc.enabled",
      };
    case status.UNAVAILABLE:
      return unavailable(details, address);
    default:
      return {
        code: "falco_stream_failed",
        message: `the call to Falco failed (${statusName(code)}); look at Falco's log where it goes on failing`,
      };
  }
}

function unavailable(details: string, address: FalcoAddress): Failure {
  const neverConnected = /^(?:No connection established|Name resolution failed)/.test(details);
  if (!neverConnected) {
    return {
      code: "falco_stream_failed",
      message: "the connection to Falco broke, and alerts on their way are lost; look whether Falco crashed",
    };
  }
  return address.kind === "unix"
    ? socketFailure(details, address.path)
    : tcpFailure(details, `${address.host}:${address.port}`);
}

function socketFailure(details: string, path: string): Failure {
  if (details.includes("ENOENT")) {
    return {
      code: "falco_socket_missing",
      message: `there is no socket ${path}; start Falco (up to 0.43) with grpc and grpc_output enabled, and compare grpc.bind_address`,
    };
  }
  if (/EACCES|EPERM/.test(details)) {
    return {
      code: "falco_socket_denied",
      message: `this user may not use the socket ${path}; it needs write permission on it, and Falco makes it for root only`,
    };
  }
  return {
    code: "falco_unreachable",
    message: details.includes("ECONNREFUSED")
      ? `nobody listens on the socket ${path}; start Falco, which may have crashed and left it there`
      : `what listens on the socket ${path} does not speak gRPC; compare it with Falco's grpc.bind_address`,
  };
}

function tcpFailure(details: string, server: string): Failure {
  if (/E(?:CONNREFUSED|NOTFOUND|AI_AGAIN|TIMEDOUT|HOSTUNREACH|NETUNREACH)|^Name resolution/.test(details)) {
    return {
      code: "falco_unreachable",
      message: `${server} cannot be reached; check the address, the network, and that Falco runs with grpc.enabled`,
    };
  }
  // An alert of TLS is the server's word; the rest about certificates is what this side found.
  const reason = details.replace(
    /^No connection established\. Last error: (?:Error(?: \[\w+\])?: )?|\.? Resolution note: .*$/gs,
    "",
  );
  if (!reason.includes("SSL alert number") && /certificate|altnames|issuer/i.test(reason)) {
    return {
      code: "falco_server_unverified",
      message: `the certificate of ${server} is not accepted (${reason}); give its authority as ca, and its name as serverName where the address has another`,
      retryable: false,
    };
  }
  return {
    code: "falco_tls_refused",
    message:
      `${server} refused the TLS connection and does not say why; check that cert is signed by the authority in Falco's ` +
      "grpc.root_certs, is not expired, permits client authentication, and that the port is Falco's",
  };
}

function statusName(code: unknown): string {
  return (typeof code === "number" && status[code]) || "no status";
}
