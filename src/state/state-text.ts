import { DriftError } from "../model/drift-error.js";

/**
 * The text of a state file's bytes: UTF-8, or UTF-16 with a byte order mark, as PowerShell's `>` writes it.
 *
 * @throws {@link DriftError} `state_empty`, `state_unreadable` (longer than a string can be), `state_malformed` (no text)
 */
export function stateText(content: Uint8Array | string, name: string): string {
  const text = typeof content === "string" ? content.replace(/^\ufeff/, "") : decodeBytes(content, name);
  if (!/\S/.test(text)) {
    throw new DriftError(
      "state_empty",
      `${name} is empty, which is not the same as a state without resources; check that it is the right file or key, ` +
        "and run `terraform apply` if nothing has been applied yet",
      { retryable: true },
    );
  }
  return text;
}

function decodeBytes(bytes: Uint8Array, name: string): string {
  rejectArchive(bytes, name);
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? "utf-16le" : "utf-8").decode(bytes);
  } catch (cause) {
    throw new DriftError(
      "state_unreadable",
      `${name} has ${bytes.byteLength} bytes, more than can be read at once; split the configuration into several states`,
      { cause },
    );
  }
}

function rejectArchive(bytes: Uint8Array, name: string): void {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03;
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!zip && !gzip) return;
  throw new DriftError(
    "state_malformed",
    zip
      ? `${name} is a ZIP archive, such as a saved plan, not a state; give a file written by \`terraform state pull\``
      : `${name} is compressed with gzip; decompress it first`,
  );
}
