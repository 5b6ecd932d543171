import { open, readFile, rename } from "node:fs/promises";
import { DriftError } from "../../model/drift-error.js";
import type { SavedPosition } from "./file-mark.js";

const VERSION = 1;
const MAX_BYTES = 4096;

/** The file beside an offset file that is renamed over it; one that a killed process left is written over. */
export function temporaryPath(offsetFile: string): string {
  return `${offsetFile}.tmp`;
}

/**
 * Reads a saved position; `undefined` where none was saved yet.
 *
 * @throws {@link DriftError} `offset_malformed`, `offset_unreadable`
 */
export async function readOffset(offsetFile: string): Promise<SavedPosition | undefined> {
  let text: string;
  try {
    text = await readFile(offsetFile, "utf8");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return undefined;
    throw new DriftError(
      "offset_unreadable",
      `the offset file ${offsetFile} cannot be read (${codeOf(cause)}); give this user permission to read and write it`,
      { cause },
    );
  }
  const saved = parseOffset(text);
  if (saved !== undefined) return saved;
  throw new DriftError(
    "offset_malformed",
    `the offset file ${offsetFile} is damaged or of another version; Falco's file is read again from its beginning, and ` +
      "the offset file is written anew",
  );
}

/**
 * Writes a position so that a reader finds the old one or the new one, whatever happens in between.
 *
 * @throws {@link DriftError} `offset_unwritable`
 */
export async function writeOffset(offsetFile: string, text: string): Promise<void> {
  const temporary = temporaryPath(offsetFile);
  try {
    const handle = await open(temporary, "w", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, offsetFile);
  } catch (cause) {
    throw new DriftError(
      "offset_unwritable",
      `the offset file ${offsetFile} cannot be written (${codeOf(cause)}); its folder must exist, have room, and be ` +
        "writable for this user. After a restart alerts would come again",
      { cause },
    );
  }
}

/** The text of an offset file. */
export function formatOffset(saved: SavedPosition): string {
  return `${JSON.stringify({ version: VERSION, ...saved })}\n`;
}

function parseOffset(text: string): SavedPosition | undefined {
  if (text.length > MAX_BYTES) return undefined;
  try {
    const { version, file, offset } = JSON.parse(text);
    if (version !== VERSION || !isCount(offset)) return undefined;
    if (file === undefined) return offset === 0 ? { offset } : undefined;
    const { device, inode, head } = file;
    if (!isNumeral(device) || !isNumeral(inode) || !isCount(head.bytes)) return undefined;
    if (typeof head.sha256 !== "string" || !/^[0-9a-f]{64}$/.test(head.sha256)) return undefined;
    return { file: { device, inode, head: { bytes: head.bytes, sha256: head.sha256 } }, offset };
  } catch {
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isNumeral(value: unknown): value is string {
  return typeof value === "string" && /^\d{1,20}$/.test(value);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
