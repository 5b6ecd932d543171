import type { ClientOptions } from "@grpc/grpc-js";
import { Client, credentials } from "@grpc/grpc-js";
import { DriftError } from "../../model/drift-error.js";
import type { AlertDelivery, AlertTransport, TransportOpenOptions } from "../alert-transport.js";
import { type PemSource, type TlsOptions, tlsCredentials } from "./credentials.js";
import { type FalcoAddress, parseAddress } from "./parse-address.js";
import { readAlerts } from "./read-alerts.js";
import { readVersion } from "./read-version.js";

export type { PemSource } from "./credentials.js";

/** Options of {@link falcoGrpc}. */
export interface FalcoGrpcOptions {
  /** `unix:///run/falco/falco.sock`, `unix:path`, `grpcs://host:port` or `host:port`. */
  readonly address: string;
  /** Over TCP: the authority that signed Falco's certificate. @default Node's own authorities */
  readonly ca?: PemSource;
  /** Over TCP: this client's certificate. Falco asks for one from every client. */
  readonly cert?: PemSource;
  /** Over TCP: the key of `cert`. */
  readonly key?: PemSource;
  /** Over TCP: the name in Falco's certificate, where it is not the one in `address`. */
  readonly serverName?: string;
  /** How often Falco is asked for alerts: the longest that one waits. At least 1. @default 100 */
  readonly pollIntervalMs?: number;
  /**
   * The longest message that is accepted; a longer one ends the stream. An alert is about four times as long as the
   * request that it tells of. At least 1.
   * @default 16777216 (16 MiB)
   */
  readonly maxMessageBytes?: number;
  /** How long connecting and the first answer may take. At least 1. @default 10000 */
  readonly readyTimeoutMs?: number;
}

/**
 * Falco's gRPC output, of Falco 0.24 to 0.43 (0.44 removed it: use its `http_output`).
 *
 * Falco hands out alerts only when asked, and an idle client that does not ask keeps Falco from reloading and stopping. So
 * a request is written at a steady interval for as long as the stream is open, also while nobody takes the alerts. All
 * clients of a Falco share one queue: run one.
 *
 * Delivery is at most once: Falco forgets an alert when it writes it, so a connection that breaks loses what is on its way.
 *
 * Opening rejects with a {@link DriftError} of stage `source`. Not `retryable`, because a human must mend them:
 * `falco_grpc_unsupported`, `falco_server_unverified` and, for certificates that cannot be used, `invalid_option`.
 *
 * @throws {@link DriftError} `invalid_option`
 */
export function falcoGrpc(options: FalcoGrpcOptions): AlertTransport {
  const address = parseAddress(options.address);
  const tls = address.kind === "unix" ? undefined : tlsOptions(options);
  const settings = {
    target: address.kind === "unix" ? `unix:${address.path}` : `dns:${address.host}:${address.port}`,
    pollIntervalMs: positive("pollIntervalMs", options.pollIntervalMs ?? 100),
    readyTimeoutMs: positive("readyTimeoutMs", options.readyTimeoutMs ?? 10_000),
    channel: channelOptions(
      positive("maxMessageBytes", options.maxMessageBytes ?? 16 * 1024 * 1024),
      options.serverName,
    ),
  };
  const name = address.kind === "unix" ? `grpc unix:${address.path}` : `grpc ${address.host}:${address.port}`;
  return { name, open: (openOptions) => subscribe({ ...settings, address, tls }, openOptions) };
}

interface Settings {
  readonly address: FalcoAddress;
  readonly target: string;
  readonly tls: TlsOptions | undefined;
  readonly pollIntervalMs: number;
  readonly readyTimeoutMs: number;
  readonly channel: ClientOptions;
}

async function* subscribe(
  settings: Settings,
  { signal, onReady }: TransportOpenOptions,
): AsyncGenerator<AlertDelivery, void> {
  if (signal.aborted) return;
  const { address, target, tls, pollIntervalMs, readyTimeoutMs, channel } = settings;
  const channelCredentials = tls === undefined ? credentials.createInsecure() : await tlsCredentials(tls);
  const client = new Client(target, channelCredentials, channel);
  try {
    const falcoVersion = await readVersion({ client, address, readyTimeoutMs, signal });
    if (falcoVersion === undefined) return;
    onReady?.(falcoVersion === "" ? {} : { falcoVersion });
    yield* readAlerts({ client, address, pollIntervalMs, signal });
  } finally {
    client.close();
  }
}

function channelOptions(maxMessageBytes: number, serverName: string | undefined): ClientOptions {
  return {
    "grpc.max_receive_message_length": maxMessageBytes,
    // A failed connect must not make the next client wait: the subscriber paces the attempts.
    "grpc.use_local_subchannel_pool": 1,
    "grpc.enable_http_proxy": 0,
    "grpc.service_config_disable_resolution": 1,
    // grpc-js keeps what was written for a retry until the server answers, and calls each of it flushed at once. Falco
    // does not answer before its first alert: the requests of a quiet week would pile up. With no room to keep them
    // they are sent through, and a write's callback means what it says. (grpc-js 1.14, retrying-call.js)
    "grpc.enable_retries": 0,
    "grpc.per_rpc_retry_buffer_size": -1,
    ...(serverName !== undefined && {
      "grpc.ssl_target_name_override": serverName,
      "grpc.default_authority": serverName,
    }),
  };
}

function tlsOptions({ ca, cert, key }: FalcoGrpcOptions): TlsOptions {
  if (cert === undefined || key === undefined) {
    throw new DriftError(
      "invalid_option",
      "cert or key is missing; over TCP Falco asks every client for a certificate",
      {
        fault: "caller",
      },
    );
  }
  return { cert, key, ...(ca !== undefined && { ca }) };
}

function positive(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new DriftError("invalid_option", `${name} is no whole number above 0; leave it out for the default`, {
    fault: "caller",
  });
}
