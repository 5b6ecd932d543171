/** Where in the pipeline an error arose. */
export type DriftErrorStage = "source" | "parse" | "map" | "state" | "engine" | "sink" | "config";

/** Whose fault an error is: the caller's code, the environment, or this library. */
export type DriftErrorFault = "caller" | "environment" | "library";

/**
 * Every code that a {@link DriftError} can have, with the stage it belongs to. Codes are contract, message texts are not.
 */
export const DRIFT_ERROR_CODES = {
  falco_socket_missing: "source",
  falco_socket_denied: "source",
  falco_unreachable: "source",
  falco_tls_refused: "source",
  falco_server_unverified: "source",
  falco_grpc_unsupported: "source",
  falco_message_too_large: "source",
  falco_stream_ended: "source",
  falco_stream_failed: "source",
  falco_http_listen_failed: "source",
  source_unreadable: "source",
  offset_unreadable: "source",
  offset_malformed: "source",
  offset_unwritable: "source",
  state_not_found: "state",
  state_denied: "state",
  state_unreadable: "state",
  state_empty: "state",
  state_malformed: "state",
  state_version_unsupported: "state",
  state_encrypted: "state",
  state_source_failed: "state",
  provider_failed: "parse",
  mapper_failed: "map",
  listener_failed: "engine",
  engine_running: "engine",
  engine_closed: "engine",
  reader_too_slow: "engine",
  invalid_option: "config",
  internal: "engine",
} as const;

/** One of the keys of {@link DRIFT_ERROR_CODES}. */
export type DriftErrorCode = keyof typeof DRIFT_ERROR_CODES;

/** What {@link DriftError} is made of. */
export interface DriftErrorOptions {
  /** @default "environment" */
  readonly fault?: DriftErrorFault;
  /** Whether doing the same again may work. @default false */
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

const BRAND: unique symbol = /* @__PURE__ */ Symbol.for("tfdrift-falco/DriftError");

/**
 * The one error class of the library. The message reads `[code] what happened; what to do`.
 *
 * Recognise it with {@link isDriftError}: `instanceof` fails between the ESM and the CommonJS copy.
 */
export class DriftError extends Error {
  readonly code: DriftErrorCode;
  readonly stage: DriftErrorStage;
  readonly fault: DriftErrorFault;
  /** Whether doing the same again may work. */
  readonly retryable: boolean;

  constructor(code: DriftErrorCode, message: string, options: DriftErrorOptions = {}) {
    super(`[${code}] ${message}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "DriftError";
    this.code = code;
    this.stage = DRIFT_ERROR_CODES[code];
    this.fault = options.fault ?? "environment";
    this.retryable = options.retryable ?? false;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Whether a caught value is a {@link DriftError}, of this copy of the library or another, and of `code` where given. */
export function isDriftError(value: unknown, code?: DriftErrorCode): value is DriftError {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, BRAND)) return false;
  return code === undefined || (value as DriftError).code === code;
}
