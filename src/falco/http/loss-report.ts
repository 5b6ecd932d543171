import type { PipelineSignal } from "../../model/pipeline-signal.js";

/** A run of losses is over when alerts are kept again and none was lost for so long. */
const QUIET_MS = 1000;

/** Counts what is lost and says it as `alerts.lost`: at the first of a run, and at its end. */
export class LossReport {
  readonly #now: () => number;
  #total = 0;
  #inRun = false;
  #lastAt = 0;
  #unsaid: string | undefined;
  #say: ((signal: PipelineSignal) => void) | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  get total(): number {
    return this.#total;
  }

  /** Says it here from now on, also what was lost while nobody listened. */
  listen(say: (signal: PipelineSignal) => void): void {
    this.#say = say;
    if (this.#unsaid !== undefined) this.#tell(this.#unsaid);
  }

  lose(detail: string, count = 1): void {
    this.#total += count;
    this.#lastAt = this.#now();
    if (!this.#inRun) this.#tell(detail);
    this.#inRun = true;
  }

  /** An alert was kept. */
  kept(): void {
    if (this.#inRun && this.#now() - this.#lastAt >= QUIET_MS) this.recovered();
  }

  /** What made alerts be lost is over. */
  recovered(): void {
    if (!this.#inRun) return;
    this.#inRun = false;
    this.#tell("alerts are kept again");
  }

  /** Nobody listens any more. */
  close(): void {
    if (this.#inRun) this.#tell("the receiver was closed");
    this.#inRun = false;
    this.#say = undefined;
  }

  #tell(detail: string): void {
    this.#unsaid = this.#say === undefined ? detail : undefined;
    this.#say?.({ kind: "alerts.lost", total: this.#total, detail });
  }
}
