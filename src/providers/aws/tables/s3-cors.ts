import type { CloudChange } from "../../../model/cloud-change.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../model/json.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import { memberOf, recordValues } from "../record-path.js";
import { setTo } from "./ec2-targets.js";
import { readAlternatives, withChanges } from "./read-rows.js";
import { aspectRow, bucketRow } from "./s3-rows.js";

const TYPE = "aws_s3_bucket_cors_configuration";
const ROWS = [aspectRow("update", TYPE), bucketRow("update")];

/** Reads `PutBucketCors`, which replaces all rules, as the blocks that the state holds. */
export function s3Cors(change: CloudChange): readonly ResourceTarget[] {
  const rules = recordValues(change, "request.CORSConfiguration.CORSRule[]").filter(isJsonObject);
  const changes = rules.length === 0 ? [] : [setTo("cors_rule", rules.map(ruleBlock))];
  return readAlternatives(ROWS, change).map((target) => ({
    ...withChanges(withChanges(withoutPartial(target), TYPE, changes), "aws_s3_bucket", changes),
  }));
}

function ruleBlock(rule: JsonObject): JsonObject {
  return {
    allowed_headers: listed(memberOf(rule, "AllowedHeader")),
    allowed_methods: listed(memberOf(rule, "AllowedMethod")),
    allowed_origins: listed(memberOf(rule, "AllowedOrigin")),
    expose_headers: listed(memberOf(rule, "ExposeHeader")),
    max_age_seconds: memberOf(rule, "MaxAgeSeconds") ?? null,
  };
}

/** XML writes a list of one as its element. */
function listed(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as JsonValue];
}

/** The rows read nothing of the request, the blocks read all of it. */
function withoutPartial(target: ResourceTarget): ResourceTarget {
  const { partial: _, orElse, ...rest } = target;
  return orElse === undefined ? rest : { ...rest, orElse: withoutPartial(orElse) };
}
