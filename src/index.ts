export { auditClock, type Clock, wallClock } from "./engine/clock.js";
export { DriftEngine, type RunOptions } from "./engine/drift-engine.js";
export {
  type DriftStore,
  type MemoryStoreOptions,
  memoryStore,
  type Observation,
  type OpenFinding,
} from "./engine/drift-store.js";
export type { DriftEngineOptions } from "./engine/engine-options.js";
export type { EngineListenerName, EngineListeners } from "./engine/listeners.js";
export type { SecretRule } from "./engine/redact.js";
export type { AlertSource, DeliveriesOptions } from "./falco/alert-source.js";
export type { AlertDelivery, AlertTransport, TransportOpenOptions } from "./falco/alert-transport.js";
export { decodeAlert } from "./falco/decode-alert.js";
export { FalcoSubscriber, type FalcoSubscriberOptions } from "./falco/falco-subscriber.js";
export type { Actor, ActorKind } from "./model/actor.js";
export type { AlertOrigin, CloudChange, NamedResource } from "./model/cloud-change.js";
export type { Diagnostic, DiagnosticCode, DiagnosticLevel } from "./model/diagnostic.js";
export {
  type Difference,
  type Drift,
  type DriftCause,
  type DriftDetected,
  type DriftEvent,
  type DriftFidelity,
  type DriftKind,
  type DriftResolution,
  type DriftResolved,
  type DriftResource,
  type DriftStatus,
  type DriftUpdated,
  type Origin,
  type OriginVerdict,
  SEVERITY_LEVELS,
  type Severity,
  type SeverityLevel,
} from "./model/drift.js";
export {
  DRIFT_ERROR_CODES,
  DriftError,
  type DriftErrorCode,
  type DriftErrorFault,
  type DriftErrorOptions,
  type DriftErrorStage,
  isDriftError,
} from "./model/drift-error.js";
export {
  type AlertInput,
  alertField,
  FALCO_PRIORITIES,
  type FalcoAlert,
  type FalcoPriority,
  type UnreadableAlert,
  type UnreadableReason,
} from "./model/falco-alert.js";
export type { JsonArray, JsonObject, JsonValue } from "./model/json.js";
export type {
  AttributePathStep,
  ManagedResource,
  StateRef,
  StateSnapshot,
} from "./model/managed-resource.js";
export {
  type DriftValue,
  type KnownValue,
  known,
  type ObservedValue,
  type RedactedValue,
  type UnknownReason,
  type UnknownValue,
  unknownValue,
} from "./model/observed-value.js";
export type {
  CleanOutcome,
  CleanReason,
  DeferredOutcome,
  DriftOutcome,
  DuplicateOutcome,
  EngineStats,
  FinalOutcome,
  Outcome,
  OutcomeKind,
  RejectedOutcome,
  RejectedReason,
  SkippedOutcome,
  SkippedReason,
  SuppressedOutcome,
  SuppressedReason,
} from "./model/outcome.js";
export type {
  AlertsLostSignal,
  BackpressureSignal,
  ConnectionSignal,
  ConnectionState,
  DiagnosticSignal,
  InputSkippedSignal,
  InternalFailureSignal,
  ListenerFailedSignal,
  OffsetFailedSignal,
  OutcomeSignal,
  PipelineSignal,
  SilenceSignal,
  StateFailedSignal,
  StateLoadedSignal,
} from "./model/pipeline-signal.js";
export type {
  ChangeEffect,
  IdentityMatch,
  ObservedChange,
  ResourceRef,
  ResourceTarget,
  ResourceType,
} from "./model/resource-target.js";
export type {
  MapFailed,
  Mapped,
  MapResult,
  MapSkipped,
  Parsed,
  ParseFailed,
  ParseResult,
  ParseSkipped,
  Provider,
  ProviderParser,
  ResourceMapper,
  Unmapped,
} from "./providers/provider.js";
export type { StateIndex } from "./state/state-index.js";
export type { StateRead, StateReadOptions, StateSource, StateUnchanged } from "./state/state-source.js";
