import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ResourceTarget } from "../../../../../src/model/resource-target.js";
import { aws } from "../../../../../src/providers/aws/index.js";

const SAMPLES = new URL("../../../../../../shared/samples/", import.meta.url);
const CAPTURED = new URL("falco-capture/input/records.jsonl", SAMPLES);
const PUBLISHED = new URL("aws/", SAMPLES);
const SERVICES = /^(?:s3|iam|lambda|rds|kms|cloudtrail|sns|sqs|dynamodb|secretsmanager|ssm)\.amazonaws\.com$/;

const EXPECTED: Readonly<Record<string, string>> = {
  AddPermission20150331v2: "create aws_lambda_permission: action principal, else update aws_lambda_function:",
  AttachRolePolicy:
    "create aws_iam_role_policy_attachment:, else update aws_iam_policy_attachment: +roles, else update aws_iam_role_policy_attachments_exclusive: +policy_arns, else update aws_iam_role: +managed_policy_arns",
  AttachUserPolicy:
    "create aws_iam_user_policy_attachment:, else update aws_iam_policy_attachment: +users, else update aws_iam_user_policy_attachments_exclusive: +policy_arns, else update aws_iam_user:",
  CreateAccessKey: "create aws_iam_access_key: user status",
  CreateAlias: "create aws_kms_alias: target_key_id",
  CreateKey: "create aws_kms_key: description key_usage",
  CreateLoginProfile: "create aws_iam_user_login_profile: password_reset_required",
  CreateQueue: "create aws_sqs_queue: name",
  CreateRole: "create aws_iam_role: assume_role_policy permissions_boundary",
  CreateTopic: "create aws_sns_topic: name",
  CreateUser: "create aws_iam_user: tags",
  DeleteLoginProfile: "skipped: failed_call",
  DeleteTable: "delete aws_dynamodb_table:",
  DeleteTrail: "delete aws_cloudtrail:",
  DisableKey: "update aws_kms_key: is_enabled, else update aws_kms_external_key: enabled",
  ModifyDBSnapshotAttribute: "update aws_db_snapshot: +shared_accounts",
  // The published record has the bucket's name blanked out.
  PutBucketAcl: "unmapped",
  PutEventSelectors: "update aws_cloudtrail: event_selector advanced_event_selector",
  PutKeyPolicy: "update aws_kms_key_policy: policy, else update aws_kms_key: policy",
  ScheduleKeyDeletion: "delete aws_kms_key:",
  SendCommand: "skipped: data_plane",
  SetQueueAttributes: "update aws_sqs_queue: visibility_timeout_seconds",
  StartSession: "skipped: data_plane",
  StopLogging: "update aws_cloudtrail: enable_logging",
  TerminateSession: "skipped: data_plane",
  UpdateAssumeRolePolicy: "update aws_iam_role: assume_role_policy",
  UpdateFunctionCode20150331v2: "update aws_lambda_function: code_sha256",
  UpdateFunctionConfiguration20150331v2: "update aws_lambda_function: layers and more",
  UpdateLoginProfile: "update aws_iam_user_login_profile:",
  UpdateTable: "update aws_dynamodb_table: read_capacity write_capacity",
};

/** What the table makes of a record: its targets, else why there are none. */
function mapped(record: unknown): string {
  const { parser, mapper } = aws();
  const parsed = parser.parseRecord?.(record);
  if (parsed?.status === "skipped") return `skipped: ${parsed.reason}`;
  if (parsed?.status !== "parsed") return "not parsed";
  const result = mapper.map(parsed.change);
  if (result.status === "mapped") return result.targets.map(summary).join(" and ");
  return "reason" in result ? `${result.status}: ${result.reason}` : result.status;
}

/** Effect, types and the paths that changed; the values are the records' own. */
function summary({ effect, ref, changes, partial, orElse }: ResourceTarget): string {
  const paths = changes.map(({ path, change }) => ({ set: "", added: "+", removed: "-" })[change] + path);
  const what = [`${effect} ${ref.types[0]}:`, ...paths, ...(partial === true ? ["and more"] : [])].join(" ");
  return orElse === undefined ? what : `${what}, else ${summary(orElse)}`;
}

function records(): readonly Record<string, unknown>[] {
  const captured = readFileSync(CAPTURED, "utf8").trimEnd().split("\n");
  const published = readdirSync(PUBLISHED).filter((name) => /^\d.*\.json$/.test(name));
  const all = [...captured, ...published.map((name) => readFileSync(new URL(name, PUBLISHED), "utf8"))];
  return all
    .map((text) => JSON.parse(text))
    .map((record) => record.record ?? record)
    .filter((record) => SERVICES.test(record.eventSource) && record.readOnly !== true);
}

describe.skipIf(!existsSync(CAPTURED))("recorded calls of the services that are mapped by hand", () => {
  test("each is read as what it was", () => {
    const seen = new Map<string, Set<string>>();
    for (const record of records()) {
      const name = String(record.eventName);
      seen.set(name, (seen.get(name) ?? new Set()).add(mapped(record)));
    }
    expect(Object.fromEntries([...seen].map(([name, what]) => [name, [...what].join(" or ")]))).toEqual(
      EXPECTED,
    );
  });
});
