import { DriftError } from "../../model/drift-error.js";

/** Where Falco's gRPC server listens. */
export type FalcoAddress =
  | { readonly kind: "unix"; readonly path: string }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number };

/**
 * Reads `unix:///path`, `unix:path`, `grpcs://host:port` or `host:port`.
 *
 * @throws {@link DriftError} `invalid_option`
 */
export function parseAddress(address: string): FalcoAddress {
  const [, path] = /^unix:(?:\/\/(?=\/))?((?!\/\/).+)$/s.exec(address) ?? [];
  if (path !== undefined) return { kind: "unix", path };
  const [, host, digits] =
    /^(?:grpcs:\/\/)?(\[[\da-fA-F:.]+\]|[^\s:/@[\]]+):(\d{1,5})\/?$/.exec(address) ?? [];
  const port = Number(digits);
  if (host !== undefined && port >= 1 && port <= 65_535) return { kind: "tcp", host, port };
  throw new DriftError(
    "invalid_option",
    "address is no address of Falco's gRPC server; give unix:///run/falco/falco.sock, or grpcs://host:5060 (Falco offers " +
      "no plaintext over TCP)",
    { fault: "caller" },
  );
}
