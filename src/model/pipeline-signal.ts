import type { Diagnostic } from "./diagnostic.js";
import type { DriftError } from "./drift-error.js";
import type { FinalOutcome } from "./outcome.js";

/** The subscriber's connection to Falco changed. */
export interface ConnectionSignal {
  readonly kind: "connection.changed";
  readonly state: ConnectionState;
  /** The consecutive failed attempts before this one. */
  readonly attempt: number;
  /** How long the subscriber waits before it tries again, with `waiting`. */
  readonly delayMs?: number;
  /** What ended or refused the connection. */
  readonly error?: DriftError;
  /** Falco's version, once it is known. */
  readonly falcoVersion?: string;
}

/** Where a subscriber stands. */
export type ConnectionState = "connecting" | "connected" | "waiting" | "closed";

/** The bounded buffer between the wire and the engine filled up (reading stopped) or emptied again. */
export interface BackpressureSignal {
  readonly kind: "buffer.full" | "buffer.drained";
  readonly capacity: number;
}

/** Input that is no alert, such as a log line between JSON lines, was passed over. Said at the first of a run. */
export interface InputSkippedSignal {
  readonly kind: "input.skipped";
  /** All of them so far. */
  readonly total: number;
  readonly detail: string;
}

/** Alerts came that could not be kept, and their sender does not send again. Said at the first of a run, and at its end. */
export interface AlertsLostSignal {
  readonly kind: "alerts.lost";
  /** All of them so far. */
  readonly total: number;
  readonly detail: string;
}

/** No alert came for as long as the host set, or one came again after that. */
export interface SilenceSignal {
  readonly kind: "alerts.silent" | "alerts.resumed";
  readonly silenceMs: number;
}

/**
 * How far a file of alerts was read cannot be remembered, or was forgotten: no alert is lost by it, but some may come again.
 * Said at the first of a run of failures.
 */
export interface OffsetFailedSignal {
  readonly kind: "offset.failed";
  readonly error: DriftError;
}

/** A state was loaded, or loaded anew. */
export interface StateLoadedSignal {
  readonly kind: "state.loaded";
  readonly source: string;
  readonly lineage: string;
  readonly serial: number;
  readonly resources: number;
}

/** A state could not be read; the last good one stays in use. Said once until it works again. */
export interface StateFailedSignal {
  readonly kind: "state.failed";
  readonly source: string;
  readonly error: DriftError;
  /** RFC 3339: when the state in use was read. Absent where there is none. */
  readonly lastGood?: string;
}

/** Something is wrong with the set-up. Said once a code and subject. */
export interface DiagnosticSignal {
  readonly kind: "setup.diagnosed";
  readonly diagnostic: Diagnostic;
}

/** An alert got its final outcome. */
export interface OutcomeSignal {
  readonly kind: "alert.outcome";
  readonly outcome: FinalOutcome;
}

/** A listener of the host threw; the others were still called. */
export interface ListenerFailedSignal {
  readonly kind: "listener.failed";
  readonly name: string;
  readonly error: DriftError;
}

/** Something in the library or in a host's provider failed where it never should; one alert was affected. */
export interface InternalFailureSignal {
  readonly kind: "internal.failed";
  readonly error: DriftError;
}

/** The engine about itself. */
export type PipelineSignal =
  | ConnectionSignal
  | BackpressureSignal
  | InputSkippedSignal
  | AlertsLostSignal
  | OffsetFailedSignal
  | SilenceSignal
  | StateLoadedSignal
  | StateFailedSignal
  | DiagnosticSignal
  | OutcomeSignal
  | ListenerFailedSignal
  | InternalFailureSignal;
