import type { AlertField } from "../providers/aws/index.js";

/** What Falco's configuration for one event source is made of. */
export interface FalcoFragment {
  /** Falco's name of the source: `aws_cloudtrail`. */
  readonly source: string;
  /** The fields that the provider's parser reads; each must be named, since Falco has no wildcard. */
  readonly fields: readonly AlertField[];
}

/**
 * The fragment for falco.yaml: the plugins, the gRPC server, and every field that we read.
 *
 * Source: falco.yaml of Falco 0.43, `append_output` since 0.39; cloudtrail plugin 0.17 and json plugin 0.7.
 */
export function falcoYaml({ source, fields }: FalcoFragment): string {
  return `# falco.yaml: merge these keys into /etc/falco/falco.yaml, or put them into /etc/falco/config.d/tfdrift.yaml.
# The gRPC server exists in Falco 0.24 to 0.43; append_output since 0.39. Falco 0.44 removed gRPC: there, leave out grpc
# and grpc_output, and see the end of this document.

# Cloud audit logs only, no system calls.
engine:
  kind: nodriver

load_plugins: [cloudtrail, json]
plugins:
  - name: cloudtrail
    library_path: libcloudtrail.so
    init_config:
      sqsDelete: true
    # The queue of your trail's SNS notifications; s3://bucket/prefix and a local folder are read once instead.
    open_params: "sqs://YOUR-QUEUE"
  - name: json
    library_path: libjson.so

rules_files:
  - /etc/falco/rules.d/tfdrift.yaml

# Alerts as JSON carry typed values; text alerts are refused.
json_output: true
json_include_output_property: true
json_include_tags_property: true

# Falco keeps alerts in memory, without a limit, until a subscriber takes them: enable gRPC only together with one, and
# only one, since a second subscriber takes alerts away from the first.
grpc:
  enabled: true
  # The folder is made where it is missing. Whoever subscribes needs write permission on the socket, which Falco makes
  # as its own user. For another host use "0.0.0.0:5060" with private_key, cert_chain and root_certs: mTLS is mandatory.
  bind_address: "unix:///run/falco/falco.sock"
  threadiness: 0
grpc_output:
  enabled: true

# A field that is not named here is not in the alert. An unknown one keeps Falco from starting: update the plugin.
append_output:
  - match:
      source: ${source}
    extra_fields:
${fields.map((field) => `      - ${extraField(field)}`).join("\n")}

# Falco 0.44 and newer, in place of grpc and grpc_output: Falco posts each alert to
#   tfdrift watch --falco "http://falco:TOKEN@127.0.0.1:2801/falco" --state terraform.tfstate
# http_output:
#   enabled: true
#   url: "http://falco:TOKEN@127.0.0.1:2801/falco"
# or writes it to a file, which keeps alerts while nobody reads:
#   tfdrift watch --falco /var/log/falco/alerts.json --offset-file alerts.offset --state terraform.tfstate
# file_output:
#   enabled: true
#   keep_alive: false
#   filename: /var/log/falco/alerts.json
`;
}

/**
 * The rules file: Falco says nothing of an event that no rule matches, and its stock rules know some twenty calls.
 *
 * Source: Falco rules syntax, `evt.num > 0` is the stock rules' own way to match every event.
 */
export function falcoRules({ source, fields }: FalcoFragment): string {
  return `# /etc/falco/rules.d/tfdrift.yaml: the rule that lets every change through. Reads and failed calls stay in Falco.
- required_plugin_versions:
    - name: cloudtrail
      version: ${pluginVersion(fields, "cloudtrail")}
    - name: json
      version: ${pluginVersion(fields, "json")}

- rule: Terraform Drift AWS
  desc: A call that changed something in AWS, for tfdrift to compare with the Terraform state
  condition: evt.num > 0 and not ct.readonly = "true" and not ct.error exists
  output: AWS change (id=%ct.id name=%ct.name user=%ct.user region=%ct.region)
  priority: NOTICE
  source: ${source}
  tags: [aws, terraform, tfdrift]
`;
}

/** A field of Falco's own by its name, one of ours as `key: expression`. */
function extraField({ name, expression }: AlertField): string {
  return expression === undefined ? name : `${name}: ${JSON.stringify(expression)}`;
}

/** The newest version that any field of a plugin needs. */
function pluginVersion(fields: readonly AlertField[], plugin: AlertField["plugin"]): string {
  const versions = fields.filter((field) => field.plugin === plugin).map((field) => field.since);
  return versions.sort((a, b) => a.localeCompare(b, "en", { numeric: true })).at(-1) ?? "0.0.0";
}
