import type { CloudChange } from "../../../model/cloud-change.js";
import type { ResourceTarget } from "../../../model/resource-target.js";
import { buildTargets } from "../build-targets.js";
import type {
  AttributeMapping,
  IgnoredOperation,
  MatchMapping,
  ServiceMapping,
  TargetMapping,
} from "../mapping-table.js";
import { recordText } from "../record-path.js";
import { readRow } from "./read-rows.js";
import { by, creates, deletes, row, updates } from "./rows.js";
import { ssmMaintenance } from "./ssm-maintenance.js";

type Attributes = Readonly<Record<string, string | AttributeMapping>>;

const parameter = by("request.name", ["name", "id", "arn"]);
const document = by("request.name", ["name", "id", "arn"]);
const association = by(
  ["request.associationId", "response.associationDescription.associationId"],
  ["association_id", "id"],
);

/** The tier that the answer tells is the one in force: a request may leave the choice to AWS. */
const PARAMETER_ATTRIBUTES: Attributes = {
  "request.type": "type",
  "request.description": "description",
  "request.keyId": "key_id",
  "response.tier": "tier",
  "request.tier": "tier",
  "request.dataType": "data_type",
  "request.allowedPattern": "allowed_pattern",
  "request.tags[]": { attribute: "tags", as: "tags" },
};

const parameterCreated: TargetMapping = row("create", "aws_ssm_parameter", parameter, {
  attributes: PARAMETER_ATTRIBUTES,
});

/** Each overwriting gives the parameter a value, which a record shows at most of one that is no secret. */
const parameterOverwritten: TargetMapping = row("update", "aws_ssm_parameter", parameter, {
  attributes: { ...PARAMETER_ATTRIBUTES, "request.value": { attribute: "value", as: "masked" } },
});
const valueShown: TargetMapping = row("update", "aws_ssm_parameter", parameter, {
  attributes: { ...PARAMETER_ATTRIBUTES, "request.value": "value" },
});
const valueHidden: TargetMapping = row("update", "aws_ssm_parameter", parameter, {
  attributes: { ...PARAMETER_ATTRIBUTES, "request.name": { attribute: "value", as: "masked" } },
});

const ASSOCIATION_ATTRIBUTES: Attributes = {
  "request.name": "name",
  "request.associationName": "association_name",
  "request.documentVersion": "document_version",
  "request.scheduleExpression": "schedule_expression",
  "request.applyOnlyAtCronInterval": "apply_only_at_cron_interval",
  "request.automationTargetParameterName": "automation_target_parameter_name",
  "request.complianceSeverity": "compliance_severity",
  "request.maxConcurrency": "max_concurrency",
  "request.maxErrors": "max_errors",
  "request.syncCompliance": "sync_compliance",
  "request.outputLocation.s3Location.outputS3BucketName": "output_location[0].s3_bucket_name",
  "request.outputLocation.s3Location.outputS3KeyPrefix": "output_location[0].s3_key_prefix",
  "request.outputLocation.s3Location.outputS3Region": "output_location[0].s3_region",
};

const sessions: IgnoredOperation = {
  ignored: "data_plane",
  detail: "it runs something on instances and changes nothing that is declared",
};

