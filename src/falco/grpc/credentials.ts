import { readFile } from "node:fs/promises";
import { type ChannelCredentials, credentials } from "@grpc/grpc-js";
import { DriftError } from "../../model/drift-error.js";

/** A PEM document: its text, its bytes, or the path of its file, which is read again at every connect. */
export type PemSource = string | Uint8Array;

const PEM_START = "-----BEGIN";

/** What mutual TLS needs. Without `ca` the server's certificate is checked against Node's own authorities. */
export interface TlsOptions {
  readonly ca?: PemSource;
  readonly cert: PemSource;
  readonly key: PemSource;
}

/**
 * Reads the certificates.
 *
 * @throws {@link DriftError} `invalid_option` where a file cannot be read or holds no usable PEM
 */
export async function tlsCredentials({ ca, cert, key }: TlsOptions): Promise<ChannelCredentials> {
  const [caPem, certPem, keyPem] = await Promise.all([
    ca === undefined ? null : readPem("ca", ca),
    readPem("cert", cert),
    readPem("key", key),
  ]);
  try {
    return credentials.createSsl(caPem, keyPem, certPem);
  } catch (cause) {
    throw invalidPem(
      "ca, cert and key do not make a TLS identity; check that the key belongs to the certificate",
      cause,
    );
  }
}

async function readPem(name: string, source: PemSource): Promise<Buffer> {
  const isPath = typeof source === "string" && !source.includes(PEM_START);
  const pem = isPath ? await readPemFile(name, source) : Buffer.from(source);
  // TLS takes an authority that is none without a word.
  if (!pem.includes(PEM_START)) throw invalidPem(`${name} holds no PEM; convert it with openssl`);
  return pem;
}

async function readPemFile(name: string, path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw invalidPem(`the file of ${name} cannot be read; check its path and who may read it`, cause);
  }
}

function invalidPem(message: string, cause?: unknown): DriftError {
  return new DriftError("invalid_option", message, { fault: "caller", cause });
}
