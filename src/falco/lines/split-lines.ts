import { type Line, LineBuffer, NEWLINE } from "../line-buffer.js";

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
