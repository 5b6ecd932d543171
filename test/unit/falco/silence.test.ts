import { describe, expect, it } from "vitest";
import { watchSilence } from "../../../src/falco/silence.js";
import type { PipelineSignal } from "../../../src/model/pipeline-signal.js";

/** A watch whose time a test moves: each `pass()` ends one wait of `silenceMs`. */
function watched() {
  const said: PipelineSignal["kind"][] = [];
  const stop = new AbortController();
  let wake = (): void => {};
  const watch = watchSilence({
    silenceMs: 60_000,
    signal: stop.signal,
    emit: (signal) => said.push(signal.kind),
    sleep: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
  });
  const pass = async (): Promise<void> => {
    wake();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { said, watch, pass, stop };
}

describe("a subscriber that is told how long silence may last", () => {
  it("says once that nothing comes, and that it comes again", async () => {
    const { said, watch, pass } = watched();
    await pass();
    await pass();
    expect(said).toEqual(["alerts.silent"]);
    watch.heard();
    expect(said).toEqual(["alerts.silent", "alerts.resumed"]);
    await pass();
    await pass();
    expect(said).toEqual(["alerts.silent", "alerts.resumed", "alerts.silent"]);
  });

  it("says nothing while alerts come", async () => {
    const { said, watch, pass } = watched();
    watch.heard();
    await pass();
    watch.heard();
    await pass();
    expect(said).toEqual([]);
  });

  it("says nothing once it was stopped", async () => {
    const { said, pass, stop } = watched();
    stop.abort();
    await pass();
    expect(said).toEqual([]);
  });
});
