import type { PipelineSignal } from "../../model/pipeline-signal.js";
import type { AlertDelivery, AlertTransport, TransportOpenOptions } from "../alert-transport.js";
import type { AlertReceiver } from "./alert-receiver.js";
import type { FalcoHttpCounters } from "./falco-http-counters.js";

/** A transport that is sent alerts by HTTP. One reader at a time. */
export interface FalcoHttpTransport extends AlertTransport {
  /** A snapshot of the counts. */
  counters(): FalcoHttpCounters;
}

/** What serves requests while the transport is open. */
export interface RunningServer {
  /** Stops taking requests, and resolves when every connection is closed. May be called again. */
  close(): Promise<void>;
}

/** Makes a transport of a receiver, and of what serves it, where that is not the host. */
export function httpTransport(
  name: string,
  receiver: AlertReceiver,
  start?: () => Promise<RunningServer>,
): FalcoHttpTransport {
  return {
    name,
    drains: true,
    open: (options) => readReceiver(receiver, start, options),
    counters: () => receiver.counters(),
  };
}

async function* readReceiver(
  receiver: AlertReceiver,
  start: (() => Promise<RunningServer>) | undefined,
  { signal, onReady, onSignal }: TransportOpenOptions,
): AsyncGenerator<AlertDelivery, void> {
  if (signal.aborted) return;
  receiver.open(guarded(onSignal));
  let server: RunningServer | undefined;
  const close = (): Promise<void> => {
    receiver.close();
    return server === undefined ? receiver.ended : server.close();
  };
  const onAbort = (): void => void close();
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    server = await start?.();
    if (!signal.aborted) onReady?.({});
    yield* receiver.alerts();
  } finally {
    signal.removeEventListener("abort", onAbort);
    await close();
    receiver.leave();
  }
}

/** A listener that throws must not break the request that it is told of. */
function guarded(onSignal: TransportOpenOptions["onSignal"]): (signal: PipelineSignal) => void {
  return (said) => {
    try {
      onSignal?.(said);
    } catch {}
  };
}
