/** One field of an alert that the parser reads, and how a Falco rule carries it. */
export interface AlertField {
  /** Its key in the alert's `output_fields`. */
  readonly name: string;
  /** For a key of our own: the output expression behind it. Falco's own fields are carried by their name alone. */
  readonly expression?: string;
  /** The plugin that provides it. */
  readonly plugin: "cloudtrail" | "json";
  /** The oldest version of the plugin that surely has it. An older one refuses to load rules that name it. */
  readonly since: string;
  /**
   * - `identity`: no judgement without it.
   * - `evidence`: a surer or fuller judgement with it.
   */
  readonly need: "identity" | "evidence";
}

const cloudtrail = (name: string, need: AlertField["need"], since = "0.12.0"): AlertField => ({
  name,
  plugin: "cloudtrail",
  since,
  need,
});

const json = (name: string, pointer: string): AlertField => ({
  name,
  expression: `%json.value[${pointer}]`,
  plugin: "json",
  since: "0.7.0",
  need: "evidence",
});

/**
 * The alert fields that the AWS parser reads: the one list from which Falco's configuration is written. Falco has no
 * wildcard, so each must be named in `append_output`.
 *
 * Source: fields of Falco's cloudtrail plugin 0.17.1. `ct.request` and `ct.response` came with 0.12.0, `ct.originaluser`
 * with 0.16.0. The last two keys mend what the plugin loses: it shows `sessionCredentialFromConsole: "true"` as
 * `false`, and has no field for `invokedBy`.
 */
export const AWS_ALERT_FIELDS: readonly AlertField[] = [
  cloudtrail("ct.id", "identity"),
  cloudtrail("ct.time", "evidence"),
  cloudtrail("ct.src", "identity"),
  cloudtrail("ct.name", "identity"),
  cloudtrail("ct.error", "identity"),
  cloudtrail("ct.errormessage", "evidence"),
  cloudtrail("ct.readonly", "identity"),
  cloudtrail("ct.managementevent", "evidence"),
  cloudtrail("ct.eventcategory", "evidence"),
  cloudtrail("ct.requestid", "evidence"),
  cloudtrail("ct.region", "identity"),
  cloudtrail("ct.recipientaccountid", "identity"),
  cloudtrail("ct.request", "identity"),
  cloudtrail("ct.response", "identity"),
  cloudtrail("ct.resources", "identity"),
  cloudtrail("ct.user", "evidence"),
  cloudtrail("ct.originaluser", "evidence", "0.16.0"),
  cloudtrail("ct.user.identitytype", "evidence"),
  cloudtrail("ct.user.principalid", "evidence"),
  cloudtrail("ct.user.arn", "evidence"),
  cloudtrail("ct.user.accountid", "evidence"),
  cloudtrail("ct.srcip", "evidence"),
  cloudtrail("ct.useragent", "evidence"),
  cloudtrail("ct.sessioncredentialfromconsole", "evidence"),
  json("session_from_console", "/sessionCredentialFromConsole"),
  json("invoked_by", "/userIdentity/invokedBy"),
];
