/** The parts of an Amazon Resource Name. `account` and `region` are `""` where the service leaves them out. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All behind the fifth colon: `function:name:1`, `role/path/name`, `my-bucket/key`. */
  readonly resource: string;
}

const ARN = /^arn:([^:]*):([^:]+):([^:]*):([^:]*):(.+)$/s;

/** Reads an ARN; `undefined` for any other text. */
export function parseArn(text: string): Arn | undefined {
  const found = text.startsWith("arn:") ? ARN.exec(text) : null;
  if (found === null) return undefined;
  const [, partition = "", service = "", region = "", account = "", resource = ""] = found;
  return { partition, service, region, account, resource };
}

/**
 * The names by which Terraform may know the resource of an ARN: `function:web:3` is `web`, `role/path/Admin` is `Admin`,
 * `alias/data` stays `alias/data`. Empty for what is no ARN.
 *
 * Source: the services' own ARN formats (AWS Service Authorization Reference).
 */
export function arnResourceNames(text: string): readonly string[] {
  const arn = parseArn(text);
  if (arn === undefined) return [];
  const { service, resource } = arn;
  switch (service) {
    case "s3":
      return [after(resource, "accesspoint/") ?? before(resource, "/")];
    case "autoscaling":
      return [lastSegment(resource)];
    case "dynamodb":
      return [resource.split("/")[1] ?? resource];
    case "kms":
      return resource.startsWith("alias/") ? [resource] : [lastSegment(resource)];
    case "ssm": {
      const name = after(resource, "parameter/");
      return name === undefined ? [lastSegment(resource)] : [name, `/${name}`];
    }
    case "logs":
      return [before(after(resource, "log-group:") ?? resource, ":")];
    case "secretsmanager": {
      const name = after(resource, "secret:") ?? resource;
      return [name, name.replace(/-[A-Za-z0-9]{6}$/, "")];
    }
    case "sns":
      return [before(resource, ":")];
    default:
      if (resource.includes(":")) return [resource.split(":")[1] ?? resource];
      return [lastSegment(resource)];
  }
}

function before(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}

function after(text: string, prefix: string): string | undefined {
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}

function lastSegment(resource: string): string {
  return resource.slice(resource.lastIndexOf("/") + 1);
}
