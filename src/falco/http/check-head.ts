import type { Gate } from "./gate.js";
import type { RateLimiter } from "./rate-limit.js";
import type { RequestHead } from "./request-head.js";

/** A request that is not taken, and whether an alert is lost by that. */
export interface RefusedHead {
  readonly kind: "lost" | "passed over";
  readonly status: number;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What {@link checkHead} works with. */
export interface CheckHeadOptions {
  readonly gate: Gate;
  readonly withinRate: RateLimiter;
}

/** Whether the sender may send here. What it sends is not looked at before. */
export function checkHead(
  head: RequestHead,
  { gate, withinRate }: CheckHeadOptions,
): RefusedHead | undefined {
  if (!withinRate(head.remoteAddress)) {
    const detail = "more requests than rateLimit allows; raise it, or find who sends them";
    return { kind: "lost", status: 429, detail, headers: { "retry-after": "1" } };
  }
  const entry = gate.check(head);
  if (entry === "elsewhere") {
    const detail = "a request for another path; compare the path in http_output.url";
    return { kind: "passed over", status: 404, detail };
  }
  if (entry === "denied") {
    const detail = "a request without the right credentials; compare http_output.url with auth";
    const headers = { "www-authenticate": gate.challenge };
    return { kind: "passed over", status: 401, detail, headers };
  }
  if (head.method === "POST") return undefined;
  return {
    kind: "passed over",
    status: 405,
    detail: "a request that is no POST",
    headers: { allow: "POST" },
  };
}
