import type { Actor } from "../model/actor.js";
import type { Origin, OriginVerdict } from "../model/drift.js";

/** What an origin is judged by, beside the actor. */
export interface OriginOptions {
  /** Globs of principals whose Terraform runs are ours: role or user ARNs, e-mail addresses, application ids. */
  readonly trustedActors: readonly string[];
}

/**
 * Judges whose change it was. Pure. A user agent alone never makes a change ours, because anybody can send one.
 *
 * Source of the user agents: HashiCorp aws-sdk-go-base, Terraform and OpenTofu S3 backends, CloudTrail records.
 */
export function classifyOrigin(actor: Actor, options: OriginOptions): Origin {
  const evidence: string[] = [];
  const agent = stripBrackets(actor.userAgent ?? "");
  const iac = IAC_AGENTS.find(([pattern]) => pattern.test(agent));
  if (iac !== undefined) {
    evidence.push(`the user agent names ${iac[1]}`);
    if (actor.console === true) evidence.push("the session's credentials came from the web console");
    const trusted = trustedBy(actor, options.trustedActors);
    if (trusted !== undefined && iac[2]) {
      return verdict("own_apply", [...evidence, `the principal matches the trusted actor ${trusted}`]);
    }
    if (trusted === undefined) evidence.push("the principal is not among the trusted actors");
    return verdict("iac_unverified", evidence);
  }
  const service = serviceEvidence(actor);
  if (service !== undefined) return verdict("service", [service]);
  if (actor.console === true)
    return verdict("console", ["the session's credentials came from the web console"]);
  if (CONSOLE_AGENT.test(agent))
    return verdict("console", ["the user agent is the web console or a browser"]);
  if (CLI_OR_SDK_AGENT.test(agent))
    return verdict("cli_or_sdk", ["the user agent is a command line tool or an SDK"]);
  return verdict("unknown", [agent === "" ? "the record has no user agent" : "the user agent is not known"]);
}

function verdict(kind: OriginVerdict, evidence: readonly string[]): Origin {
  return { verdict: kind, evidence };
}

/** S3 writes the user agent in brackets. */
function stripBrackets(agent: string): string {
  return agent.startsWith("[") && agent.endsWith("]") ? agent.slice(1, -1) : agent;
}

/** Infrastructure-as-code tools; the last column says whether it is Terraform itself, whose state is ours to read. */
const IAC_AGENTS: readonly (readonly [pattern: RegExp, tool: string, isTerraform: boolean])[] = [
  [/\bcrossplane-provider-/i, "Crossplane", false],
  [/\bPulumi/, "Pulumi", false],
  [/\bOpenTofu(-S3-Backend)?\//, "OpenTofu", true],
  [/\bTerraform\/\d/, "Terraform", true],
  [/\bterraform-provider-[a-z0-9-]+\//, "a Terraform provider", true],
  [/\bHashiCorp-terraform-exec\//, "Terraform", true],
];

const CONSOLE_AGENT =
  /^(console\.|signin\.amazonaws\.com|S3Console\/|aws-internal\/|AWS Internal|Mozilla\/|Coral\/)|console\.amazonaws\.com|AWSLambdaConsole\//;

const CLI_OR_SDK_AGENT =
  /^(aws-cli\/|Boto3\/|Botocore\/|aws-sdk-|APN\/|google-cloud-sdk|gcloud\/|curl\/|python-requests\/|Go-http-client|eksctl\/|Ansible|HashiCorp\/)|aws-sdk-|\bAnsible\b/i;

function serviceEvidence(actor: Actor): string | undefined {
  if (actor.kind === "aws_service" || actor.kind === "service")
    return `the caller is the cloud's own service ${actor.name}`;
  if (
    actor.invokedBy !== undefined &&
    /\.(amazonaws\.com|aws\.internal)$|^AWS Internal$/.test(actor.invokedBy)
  ) {
    return `the call was made on behalf of the caller by ${actor.invokedBy}`;
  }
  // The audit log names the service in place of an address, also where it leaves `invokedBy` out.
  if (actor.console !== true && /\.amazonaws\.com$/.test(actor.sourceIp ?? "")) {
    return `the call came from ${actor.sourceIp}`;
  }
  if (/^AWSServiceRoleFor/.test(actor.role ?? "") || /\/aws-service-role\//.test(actor.principal ?? "")) {
    return `the caller is the service-linked role ${actor.role ?? actor.principal}`;
  }
  return undefined;
}

/** The first glob that matches one of the names by which the actor's principal is known. */
function trustedBy(actor: Actor, globs: readonly string[]): string | undefined {
  const names = principalNames(actor);
  return globs.find((glob) => {
    const pattern = globPattern(glob);
    return names.some((name) => pattern.test(name));
  });
}

/** A role session is known by its own ARN and by its role's: hosts write either. */
function principalNames(actor: Actor): readonly string[] {
  const names = actor.principal === undefined ? [] : [actor.principal];
  const session = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\//.exec(actor.principal ?? "");
  if (session !== null) names.push(`arn:${session[1]}:iam::${session[2]}:role/${session[3]}`);
  return names;
}

/** `*` stands for any characters, `?` for one. */
function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`);
}
