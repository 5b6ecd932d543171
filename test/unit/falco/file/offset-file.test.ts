import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  formatOffset,
  readOffset,
  temporaryPath,
  writeOffset,
} from "../../../../src/falco/file/offset-file.js";
import { isDriftError } from "../../../../src/index.js";
import { tempFolder } from "../../../support/temp-folder.js";

const folder = tempFolder();
let made = 0;

const SAVED = {
  file: { device: "2049", inode: "131", head: { bytes: 12, sha256: "0".repeat(64) } },
  offset: 4711,
};

describe("the offset file", () => {
  it("keeps a position, and one of a file that is not there yet", async () => {
    for (const saved of [SAVED, { offset: 0 }]) {
      const file = path.join(folder.path, `${made++}.offset`);
      await writeOffset(file, formatOffset(saved));
      expect(await readOffset(file)).toEqual(saved);
      expect(existsSync(temporaryPath(file))).toBe(false);
    }
  });

  it("is undefined where nothing was saved", async () => {
    expect(await readOffset(path.join(folder.path, "none.offset"))).toBeUndefined();
  });

  it("writes over what a killed process left", async () => {
    const file = folder.write(`${made++}.offset`, formatOffset({ offset: 0 }));
    folder.write(path.basename(temporaryPath(file)), "half a pos");
    await writeOffset(file, formatOffset(SAVED));
    expect(await readOffset(file)).toEqual(SAVED);
  });

  it.each([
    ["an empty file", ""],
    ["a cut one", formatOffset(SAVED).slice(0, 60)],
    ["zeros after a power failure", "\0".repeat(120)],
    ["another version", JSON.stringify({ version: 2, ...SAVED })],
    ["a negative offset", JSON.stringify({ version: 1, ...SAVED, offset: -1 })],
    ["a fraction", JSON.stringify({ version: 1, ...SAVED, offset: 1.5 })],
    ["an offset in no file", JSON.stringify({ version: 1, offset: 5 })],
    ["a file without a head", JSON.stringify({ version: 1, file: { device: "1", inode: "2" }, offset: 5 })],
    ["null", "null"],
    ["an alert", `{"rule":"${"x".repeat(5000)}"}`],
  ])("says that %s is damaged", async (_name, content) => {
    const file = folder.write(`${made++}.offset`, content);
    const error = await readOffset(file).catch((thrown: unknown) => thrown);
    expect(isDriftError(error, "offset_malformed")).toBe(true);
  });

  it("says that it cannot be read, or written, and leaves what was there", async () => {
    const blocked = path.join(folder.path, "folder.offset");
    mkdirSync(blocked);
    const unreadable = await readOffset(blocked).catch((thrown: unknown) => thrown);
    expect(isDriftError(unreadable, "offset_unreadable")).toBe(true);
    const file = folder.write(`${made++}.offset`, formatOffset(SAVED));
    mkdirSync(temporaryPath(file));
    const unwritable = await writeOffset(file, formatOffset({ offset: 0 })).catch(
      (thrown: unknown) => thrown,
    );
    expect(isDriftError(unwritable, "offset_unwritable")).toBe(true);
    expect(readFileSync(file, "utf8")).toBe(formatOffset(SAVED));
  });
});
