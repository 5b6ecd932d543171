import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../../src/model/json.js";
import { mappedTargets, type TargetSummary } from "../../../../support/mapped-targets.js";

const KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const KEYS = "aws_kms_key|aws_kms_external_key|aws_kms_replica_key|aws_kms_replica_external_key";
const KEY = { is: `update ${KEYS}`, by: { "key_id|id|arn": [KEY_ID] } };
const POLICY = '{"Version":"2012-10-17","Statement":[]}';
const PARSED = { Version: "2012-10-17", Statement: [] };

const cases: readonly (readonly [string, JsonObject, TargetSummary, JsonObject?])[] = [
  [
    "CreateKey",
    { description: "d", tags: [{ tagKey: "a", tagValue: "b" }] },
    {
      is: `create ${KEYS}`,
      by: { "key_id|id|arn": [KEY_ID] },
      changes: { description: "d", tags: { a: "b" } },
    },
    { keyMetadata: { keyId: KEY_ID } },
  ],
  ["ScheduleKeyDeletion", { keyId: KEY_ID, pendingWindowInDays: 7 }, { ...KEY, is: `delete ${KEYS}` }],
  ["CancelKeyDeletion", { keyId: KEY_ID }, { ...KEY, changes: { is_enabled: false } }],
  ["DisableKey", { keyId: KEY_ID }, { ...KEY, changes: { is_enabled: false } }],
  ["EnableKey", { keyId: KEY_ID }, { ...KEY, changes: { is_enabled: true } }],
  ["EnableKeyRotation", { keyId: KEY_ID }, { ...KEY, changes: { enable_key_rotation: true } }],
  ["DisableKeyRotation", { keyId: KEY_ID }, { ...KEY, changes: { enable_key_rotation: false } }],
  ["UpdateKeyDescription", { keyId: KEY_ID, description: "d" }, { ...KEY, changes: { description: "d" } }],
  [
    "PutKeyPolicy",
    { keyId: KEY_ID, policyName: "default", policy: POLICY, bypassPolicyLockoutSafetyCheck: false },
    {
      is: "update aws_kms_key_policy",
      by: { "key_id|id": [KEY_ID] },
      changes: { policy: PARSED },
      orElse: { ...KEY, changes: { policy: PARSED } },
    },
  ],
  [
    "TagResource",
    { keyId: KEY_ID, tags: [{ tagKey: "a", tagValue: "b" }] },
    { ...KEY, changes: { "tags.a": "b" } },
  ],
  ["UntagResource", { keyId: KEY_ID, tagKeys: ["a"] }, { ...KEY, changes: { "-tags.a": null } }],
  [
    "CreateAlias",
    { aliasName: "alias/app", targetKeyId: KEY_ID },
    { is: "create aws_kms_alias", by: { "name|id": ["alias/app"] }, changes: { target_key_id: KEY_ID } },
  ],
  [
    "UpdateAlias",
    { aliasName: "alias/app", targetKeyId: KEY_ID },
    { is: "update aws_kms_alias", by: { "name|id": ["alias/app"] }, changes: { target_key_id: KEY_ID } },
  ],
  [
    "DeleteAlias",
    { aliasName: "alias/app" },
    { is: "delete aws_kms_alias", by: { "name|id": ["alias/app"] } },
  ],
  [
    "RevokeGrant",
    { keyId: KEY_ID, grantId: "g-1" },
    { is: "delete aws_kms_grant", by: { grant_id: ["g-1"] } },
  ],
];

describe("KMS", () => {
  for (const [operation, request, expected, response] of cases) {
    it(`${operation} is mapped`, () => {
      expect(mappedTargets("kms", operation, request, response)).toEqual([expected]);
    });
  }

  it("passes over the use of keys", () => {
    expect(mappedTargets("kms", "Decrypt", {})).toBe("skipped");
  });
});