/** SSM. Source: SSM API 2014-11-06 as CloudTrail records it; attributes of the Terraform AWS provider 6. */
export const ssm: ServiceMapping = {
  PutParameter: { targets: parameterPut },
  DeleteParameter: deletes("aws_ssm_parameter", parameter),
  DeleteParameters: deletes("aws_ssm_parameter", by("each", ["name", "id", "arn"]), {
    each: "request.names[]",
  }),

  AddTagsToResource: {
    targets: (change) =>
      tagged(change, { "request.tags[]": { attribute: "tags", change: "added", as: "tags" } }),
  },
  RemoveTagsFromResource: {
    targets: (change) =>
      tagged(change, { "request.tagKeys[]": { attribute: "tags", change: "removed", as: "tags" } }),
  },

  CreateDocument: creates("aws_ssm_document", document, {
    "request.content": { attribute: "content", as: "document" },
    "request.documentType": "document_type",
    "request.documentFormat": "document_format",
    "request.targetType": "target_type",
    "request.versionName": "version_name",
    "request.tags[]": { attribute: "tags", as: "tags" },
  }),
  UpdateDocument: updates("aws_ssm_document", document, {
    attributes: {
      "request.content": { attribute: "content", as: "document" },
      "request.documentFormat": "document_format",
      "request.targetType": "target_type",
      "request.versionName": "version_name",
    },
  }),
  UpdateDocumentDefaultVersion: updates("aws_ssm_document", document, {
    attributes: { "request.documentVersion": "default_version" },
  }),
  ModifyDocumentPermission: updates("aws_ssm_document", document),
  DeleteDocument: deletes("aws_ssm_document", document),

  CreateAssociation: creates(
    "aws_ssm_association",
    by("response.associationDescription.associationId", ["association_id", "id"]),
    ASSOCIATION_ATTRIBUTES,
  ),
  UpdateAssociation: updates("aws_ssm_association", association, { attributes: ASSOCIATION_ATTRIBUTES }),
  // Without an id, the call names the document and the one instance that it was associated with.
  DeleteAssociation: deletes("aws_ssm_association", association, {
    orElse: row("delete", "aws_ssm_association", [
      by("request.name", "name"),
      by("request.instanceId", "instance_id"),
    ]),
  }),

  ...ssmMaintenance,

  LabelParameterVersion: {
    ignored: "data_plane",
    detail: "a label of a version, which no configuration declares",
  },
  UpdateDocumentMetadata: {
    ignored: "data_plane",
    detail: "a review of a document, which no configuration declares",
  },
  StartAutomationExecution: sessions,
  StopAutomationExecution: sessions,
  StartAssociationsOnce: sessions,
  CancelCommand: sessions,
  SendCommand: sessions,
  StartSession: sessions,
  TerminateSession: sessions,
  ResumeSession: sessions,
};

/** A call that does not overwrite fails where the parameter exists, so that one that succeeded made it. */
function parameterPut(change: CloudChange): readonly ResourceTarget[] {
  const overwrites = recordText(change, "request.overwrite")?.toLowerCase() === "true";
  return readRow(overwrites ? overwriting(change) : parameterCreated, change);
}

/** What the call leaves out, the type, is what it was: only one that the call names is known to be no secret. */
function overwriting(change: CloudChange): TargetMapping {
  if (recordText(change, "request.value") === undefined) return valueHidden;
  const type = recordText(change, "request.type");
  return type === "String" || type === "StringList" ? valueShown : parameterOverwritten;
}

function tagged(change: CloudChange, attributes: Attributes): readonly ResourceTarget[] {
  const [types, identity] = taggedResource(recordText(change, "request.resourceType")?.toLowerCase());
  // The type is read above, by no row.
  return buildTargets(row("update", types, identity, { attributes }), change, false);
}

function taggedResource(resourceType: string | undefined): readonly [readonly string[], MatchMapping] {
  switch (resourceType) {
    case "parameter":
      return [["aws_ssm_parameter"], by("request.resourceId", ["name", "id", "arn"])];
    case "document":
      return [["aws_ssm_document"], by("request.resourceId", ["name", "id", "arn"])];
    case "maintenancewindow":
      return [["aws_ssm_maintenance_window"], by("request.resourceId")];
    case "patchbaseline":
      return [["aws_ssm_patch_baseline"], by("request.resourceId", ["id", "arn"])];
    case "association":
      return [["aws_ssm_association"], by("request.resourceId", ["association_id", "id"])];
    default:
      return [
        ["aws_ssm_maintenance_window", "aws_ssm_patch_baseline", "aws_ssm_activation"],
        by("request.resourceId", "id"),
      ];
  }
}
