import type { Answer } from "./answer.js";
import { type RefusedContent, refused, tooLarge } from "./check-content.js";

/** Where an {@link Intake} puts what it takes in. */
export interface IntakeRoom {
  readonly maxBodyBytes: number;
  reserve(bytes: number): boolean;
  release(bytes: number): void;
  /** Called once: with the body, whose bytes stay reserved; with why there is none; or that there is no room for it. */
  finish(result: Buffer | RefusedContent | "no room"): Answer;
}

/** Takes in one request's body. Whatever comes after the answer changes nothing. */
export class Intake {
  readonly #room: IntakeRoom;
  #bytes: Uint8Array = new Uint8Array();
  #length = 0;
  #answer: Answer | undefined;

  constructor(room: IntakeRoom) {
    this.#room = room;
  }

  /** The answer, where the rest need not come. */
  add(chunk: Uint8Array): Answer | undefined {
    if (this.#answer !== undefined) return this.#answer;
    const { maxBodyBytes } = this.#room;
    if (this.#length + chunk.length > maxBodyBytes) return this.#refuse(tooLarge(maxBodyBytes));
    if (!this.#room.reserve(chunk.length)) return this.#refuse("no room");
    this.#append(chunk);
    return undefined;
  }

  /** The body is whole. */
  end(): Answer {
    if (this.#answer !== undefined) return this.#answer;
    const { buffer, byteOffset, byteLength } = this.#bytes.subarray(0, this.#length);
    const body = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
    // A short body must not hold the memory of a long read.
    const isShort = buffer.byteLength > 2 * byteLength + 1024;
    this.#answer = this.#room.finish(isShort ? Buffer.from(body) : body);
    return this.#answer;
  }

  /** The sender went away. */
  cut(): Answer {
    return this.#refuse(refused(400, "truncated", "the sender stopped in the middle of the body"));
  }

  /** The sender takes too long. */
  late(): Answer {
    return this.#refuse(refused(408, "truncated", "the body did not come in time"));
  }

  /** Somebody else has read the body. */
  taken(): Answer {
    const detail = "the body was read before its handler; mount the handler before what parses bodies";
    return this.#refuse(refused(500, "malformed", detail));
  }

  #refuse(result: RefusedContent | "no room"): Answer {
    if (this.#answer !== undefined) return this.#answer;
    this.#room.release(this.#length);
    this.#bytes = new Uint8Array();
    this.#answer = this.#room.finish(result);
    return this.#answer;
  }

  /** Doubles, because a list of chunks of a byte each would be a hundred times as large as the body. */
  #append(chunk: Uint8Array): void {
    const length = this.#length + chunk.length;
    if (this.#length === 0) {
      this.#bytes = chunk;
    } else {
      if (this.#bytes.length < length) {
        const grown = new Uint8Array(Math.max(2 * this.#length, length));
        grown.set(this.#bytes.subarray(0, this.#length));
        this.#bytes = grown;
      }
      this.#bytes.set(chunk, this.#length);
    }
    this.#length = length;
  }
}
