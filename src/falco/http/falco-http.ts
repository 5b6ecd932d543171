import { type FalcoHttpReceiverOptions, prepareReceiver } from "./http-options.js";
import { type FalcoHttpTransport, httpTransport } from "./http-transport.js";
import { invalidOption, positive } from "./invalid-option.js";
import { asksForCertificates, type FalcoHttpTls, readTls } from "./server-tls.js";
import { startServer } from "./start-server.js";

/** Options of {@link falcoHttp}. */
export interface FalcoHttpOptions extends FalcoHttpReceiverOptions {
  /** The address to listen on. Any but this machine's own needs `auth` or client certificates. @default "127.0.0.1" */
  readonly host?: string;
  /** The port to listen on; 0 for any that is free, which `onListening` tells. */
  readonly port: number;
  /** The path that alerts are posted to, with a secret of `auth` after it. @default "/" */
  readonly path?: string;
  /** The server's certificate; with `ca` also who may send. @default plain HTTP */
  readonly tls?: FalcoHttpTls;
  /** Listens on an address that others reach, and takes alerts from whoever sends them. @default false */
  readonly allowUnauthenticated?: boolean;
  /** How many connections there are at once; more are refused, and their alerts lost. @default 256 */
  readonly maxConnections?: number;
  /** Called with what is listened on, each time the transport is opened. */
  readonly onListening?: (address: { readonly host: string; readonly port: number }) => void;
}

/**
 * A receiver for Falco's `http_output` (Falco 0.15 and newer; since 0.44 the only way over a network) and for
 * Falcosidekick's webhook and CloudEvents outputs.
 *
 * Falco ignores the answer, never sends again, and stands still until it has one. So a body is kept unread and answered with
 * 202 at once; 503 and an `alerts.lost` signal say that the buffer is full. What is no alert is delivered as unreadable.
 *
 * When the signal aborts, the socket is closed at once; what was answered with 202 is still delivered.
 *
 * Opening rejects with {@link DriftError} `falco_http_listen_failed`, which is `retryable` where the port is in use.
 *
 * @example
 * ```ts
 * // http_output: { enabled: true, url: "http://falco:${TOKEN}@127.0.0.1:2801/" }, and json_output: true
 * falcoHttp({ port: 2801, auth: { kind: "basic", username: "falco", password: token } });
 * ```
 * @throws {@link DriftError} `invalid_option`
 */
export function falcoHttp(options: FalcoHttpOptions): FalcoHttpTransport {
  const { host = "127.0.0.1", port, path = "/", tls, onListening } = options;
  const maxConnections = positive("maxConnections", options.maxConnections ?? 256);
  const { receiver, requestTimeoutMs, authenticates } = prepareReceiver({ ...options, path });
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw invalidOption("port is none; give 1 to 65535, or 0 for any that is free");
  }
  if (host === "") throw invalidOption("host is empty; give 0.0.0.0 for all addresses");
  const knowsSenders = asksForCertificates(tls) || authenticates;
  if (!isLoopback(host) && !knowsSenders && options.allowUnauthenticated !== true) {
    throw invalidOption(
      `anybody who reaches ${host} could send alerts; give auth, or tls with ca, or allowUnauthenticated: true`,
    );
  }
  const authority = host.includes(":") ? `[${host}]` : host;
  return httpTransport(
    `http${tls === undefined ? "" : "s"}://${authority}:${port}${path}`,
    receiver,
    async () =>
      startServer({
        receiver,
        host,
        port,
        tls: tls && (await readTls(tls)),
        requestTimeoutMs,
        maxConnections,
        onListening,
      }),
  );
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|::1|127(?:\.\d{1,3}){3})$/i.test(host);
}
