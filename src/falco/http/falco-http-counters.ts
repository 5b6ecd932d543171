/** What a receiver has done since it was made. Nothing is in two of `accepted`, `refused` and `lost`. */
export interface FalcoHttpCounters {
  /** Requests that were checked. */
  readonly requests: number;
  /** Of those, what was answered with 202. */
  readonly accepted: number;
  /**
   * Of those, what was answered with 400, 401, 404, 405, 408, 413 or 415. What was meant as an alert and came from who may
   * send is delivered as unreadable; the rest is an `input.skipped` signal.
   */
  readonly refused: number;
  /** Requests that were answered with 429 or 503, connections beyond the limit, and alerts that the reader left behind. */
  readonly lost: number;
  /** Bodies that wait to be taken. */
  readonly buffered: number;
}
