import { readFile } from "node:fs/promises";
import { DriftError } from "../model/drift-error.js";

/** A PEM document: its text, its bytes, or the path of its file, which is read again at every connect. */
export type PemSource = string | Uint8Array;

const PEM_START = "-----BEGIN";

/**
 * The bytes of a PEM document.
 *
 * @param name the option that it was given as
 * @throws {@link DriftError} `invalid_option` where a file cannot be read or holds no PEM
 */
export async function readPem(name: string, source: PemSource): Promise<Buffer> {
  const isPath = typeof source === "string" && !source.includes(PEM_START);
  const pem = isPath ? await readPemFile(name, source) : Buffer.from(source);
  // TLS takes an authority that is none without a word.
  if (!pem.includes(PEM_START)) throw invalidPem(`${name} holds no PEM; convert it with openssl`);
  return pem;
}

/** What is wrong with a PEM document, as {@link DriftError} `invalid_option`. */
export function invalidPem(message: string, cause?: unknown): DriftError {
  return new DriftError("invalid_option", message, { fault: "caller", cause });
}

async function readPemFile(name: string, path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw invalidPem(`the file of ${name} cannot be read; check its path and who may read it`, cause);
  }
}
