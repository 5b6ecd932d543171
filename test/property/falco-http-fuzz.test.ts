import { describe, expect, it } from "vitest";
import { prepareReceiver } from "../../src/falco/http/http-options.js";
import { Intake } from "../../src/falco/http/intake.js";
import { FALCO_PRIORITIES, type FalcoAlert, type UnreadableAlert } from "../../src/model/falco-alert.js";
import { httpPost, oneConnection } from "../support/http-post.js";
import { startReceiver } from "../support/http-receiver.js";
import { CANARY, type MangledBody, mangledBody, seededRandom } from "../support/mangled-bodies.js";

const SEED = 20_260_301;
const IN_PROCESS = 100_000;
const OVER_A_SOCKET = 3_000;
const MAX_BODY_BYTES = 16_384;
const REASONS = ["malformed", "missing_field", "truncated", "too_large"];

/** Not `expect` for each: a million of them would take longer than what they test. */
function check(holds: boolean, what: string, index: number): void {
  if (!holds) throw new Error(`body ${index} of seed ${SEED}: ${what}`);
}

function isWhole(alert: FalcoAlert): boolean {
  return (
    [alert.rule, alert.source, alert.output].every((text) => typeof text === "string") &&
    FALCO_PRIORITIES.includes(alert.priority) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/.test(alert.time) &&
    alert.tags.every((tag) => typeof tag === "string") &&
    Object.getPrototypeOf(alert.fields) === null &&
    Object.isFrozen(alert)
  );
}

function checkAlert(alert: FalcoAlert | UnreadableAlert, index: number): void {
  if ("kind" in alert) {
    check(REASONS.includes(alert.reason), `reason ${alert.reason}`, index);
    check(!JSON.stringify(alert).includes(CANARY), "the content is in what is told of it", index);
  } else {
    check(isWhole(alert), "an alert that is not whole", index);
  }
}

describe("bodies of all kinds", () => {
  it(`are answered, and give alerts that are whole or a reason: ${IN_PROCESS} in process`, async () => {
    const random = seededRandom(SEED);
    const maxBufferedBytes = 4 * MAX_BODY_BYTES;
    const { receiver } = prepareReceiver({
      maxBodyBytes: MAX_BODY_BYTES,
      maxBufferedBytes,
      bufferCapacity: 10,
    });
    receiver.open(() => {});
    const alerts = receiver.alerts();

    const post = ({ body, headers }: MangledBody): number => {
      const begun = receiver.begin({ method: "POST", path: "/", header: (name) => headers[name] });
      if (!(begun instanceof Intake)) return begun.status;
      const cut = Math.floor(random() * body.length);
      return (begun.add(body.subarray(0, cut)) ?? begun.add(body.subarray(cut)) ?? begun.end()).status;
    };

    const tally = { delivered: 0, whole: 0 };
    for (let index = 0; index < IN_PROCESS; index++) {
      const mangled = mangledBody(index, random);
      const status = post(mangled);
      check([202, 400, 413, 415].includes(status), `status ${status}`, index);
      check(!mangled.intact || status === 202, `an intact alert was answered with ${status}`, index);
      // A marker: what is delivered before it is this body's.
      check(
        post({ body: MARKER, headers: { "content-type": "application/json" }, intact: true }) === 202,
        "marker",
        index,
      );
      let delivered = 0;
      for (;;) {
        const { alert } = (await alerts.next()).value as { alert: FalcoAlert | UnreadableAlert };
        if (!("kind" in alert) && alert.rule === "marker") break;
        delivered++;
        checkAlert(alert, index);
        if (!("kind" in alert)) tally.whole++;
        if (mangled.intact) check("rule" in alert && alert.fields.password === CANARY, "intact", index);
      }
      check(delivered > 0 || isEmptyArray(mangled.body), "nothing came of it", index);
      tally.delivered += delivered;
    }

    const { requests, accepted, refused, lost, buffered } = receiver.counters();
    expect(requests).toBe(2 * IN_PROCESS);
    expect({ sum: accepted + refused, lost, buffered }).toEqual({ sum: requests, lost: 0, buffered: 0 });
    // The bodies are of all kinds, not all of one.
    expect(refused).toBeGreaterThan(IN_PROCESS / 20);
    expect(tally.whole).toBeGreaterThan(IN_PROCESS / 5);
    expect(tally.delivered - tally.whole).toBeGreaterThan(IN_PROCESS / 5);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    // All memory was given back: the buffer takes as much as at the beginning.
    const large = Buffer.from(`[${" ".repeat(MAX_BODY_BYTES - 2)}]`);
    const whole = { body: large, headers: { "content-type": "application/json" }, intact: true };
    expect([1, 2, 3, 4, 5].map(() => post(whole))).toEqual([202, 202, 202, 202, 503]);
  }, 60_000);

  it(`are answered alike over one connection that is kept: ${OVER_A_SOCKET}`, async () => {
    const random = seededRandom(SEED + 1);
    const receiver = await startReceiver({ maxBodyBytes: MAX_BODY_BYTES });
    const agent = oneConnection();
    const statuses = new Map<number, number>();
    for (let index = 0; index < OVER_A_SOCKET; index++) {
      const { body, headers, intact } = mangledBody(index, random);
      const { status, text } = await httpPost(receiver.url, body, { agent, headers: { ...headers } });
      check([202, 400, 413, 415].includes(status), `status ${status}`, index);
      check(!intact || status === 202, `an intact alert was answered with ${status}`, index);
      check(!text.includes(CANARY), "the content is in the answer", index);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    agent.destroy();
    await receiver.stop();
    for (const [index, alert] of receiver.taken.entries()) checkAlert(alert, index);
    expect([...statuses.keys()].sort()).toEqual([202, 400, 413, 415]);
    expect(receiver.transport.counters()).toMatchObject({ requests: OVER_A_SOCKET, lost: 0, buffered: 0 });
    expect(JSON.stringify(receiver.signals)).not.toContain(CANARY);
  }, 60_000);
});

const MARKER = Buffer.from(
  '{"rule":"marker","source":"test","priority":"Notice","time":"2026-03-01T12:00:00Z","output_fields":{}}',
);

/** The one body in which there is nothing that could be lost. */
function isEmptyArray(body: Buffer): boolean {
  return /^\s*\[\s*\]\s*$/.test(body.toString("utf8"));
}
