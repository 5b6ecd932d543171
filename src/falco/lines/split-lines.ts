/** A line's text, or that it was longer than is read. */
export type Line = { readonly text: string } | { readonly tooLong: true };

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Cuts bytes into lines, wherever the chunks were cut: inside a line, a character, or a CRLF. Holds one line at most; of
 * one that is longer than `maxLineBytes` nothing is kept.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array | string>,
  maxLineBytes: number,
): AsyncGenerator<Line, void> {
  const line = new LineBuffer(maxLineBytes);
  for await (const chunk of asBytes(chunks)) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      line.append(chunk.subarray(start, end));
      yield line.take();
      start = end + 1;
    }
    line.append(chunk.subarray(start));
  }
  if (line.started) yield line.take();
}

/** Strings may be cut between the halves of a surrogate pair, which have no bytes of their own. */
async function* asBytes(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array, void> {
  let half = "";
  for await (const chunk of chunks) {
    if (typeof chunk !== "string") {
      yield chunk;
      continue;
    }
    const text = half + chunk;
    const cut = /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
    half = text.slice(cut);
    yield Buffer.from(text.slice(0, cut));
  }
  if (half !== "") yield Buffer.from(half);
}

class LineBuffer {
  readonly #maxBytes: number;
  #parts: Uint8Array[] = [];
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get started(): boolean {
    return this.#bytes > 0;
  }

  append(part: Uint8Array): void {
    this.#bytes += part.length;
    if (this.#bytes > this.#maxBytes) this.#parts = [];
    // A copy, because a stream may use its chunk's memory again, and a short rest would hold a long chunk.
    else if (part.length > 0) this.#parts.push(Uint8Array.from(part));
  }

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
