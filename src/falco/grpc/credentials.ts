import { type ChannelCredentials, credentials } from "@grpc/grpc-js";
import { invalidPem, type PemSource, readPem } from "../../internal/read-pem.js";

export type { PemSource } from "../../internal/read-pem.js";

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
