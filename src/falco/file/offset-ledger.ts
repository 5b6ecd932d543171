import type { FilePosition } from "./file-mark.js";

interface Outstanding {
  readonly start: FilePosition;
  nacked: boolean;
}

/**
 * How far the lines of a file have their outcome, though outcomes come out of order: the position never passes a line that
 * waits for its own. Holds the lines that wait, and nothing of the others.
 */
export class OffsetLedger {
  /** In the order of the file. */
  readonly #outstanding = new Set<Outstanding>();
  readonly #onAdvance: () => void;
  #end: FilePosition;

  /** `onAdvance` is called when {@link committed} may have moved on. */
  constructor(start: FilePosition, onAdvance: () => void) {
    this.#end = start;
    this.#onAdvance = onAdvance;
  }

  /** Everything before it has its outcome. */
  get committed(): FilePosition {
    for (const { start } of this.#outstanding) return start;
    return this.#end;
  }

  /** A line goes out for its outcome. */
  deliver(start: FilePosition, end: FilePosition): { ack(): void; nack(): void } {
    const line: Outstanding = { start, nacked: false };
    this.#outstanding.add(line);
    this.#end = end;
    return {
      ack: () => {
        if (this.#outstanding.delete(line)) this.#onAdvance();
      },
      nack: () => {
        line.nacked = true;
      },
    };
  }

  /** What lies before `end` needs no outcome: a line that is no alert. */
  pass(end: FilePosition): void {
    this.#end = end;
    if (this.#outstanding.size === 0) this.#onAdvance();
  }

  /** Where to read on: after what was delivered, or at the first line that was given back. What follows it comes again. */
  resume(): FilePosition {
    let given: Outstanding | undefined;
    for (const line of this.#outstanding) {
      if (line.nacked) given ??= line;
      if (given !== undefined) this.#outstanding.delete(line);
    }
    if (given !== undefined) this.#end = given.start;
    return this.#end;
  }
}
