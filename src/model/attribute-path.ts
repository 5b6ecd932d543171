/** A step of a parsed attribute path: an attribute's name or map key, or a list index. */
export type PathStep = string | number;

/** What may follow a dot unquoted: Terraform's identifiers. */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** One step at a time: `name`, `.name`, `[0]` or `["any text"]`. */
const STEP = /\.?([^.[\]"]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/y;

/**
 * The path of an element inside another path, as Terraform writes it.
 *
 * @example `attributePath("tags", "Name")` is `tags.Name`; `attributePath("tags", "a.b")` is `tags["a.b"]`;
 * `attributePath("versioning", 0)` is `versioning[0]`.
 */
export function attributePath(base: string, key: PathStep): string {
  if (typeof key === "number") return `${base}[${key}]`;
  if (!IDENTIFIER.test(key)) return `${base}[${JSON.stringify(key)}]`;
  return base === "" ? key : `${base}.${key}`;
}

/**
 * The steps of an attribute path, {@link attributePath} backwards: `versioning[0].enabled` is
 * `["versioning", 0, "enabled"]`. Text that is no path is taken as one name. Never throws.
 */
export function parseAttributePath(path: string): PathStep[] {
  const steps: PathStep[] = [];
  const pattern = new RegExp(STEP);
  while (pattern.lastIndex < path.length) {
    const found = pattern.exec(path);
    if (found === null) return [path];
    const [, name, index, quoted] = found;
    if (name !== undefined) steps.push(name);
    else if (index !== undefined) steps.push(Number(index));
    else steps.push(unquote(quoted ?? ""));
  }
  return steps;
}

function unquote(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}
