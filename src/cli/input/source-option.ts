import { promises as fs } from "node:fs";
import type { Readable } from "node:stream";
import { falcoGrpc } from "../../falco/grpc/index.js";
import { falcoLines } from "../../falco/lines/index.js";
import type { AlertTransport } from "../../index.js";
import { type OptionTable, type OptionValues, required, text } from "../options.js";
import { notYet, usageError } from "../usage-error.js";
import { unreadable } from "./cloudtrail-files.js";

/** The options that say where alerts come from. */
export const SOURCE_OPTIONS = {
  falco: { type: "string" },
  ca: { type: "string" },
  cert: { type: "string" },
  key: { type: "string" },
} as const satisfies OptionTable;

const TLS_OPTIONS = ["ca", "cert", "key"] as const;
const MEANING =
  "unix:///run/falco/falco.sock, grpcs://host:5060, a file of JSON lines, or - for standard input";

/**
 * The transport that `--falco` names.
 *
 * @throws DriftError `invalid_option`; `source_unreadable` where a certificate cannot be read
 */
export async function alertTransport(values: OptionValues, stdin: Readable): Promise<AlertTransport> {
  const source = required(values, "falco", MEANING);
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(source)?.[1]?.toLowerCase();
  if (scheme === "grpcs") return falcoGrpc({ address: source, ...(await tlsFiles(values)) });
  for (const name of TLS_OPTIONS) {
    if (text(values, name) !== undefined) throw usageError(`--${name} is for grpcs:// only; leave it out`);
  }
  if (scheme === "unix") return falcoGrpc({ address: source });
  if (scheme === "http" || scheme === "https") {
    throw notYet(
      "listening for Falco's http_output",
      "use gRPC, or pipe Falco's standard output into --falco -",
    );
  }
  if (scheme !== undefined) throw usageError(`--falco ${scheme}:// is unknown; give ${MEANING}`);
  return linesTransport(source, stdin);
}

/** JSON lines from a file, or from standard input for `-`. */
export function linesTransport(file: string, stdin: Readable): AlertTransport {
  return file === "-" ? falcoLines({ input: stdin, name: "standard input" }) : falcoLines({ input: file });
}

/** Falco demands a client certificate of every TCP client, so all three are needed. */
async function tlsFiles(values: OptionValues): Promise<Record<(typeof TLS_OPTIONS)[number], Buffer>> {
  const file = (name: (typeof TLS_OPTIONS)[number]): Promise<Buffer> =>
    readPem(required(values, name, "a PEM file: grpcs:// needs --ca, --cert and --key"));
  return { ca: await file("ca"), cert: await file("cert"), key: await file("key") };
}

async function readPem(file: string): Promise<Buffer> {
  try {
    return await fs.readFile(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw unreadable(
      `${file} cannot be read (${code ?? "unknown reason"}); check the path and its permissions`,
      cause,
    );
  }
}
