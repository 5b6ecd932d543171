import type { UnreadableAlert, UnreadableReason } from "../model/falco-alert.js";

/** Makes an {@link UnreadableAlert}. `detail` must not hold the content: it may be secret. */
export function unreadableAlert(reason: UnreadableReason, detail: string, field?: string): UnreadableAlert {
  return Object.freeze(
    field === undefined
      ? { kind: "unreadable", reason, detail }
      : { kind: "unreadable", reason, detail, field },
  );
}

/** The {@link UnreadableAlert} of an alert that Falco wrote with `json_output: false`. */
export const TEXT_ALERT: UnreadableAlert = Object.freeze({
  kind: "unreadable",
  reason: "malformed",
  detail: "the alert is in Falco's text form; set json_output: true in falco.yaml",
  isText: true,
});

/** Tells what could not be read from a decoded alert. */
export function isUnreadableAlert(value: object): value is UnreadableAlert {
  return "kind" in value && value.kind === "unreadable" && "reason" in value && "detail" in value;
}
