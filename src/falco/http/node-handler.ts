import type { IncomingMessage, ServerResponse } from "node:http";
import type { AlertReceiver } from "./alert-receiver.js";
import type { Answer } from "./answer.js";
import { Intake } from "./intake.js";
import type { RequestHead } from "./request-head.js";

/** How the rest of a refused request is thrown away before the connection is cut, so that the sender reads its answer. */
const LINGER_MS = 1000;

/** Options of {@link handleNodeRequest}. */
export interface NodeHandlerOptions {
  readonly requestTimeoutMs: number;
  /** Called when the head is good and the sender may send the body. */
  readonly onHeadAccepted?: () => void;
}

/** Serves a request of Node's server. Never throws, and answers as soon as the body is in. */
export function handleNodeRequest(
  receiver: AlertReceiver,
  request: IncomingMessage,
  response: ServerResponse,
  { requestTimeoutMs, onHeadAccepted }: NodeHandlerOptions,
): void {
  const answer = (given: Answer): void => send(receiver, request, response, given);
  const begun = receiver.begin(headOf(request));
  if (!(begun instanceof Intake)) {
    answer(begun);
    return;
  }
  if (request.readableEnded || request.destroyed) {
    answer(request.readableEnded ? begun.taken() : begun.cut());
    return;
  }
  onHeadAccepted?.();
  const finish = (given: Answer): void => {
    clearTimeout(timer);
    request.off("data", onData).off("end", onEnd).off("close", onClose);
    answer(given);
  };
  const timer = setTimeout(() => finish(begun.late()), requestTimeoutMs);
  const onData = (chunk: Uint8Array): void => {
    const given = begun.add(chunk);
    if (given !== undefined) finish(given);
  };
  const onEnd = (): void => finish(begun.end());
  const onClose = (): void => finish(begun.cut());
  request.on("data", onData).on("end", onEnd).on("close", onClose);
}

function headOf(request: IncomingMessage): RequestHead {
  return {
    method: request.method ?? "",
    path: pathOf(request.url ?? "/"),
    remoteAddress: request.socket.remoteAddress,
    header: (name) => request.headers[name] as string | undefined,
  };
}

/** A proxy's request names the whole URL. */
function pathOf(url: string): string {
  const [, path = ""] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)/i.exec(url) ?? [];
  return path || "/";
}

function send(
  receiver: AlertReceiver,
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, text }: Answer,
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    ...headers,
    ...(text !== "" && { "content-type": "text/plain; charset=utf-8" }),
    "content-length": Buffer.byteLength(text),
    ...((receiver.closing || status === 408) && { connection: "close" }),
  });
  response.end(text);
  if (!request.complete) throwAwayRest(request);
}

function throwAwayRest(request: IncomingMessage): void {
  const timer = setTimeout(() => request.destroy(), LINGER_MS);
  request.once("close", () => clearTimeout(timer));
  request.resume();
}
