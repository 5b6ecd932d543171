import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { invalidPem } from "../../internal/read-pem.js";
import type { AlertReceiver } from "./alert-receiver.js";
import type { RunningServer } from "./http-transport.js";
import { listenError } from "./listen-error.js";
import { handleNodeRequest } from "./node-handler.js";
import type { ServerTls } from "./server-tls.js";

/** What {@link startServer} works with. */
export interface StartServerOptions {
  readonly receiver: AlertReceiver;
  readonly host: string;
  readonly port: number;
  readonly tls: ServerTls | undefined;
  readonly requestTimeoutMs: number;
  readonly maxConnections: number;
  readonly onListening: ((address: { readonly host: string; readonly port: number }) => void) | undefined;
}

/** Longer than Falco is mostly silent: a connection that is closed while an alert is on its way loses it. */
const KEEP_ALIVE_MS = 65_000;

/** How long the last answers may take on their way when the server closes. */
const FLUSH_MS = 250;

/**
 * Listens for Falco.
 *
 * @throws {@link DriftError} `falco_http_listen_failed`; `invalid_option` where the certificates do not fit
 */
export async function startServer(options: StartServerOptions): Promise<RunningServer> {
  const { receiver, host, port, onListening } = options;
  const server = makeServer(options);
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await listen(server, host, port);
  server.on("error", (cause) => receiver.fail(listenError(host, port, cause)));
  const bound = server.address() as AddressInfo;
  onListening?.({ host: bound.address, port: bound.port });
  let closed: Promise<void> | undefined;
  return {
    close() {
      closed ??= closeServer(server, sockets, receiver);
      return closed;
    },
  };
}

async function closeServer(server: Server, sockets: Set<Socket>, receiver: AlertReceiver): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  await receiver.ended;
  server.closeIdleConnections();
  const timer = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, FLUSH_MS);
  await closed;
  clearTimeout(timer);
}

function makeServer({ receiver, tls, requestTimeoutMs, maxConnections }: StartServerOptions): Server {
  const timeouts = {
    headersTimeout: requestTimeoutMs,
    // The body has a timer of its own; this one bounds what is thrown away after the answer.
    requestTimeout: 3 * requestTimeoutMs,
    connectionsCheckingInterval: Math.min(1000, requestTimeoutMs),
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  const server =
    tls === undefined
      ? createServer(timeouts)
      : tlsServer({ ...tls, ...timeouts, handshakeTimeout: requestTimeoutMs });
  server.maxConnections = maxConnections;
  const handle = (request: IncomingMessage, response: ServerResponse): void =>
    handleNodeRequest(receiver, request, response, { requestTimeoutMs });
  server.on("request", handle);
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    const onHeadAccepted = (): void => response.writeContinue();
    handleNodeRequest(receiver, request, response, { requestTimeoutMs, onHeadAccepted });
  });
  server.on("drop", () => receiver.lose("a connection beyond maxConnections was refused"));
  server.on("tlsClientError", () =>
    receiver.passOver("a TLS handshake failed; compare the certificates, and https:// in http_output.url"),
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) =>
    refuseBytes(receiver, error, socket),
  );
  return server;
}

/** What is no request, such as a TLS handshake with a plain port, or a head that never ends. */
function refuseBytes(receiver: AlertReceiver, { code }: NodeJS.ErrnoException, socket: Socket): void {
  // Bytes that still come after the first error are another one.
  if (!socket.writable) return;
  const isLate = code === "ERR_HTTP_REQUEST_TIMEOUT";
  if (isLate && socket.bytesRead > 0) receiver.passOver("a request did not come in time");
  if (code?.startsWith("HPE_")) {
    receiver.passOver("what came is no HTTP request; compare http:// or https:// in http_output.url");
  }
  // After an answer on the same connection it could be taken for another.
  if (socket.bytesWritten === 0) {
    socket.write(
      `HTTP/1.1 ${isLate ? "408 Request Timeout" : "400 Bad Request"}\r\nConnection: close\r\n\r\n`,
    );
  }
  socket.destroySoon();
}

function tlsServer(options: Parameters<typeof createTlsServer>[0]): Server {
  try {
    return createTlsServer(options);
  } catch (cause) {
    throw invalidPem(
      "cert, key and ca of tls do not make a TLS identity; check that the key belongs to the certificate",
      cause,
    );
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (cause: Error): void => reject(listenError(host, port, cause));
    server.once("error", onError);
    server.listen({ host, port }, () => {
      server.off("error", onError);
      resolve();
    });
  });
}
