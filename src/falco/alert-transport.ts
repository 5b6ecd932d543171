import type { FalcoAlert, UnreadableAlert } from "../model/falco-alert.js";
import type { PipelineSignal } from "../model/pipeline-signal.js";

/** One alert off the wire. */
export interface AlertDelivery {
  /** The decoded alert, or why what arrived is none. */
  readonly alert: FalcoAlert | UnreadableAlert;
  /** Called once the alert has its outcome, by which a transport with a memory (a file offset) knows how far we are. */
  ack?(): void;
  /** Called when the engine stops before the alert has its outcome. */
  nack?(): void;
}

/** What a transport is opened with. */
export interface TransportOpenOptions {
  /** Ends the transport: the iterable finishes, and its socket or file is closed. */
  readonly signal: AbortSignal;
  /** Called when the wire is known to work (before the first alert), with Falco's version where it tells. */
  readonly onReady?: (info: { readonly falcoVersion?: string }) => void;
  /** Where the transport reports what is no delivery, such as input that it passed over. */
  readonly onSignal?: (signal: PipelineSignal) => void;
}

/**
 * A wire on which Falco's alerts come. `FalcoSubscriber` owns everything that all transports need (reconnecting,
 * buffering, counting), so a transport opens once, yields, and throws a `DriftError` when the wire breaks.
 *
 * An iterable that ends without an error means what `endless` says.
 */
export interface AlertTransport {
  /** What it is, for messages: `grpc unix:///run/falco/falco.sock`. */
  readonly name: string;
  /**
   * Whether the wire is meant to go on for ever: then an end is a reason to reconnect, else the end of the data.
   * @default true
   */
  readonly endless?: boolean;
  /**
   * Whether it goes on after the abort with what it has acknowledged to senders that have no copy, and then ends.
   * @default false
   */
  readonly drains?: boolean;
  open(options: TransportOpenOptions): AsyncIterable<AlertDelivery>;
}
