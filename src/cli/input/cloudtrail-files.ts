import { type Dirent, promises as fs } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

import { DriftError } from "../../index.js";

/**
 * What a folder is searched for. CloudTrail itself writes `.json.gz`; the others are what people make of it.
 *
 * Source: AWS, "CloudTrail log file names", `AccountID_CloudTrail_RegionName_YYYYMMDDTHHmmZ_UniqueString.json.gz`.
 */
const LOG_FILE = /\.(json|jsonl|ndjson)(\.gz)?$/i;

/** Beside its log folders CloudTrail keeps signatures of them, which are no records. Source: AWS, "digest file structure". */
const DIGEST_FOLDER = "CloudTrail-Digest";

/** CloudTrail's own files stay far below this; what is larger is no log file, or a compression bomb. */
export const MAX_CLOUDTRAIL_FILE_BYTES: number = 256 * 1024 * 1024;

const unzip = promisify(gunzip);

/**
 * The CloudTrail files at a path: the file itself, or all in a folder and below it, in name order.
 *
 * @throws DriftError `source_unreadable` where there are none, or the path cannot be read
 */
export async function cloudTrailFiles(root: string): Promise<readonly string[]> {
  const stat = await reading(root, () => fs.stat(root));
  if (!stat.isDirectory()) return [root];
  const files = await below(root);
  if (files.length === 0) {
    throw unreadable(
      `${root} holds no .json, .json.gz, .jsonl or .ndjson file; give a folder of CloudTrail files`,
    );
  }
  return files;
}

async function below(folder: string): Promise<string[]> {
  const entries = await reading(folder, () => fs.readdir(folder, { withFileTypes: true }));
  const files: string[] = [];
  for (const entry of entries.sort(byName)) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== DIGEST_FOLDER) files.push(...(await below(full)));
    } else if (LOG_FILE.test(entry.name)) {
      files.push(full);
    }
  }
  return files;
}

/** By code units, not by the machine's language, so that every machine replays in the same order. */
function byName(a: Dirent, b: Dirent): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

/**
 * The text of a CloudTrail file, unpacked where it is gzip (told by its first bytes, not by its name).
 *
 * @throws DriftError `source_unreadable`
 */
export async function cloudTrailText(
  file: string,
  maxBytes: number = MAX_CLOUDTRAIL_FILE_BYTES,
): Promise<string> {
  const { size } = await reading(file, () => fs.stat(file));
  if (size > maxBytes) throw unreadable(`${file} is larger than ${maxBytes} bytes; split it`);
  const bytes = await reading(file, () => fs.readFile(file));
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? await unpacked(file, bytes, maxBytes) : bytes;
  const text = plain.toString("utf8");
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

async function unpacked(file: string, bytes: Buffer, maxBytes: number): Promise<Buffer> {
  try {
    return await unzip(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw unreadable(
      tooLarge
        ? `${file} unpacks to more than ${maxBytes} bytes; split it`
        : `${file} is damaged gzip; fetch it again`,
      cause,
    );
  }
}

async function reading<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "does not exist" : `cannot be read (${code ?? "unknown reason"})`;
    throw unreadable(`${file} ${why}; check the path and its permissions`, cause);
  }
}

/** The error for input that cannot be read. */
export function unreadable(message: string, cause?: unknown): DriftError {
  return new DriftError("source_unreadable", message, { fault: "caller", cause });
}
