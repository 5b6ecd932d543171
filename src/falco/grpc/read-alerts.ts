import { fromBinary } from "@bufbuild/protobuf";
import type { Client, ClientDuplexStream } from "@grpc/grpc-js";
import { responseSchema } from "../../gen/falco/outputs_pb.js";
import { DriftError, isDriftError } from "../../model/drift-error.js";
import type { AlertDelivery } from "../alert-transport.js";
import { decodeAlert } from "../decode-alert.js";
import { unreadableAlert } from "../unreadable-alert.js";
import { type GrpcErrorContext, grpcError } from "./grpc-error.js";

/** What {@link readAlerts} works with. */
export interface ReadAlertsOptions extends GrpcErrorContext {
  readonly client: Client;
  readonly pollIntervalMs: number;
  readonly signal: AbortSignal;
}

/** Wire name: `falco.outputs.service/sub`, Falco 0.24 to 0.43. */
const SUB_METHOD = "/falco.outputs.service/sub";

/** The request has no fields. */
const REQUEST = new Uint8Array();

type SubCall = ClientDuplexStream<Uint8Array, Buffer>;

/**
 * The alerts of one `sub` call, until the signal aborts.
 *
 * The call is cancelled in the end and never half-closed, which Falco would not notice: it could not stop any more.
 *
 * @throws {@link DriftError} why the stream ended. OK means that Falco stops or reloads.
 */
export async function* readAlerts(options: ReadAlertsOptions): AsyncGenerator<AlertDelivery, void> {
  const { client, signal, pollIntervalMs } = options;
  // Bytes, because a message that protobuf cannot read would end the call.
  const call: SubCall = client.makeBidiStreamRequest(
    SUB_METHOD,
    (request: Uint8Array) => Buffer.from(request),
    (bytes) => bytes,
  );
  // The cancel below comes out as an error event after the loop has stopped listening.
  call.on("error", () => {});
  const cancel = (): void => call.cancel();
  signal.addEventListener("abort", cancel, { once: true });
  if (signal.aborted) cancel();
  const stopAsking = askSteadily(call, pollIntervalMs);
  try {
    for await (const bytes of call) {
      yield { alert: decodeMessage(bytes as Buffer) };
      if (signal.aborted) return;
    }
    if (!signal.aborted) throw streamEnded();
  } catch (error) {
    if (signal.aborted) return;
    if (isDriftError(error)) throw error;
    const failure = grpcError(error, options);
    // Falco has forgotten that alert: it gets its outcome, too.
    if (failure.code === "falco_message_too_large") {
      yield { alert: unreadableAlert("too_large", "the message is longer than maxMessageBytes") };
    }
    throw failure;
  } finally {
    stopAsking();
    signal.removeEventListener("abort", cancel);
    cancel();
  }
}

/**
 * Writes a request now and at every tick: each makes Falco send what it has. A tick is left out while the last request is
 * still on its way, so that a server that stops reading does not make them pile up.
 */
function askSteadily(call: SubCall, pollIntervalMs: number): () => void {
  let onItsWay = false;
  const ask = (): void => {
    if (onItsWay) return;
    onItsWay = true;
    call.write(REQUEST, () => {
      onItsWay = false;
    });
  };
  ask();
  const timer = setInterval(ask, pollIntervalMs);
  return () => clearInterval(timer);
}

function decodeMessage(bytes: Uint8Array): AlertDelivery["alert"] {
  try {
    return decodeAlert(fromBinary(responseSchema, bytes));
  } catch {
    return unreadableAlert("malformed", "the message is not the protobuf of Falco's alerts");
  }
}

function streamEnded(): DriftError {
  return new DriftError(
    "falco_stream_ended",
    "Falco ended the stream of alerts, which it does when it stops or reloads its configuration; it is connected to again",
    { retryable: true },
  );
}
