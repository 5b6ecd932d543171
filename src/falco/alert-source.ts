import type { PipelineSignal } from "../model/pipeline-signal.js";
import type { AlertDelivery } from "./alert-transport.js";

/** What an {@link AlertSource} is read with. */
export interface DeliveriesOptions {
  /** Ends the deliveries and frees what they hold. */
  readonly signal: AbortSignal;
  /** Called with what the source has to say about itself. */
  readonly onSignal?: (signal: PipelineSignal) => void;
}

/** Where an engine takes its alerts from: a `FalcoSubscriber`, or a host's own queue. */
export interface AlertSource {
  /** The next delivery is only taken once the one before has its outcome, so a source can hold back. */
  deliveries(options: DeliveriesOptions): AsyncIterable<AlertDelivery>;
}
