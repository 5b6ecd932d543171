import type {
  ServerDuplexStream,
  ServerUnaryCall,
  ServerWritableStream,
  ServiceDefinition,
  sendUnaryData,
  UntypedServiceImplementation,
} from "@grpc/grpc-js";

/** What all calls of one server share. */
export interface ServerState {
  /** Falco's version message. */
  readonly version: Uint8Array;
  /** One queue for all clients, drained by whoever asks. */
  readonly queue: Uint8Array[];
  /** Requests received on `sub`. */
  requests: number;
  /** `sub` calls that are open. */
  subscribers: number;
  stopping: boolean;
}

type SubCall = ServerDuplexStream<Buffer, Uint8Array>;
type GetCall = ServerWritableStream<Buffer, Uint8Array>;
type AlertCall = SubCall | GetCall;

const BYTES = {
  requestSerialize: (bytes: Uint8Array): Buffer => Buffer.from(bytes),
  requestDeserialize: (bytes: Buffer): Buffer => bytes,
  responseSerialize: (bytes: Uint8Array): Buffer => Buffer.from(bytes),
  responseDeserialize: (bytes: Buffer): Buffer => bytes,
};

/** The services of Falco 0.37 to 0.43, by their wire names. */
export const FALCO_SERVICES: ServiceDefinition = {
  version: { path: "/falco.version.service/version", requestStream: false, responseStream: false, ...BYTES },
  sub: { path: "/falco.outputs.service/sub", requestStream: true, responseStream: true, ...BYTES },
  get: { path: "/falco.outputs.service/get", requestStream: false, responseStream: true, ...BYTES },
};

/** The calls as Falco 0.43.1 answers them. */
export function falcoCalls(state: ServerState): UntypedServiceImplementation {
  return {
    version: (_call: ServerUnaryCall<Buffer, Uint8Array>, answer: sendUnaryData<Uint8Array>) => {
      answer(null, state.version);
    },
    sub: (call: SubCall) => serveSub(call, state),
    get: (call: GetCall) => {
      void drain(call, state.queue).then(() => call.end());
    },
  };
}

/**
 * One request is one drain, one after another. Nothing is sent unasked, the end of the requests is not answered (the call
 * stays open), and a server that stops says OK at the next request.
 */
function serveSub(call: SubCall, state: ServerState): void {
  let owed = 0;
  let serving = false;
  const serve = async (): Promise<void> => {
    if (serving) return;
    serving = true;
    while (owed > 0 && !call.cancelled) {
      owed--;
      if (state.stopping) {
        call.end();
        return;
      }
      await drain(call, state.queue);
    }
    serving = false;
  };
  state.subscribers++;
  call.once("close", () => state.subscribers--);
  call.on("data", () => {
    state.requests++;
    owed++;
    void serve();
  });
}

/** Like Falco, takes an alert off the queue before writing it, and the next one when that is written. */
async function drain(call: AlertCall, queue: Uint8Array[]): Promise<void> {
  for (let message = queue.shift(); message !== undefined; message = queue.shift()) {
    await written(call, message);
    if (call.cancelled) return;
  }
}

function written(call: AlertCall, message: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      call.off("cancelled", done);
      resolve();
    };
    call.once("cancelled", done);
    call.write(message, done);
  });
}
