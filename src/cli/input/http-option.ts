import { falcoHttp } from "../../falco/http/index.js";
import type { AlertTransport } from "../../index.js";
import type { OptionValues } from "../options.js";
import { usageError } from "../usage-error.js";
import { tlsFiles } from "./tls-option.js";

/**
 * The receiver of Falco's `http_output` that a URL names: `http://user:password@host:port/path` listens on the host and
 * the port, and takes what is posted to the path with the user's password (Falco sends it as Basic). `https://` takes
 * `--cert` and `--key`, and with `--ca` asks senders for a certificate.
 *
 * @throws DriftError `invalid_option`
 */
export function httpTransport(source: string, values: OptionValues): AlertTransport {
  const { hostname, port, pathname, protocol, username, password } = parseUrl(source);
  const secure = protocol === "https:";
  const isOpen = username === "" && password === "";
  return falcoHttp({
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 443 : 80) : Number(port),
    path: pathname,
    ...(isOpen ? {} : { auth: { kind: "basic", username, password } }),
    ...(secure ? { tls: tlsFiles(values, "this server shows it to senders") } : {}),
  });
}

/** The parts of a URL, the user and the password decoded. Its text is in no message: it may hold a password. */
function parseUrl(
  source: string,
): Pick<URL, "hostname" | "port" | "pathname" | "protocol" | "username" | "password"> {
  try {
    const { hostname, port, pathname, protocol, username, password } = new URL(source);
    const decoded = { username: decodeURIComponent(username), password: decodeURIComponent(password) };
    return { hostname, port, pathname, protocol, ...decoded };
  } catch {
    throw usageError("--falco is no URL to listen on; give one such as http://127.0.0.1:2801/falco");
  }
}
