/** A line's text, or that it was longer than is read. */
export type Line = { readonly text: string } | { readonly tooLong: true };

/** The byte that ends a line. */
export const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Puts the pieces of one line together. Of a line that is longer than `maxBytes` nothing is kept. */
export class LineBuffer {
  readonly #maxBytes: number;
  #parts: Uint8Array[] = [];
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Whether the line has any byte yet. */
  get started(): boolean {
    return this.#bytes > 0;
  }

  append(part: Uint8Array): void {
    this.#bytes += part.length;
    if (this.#bytes > this.#maxBytes) this.#parts = [];
    // A copy, because a stream may use its chunk's memory again, and a short rest would hold a long chunk.
    else if (part.length > 0) this.#parts.push(Uint8Array.from(part));
  }

  /** The line as it is, without the CR of a CRLF; the next one begins. */
  take(): Line {
    const line: Line = this.#bytes > this.#maxBytes ? { tooLong: true } : { text: this.#text() };
    this.#parts = [];
    this.#bytes = 0;
    return line;
  }

  #text(): string {
    const bytes = Buffer.concat(this.#parts);
    return bytes.toString("utf8", 0, bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length);
  }
}
