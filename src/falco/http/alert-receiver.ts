import type { PipelineSignal } from "../../model/pipeline-signal.js";
import type { AlertDelivery } from "../alert-transport.js";
import { ACCEPTED, type Answer, refusal } from "./answer.js";
import { checkContent, lookAtBody, type RefusedContent } from "./check-content.js";
import { type CheckHeadOptions, checkHead, type RefusedHead } from "./check-head.js";
import type { FalcoHttpCounters } from "./falco-http-counters.js";
import { Inbox } from "./inbox.js";
import { inboxAlerts } from "./inbox-alerts.js";
import { Intake } from "./intake.js";
import { invalidOption } from "./invalid-option.js";
import { LossReport } from "./loss-report.js";
import type { RequestHead } from "./request-head.js";

/** What an {@link AlertReceiver} is made of. */
export interface AlertReceiverSettings extends CheckHeadOptions {
  readonly maxBodyBytes: number;
  readonly bufferCapacity: number;
  readonly maxBufferedBytes: number;
  readonly now: () => number;
}

/** How long bodies on their way may still come when the receiver closes. */
const CLOSE_GRACE_MS = 1000;

const NO_ROOM =
  "the buffer is full, and Falco does not send again; take alerts faster, or raise bufferCapacity";
const LEFT = "the reader left alerts behind, and nobody sends them again";
const CLOSED = "a request came while nobody takes alerts; it is not sent again";

/**
 * What becomes of requests, whoever serves them: a request is checked, its body kept unread, and answered; the alerts are
 * read when they are taken.
 */
export class AlertReceiver {
  readonly #settings: AlertReceiverSettings;
  readonly #inbox: Inbox;
  readonly #losses: LossReport;
  #open = false;
  #accepting = true;
  readonly #onWay = new Set<Intake>();
  #grace: NodeJS.Timeout | undefined;
  #ended: Promise<void> = Promise.resolve();
  #end: (error?: unknown) => void = () => {};
  #say: (signal: PipelineSignal) => void = () => {};
  #passedOver = 0;
  #requests = 0;
  #accepted = 0;
  #refused = 0;

  constructor(settings: AlertReceiverSettings) {
    this.#settings = settings;
    this.#losses = new LossReport(settings.now);
    const { bufferCapacity: capacity, maxBufferedBytes: maxBytes } = settings;
    this.#inbox = new Inbox({ capacity, maxBytes, onDrained: () => this.#losses.recovered() });
  }

  /** Whether it has stopped taking requests. */
  get closing(): boolean {
    return !this.#accepting;
  }

  /** Resolves when all that was on its way when it closed is in. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  counters(): FalcoHttpCounters {
    return {
      requests: this.#requests,
      accepted: this.#accepted,
      refused: this.#refused,
      lost: this.#losses.total,
      buffered: this.#inbox.size,
    };
  }

  /** Checks a request before its body: the answer, or what takes the body in. */
  begin(head: RequestHead): Answer | Intake {
    this.#requests++;
    const stopped = checkHead(head, this.#settings);
    if (stopped !== undefined) return this.#stop(stopped);
    if (!this.#accepting) return this.#lose();
    const { maxBodyBytes } = this.#settings;
    const refused = checkContent(head, maxBodyBytes);
    if (refused !== undefined) return this.#reject(refused);
    const intake: Intake = new Intake({
      maxBodyBytes,
      reserve: (bytes) => this.#inbox.reserve(bytes),
      release: (bytes) => this.#inbox.release(bytes),
      finish: (result) => this.#finish(intake, result),
    });
    this.#onWay.add(intake);
    return intake;
  }

  /** Tells that what came was no request, such as a failed TLS handshake. */
  passOver(detail: string): void {
    this.#passedOver++;
    this.#say({ kind: "input.skipped", total: this.#passedOver, detail });
  }

  /** Tells that an alert was lost before it was a request. */
  lose(detail: string, count = 1): void {
    this.#losses.lose(detail, count);
  }

  /**
   * @param say must not throw: it is called in the middle of requests
   * @throws {@link DriftError} `invalid_option` for a second reader
   */
  open(say: (signal: PipelineSignal) => void): void {
    if (this.#open) throw invalidOption("the transport is open already; make one for each reader");
    this.#open = true;
    this.#accepting = true;
    this.#passedOver = 0;
    this.#inbox.reopen();
    this.#ended = new Promise((resolve) => {
      this.#end = (error) => {
        clearTimeout(this.#grace);
        this.#inbox.end(error);
        resolve();
      };
    });
    this.#say = say;
    this.#losses.listen(say);
  }

  /** Takes no more requests; what is on its way may still come for a moment. */
  close(): void {
    if (!this.#open || !this.#accepting) return;
    this.#accepting = false;
    const cutOff = (): void => this.#onWay.forEach((intake) => void intake.late());
    if (this.#onWay.size === 0) this.#end();
    else this.#grace = setTimeout(cutOff, CLOSE_GRACE_MS);
  }

  /** Ends with an error, after what waits was taken. */
  fail(error: unknown): void {
    this.#accepting = false;
    this.#end(error);
  }

  /** The alerts in the order of their requests, until it is closed and empty. */
  alerts(): AsyncGenerator<AlertDelivery, void> {
    const { maxBodyBytes } = this.#settings;
    return inboxAlerts(this.#inbox, { maxBodyBytes, onLeft: (count) => this.lose(LEFT, count) });
  }

  /** The reader is gone. What it left is lost. */
  leave(): void {
    const left = this.#inbox.clear();
    if (left > 0) this.lose(LEFT, left);
    this.#losses.close();
    this.#say = () => {};
    this.#open = false;
  }

  #finish(intake: Intake, result: Buffer | RefusedContent | "no room"): Answer {
    this.#onWay.delete(intake);
    const answer = this.#answerTo(result);
    if (!this.#accepting && this.#onWay.size === 0) this.#end();
    return answer;
  }

  #answerTo(result: Buffer | RefusedContent | "no room"): Answer {
    if (result === "no room") return this.#lose();
    if ("answer" in result) return this.#reject(result);
    if (!this.#inbox.put({ body: result })) {
      this.#inbox.release(result.length);
      return this.#lose();
    }
    this.#losses.kept();
    const refused = lookAtBody(result);
    if (refused === undefined) this.#accepted++;
    else this.#refused++;
    return refused ?? ACCEPTED;
  }

  #reject({ answer, alert }: RefusedContent): Answer {
    if (!this.#inbox.put({ alert })) return this.#lose();
    this.#refused++;
    return answer;
  }

  #stop({ kind, status, detail, headers }: RefusedHead): Answer {
    if (kind === "lost") {
      this.lose(detail);
    } else {
      this.#refused++;
      this.passOver(detail);
    }
    return refusal(status, detail, headers);
  }

  #lose(): Answer {
    const detail = this.#accepting ? NO_ROOM : CLOSED;
    this.lose(detail);
    return refusal(503, detail);
  }
}
