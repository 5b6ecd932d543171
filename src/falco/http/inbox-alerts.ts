import type { AlertDelivery } from "../alert-transport.js";
import { bodyAlerts } from "./body-alerts.js";
import type { Inbox } from "./inbox.js";

/** What {@link inboxAlerts} works with. */
export interface InboxAlertsOptions {
  readonly maxBodyBytes: number;
  /** Called with how many alerts of a body were left, where the reader goes in its middle. */
  readonly onLeft: (count: number) => void;
}

/** The alerts in the order of their requests, until the inbox is ended and empty. Here is where bodies are parsed. */
export async function* inboxAlerts(
  inbox: Inbox,
  { maxBodyBytes, onLeft }: InboxAlertsOptions,
): AsyncGenerator<AlertDelivery, void> {
  for (let entry = await inbox.take(); entry !== undefined; entry = await inbox.take()) {
    if ("alert" in entry) {
      yield entry;
      continue;
    }
    const alerts = bodyAlerts(entry.body, maxBodyBytes);
    try {
      for (let next = alerts.next(); !next.done; next = alerts.next()) yield { alert: next.value };
    } finally {
      let left = 0;
      for (const _ of alerts) left++;
      if (left > 0) onLeft(left);
    }
  }
}
