import { type PemSource, readPem } from "../../internal/read-pem.js";
import { invalidOption } from "./invalid-option.js";

export type { PemSource } from "../../internal/read-pem.js";

/** The server's certificate, and who must show one. */
export interface FalcoHttpTls {
  /** The certificate, with those between it and its authority. */
  readonly cert: PemSource;
  readonly key: PemSource;
  /** The authority of the senders' certificates: Falco's `client_cert` with `mtls: true`. */
  readonly ca?: PemSource;
  /** Whether a sender must show a certificate of `ca`. @default whether there is a `ca` */
  readonly requestCert?: boolean;
}

/** {@link FalcoHttpTls}, read. */
export interface ServerTls {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly ca?: Buffer;
  readonly requestCert: boolean;
  readonly rejectUnauthorized: true;
}

/**
 * Whether senders must show a certificate.
 *
 * @throws {@link DriftError} `invalid_option`
 */
export function asksForCertificates(tls: FalcoHttpTls | undefined): boolean {
  if (tls === undefined) return false;
  const { ca, requestCert = ca !== undefined } = tls;
  // Without it, whoever has a certificate of a public authority could send.
  if (requestCert && ca === undefined) {
    throw invalidOption(
      "tls.requestCert needs tls.ca; give the authority that signs the senders' certificates",
    );
  }
  return requestCert;
}

/** @throws {@link DriftError} `invalid_option` where a file cannot be read or holds no PEM */
export async function readTls(tls: FalcoHttpTls): Promise<ServerTls> {
  const [cert, key, ca] = await Promise.all([
    readPem("tls.cert", tls.cert),
    readPem("tls.key", tls.key),
    tls.ca === undefined ? undefined : readPem("tls.ca", tls.ca),
  ]);
  const requestCert = asksForCertificates(tls);
  return { cert, key, ...(ca !== undefined && { ca }), requestCert, rejectUnauthorized: true };
}
