import { chmod, mkdir, mkdtemp, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isDriftError } from "../../../../src/model/drift-error.js";
import { decodeState } from "../../../../src/state/decode-state.js";
import { localState } from "../../../../src/state/local/index.js";
import type { StateRead, StateSource } from "../../../../src/state/state-source.js";
import { state } from "../../../support/aws-state.js";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "local-state-"));
  file = join(folder, "terraform.tfstate");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(source: StateSource, since?: string): Promise<StateRead> {
  const answer = await source.read(since === undefined ? {} : { since });
  if (answer.status !== "snapshot") throw new Error("unchanged");
  return answer;
}

async function serialOf(source: StateSource): Promise<number> {
  const { content } = await read(source);
  if (!(content instanceof Uint8Array)) throw new Error("no bytes");
  return decodeState(content, { name: source.name }).serial;
}

async function refusal(source: StateSource): Promise<{ code: string; message: string; retryable: boolean }> {
  try {
    await source.read();
  } catch (error) {
    if (!isDriftError(error)) throw error;
    return { code: error.code, message: error.message, retryable: error.retryable };
  }
  return { code: "none", message: "", retryable: false };
}

describe("localState", () => {
  it("is called what its path is, however relative, unless it is named", () => {
    expect(localState({ path: "./infra/../terraform.tfstate" }).name).toBe("./infra/../terraform.tfstate");
    expect(localState({ path: "terraform.tfstate", name: "prod" }).name).toBe("prod");
  });

  it("reads the file, of the default workspace", async () => {
    await writeFile(file, state({ serial: 7, resources: [] }));
    expect(await read(localState({ path: file }))).toMatchObject({ workspace: "default" });
    expect(await serialOf(localState({ path: file }))).toBe(7);
  });

  it("finds a workspace's file in a configuration's folder as Terraform does", async () => {
    const production = join(folder, "terraform.tfstate.d", "prod");
    await mkdir(production, { recursive: true });
    await writeFile(file, state({ serial: 1, resources: [] }));
    await writeFile(join(production, "terraform.tfstate"), state({ serial: 2, resources: [] }));
    expect(await serialOf(localState({ path: folder }))).toBe(1);
    expect(await serialOf(localState({ path: folder, workspace: "default" }))).toBe(1);
    expect(await serialOf(localState({ path: folder, workspace: "prod" }))).toBe(2);
    expect(await read(localState({ path: folder, workspace: "prod" }))).toMatchObject({ workspace: "prod" });
    const direct = localState({ path: join(production, "terraform.tfstate") });
    expect(await read(direct)).toMatchObject({ workspace: "prod" });
  });

  it("sees a file that was replaced by one of the same size and time", async () => {
    await writeFile(file, state({ serial: 1, resources: [] }));
    const source = localState({ path: file });
    const { version } = await read(source);
    const { atime, mtime } = await stat(file);
    await writeFile(`${file}.new`, state({ serial: 2, resources: [] }));
    await utimes(`${file}.new`, atime, mtime);
    await rename(`${file}.new`, file);
    expect(decodeState((await read(source, version)).content as Uint8Array, { name: "s" }).serial).toBe(2);
  });

  it("never gives a wrong state of a file that others write to all the time", async () => {
    const blob = "x".repeat(200_000);
    const write = (serial: number): Promise<void> =>
      writeFile(
        file,
        state({ serial, resources: [{ type: "t", name: `n${serial}`, attributes: { blob, serial } }] }),
      );
    await write(1);
    const source = localState({ path: file });
    let writing = true;
    const writer = (async () => {
      for (let serial = 2; writing; serial++) await write(serial);
    })();
    for (let attempt = 0; attempt < 20; attempt++) {
      try {
        const { serial, resources } = decodeState((await read(source)).content as Uint8Array, { name: "s" });
        expect(resources[0]).toMatchObject({ name: `n${serial}`, attributes: { blob, serial } });
      } catch (error) {
        if (!isDriftError(error)) throw error;
        expect(error).toMatchObject({ stage: "state", retryable: true });
      }
    }
    writing = false;
    await writer;
    expect(await serialOf(source)).toBeGreaterThan(1);
  });

  it("says what to do where there is no file, and reads it once it is there", async () => {
    const source = localState({ path: file });
    const { code, message, retryable } = await refusal(source);
    expect({ code, retryable }).toEqual({ code: "state_not_found", retryable: true });
    expect(message).toContain(`${file} does not exist; `);
    await writeFile(file, state({ serial: 3, resources: [] }));
    expect(await serialOf(source)).toBe(3);
  });

  it("names the file that it looked for in a folder", async () => {
    const { code, message } = await refusal(localState({ path: folder, workspace: "prod" }));
    expect(code).toBe("state_not_found");
    expect(message).toContain(join("terraform.tfstate.d", "prod", "terraform.tfstate"));
  });

  it("says so where a part of the path is a file", async () => {
    await writeFile(file, "");
    expect((await refusal(localState({ path: join(file, "x") }))).code).toBe("state_not_found");
  });

  it.skipIf(process.getuid?.() === 0)("says so where it may not read", async () => {
    await writeFile(file, state({ resources: [] }));
    await chmod(file, 0);
    expect((await refusal(localState({ path: file }))).code).toBe("state_denied");
  });

  it.skipIf(process.platform === "win32")(
    "refuses what is no regular file instead of waiting for it",
    async () => {
      expect(await refusal(localState({ path: "/dev/null" }))).toMatchObject({ code: "state_unreadable" });
    },
  );

  it("rejects with the signal's reason when it has aborted", async () => {
    await writeFile(file, state({ resources: [] }));
    const reason = new Error("enough");
    await expect(localState({ path: file }).read({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it("has no watch where none is wanted", () => {
    expect(localState({ path: file, watch: false }).watch).toBeUndefined();
  });

  it("refuses an empty path at once", () => {
    expect(() => localState({ path: "" })).toThrow(/^\[invalid_option\]/);
  });
});
