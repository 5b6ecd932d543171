/**
 * One thing that every implementation of a contract must do. The suites are lists of these, so that they run under any
 * test runner: `for (const { name, run } of suite) it(name, run)`.
 */
export interface ContractCase {
  /** A sentence about behaviour. */
  readonly name: string;
  /** Rejects with an `AssertionError` where the implementation does otherwise. */
  run(): Promise<void>;
}
