/** RFC 3339 with any number of fractional digits, as Falco and Falcosidekick write it; also the offset `+0000`. */
const TIMESTAMP = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:?\d\d)$/;
const NANOS_DIGITS = 9;
/** 0001-01-01 to 9999-12-31, what RFC 3339 and protobuf's `Timestamp` can say. */
const MIN_SECONDS = -62_135_596_800;
const MAX_SECONDS = 253_402_300_799;

/**
 * An alert's time in the one form that the library uses: UTC with nine fractional digits.
 *
 * @returns `undefined` where `time` is none of RFC 3339 text and protobuf's `{ seconds, nanos }`.
 */
export function alertTime(time: unknown): string | undefined {
  if (typeof time === "string") return fromText(time);
  if (typeof time !== "object" || time === null || !("seconds" in time || "nanos" in time)) return undefined;
  const { seconds = 0, nanos = 0 } = time as { readonly seconds?: unknown; readonly nanos?: unknown };
  return fromSeconds(typeof seconds === "number" ? seconds : integer(seconds), nanos);
}

function fromText(text: string): string | undefined {
  const [, date, clock, fraction = "", zone = ""] = TIMESTAMP.exec(text) ?? [];
  if (date === undefined || clock === undefined) return undefined;
  const offset = /^[Zz]$/.test(zone) ? "Z" : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const milliseconds = Date.parse(`${date}T${clock}${offset}`);
  // Date.parse takes the 31st of February for the 3rd of March.
  if (Number.isNaN(milliseconds) || !isCalendarDate(date)) return undefined;
  const nanos = fraction.slice(0, NANOS_DIGITS).padEnd(NANOS_DIGITS, "0");
  return fromSeconds(milliseconds / 1000, Number(nanos));
}

function fromSeconds(seconds: number, nanos: unknown): string | undefined {
  if (!Number.isInteger(seconds) || seconds < MIN_SECONDS || seconds > MAX_SECONDS) return undefined;
  if (typeof nanos !== "number" || !Number.isInteger(nanos) || nanos < 0 || nanos > 999_999_999)
    return undefined;
  const fraction = String(nanos).padStart(NANOS_DIGITS, "0");
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
}

function isCalendarDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

function integer(value: unknown): number {
  if (typeof value === "bigint") return Number(value);
  return typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
}
