import { DriftError } from "../../model/drift-error.js";

/** Says why an address cannot be listened on, and what to do. A port in use is worth another try. */
export function listenError(host: string, port: number, cause: NodeJS.ErrnoException): DriftError {
  const { code } = cause;
  return new DriftError("falco_http_listen_failed", `${reason(host, port, code)}`, {
    retryable: code === "EADDRINUSE",
    cause,
  });
}

function reason(host: string, port: number, code: string | undefined): string {
  switch (code) {
    case "EADDRINUSE":
      return `something else listens on ${host} port ${port}; stop it, or choose another port`;
    case "EACCES":
    case "EPERM":
      return `this user may not listen on port ${port}; choose one above 1023, or give it CAP_NET_BIND_SERVICE`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${host} is no address of this machine; give one of its own, or 0.0.0.0 for all`;
    default:
      return `listening on ${host} port ${port} failed (${code ?? "unknown"}); see the cause`;
  }
}
