import { create, toBinary } from "@bufbuild/protobuf";
import { responseSchema } from "../gen/falco/version_pb.js";
import { falcoMessage, type ServedAlert } from "./falco-message.js";
import type { ServerState } from "./falco-server-calls.js";
import { FalcoServerListener, type FalcoServerTls } from "./falco-server-listener.js";

/** Options of {@link startFalcoServer}. */
export interface FalcoServerOptions {
  /** `unix:///path` or, with `tls`, `127.0.0.1:port`; port 0 takes a free one. */
  readonly address: string;
  /** Over TCP. */
  readonly tls?: FalcoServerTls;
  /** @default "0.43.1" */
  readonly version?: string;
  /** Falco's `json_output`: whether gRPC's `output` is the whole JSON alert. @default true */
  readonly jsonOutput?: boolean;
}

/** A running {@link startFalcoServer}. */
export interface FalcoServer {
  /** What a client is given. */
  readonly address: string;
  /** How many requests came on `sub` streams since the server was made. */
  readonly requests: number;
  /** How many `sub` streams are open. */
  readonly subscribers: number;
  /** How many alerts nobody has asked for yet. */
  readonly queued: number;
  /** Queues alerts. They go out when a client asks. */
  push(...alerts: readonly ServedAlert[]): void;
  /** Queues a message as it is, for what is no alert. */
  pushBytes(message: Uint8Array): void;
  /**
   * Falco stops (SIGTERM): each stream ends with OK at its client's next request, and queued alerts are lost. Resolves when
   * all have ended: a client that does not ask keeps Falco from stopping.
   */
  stop(): Promise<void>;
  /** Falco reloads (SIGHUP): as `stop`, then the server is back and has the queued alerts still. */
  reload(): Promise<void>;
  /** Falco dies (SIGKILL): connections break, queued alerts are lost, a socket's file stays and refuses. */
  kill(): Promise<void>;
  /** Starts again at the same address after `stop` or `kill`. */
  restart(): Promise<void>;
}

/**
 * Starts a gRPC server that behaves as Falco 0.43.1 does, for tests without a Falco.
 *
 * @throws {@link DriftError} `invalid_option` where the address cannot be listened on
 */
export async function startFalcoServer(options: FalcoServerOptions): Promise<FalcoServer> {
  const state: ServerState = {
    version: toBinary(responseSchema, versionMessage(options.version ?? "0.43.1")),
    queue: [],
    requests: 0,
    subscribers: 0,
    stopping: false,
  };
  const listener = new FalcoServerListener(options, state);
  await listener.start();
  const lose = (): void => void state.queue.splice(0);
  return {
    get address() {
      return listener.address;
    },
    get requests() {
      return state.requests;
    },
    get subscribers() {
      return state.subscribers;
    },
    get queued() {
      return state.queue.length;
    },
    push: (...alerts) => {
      for (const alert of alerts) state.queue.push(falcoMessage(alert, options.jsonOutput ?? true));
    },
    pushBytes: (message) => void state.queue.push(message),
    stop: async () => {
      await listener.stop();
      lose();
    },
    reload: async () => {
      await listener.stop();
      await listener.start();
    },
    kill: async () => {
      lose();
      await listener.kill();
    },
    restart: () => listener.start(),
  };
}

function versionMessage(version: string): ReturnType<typeof create<typeof responseSchema>> {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  return create(responseSchema, { version, major, minor, patch });
}
