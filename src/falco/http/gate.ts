import { createHash, timingSafeEqual } from "node:crypto";
import { invalidOption } from "./invalid-option.js";
import type { RequestHead } from "./request-head.js";

/**
 * How a sender shows that it may send. Falco can only be told a URL, so for Falco it is `basic`
 * (`https://falco:${TOKEN}@host:port/`, from which libcurl makes the header) or `path` (`https://host:port/<secret>`).
 * Falcosidekick's webhook sends any header (`webhook.customHeaders`), so `bearer` is for it.
 */
export type FalcoHttpAuth =
  | { readonly kind: "bearer"; readonly token: string }
  | { readonly kind: "basic"; readonly username: string; readonly password: string }
  /** The secret is the last segment of the path: letters, digits, `-`, `.`, `_` and `~`. */
  | { readonly kind: "path"; readonly secret: string };

/** Decides whose requests are taken. */
export interface Gate {
  check(head: RequestHead): "open" | "elsewhere" | "denied";
  /** The `WWW-Authenticate` for who is denied. */
  readonly challenge: string;
}

/**
 * Makes a {@link Gate}. Of several ways to authenticate one is enough, so that a secret can be changed without a gap.
 *
 * @param path where alerts are taken; any path where it is left out
 * @throws {@link DriftError} `invalid_option`
 */
export function makeGate(path: string | undefined, auth: readonly FalcoHttpAuth[]): Gate {
  if (path !== undefined && !/^\/[^?#\s]*$/.test(path)) {
    throw invalidOption("path is none; it begins with / and has no query");
  }
  const prefix = (path ?? "").replace(/\/$/, "");
  const credentials: Buffer[] = [];
  const paths: Buffer[] = [];
  const schemes = new Set<string>();
  for (const way of auth) {
    if (way.kind === "path") {
      paths.push(digest(`${prefix}/${checked("secret", way.secret, /^[\w.~-]+$/)}`));
    } else {
      schemes.add(way.kind === "basic" ? 'Basic realm="falco", charset="UTF-8"' : 'Bearer realm="falco"');
      credentials.push(digest(expectedCredential(way)));
    }
  }
  return {
    challenge: [...schemes].join(", "),
    check(head) {
      if (paths.length > 0 && isOneOf(head.path, paths)) return "open";
      if (path !== undefined && head.path !== path) return "elsewhere";
      if (auth.length === 0) return "open";
      if (credentials.length === 0) return "elsewhere";
      return isOneOf(givenCredential(head.header("authorization")), credentials) ? "open" : "denied";
    },
  };
}

function expectedCredential(way: Exclude<FalcoHttpAuth, { kind: "path" }>): string {
  if (way.kind === "bearer") return `bearer ${checked("token", way.token, /^[!-~]+$/)}`;
  return `basic ${checked("username", way.username, /^[^:]*$/)}:${checked("password", way.password, /./)}`;
}

/** Scheme in lower case, and of Basic what its base64 says. */
function givenCredential(header = ""): string {
  const [, scheme = "", value = ""] = /^(bearer|basic) +(\S+) *$/i.exec(header) ?? [];
  return scheme.toLowerCase() === "basic" ? `basic ${Buffer.from(value, "base64")}` : `bearer ${value}`;
}

function checked(name: string, secret: string, form: RegExp): string {
  if (typeof secret === "string" && form.test(secret)) return secret;
  throw invalidOption(`${name} of auth is empty or holds a character that it cannot; see FalcoHttpAuth`);
}

/** Digests are of one length, and comparing all of them takes the same time whatever is given. */
function isOneOf(given: string, expected: readonly Buffer[]): boolean {
  const actual = digest(given);
  let found = false;
  for (const one of expected) found = timingSafeEqual(actual, one) || found;
  return found;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
