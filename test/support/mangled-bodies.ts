import { contractAlert } from "../../src/testing/alert-transport-contract.js";
import { falcoJson } from "../../src/testing/falco-message.js";

/** What no message and no signal may ever hold. */
export const CANARY = "s3cret-canary";

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A body, and what its request says of it. */
export interface MangledBody {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it is the JSON of one alert, as Falco wrote it. */
  readonly intact: boolean;
}

type Random = () => number;
type Mangle = (bytes: Buffer, random: Random) => Buffer;

const WRONG = [
  "null",
  "true",
  "1e999",
  "-0",
  "9007199254740993",
  '""',
  "[]",
  "{}",
  "[[[]]]",
  '"\\u0000"',
  '"\\ud800"',
];
const KEYS = ["rule", "source", "time", "priority", "output_fields", "tags", "hostname", "output"];
const TYPES = [
  "application/json",
  "application/cloudevents+json",
  "application/x-ndjson",
  "text/plain",
  "text/html",
  "",
];

const upTo = (random: Random, limit: number): number => Math.floor(random() * limit);
const pick = <T>(random: Random, values: readonly T[]): T => values[upTo(random, values.length)] as T;

/** Puts text in the place of `count` bytes, at any place. */
function splice(bytes: Buffer, random: Random, text: string | Buffer, count = 0): Buffer {
  const at = upTo(random, bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at + count)]);
}

const replaced = (bytes: Buffer, pattern: RegExp, text: string): Buffer =>
  Buffer.from(
    bytes.toString("latin1").replace(pattern, () => text),
    "latin1",
  );

const MANGLES: readonly Mangle[] = [
  // Cut at the end, at the start, in the middle.
  (bytes, random) => bytes.subarray(0, upTo(random, bytes.length)),
  (bytes, random) => bytes.subarray(upTo(random, bytes.length)),
  (bytes, random) => splice(bytes, random, "", upTo(random, 50)),
  // A bit turned over, bytes that are no UTF-8, a NUL, a BOM.
  (bytes, random) => splice(bytes, random, Buffer.from([upTo(random, 256)]), 1),
  (bytes, random) => splice(bytes, random, Buffer.from([0xff, 0xc0, 0x80 + upTo(random, 64)])),
  (bytes, random) =>
    splice(bytes, random, pick(random, ["\0", "\uFEFF", "\n", "\r\n", "{", "}", "[", "]", '"', "\\", ","])),
  // Other values, no value, keys twice, keys of prototypes.
  (bytes, random) =>
    replaced(
      bytes,
      new RegExp(`"${pick(random, KEYS)}":("[^"]*"|\\[[^\\]]*\\])`),
      `"x":${pick(random, WRONG)}`,
    ),
  (bytes, random) => {
    const key = pick(random, KEYS);
    return replaced(
      bytes,
      new RegExp(`"${key}":("[^"]*"|\\[[^\\]]*\\]|(?=\\{))`),
      `"${key}":${pick(random, WRONG)},"y":`,
    );
  },
  (bytes, random) => replaced(bytes, /\{/, `{"${pick(random, KEYS)}":${pick(random, WRONG)},`),
  (bytes, random) =>
    replaced(
      bytes,
      /\{/,
      `{"${pick(random, ["__proto__", "constructor", "prototype", "toString"])}":{"polluted":${pick(random, WRONG)}},`,
    ),
  (bytes) => replaced(bytes, /"output_fields":\{/, '"output_fields":{"__proto__":{"polluted":true},'),
  // What only a decoder makes.
  (bytes) => replaced(bytes, /\{/, '{"kind":"unreadable","reason":"forged","detail":"forged",'),
  (bytes) => replaced(bytes, /"output_fields"/, '"fields"'),
  // Deep, and long.
  (bytes, random) => {
    const depth = upTo(random, 3000);
    const [open, close] = pick(random, [
      ["[", "]"],
      ['{"a":', "}"],
    ] as const);
    return Buffer.concat([
      Buffer.from(open.repeat(depth)),
      bytes,
      Buffer.from(close.repeat(upTo(random, 2) * depth)),
    ]);
  },
  (bytes, random) => splice(bytes, random, " ".repeat(upTo(random, 20_000))),
  // Several in one, and envelopes.
  (bytes) => Buffer.concat([Buffer.from("["), bytes, Buffer.from(","), bytes, Buffer.from("]")]),
  (bytes) => Buffer.concat([bytes, Buffer.from("\n"), bytes]),
  (bytes) => Buffer.concat([Buffer.from('{"specversion":"1.0","rule":"a","data":'), bytes, Buffer.from("}")]),
  (bytes) => Buffer.from(`{"specversion":"1.0","data_base64":"${bytes.toString("base64")}"}`),
  (_, random) => Buffer.from(Array.from({ length: upTo(random, 200) }, () => upTo(random, 256))),
];

const HEADERS: readonly ((random: Random) => Record<string, string>)[] = [
  (random) => ({ "content-type": pick(random, TYPES) }),
  (random) => ({ "content-encoding": pick(random, ["gzip", "br", "identity", "deflate, gzip"]) }),
];

/** The next body: one in ten is intact, the others were mangled once to four times. */
export function mangledBody(index: number, random: Random): MangledBody {
  const alert = contractAlert(index % 1_000_000);
  let body: Buffer = Buffer.from(falcoJson({ ...alert, fields: { ...alert.fields, password: CANARY } }));
  let headers: Record<string, string> = { "content-type": "application/json" };
  if (random() < 0.1) return { body, headers, intact: true };
  for (let times = 1 + upTo(random, 4); times > 0; times--) {
    const mangled = pick(random, MANGLES)(body, random);
    if (mangled.length < 100_000) body = mangled;
  }
  if (random() < 0.1) headers = { ...headers, ...pick(random, HEADERS)(random) };
  return { body, headers, intact: false };
}
