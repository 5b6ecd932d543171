import type { Readable } from "node:stream";
import { falcoFile } from "../../falco/file/index.js";
import { falcoGrpc } from "../../falco/grpc/index.js";
import { falcoLines } from "../../falco/lines/index.js";
import type { AlertTransport } from "../../index.js";
import { type OptionTable, type OptionValues, required, text } from "../options.js";
import { usageError } from "../usage-error.js";
import { httpTransport } from "./http-option.js";
import { TLS_OPTIONS, tlsFiles } from "./tls-option.js";

/** The options that say where alerts come from. */
export const SOURCE_OPTIONS: OptionTable = {
  falco: { type: "string" },
  ...TLS_OPTIONS,
  "offset-file": { type: "string" },
};

const MEANING =
  "unix:///run/falco/falco.sock, grpcs://host:5060, http://127.0.0.1:2801/falco, a file of JSON lines, or - for standard input";

/**
 * The transport that `--falco` names.
 *
 * @param follow whether a file is followed as it grows, or read to its end
 *
 * @throws DriftError `invalid_option`
 */
export function alertTransport(
  values: OptionValues,
  stdin: Readable,
  { follow }: { readonly follow: boolean },
): AlertTransport {
  const source = required(values, "falco", MEANING);
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(source)?.[1]?.toLowerCase();
  const isFollowed = follow && scheme === undefined && source !== "-";
  if (!isFollowed && text(values, "offset-file") !== undefined) {
    throw usageError("--offset-file is for a file that is followed; leave it out");
  }
  if (scheme === "grpcs") {
    const tls = tlsFiles(values, "Falco asks every TCP client for a certificate");
    return falcoGrpc({ address: source, ...tls });
  }
  if (scheme === "https") return httpTransport(source, values);
  for (const name of Object.keys(TLS_OPTIONS)) {
    if (text(values, name) !== undefined) {
      throw usageError(`--${name} is for grpcs:// and https:// only; leave it out`);
    }
  }
  if (scheme === "unix") return falcoGrpc({ address: source });
  if (scheme === "http") return httpTransport(source, values);
  if (scheme !== undefined) throw usageError(`--falco ${scheme}:// is unknown; give ${MEANING}`);
  return isFollowed ? followedFile(source, values) : linesTransport(source, stdin);
}

/** A file that Falco goes on writing. Without an offset file all of it is read at each start, so that nothing is missed. */
function followedFile(path: string, values: OptionValues): AlertTransport {
  const offsetFile = text(values, "offset-file");
  return falcoFile({ path, from: "start", ...(offsetFile === undefined ? {} : { offsetFile }) });
}

/** JSON lines from a file, or from standard input for `-`. */
export function linesTransport(file: string, stdin: Readable): AlertTransport {
  return file === "-" ? falcoLines({ input: stdin, name: "standard input" }) : falcoLines({ input: file });
}
