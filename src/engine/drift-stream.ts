import type { DriftEvent } from "../model/drift.js";
import { DriftError } from "../model/drift-error.js";

/** One reader of an engine's drift events. */
export interface DriftStream {
  readonly events: AsyncIterable<DriftEvent>;
  push(event: DriftEvent): void;
  /** No more will come; what is buffered is still read. */
  end(): void;
}

/**
 * Makes a stream with room for `capacity` unread events. A reader that falls behind further gets a `DriftError`
 * (`reader_too_slow`): it is told that it missed something, and the engine's memory stays bounded.
 */
export function createDriftStream(capacity: number, signal: AbortSignal, onClose: () => void): DriftStream {
  const buffer: DriftEvent[] = [];
  let ended = signal.aborted;
  let failure: DriftError | undefined;
  let wake: (() => void) | undefined;

  function end(): void {
    ended = true;
    wake?.();
  }

  async function* read(): AsyncGenerator<DriftEvent, void, undefined> {
    try {
      for (;;) {
        const next = buffer.shift();
        if (next !== undefined) yield next;
        else if (failure !== undefined) throw failure;
        else if (ended) return;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      signal.removeEventListener("abort", end);
      onClose();
    }
  }

  signal.addEventListener("abort", end, { once: true });
  return {
    events: read(),
    push(event) {
      if (failure !== undefined || ended) return;
      if (buffer.length >= capacity) {
        failure = new DriftError(
          "reader_too_slow",
          `a reader of events() left ${capacity} unread and misses what follows; read faster, or raise eventCapacity`,
          { fault: "caller" },
        );
      } else {
        buffer.push(event);
      }
      wake?.();
    },
    end,
  };
}
