import { AWS_ALERT_FIELDS } from "../../providers/aws/index.js";
import { type Command, EXIT } from "../cli-io.js";
import { falcoRules, falcoYaml } from "../falco-fragment.js";
import { parseOptions, required } from "../options.js";
import { notYet, usageError } from "../usage-error.js";

const LATER_SOURCES: readonly string[] = ["gcp_auditlog", "azure"];

/** `tfdrift falco-config`: two YAML documents, the fragment for falco.yaml and the rules file. */
export const falcoConfig: Command = async (args, io) => {
  const values = parseOptions(args, { source: { type: "string" } });
  const source = required(values, "source", "aws_cloudtrail");
  if (LATER_SOURCES.includes(source)) throw notYet(`--source ${source}`, "use aws_cloudtrail");
  if (source !== "aws_cloudtrail") throw usageError(`--source ${source} is unknown; use aws_cloudtrail`);
  const fragment = { source, fields: AWS_ALERT_FIELDS };
  io.stdout.write(`${falcoYaml(fragment)}---\n${falcoRules(fragment)}`);
  return EXIT.ok;
};
