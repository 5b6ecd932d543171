import type { FalcoAlert, UnreadableAlert } from "../model/falco-alert.js";
import { decodeAlertText, isTextAlert } from "./decode-alert.js";
import type { Line } from "./line-buffer.js";
import { unreadableAlert } from "./unreadable-alert.js";

/**
 * What a line of Falco's output is: an alert; one that cannot be read, because it is broken, too long, or in text form;
 * `blank`; or `other`, such as the statistics that Falco prints at exit.
 */
export function lineAlert(
  line: Line,
  maxLineBytes: number,
): FalcoAlert | UnreadableAlert | "blank" | "other" {
  if ("tooLong" in line) return unreadableAlert("too_large", `the line is longer than ${maxLineBytes} bytes`);
  const text = line.text.trim();
  if (text === "") return "blank";
  return /^[{[]/.test(text) || isTextAlert(text)
    ? decodeAlertText(text, { maxBytes: maxLineBytes })
    : "other";
}
