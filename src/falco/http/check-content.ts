import type { UnreadableAlert } from "../../model/falco-alert.js";
import { isTextAlert } from "../decode-alert.js";
import { unreadableAlert } from "../unreadable-alert.js";
import { type Answer, refusal } from "./answer.js";
import type { RequestHead } from "./request-head.js";

/** A request that was meant as alerts and is none: it is refused, and gets its outcome all the same. */
export interface RefusedContent {
  readonly answer: Answer;
  readonly alert: UnreadableAlert;
}

/**
 * `application/json`, its `x-ndjson` and `jsonl` variants, and everything that ends in `+json`, such as CloudEvents. A
 * request without a type is refused, because a web page can make a browser send that to this machine without asking.
 */
const JSON_TYPE =
  /^(?:application|text)\/(?:[\w.-]+\+)?(?:json|(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines))$/i;

const SET_JSON_OUTPUT = "set json_output: true in falco.yaml";

/** Whether the body is worth reading, from the request's head. */
export function checkContent(head: RequestHead, maxBodyBytes: number): RefusedContent | undefined {
  const encoding = head.header("content-encoding") ?? "identity";
  if (encoding.toLowerCase() !== "identity") {
    return refused(415, "malformed", "the body is compressed; send it as it is", {
      "accept-encoding": "identity",
    });
  }
  const [type = ""] = (head.header("content-type") ?? "").split(";", 1);
  if (/^\s*text\/plain\s*$/i.test(type)) {
    return refused(415, "malformed", `the alert is in Falco's text form; ${SET_JSON_OUTPUT}`);
  }
  if (!JSON_TYPE.test(type.trim())) {
    return refused(415, "malformed", "the content type is not JSON; send application/json");
  }
  return Number(head.header("content-length") ?? 0) > maxBodyBytes ? tooLarge(maxBodyBytes) : undefined;
}

/** The answer to a body that is longer than is read. */
export function tooLarge(maxBodyBytes: number): RefusedContent {
  return refused(413, "too_large", `the body is longer than ${maxBodyBytes} bytes`);
}

/**
 * What is wrong with a body at a look at its ends, without parsing it. Parsing has to wait: Falco stands still until it has
 * its answer. What is broken in the middle is found when the alert is taken.
 */
export function lookAtBody(body: Buffer): Answer | undefined {
  let start = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
  let end = body.length - 1;
  while (isBlank(body[start])) start++;
  while (end > start && isBlank(body[end])) end--;
  const first = body[start];
  const last = body[end];
  if (first === 0x7b && last === 0x7d) return undefined;
  if (first === 0x5b && last === 0x5d) return undefined;
  return isTextAlert(body.toString("latin1", 0, 80))
    ? refusal(415, `the alert is in Falco's text form; ${SET_JSON_OUTPUT}`)
    : refusal(400, "the body is not JSON");
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** An answer, and the same as what is delivered. */
export function refused(
  status: number,
  reason: UnreadableAlert["reason"],
  detail: string,
  headers?: Answer["headers"],
): RefusedContent {
  return { answer: refusal(status, detail, headers), alert: unreadableAlert(reason, detail) };
}
