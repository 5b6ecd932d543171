/**
 * What kind of identity made a change. The names are the providers' own, in snake case.
 *
 * Source: AWS CloudTrail `userIdentity.type`; GCP and Azure map onto the last ones.
 */
export type ActorKind =
  | "root"
  | "iam_user"
  | "assumed_role"
  | "role"
  | "federated_user"
  | "web_identity_user"
  | "saml_user"
  | "identity_center_user"
  | "directory_user"
  | "aws_account"
  | "aws_service"
  | "user"
  | "service_account"
  | "service_principal"
  | "service"
  | "unknown";

/** Who made a change. `name` is never empty. */
export interface Actor {
  readonly kind: ActorKind;
  /** The human-readable "who": the user, the role session's name, the service. Never empty. */
  readonly name: string;
  /** The principal as the cloud writes it: an ARN, an e-mail address, an application id. */
  readonly principal?: string;
  /** The role behind a session: its name on AWS (`Admin`), the impersonated account on GCP. */
  readonly role?: string;
  readonly account?: string;
  readonly sourceIp?: string;
  readonly userAgent?: string;
  /** The cloud's own service on whose behalf the call was made, such as `autoscaling.amazonaws.com`. */
  readonly invokedBy?: string;
  /** Set where the record says that the session came from the provider's web console. */
  readonly console?: boolean;
}
