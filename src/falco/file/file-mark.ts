import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";

/** How many of a file's first bytes tell it from others. Every alert holds a time in nanoseconds or an audit id. */
const HEAD_BYTES = 1024;
/** From so many equal first bytes on, two files are taken for the same, wherever they lie. */
const TELLING_HEAD_BYTES = 256;

/** What tells a file from others, though it be renamed, or another get its inode. The head grows with the file. */
export interface FileMark {
  readonly device: string;
  readonly inode: string;
  /** The first bytes, at most 1024. */
  head: Uint8Array;
}

/** A place in a file. Without a file: the beginning of a file that was not there yet. */
export interface FilePosition {
  readonly file?: FileMark;
  readonly offset: number;
}

/** A {@link FilePosition} as it is kept: without the content of the file. */
export interface SavedPosition {
  readonly file?: {
    readonly device: string;
    readonly inode: string;
    readonly head: { readonly bytes: number; readonly sha256: string };
  };
  /** In bytes. */
  readonly offset: number;
}

/** What was found out about an open file. */
export interface FoundFile {
  readonly mark: FileMark;
  readonly size: number;
  readonly modifiedNs: bigint;
}

/** Looks at an open file. */
export async function findOut(handle: FileHandle): Promise<FoundFile> {
  const { dev, ino, size, mtimeNs } = await handle.stat({ bigint: true });
  const mark = { device: String(dev), inode: String(ino), head: await readHead(handle) };
  return { mark, size: Number(size), modifiedNs: mtimeNs };
}

/** The first bytes of an open file. */
export async function readHead(handle: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

/** Whether a file has come to say something else at its beginning: it was truncated, and written anew. */
export function isRewritten(known: Uint8Array, now: Uint8Array): boolean {
  return now.length < known.length || Buffer.compare(known, now.subarray(0, known.length)) !== 0;
}

/** The form to keep. */
export function savedPosition({ file, offset }: FilePosition): SavedPosition {
  if (file === undefined) return { offset };
  const { device, inode, head } = file;
  return { file: { device, inode, head: { bytes: head.length, sha256: sha256(head) } }, offset };
}

/**
 * Whether a position lies in a file that was found: `same`, or `copy` where the content is that of another file, as after
 * `copytruncate`, or of a file that was restored.
 */
export function matchFile(found: FoundFile, saved: SavedPosition): "same" | "copy" | "other" {
  const { file, offset } = saved;
  if (file === undefined || found.size < offset) return "other";
  const { head, device, inode } = file;
  if (found.mark.head.length < head.bytes) return "other";
  if (sha256(found.mark.head.subarray(0, head.bytes)) !== head.sha256) return "other";
  if (found.mark.device === device && found.mark.inode === inode) return "same";
  return head.bytes >= TELLING_HEAD_BYTES ? "copy" : "other";
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
