import type { BigIntStats } from "node:fs";
import { type FileHandle, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { type FileMark, type FoundFile, matchFile, type SavedPosition } from "./file-mark.js";
import { TailedFile } from "./tailed-file.js";

/**
 * What is put into a rotated file's name: `.1`, `-20260301`, `.2026-03-01T12:00`, `.old`.
 *
 * Source: logrotate 3.21, default, `dateext` and `extension`. Files that it compressed are not read.
 */
const ROTATION = /^(?:\.\d+|[-._]\d{4}-?\d\d-?\d\d[-._:T\d]*Z?|\.old)$/;
const ANYTHING = /^/;

/** The file that is followed, and the name it has been rotated to. */
export interface RotationFolder {
  readonly path: string;
  readonly maxLineBytes: number;
  /** Files beside it that are ours. */
  readonly exclude: readonly string[];
}

/**
 * Opens the file in which a position lies, at that position, under whatever name it now has; or a copy of it that holds at
 * least as much. `undefined` where there is none.
 *
 * Rejects with the system's error where the file at the path cannot be opened.
 */
export async function openSaved(
  { path: file, maxLineBytes, exclude }: RotationFolder,
  saved: SavedPosition,
): Promise<TailedFile | undefined> {
  const open = (candidate: string, wanted: "same" | "copy"): Promise<TailedFile | undefined> =>
    openAt(candidate, maxLineBytes, (found) =>
      matchFile(found, saved) === wanted ? saved.offset : undefined,
    );
  const others = (await namesLike(file, ANYTHING)).filter((name) => !exclude.includes(name));
  for (const wanted of ["same", "copy"] as const) {
    const current = await open(file, wanted);
    if (current !== undefined) return current;
    for (const name of others) {
      // Whatever else lies in the folder, readable or not.
      const opened = await open(name, wanted).catch(() => undefined);
      if (opened !== undefined) return opened;
    }
  }
  return undefined;
}

/** What {@link openSuccessor} goes by. */
export interface SuccessorOptions extends RotationFolder {
  readonly after: FileMark;
  /** When that file was last written. */
  readonly modifiedNs: bigint;
  /** Files that were read to their end. */
  readonly finished: readonly SavedPosition[];
}

/**
 * Opens the file that Falco wrote after another one: the oldest rotated file that was last written later, else the one at
 * the path. `undefined` while there is none that has content, or the path still leads to the file itself.
 *
 * Rejects with the system's error where the file at the path cannot be opened.
 */
export async function openSuccessor(options: SuccessorOptions): Promise<TailedFile | undefined> {
  const { path: file, maxLineBytes, after, finished } = options;
  const current = await statOf(file);
  if (current !== undefined && isMarked(current, after)) return undefined;
  for (const name of await laterFiles(options, current)) {
    const opened = await openAt(name, maxLineBytes, (found) =>
      finished.some((one) => matchFile(found, one) !== "other") ? undefined : 0,
    ).catch(() => undefined);
    if (opened !== undefined) return opened;
  }
  if (current === undefined || (current.isFile() && current.size === 0n)) return undefined;
  return openAt(file, maxLineBytes, () => 0);
}

/** The rotated files with content that were written after another one, oldest first. */
async function laterFiles(
  { path: file, exclude, after, modifiedNs }: SuccessorOptions,
  current: BigIntStats | undefined,
): Promise<string[]> {
  const later: { readonly name: string; readonly modifiedNs: bigint }[] = [];
  for (const name of await namesLike(file, ROTATION)) {
    const found = exclude.includes(name) ? undefined : await statOf(name).catch(() => undefined);
    if (found === undefined || found.size === 0n || found.mtimeNs < modifiedNs) continue;
    if (isMarked(found, after) || (found.ino === current?.ino && found.dev === current.dev)) continue;
    later.push({ name, modifiedNs: found.mtimeNs });
  }
  return later.sort((a, b) => (a.modifiedNs < b.modifiedNs ? -1 : 1)).map(({ name }) => name);
}

/** Opens a file, or `undefined` where it is not there or has no `place`. */
export async function openAt(
  file: string,
  maxLineBytes: number,
  place: (found: FoundFile, handle: FileHandle) => number | undefined | Promise<number>,
): Promise<TailedFile | undefined> {
  try {
    return await TailedFile.open(file, maxLineBytes, place);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function statOf(file: string): Promise<BigIntStats | undefined> {
  try {
    return await stat(file, { bigint: true });
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The files beside one, whose names are its own with something put in: at the end, or before its extension. */
async function namesLike(file: string, put: RegExp): Promise<string[]> {
  const { dir, base, name: stem, ext } = path.parse(file);
  const names = await readdir(dir === "" ? "." : dir).catch(() => []);
  const isLike = (name: string): boolean =>
    (name.startsWith(base) && put.test(name.slice(base.length))) ||
    (name.startsWith(stem) &&
      name.endsWith(ext) &&
      put.test(name.slice(stem.length, -ext.length || undefined)));
  return names.filter((name) => name !== base && isLike(name)).map((name) => path.join(dir, name));
}

function isMarked(found: BigIntStats, mark: FileMark): boolean {
  return String(found.ino) === mark.inode && String(found.dev) === mark.device;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
