/** A step of an address: a name and, in brackets, the key of an instance. */
interface Step {
  readonly name: string;
  readonly key?: string | number;
}

/** An address, taken apart. */
interface Address {
  readonly modules: readonly Step[];
  readonly data: boolean;
  readonly type: string;
  readonly instance: Step;
}

/**
 * Sorts full addresses as `terraform state list` prints them: by depth of module, then module by module, data sources
 * first, by type, name and key, numbers before strings.
 *
 * Source: Terraform 1.11, `addrs.AbsResourceInstance.Less` and `addrs.InstanceKeyLess`.
 */
export function inStateListOrder(addresses: readonly string[]): readonly string[] {
  return addresses
    .map((address) => ({ address, parsed: parseAddress(address) }))
    .sort((a, b) => compareAddresses(a.parsed, b.parsed))
    .map(({ address }) => address);
}

function compareAddresses(a: Address, b: Address): number {
  return (
    a.modules.length - b.modules.length ||
    compareModules(a.modules, b.modules) ||
    Number(b.data) - Number(a.data) ||
    compareText(a.type, b.type) ||
    compareSteps(a.instance, b.instance)
  );
}

function compareModules(a: readonly Step[], b: readonly Step[]): number {
  for (const [position, step] of a.entries()) {
    const other = b[position];
    const order = other === undefined ? 1 : compareSteps(step, other);
    if (order !== 0) return order;
  }
  return 0;
}

function compareSteps(a: Step, b: Step): number {
  return compareText(a.name, b.name) || compareKeys(a.key, b.key);
}

/** No key before numbers, numbers before strings. */
function compareKeys(a: Step["key"], b: Step["key"]): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  return keyRank(a) - keyRank(b);
}

function keyRank(key: Step["key"]): number {
  if (key === undefined) return 0;
  return typeof key === "number" ? 1 : 2;
}

/** By bytes of UTF-8, as Go compares strings. */
function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function parseAddress(address: string): Address {
  const steps = [...splitSteps(address)];
  const modules: Step[] = [];
  while (steps[0]?.name === "module" && steps.length > 3) modules.push(...steps.splice(0, 2).slice(1));
  const data = steps[0]?.name === "data" && steps.length > 2;
  const [type, instance] = data ? steps.slice(1) : steps;
  return { modules, data, type: type?.name ?? "", instance: instance ?? { name: "" } };
}

/** One step: a name, and a key in brackets, which is a number or a quoted string with escapes. */
const STEP = /([^.[\]]+)(?:\[(?:(\d+)|"((?:[^"\\]|\\.)*)")\])?(?:\.|$)/gy;

function* splitSteps(address: string): Generator<Step> {
  for (const [, name = "", number, quoted] of address.matchAll(STEP)) {
    if (number !== undefined) yield { name, key: Number(number) };
    else if (quoted !== undefined) yield { name, key: unescaped(quoted) };
    else yield { name };
  }
}

/** Terraform sorts by the key itself, not by how it is written. */
function unescaped(quoted: string): string {
  return quoted
    .replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/g, (_, sequence: string) => {
      if (/^[uU]../.test(sequence)) return String.fromCodePoint(Number.parseInt(sequence.slice(1), 16));
      return { n: "\n", r: "\r", t: "\t" }[sequence] ?? sequence;
    })
    .replaceAll("$${", "${")
    .replaceAll("%%{", "%{");
}
