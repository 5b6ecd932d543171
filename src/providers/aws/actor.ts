import type { Actor, ActorKind } from "../../model/actor.js";
import { parseArn } from "./arn.js";
import { type AuditRecord, type CallerIdentity, compact } from "./audit-record.js";

/** Source: CloudTrail record contents 1.11, `userIdentity.type`. */
const KINDS: ReadonlyMap<string, ActorKind> = new Map([
  ["Root", "root"],
  ["IAMUser", "iam_user"],
  ["AssumedRole", "assumed_role"],
  ["Role", "role"],
  ["FederatedUser", "federated_user"],
  ["WebIdentityUser", "web_identity_user"],
  ["SAMLUser", "saml_user"],
  ["IdentityCenterUser", "identity_center_user"],
  ["Directory", "directory_user"],
  ["AWSAccount", "aws_account"],
  ["AWSService", "aws_service"],
]);

/** A service's own name, which stands in place of an address where a service made the call. */
const SERVICE_NAME = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/;

/**
 * Who made a call. Never without a name: where the record tells none, the kind of identity is the name.
 *
 * The name is the human's: for a role's session it is the session's name, and the role is `role`.
 */
export function actorOf(record: AuditRecord): Actor {
  const { identity } = record;
  const service =
    record.sourceIp !== undefined && SERVICE_NAME.test(record.sourceIp) ? record.sourceIp : undefined;
  const invokedBy = identity.invokedBy ?? service;
  const kind = kindOf(identity, invokedBy);
  const session = sessionOf(identity);
  return compact<Actor>({
    kind,
    name: nameOf(kind, identity, session, invokedBy),
    principal: identity.arn ?? identity.principalId ?? (kind === "aws_service" ? invokedBy : undefined),
    role: kind === "assumed_role" || kind === "role" ? session.role : undefined,
    account: identity.account ?? record.recipientAccount,
    sourceIp: record.sourceIp,
    userAgent: record.userAgent,
    invokedBy,
    console: record.console,
  });
}

/** Records of service events often have no identity type at all. */
function kindOf(identity: CallerIdentity, invokedBy: string | undefined): ActorKind {
  if (identity.type !== undefined) return KINDS.get(identity.type) ?? "unknown";
  if (identity.arn === undefined && identity.userName === undefined && invokedBy !== undefined)
    return "aws_service";
  return kindOfArn(identity.arn);
}

function kindOfArn(text: string | undefined): ActorKind {
  const resource = text === undefined ? undefined : parseArn(text)?.resource;
  if (resource === undefined) return "unknown";
  if (resource === "root") return "root";
  if (resource.startsWith("user/")) return "iam_user";
  if (resource.startsWith("assumed-role/")) return "assumed_role";
  if (resource.startsWith("role/")) return "role";
  if (resource.startsWith("federated-user/")) return "federated_user";
  return "unknown";
}

interface Session {
  /** The last part of the ARN, or what follows the `:` of the principal's id. */
  readonly name?: string;
  readonly role?: string;
}

/** `arn:aws:sts::123456789012:assumed-role/ROLE/SESSION`; principal ids of sessions are `AROA...:SESSION`. */
function sessionOf(identity: CallerIdentity): Session {
  const resource = identity.arn === undefined ? undefined : parseArn(identity.arn)?.resource;
  const [type, ...path] = resource?.split("/") ?? [];
  const colon = identity.principalId?.indexOf(":") ?? -1;
  const afterColon = colon < 0 ? undefined : identity.principalId?.slice(colon + 1);
  const lastOfPath = path.at(-1);
  if (type === "assumed-role") {
    return compact<Session>({
      name: (path.length > 1 ? path.slice(1).join("/") : undefined) ?? afterColon,
      role: path[0] ?? identity.roleName,
    });
  }
  return compact<Session>({
    name: lastOfPath ?? afterColon,
    role: type === "role" ? lastOfPath : identity.roleName,
  });
}

function nameOf(
  kind: ActorKind,
  identity: CallerIdentity,
  session: Session,
  invokedBy: string | undefined,
): string {
  const { userName, principalId, account, type } = identity;
  const last = type ?? "unknown";
  switch (kind) {
    case "root":
      return "root";
    case "assumed_role":
      return firstText(session.name, userName, session.role, principalId, invokedBy, last);
    case "role":
    case "federated_user":
      return firstText(session.name, userName, session.role, principalId, last);
    case "aws_service":
      return firstText(invokedBy, userName, last);
    case "aws_account":
      return firstText(account, principalId, last);
    default:
      return firstText(userName, session.name, principalId, invokedBy, last);
  }
}

function firstText(...candidates: readonly (string | undefined)[]): string {
  return candidates.find((candidate) => candidate !== undefined && candidate.trim() !== "") ?? "unknown";
}
