import { falcoHttp } from "../../falco/http/index.js";
import type { AlertTransport } from "../../index.js";
import { type OptionValues, required, text } from "../options.js";
import { usageError } from "../usage-error.js";

/**
 * The receiver of Falco's `http_output` that a URL names: `http://user:password@host:port/path` listens on the host and
 * the port, and takes what is posted to the path with the user's password (Falco sends it as Basic). `https://` takes
 * `--cert` and `--key`, and with `--ca` asks senders for a certificate.
 *
 * @throws DriftError `invalid_option`
 */
export function httpTransport(source: string, values: OptionValues): AlertTransport {
  const url = parseUrl(source);
  if (url === null)
    throw usageError("--falco is no URL to listen on; give one such as http://127.0.0.1:2801/falco");
  const { username, password } = url;
  const secure = url.protocol === "https:";
  return falcoHttp({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (secure ? 443 : 80) : Number(url.port),
    path: url.pathname,
    ...(username === "" && password === ""
      ? {}
      : {
          auth: {
            kind: "basic",
            username: decodeURIComponent(username),
            password: decodeURIComponent(password),
          },
        }),
    ...(secure ? { tls: tlsFiles(values) } : {}),
  });
}

function parseUrl(source: string): URL | null {
  try {
    return new URL(source);
  } catch {
    return null;
  }
}

function tlsFiles(values: OptionValues): {
  readonly cert: string;
  readonly key: string;
  readonly ca?: string;
} {
  const ca = text(values, "ca");
  return {
    cert: required(values, "cert", "the PEM file of this server's certificate"),
    key: required(values, "key", "the PEM file of the certificate's key"),
    ...(ca === undefined ? {} : { ca }),
  };
}
