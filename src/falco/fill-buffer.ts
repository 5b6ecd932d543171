import { DriftError, isDriftError } from "../model/drift-error.js";
import type { PipelineSignal } from "../model/pipeline-signal.js";
import type { AlertTransport } from "./alert-transport.js";
import { type Backoff, backoffDelayMs } from "./backoff.js";
import type { DeliveryBuffer } from "./delivery-buffer.js";

/** What is counted while a buffer is filled. */
export interface SubscriberTallies {
  connections: number;
  reconnects: number;
  skippedInput: number;
}

/** What {@link fillBuffer} works with. */
export interface FillBufferOptions {
  readonly transport: AlertTransport;
  readonly buffer: DeliveryBuffer;
  readonly signal: AbortSignal;
  readonly emit: (signal: PipelineSignal) => void;
  readonly tallies: SubscriberTallies;
  readonly backoff: Backoff;
  readonly random: () => number;
  readonly now: () => number;
  readonly sleep: (delayMs: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Reads a transport into a buffer, opening it again as often as it breaks. Resolves when the buffer has its end: the signal
 * aborted, the data ended, or a human must mend something. Never rejects.
 */
export async function fillBuffer(options: FillBufferOptions): Promise<void> {
  const { buffer, emit } = options;
  let failures = 0;
  const finish = (error: DriftError | undefined): void => {
    emit({ kind: "connection.changed", state: "closed", attempt: failures, ...(error && { error }) });
    buffer.end(error);
  };
  for (;;) {
    if (options.signal.aborted) return finish(undefined);
    emit({ kind: "connection.changed", state: "connecting", attempt: failures });
    const { error, connectedMs } = await readOnce(options, failures);
    if (options.signal.aborted) return finish(undefined);
    if (error === undefined || !isWorthRetrying(options.transport, error)) return finish(error);
    failures = connectedMs >= options.backoff.resetAfterMs ? 1 : failures + 1;
    const delayMs = backoffDelayMs(options.backoff, failures, options.random);
    emit({ kind: "connection.changed", state: "waiting", attempt: failures, delayMs, error });
    await options.sleep(delayMs, options.signal);
    if (!options.signal.aborted) options.tallies.reconnects++;
  }
}

interface Reading {
  /** Absent where the data ended. */
  readonly error?: DriftError;
  /** How long the connection held; 0 where there was none. */
  readonly connectedMs: number;
}

async function readOnce(options: FillBufferOptions, attempt: number): Promise<Reading> {
  const { transport, buffer, signal, emit, tallies, now } = options;
  const skippedBefore = tallies.skippedInput;
  let connectedAt: number | undefined;
  let inSkippedRun = false;
  const onReady = ({ falcoVersion }: { readonly falcoVersion?: string }): void => {
    if (connectedAt !== undefined || signal.aborted) return;
    connectedAt = now();
    tallies.connections++;
    emit({
      kind: "connection.changed",
      state: "connected",
      attempt,
      ...(falcoVersion !== undefined && { falcoVersion }),
    });
  };
  const onSignal = (said: PipelineSignal): void => {
    if (said.kind !== "input.skipped") {
      emit(said);
      return;
    }
    tallies.skippedInput = skippedBefore + said.total;
    if (!inSkippedRun) emit({ ...said, total: tallies.skippedInput });
    inSkippedRun = true;
  };
  const held = (): number => (connectedAt === undefined ? 0 : now() - connectedAt);
  try {
    for await (const delivery of transport.open({ signal, onReady, onSignal })) {
      onReady({});
      inSkippedRun = false;
      buffer.push(delivery);
      await buffer.room();
      if (signal.aborted && transport.drains !== true) break;
    }
  } catch (error) {
    return { error: asDriftError(transport, error), connectedMs: held() };
  }
  return transport.endless === false
    ? { connectedMs: held() }
    : { error: streamEnded(transport), connectedMs: held() };
}

/** Data that has an end is not read twice: what was delivered before it broke would come again. */
function isWorthRetrying(transport: AlertTransport, error: DriftError): boolean {
  return transport.endless !== false && error.retryable;
}

function streamEnded(transport: AlertTransport): DriftError {
  return new DriftError(
    "falco_stream_ended",
    `${transport.name} ended; it is opened again, and nothing needs doing unless it goes on ending`,
    { retryable: true },
  );
}

/** A host's own transport may throw anything; what breaks a wire is mostly worth another try. */
function asDriftError(transport: AlertTransport, error: unknown): DriftError {
  if (isDriftError(error)) return error;
  return new DriftError(
    "falco_stream_failed",
    `${transport.name} failed; its cause says why, and it is tried again where it may mend itself`,
    { retryable: true, cause: error },
  );
}
