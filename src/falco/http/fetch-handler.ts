import type { AlertReceiver } from "./alert-receiver.js";
import type { Answer } from "./answer.js";
import { Intake } from "./intake.js";

/** Options of {@link handleFetchRequest}. */
export interface FetchHandlerOptions {
  readonly requestTimeoutMs: number;
  readonly remoteAddress?: string | undefined;
}

/** Serves a request of a Fetch server (Hono, Next.js, Deno, Bun, a worker). Never rejects. */
export async function handleFetchRequest(
  receiver: AlertReceiver,
  request: Request,
  { requestTimeoutMs, remoteAddress }: FetchHandlerOptions,
): Promise<Response> {
  const begun = receiver.begin({
    method: request.method,
    path: new URL(request.url).pathname,
    remoteAddress,
    header: (name) => request.headers.get(name) ?? undefined,
  });
  return responseOf(begun instanceof Intake ? await takeIn(begun, request, requestTimeoutMs) : begun);
}

async function takeIn(intake: Intake, request: Request, requestTimeoutMs: number): Promise<Answer> {
  if (request.bodyUsed || request.body?.locked) return intake.taken();
  if (request.body === null) return intake.end();
  const reader = request.body.getReader();
  const drop = (): void => void reader.cancel().catch(() => {});
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(intake.late()), requestTimeoutMs);
    const finish = (answer: Answer): void => {
      clearTimeout(timer);
      resolve(answer);
      drop();
    };
    const next = (): Promise<void> =>
      reader.read().then(({ done, value }) => {
        const answer = done ? intake.end() : intake.add(value);
        return answer === undefined ? next() : finish(answer);
      });
    next().catch(() => finish(intake.cut()));
  });
}

function responseOf({ status, headers, text }: Answer): Response {
  return text === ""
    ? new Response(null, { status, headers })
    : new Response(text, { status, headers: { ...headers, "content-type": "text/plain; charset=utf-8" } });
}
