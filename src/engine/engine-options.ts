import type { AlertSource } from "../falco/alert-source.js";
import type { Provider } from "../providers/provider.js";
import type { StateSource } from "../state/state-source.js";
import type { Clock } from "./clock.js";
import type { DriftStore } from "./drift-store.js";
import type { SecretRule } from "./redact.js";

/** What a `DriftEngine` is made of. */
export interface DriftEngineOptions {
  /** Where alerts come from; only `run` needs it. A host that has alerts already calls `process`. */
  readonly subscriber?: AlertSource;
  /** The clouds whose changes are judged, such as `aws()`. At least one. */
  readonly providers: readonly Provider[];
  /** The states that say what was declared. At least one. */
  readonly state: readonly StateSource[];
  /**
   * Globs (`*`, `?`) of the principals that run Terraform: role or user ARNs, e-mail addresses, application ids. Their
   * Terraform calls are `suppressed: own_apply`; those of anybody else wait for the settle window.
   * @default []
   */
  readonly trustedActors?: readonly string[];
  /** Makes trusted actors' Terraform calls wait for the settle window too, and reports what no state confirms. @default false */
  readonly verifyTrusted?: boolean;
  /** Whether resources that are created outside of every state are drift. @default true */
  readonly unmanaged?: boolean;
  /** How long an unverified infrastructure-as-code change waits for a state to confirm it. @default 90000 */
  readonly settleMs?: number;
  /** How many changes may wait for the settle window; with more, the one that waits longest is judged. @default 10000 */
  readonly settleCapacity?: number;
  /** For how long a state is taken as current without asking its source again. @default 10000 */
  readonly stateMaxAgeMs?: number;
  /** A pause of this length in an actor's changes starts a new incident. @default 600000 */
  readonly incidentGapMs?: number;
  /** How many outcomes `explain` remembers. @default 10000 */
  readonly historyCapacity?: number;
  /** How many unread drift events a reader of `events()` may leave. @default 10000 */
  readonly eventCapacity?: number;
  /** Attributes that are secret beside those the engine knows. */
  readonly isSecret?: SecretRule;
  /** Open findings and seen records. @default memoryStore() */
  readonly store?: DriftStore;
  /** @default wallClock() */
  readonly clock?: Clock;
}
