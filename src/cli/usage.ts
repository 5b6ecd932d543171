/** The commands, in the order of the help. */
export const COMMANDS = ["watch", "replay", "state", "doctor", "falco-config", "demo"] as const;

/** One of {@link COMMANDS}. */
export type CommandName = (typeof COMMANDS)[number];

/** Commands of the interface that this version does not have yet. */
export const LATER_COMMANDS: readonly string[] = ["coverage"];

const PIPELINE = `  --provider aws           whose audit log the alerts are from (default aws)
  --format pretty|json     json is one drift event a line (default pretty)
  --explain                tell of every alert what became of it and why, on standard error
  --trusted-actor GLOB     whose Terraform runs are ours: a principal ARN with * (repeatable)
  --no-unmanaged           do not report new resources that no state declares
  --settle SECONDS         how long an unproven Terraform run may take to reach the state (default 90)
  --detailed-exitcode      exit with 2 where drift was found`;

/** `tfdrift --help`. */
export const USAGE = `tfdrift: Terraform drift from Falco's alerts, as it happens

usage: tfdrift COMMAND [options]

  watch          follow Falco and report drift
  replay         judge recorded alerts or CloudTrail records
  state          list the addresses of a state
  doctor         say what is wrong with a set-up, and how to fix it
  falco-config   print the configuration that Falco needs
  demo           see the whole pipeline work, without a cloud or a Falco

tfdrift COMMAND --help tells a command's options. Results go to standard output, all else to standard error.
Exit status: 0, 1 for an error, 2 for drift with --detailed-exitcode.`;

/** `tfdrift COMMAND --help`. */
export const COMMAND_USAGE: Readonly<Record<CommandName, string>> = {
  watch: `usage: tfdrift watch --falco SOURCE --state FILE... [options]

  --falco SOURCE           where alerts come from:
                           unix:///run/falco/falco.sock or grpcs://host:5060: Falco's gRPC (Falco 0.24 to 0.43)
                           http://user:password@127.0.0.1:2801/falco: listen for Falco's http_output (or https://)
                           a file of JSON lines, which is followed; or - for standard input
  --ca, --cert, --key FILE PEM files. grpcs://: the CA of Falco's certificate, our certificate, its key.
                           https://: the CA of the senders' certificates, our certificate, its key
  --offset-file FILE       where to remember how far a followed file was judged, for the next start
  --state FILE             a Terraform state file (repeatable)
${PIPELINE}

One subscriber a Falco: a second one takes alerts away from the first.`,
  replay: `usage: tfdrift replay (--alerts FILE|- | --cloudtrail FILE|DIR) --state FILE... [options]

  --alerts FILE|-          Falco's alerts, one JSON object a line
  --cloudtrail FILE|DIR    CloudTrail's files ({"Records": [...]}, plain or .gz), a folder of them, or a record a line
  --state FILE             a Terraform state file (repeatable)
  --outcomes               instead of the drift: one line for each record, in input order
${PIPELINE}

Time is the records' own, so the same input gives the same output.`,
  state: `usage: tfdrift state --state FILE...

Prints the addresses, one a line, as \`terraform state list\` does.`,
  doctor: `usage: tfdrift doctor [--falco SOURCE] [--state FILE...] [--for SECONDS]

  --falco SOURCE           as for tfdrift watch; its alerts are judged, and no drift is reported
  --state FILE             a Terraform state file (repeatable)
  --for SECONDS            how long to listen to Falco (default 30)

One finding a line, each with what to do. Exit status 1 where there is one. While it listens to Falco's gRPC it takes
alerts away from other subscribers.`,
  "falco-config": `usage: tfdrift falco-config --source aws_cloudtrail

Prints two YAML documents: the fragment for falco.yaml, and a rules file.`,
  demo: `usage: tfdrift demo

Starts a Falco-compatible server on a socket of its own, plays alerts through the whole pipeline, and says what became
of each. Needs no cloud, no Falco and no network, and leaves nothing behind.`,
};
