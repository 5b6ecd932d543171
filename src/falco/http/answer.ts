/** What a request is answered with. Falco ignores it; other senders and people read it. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What is wrong and what to do, in a line. Empty where all is well. */
  readonly text: string;
}

/** The alerts are kept and will be read. */
export const ACCEPTED: Answer = Object.freeze({ status: 202, headers: Object.freeze({}), text: "" });

/** Makes an {@link Answer} that refuses. */
export function refusal(status: number, text: string, headers: Answer["headers"] = {}): Answer {
  return { status, headers, text: `${text}\n` };
}
