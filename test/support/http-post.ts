import { Agent, type IncomingHttpHeaders, type RequestOptions, request } from "node:http";

/** What a server answered. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Posts a body as Falco does, with these options in place of what Falco would send. */
export function httpPost(
  url: string,
  body: string | Uint8Array,
  { headers, ...options }: RequestOptions & { readonly headers?: Record<string, string> } = {},
): Promise<Answered> {
  const defaults = { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", headers: { ...defaults, ...headers }, ...options });
    sent.on("error", reject);
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    sent.end(body);
  });
}

/** One connection that is kept, as Falco keeps its own. */
export function oneConnection(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 });
}
