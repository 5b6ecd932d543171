import assert from "node:assert/strict";
import { isDriftError } from "../model/drift-error.js";
import type { StateSnapshot } from "../model/managed-resource.js";
import { decodeState } from "../state/decode-state.js";
import type { StateRead, StateSource } from "../state/state-source.js";
import type { ContractCase } from "./contract-case.js";

/** A source under test, with a hand on what lies behind it. */
export interface StateSourceHarness {
  readonly source: StateSource;
  /** Puts this content in place of what is there. */
  write(content: string): Promise<void>;
  /** Takes the state away. Left out where the backend cannot lose it. */
  remove?(): Promise<void>;
  /** Frees what the harness holds. */
  close?(): Promise<void>;
}

/** What {@link stateSourceContract} is made of. */
export interface StateSourceContractOptions {
  /** Makes a fresh source whose backend holds `content`. */
  readonly make: (content: string) => Promise<StateSourceHarness>;
  /** How long a watch may take to notice a change. @default 10000 */
  readonly watchTimeoutMs?: number;
}

type Body = (harness: StateSourceHarness) => Promise<void>;

/** What every {@link StateSource} must do, for any test runner. */
export function stateSourceContract(options: StateSourceContractOptions): readonly ContractCase[] {
  const { make, watchTimeoutMs = 10_000 } = options;
  const bodies: Readonly<Record<string, Body>> = {
    ...readCases,
    ...failureCases,
    ...watchCases(watchTimeoutMs),
  };
  return Object.entries(bodies).map(([name, body]) => ({
    name,
    async run() {
      const harness = await make(stateText(1));
      try {
        await body(harness);
      } finally {
        await harness.close?.();
      }
    },
  }));
}

const readCases: Readonly<Record<string, Body>> = {
  "has a name for people": async ({ source }) => {
    assert.ok(source.name.length > 0);
  },
  "reads the whole state, with a version and a workspace": async ({ source }) => {
    const read = await snapshotOf(source);
    assert.equal(decoded(read, source).serial, 1);
    assert.ok(read.version.length > 0);
    assert.ok(read.workspace.length > 0);
  },
  "gives the same version for the same state": async ({ source }) => {
    const [one, two] = await Promise.all([snapshotOf(source), snapshotOf(source)]);
    assert.equal(one.version, two.version);
    assert.equal((await snapshotOf(source)).version, one.version);
  },
  "answers unchanged when asked about the current version": async ({ source }) => {
    const { version } = await snapshotOf(source);
    assert.deepEqual(await source.read({ since: version }), { status: "unchanged" });
    assert.deepEqual(await source.read({ since: version }), { status: "unchanged" });
  },
  "reads the whole state when asked about a version that it does not know": async ({ source }) => {
    assert.equal(decoded(await snapshotOf(source, "no such version"), source).serial, 1);
  },
  "reads a state that was written since, under another version": async ({ source, write }) => {
    const first = await snapshotOf(source);
    await write(stateText(2));
    const second = await snapshotOf(source, first.version);
    assert.equal(decoded(second, source).serial, 2);
    assert.notEqual(second.version, first.version);
  },
  "reads what the last of several writes left": async ({ source, write }) => {
    const first = await snapshotOf(source);
    for (let serial = 2; serial <= 6; serial++) await write(stateText(serial));
    assert.equal(decoded(await snapshotOf(source, first.version), source).serial, 6);
  },
};

const failureCases: Readonly<Record<string, Body>> = {
  "rejects with an error of stage state where there is no state, and reads it once it is back": async (
    harness,
  ) => {
    const { source, write, remove } = harness;
    if (remove === undefined) return;
    const { version } = await snapshotOf(source);
    await remove();
    await assert.rejects(
      source.read({ since: version }),
      (error) => isDriftError(error) && error.stage === "state",
    );
    await assert.rejects(source.read(), (error) => isDriftError(error) && /; /.test(error.message));
    await write(stateText(3));
    assert.equal(decoded(await snapshotOf(source), source).serial, 3);
  },
  "never makes an empty state of one without content": async ({ source, write }) => {
    await write("");
    const decode = async (): Promise<StateSnapshot> => decoded(await snapshotOf(source), source);
    await assert.rejects(decode(), (error) => isDriftError(error) && error.stage === "state");
  },
  "rejects when the signal has aborted": async ({ source }) => {
    const reason = new Error("stopped by the test");
    await assert.rejects(source.read({ signal: AbortSignal.abort(reason) }));
    assert.equal((await source.read()).status, "snapshot");
  },
};

function watchCases(timeoutMs: number): Readonly<Record<string, Body>> {
  return {
    "a watch tells of every state that replaces another, and ends when the signal aborts": async (
      harness,
    ) => {
      const { source, write } = harness;
      if (source.watch === undefined) return;
      let { version } = await snapshotOf(source);
      const abort = new AbortController();
      const changes = source.watch({ signal: abort.signal })[Symbol.asyncIterator]();
      for (const serial of [2, 3]) {
        const change = changes.next();
        await write(stateText(serial));
        assert.equal((await within(change, timeoutMs)).done, false);
        const read = await snapshotOf(source, version);
        assert.equal(decoded(read, source).serial, serial);
        ({ version } = read);
      }
      const end = untilDone(changes);
      abort.abort();
      await within(end, timeoutMs);
    },
    "a watch whose signal has aborted ends at once": async ({ source }) => {
      if (source.watch === undefined) return;
      const changes = source.watch({ signal: AbortSignal.abort() })[Symbol.asyncIterator]();
      assert.equal((await within(changes.next(), timeoutMs)).done, true);
    },
  };
}

/** A small state of version 4. */
function stateText(serial: number): string {
  const lineage = "5d1f7c1e-0000-4000-8000-000000000001";
  return JSON.stringify({
    version: 4,
    terraform_version: "1.11.4",
    serial,
    lineage,
    outputs: {},
    resources: [],
  });
}

async function snapshotOf(source: StateSource, since?: string): Promise<StateRead> {
  const read = await source.read(since === undefined ? {} : { since });
  assert.equal(read.status, "snapshot");
  return read as StateRead;
}

function decoded(read: StateRead, source: StateSource): StateSnapshot {
  return read.content instanceof Uint8Array ? decodeState(read.content, { name: source.name }) : read.content;
}

async function untilDone(changes: AsyncIterator<void>): Promise<void> {
  while (!(await changes.next()).done);
}

async function within<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new assert.AssertionError({ message: `nothing in ${timeoutMs} ms` })),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
