import { type OptionTable, type OptionValues, required, text } from "../options.js";

/** The PEM files of a TLS connection. */
export const TLS_OPTIONS: OptionTable = {
  ca: { type: "string" },
  cert: { type: "string" },
  key: { type: "string" },
};

/** Paths, not contents: they are read when a connection is made, so that renewed certificates are taken up. */
export interface TlsFiles {
  readonly ca?: string;
  readonly cert: string;
  readonly key: string;
}

/**
 * The files that `--ca`, `--cert` and `--key` name.
 *
 * @param why what the certificate is for
 * @throws DriftError `invalid_option` without `--cert` or `--key`
 */
export function tlsFiles(values: OptionValues, why: string): TlsFiles {
  const ca = text(values, "ca");
  return {
    ...(ca === undefined ? {} : { ca }),
    cert: required(values, "cert", `a PEM file: ${why}`),
    key: required(values, "key", "the PEM file of the certificate's key"),
  };
}
