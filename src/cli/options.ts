import { type ParseArgsConfig, parseArgs } from "node:util";

import { usageError } from "./usage-error.js";

/** The options that one command takes, as `node:util` wants them. */
export type OptionTable = NonNullable<ParseArgsConfig["options"]>;

/** The values of a command's options: what was not given is absent. */
export type OptionValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/**
 * Parses a command's arguments.
 *
 * @throws DriftError `invalid_option` for an option that the command does not have, one without its value, or a stray word
 */
export function parseOptions(args: readonly string[], options: OptionTable): OptionValues {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw usageError(complaint(error, args));
  }
}

/** Node's messages run over several sentences and lines; a user needs the first one. */
function complaint(error: unknown, args: readonly string[]): string {
  const first = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/)[0] ?? "bad options";
  const asked = args.length === 0 ? "" : "; see `tfdrift --help`";
  return `${first.replace(/\.$/, "")}${asked}`;
}

/** The one value of an option, or `undefined`. */
export function text(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** All the values of a repeatable option. */
export function texts(values: OptionValues, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Whether a switch was given. */
export function flag(values: OptionValues, name: string): boolean {
  return values[name] === true;
}

/**
 * The one value of an option that must be given.
 *
 * @throws DriftError `invalid_option`
 */
export function required(values: OptionValues, name: string, meaning: string): string {
  const value = text(values, name);
  if (value === undefined) throw usageError(`--${name} is missing; give ${meaning}`);
  return value;
}

/**
 * The value of an option that only takes certain words.
 *
 * @throws DriftError `invalid_option`
 */
export function oneOf<const T extends string>(
  values: OptionValues,
  name: string,
  words: readonly T[],
  fallback: T,
): T {
  const value = text(values, name);
  if (value === undefined) return fallback;
  const known = words.find((word) => word === value);
  if (known === undefined) throw usageError(`--${name} ${value} is unknown; use ${words.join(" or ")}`);
  return known;
}

/**
 * The value of an option that is a number of seconds, in milliseconds.
 *
 * @throws DriftError `invalid_option`
 */
export function seconds(values: OptionValues, name: string): number | undefined {
  const value = text(values, name);
  if (value === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(value))
    throw usageError(`--${name} is no number of seconds; give one such as 90`);
  return Math.round(Number(value) * 1000);
}
