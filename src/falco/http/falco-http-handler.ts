import type { IncomingMessage, ServerResponse } from "node:http";
import { handleFetchRequest } from "./fetch-handler.js";
import { type FalcoHttpReceiverOptions, prepareReceiver } from "./http-options.js";
import { type FalcoHttpTransport, httpTransport } from "./http-transport.js";
import { handleNodeRequest } from "./node-handler.js";

/** Options of {@link falcoHttpHandler}. */
export interface FalcoHttpHandlerOptions extends FalcoHttpReceiverOptions {
  /** The path that alerts are posted to, with a secret of `auth` after it. @default any that the host's server routes here */
  readonly path?: string;
}

/** A receiver that a host mounts in a server of its own. */
export interface FalcoHttpHandler {
  /**
   * The alerts that come to the handler. Before it is opened they wait in the buffer; after the end of its signal they are
   * answered with 503.
   */
  readonly transport: FalcoHttpTransport;
  /** For Node: `createServer(handle)`, or a route of Express, mounted before anything that parses bodies. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** For Fetch: Hono, Next.js, Deno, Bun. The remote address is for `rateLimit`; Fetch does not tell it. */
  readonly fetch: (request: Request, info?: { readonly remoteAddress?: string }) => Promise<Response>;
}

/**
 * The receiver of {@link falcoHttp} without its server: the host listens, and decides who reaches it.
 *
 * @example
 * ```ts
 * const { transport, handle } = falcoHttpHandler({ auth: { kind: "bearer", token } });
 * app.post("/falco", handle);
 * ```
 * @throws {@link DriftError} `invalid_option`
 */
export function falcoHttpHandler(options: FalcoHttpHandlerOptions = {}): FalcoHttpHandler {
  const { receiver, requestTimeoutMs } = prepareReceiver(options);
  return {
    transport: httpTransport(`http handler${options.path === undefined ? "" : ` ${options.path}`}`, receiver),
    handle: (request, response) => handleNodeRequest(receiver, request, response, { requestTimeoutMs }),
    fetch: (request, { remoteAddress } = {}) =>
      handleFetchRequest(receiver, request, { requestTimeoutMs, remoteAddress }),
  };
}
