import { lstat, rename, unlink } from "node:fs/promises";
import { type AddressInfo, createServer, type Server as NetServer, type Socket } from "node:net";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { DriftError } from "../model/drift-error.js";
import { FALCO_SERVICES, falcoCalls, type ServerState } from "./falco-server-calls.js";

/** What mutual TLS needs on the server's side, in PEM. */
export interface FalcoServerTls {
  /** The authority of the clients' certificates. */
  readonly ca: string | Uint8Array;
  readonly cert: string | Uint8Array;
  readonly key: string | Uint8Array;
}

/** Where a {@link FalcoServerListener} listens. */
export interface FalcoServerListenerOptions {
  readonly address: string;
  readonly tls?: FalcoServerTls;
}

/** The listening socket, which comes and goes while the server's state stays. */
export class FalcoServerListener {
  address: string;
  readonly #options: FalcoServerListenerOptions;
  readonly #state: ServerState;
  readonly #sockets = new Set<Socket>();
  #grpc: Server | undefined;
  #listening: NetServer | undefined;

  constructor(options: FalcoServerListenerOptions, state: ServerState) {
    this.address = options.address;
    this.#options = options;
    this.#state = state;
  }

  async start(): Promise<void> {
    const path = this.#socketPath();
    if (path !== undefined) await removeSocket(path);
    const grpc = new Server();
    grpc.addService(FALCO_SERVICES, falcoCalls(this.#state));
    const injector = grpc.createConnectionInjector(serverCredentials(this.#options.tls));
    // Sockets of our own, because a process that dies drops them without a word of gRPC.
    const listening = createServer((socket) => {
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
      injector.injectConnection(socket);
    });
    const port = await listen(listening, this.address, path);
    if (path === undefined) this.address = this.address.replace(/:\d+$/, `:${port}`);
    this.#state.stopping = false;
    this.#grpc = grpc;
    this.#listening = listening;
  }

  async stop(): Promise<void> {
    this.#state.stopping = true;
    const [grpc, listening] = [this.#grpc, this.#listening];
    this.#grpc = this.#listening = undefined;
    const closed = new Promise<void>((resolve) => {
      if (listening === undefined) resolve();
      else listening.close(() => resolve());
    });
    await new Promise<void>((resolve, reject) => {
      if (grpc === undefined) resolve();
      else grpc.tryShutdown((error) => (error === undefined ? resolve() : reject(error)));
    });
    await closed;
  }

  /** A process that is killed leaves its socket's file behind. Ours would be removed, so it is put aside meanwhile. */
  async kill(): Promise<void> {
    const path = this.#listening === undefined ? undefined : this.#socketPath();
    if (path !== undefined) await rename(path, `${path}.killed`);
    const closed = new Promise((resolve) => this.#listening?.close(resolve) ?? resolve(undefined));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    this.#grpc?.forceShutdown();
    this.#grpc = this.#listening = undefined;
    if (path !== undefined) await rename(`${path}.killed`, path);
  }

  #socketPath(): string | undefined {
    return /^unix:(?:\/\/)?(.+)$/s.exec(this.#options.address)?.[1];
  }
}

function serverCredentials(tls: FalcoServerTls | undefined): ServerCredentials {
  if (tls === undefined) return ServerCredentials.createInsecure();
  const identity = { cert_chain: Buffer.from(tls.cert), private_key: Buffer.from(tls.key) };
  return ServerCredentials.createSsl(Buffer.from(tls.ca), [identity], true);
}

function listen(server: NetServer, address: string, path: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      reject(
        new DriftError("invalid_option", `${address} cannot be listened on; give a free address`, { cause }),
      );
    });
    const listening = (): void => resolve((server.address() as AddressInfo).port);
    if (path !== undefined) {
      server.listen(path, listening);
    } else {
      const [, host = "", port = ""] = /^(?:grpcs:\/\/)?(.+):(\d+)$/.exec(address) ?? [];
      server.listen(Number(port), host, listening);
    }
  });
}

/** Falco replaces a socket that an earlier run left. */
async function removeSocket(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isSocket()) await unlink(path);
}
