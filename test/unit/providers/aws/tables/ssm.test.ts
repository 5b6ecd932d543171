import { ssm } from "../../../../../src/providers/aws/tables/ssm.js";
import { describeTable } from "../../../../support/table-cases.js";

describeTable("ssm.amazonaws.com", ssm, [
  {
    operation: "PutParameter",
    form: "a new one",
    request: {
      name: "/app/url",
      type: "SecureString",
      value: "hunter2",
      keyId: "k1",
      tier: "Intelligent-Tiering",
    },
    response: {
      tier: "Standard",
      version: 1,
    },
    targets: [
      'create aws_ssm_parameter name,id,arn=/app/url: type="SecureString"; key_id="k1"; tier="Standard"',
    ],
  },
  {
    operation: "PutParameter",
    form: "overwriting",
    request: {
      name: "/app/url",
      type: "String",
      value: "hunter2",
      overwrite: true,
    },
    targets: ['update aws_ssm_parameter name,id,arn=/app/url: type="String"; value=***'],
  },
  {
    operation: "PutParameter",
    form: "overwriting with a policy, which is not read",
    request: {
      name: "/app/url",
      value: "HIDDEN_DUE_TO_SECURITY_REASONS",
      overwrite: true,
      policies: "[]",
    },
    targets: ["update aws_ssm_parameter name,id,arn=/app/url: value=*** (partial)"],
  },
  {
    operation: "DeleteParameter",
    request: {
      name: "/app/url",
    },
    targets: ["delete aws_ssm_parameter name,id,arn=/app/url:"],
  },
  {
    operation: "DeleteParameters",
    request: {
      names: ["/app/url", "/app/key"],
    },
    targets: [
      "delete aws_ssm_parameter name,id,arn=/app/url:",
      "delete aws_ssm_parameter name,id,arn=/app/key:",
    ],
  },
  {
    operation: "AddTagsToResource",
    form: "a parameter",
    request: {
      resourceType: "Parameter",
      resourceId: "/app/url",
      tags: [
        {
          key: "team",
          value: "a",
        },
      ],
    },
    targets: ['update aws_ssm_parameter name,id,arn=/app/url: tags.team="a"'],
  },
  {
    operation: "AddTagsToResource",
    form: "a document",
    request: {
      resourceType: "Document",
      resourceId: "Patch",
      tags: [
        {
          key: "team",
          value: "a",
        },
      ],
    },
    targets: ['update aws_ssm_document name,id,arn=Patch: tags.team="a"'],
  },
  {
    operation: "AddTagsToResource",
    form: "a maintenance window",
    request: {
      resourceType: "MaintenanceWindow",
      resourceId: "mw-0123",
      tags: [
        {
          key: "team",
          value: "a",
        },
      ],
    },
    targets: [
      'update aws_ssm_maintenance_window|aws_ssm_patch_baseline|aws_ssm_activation id=mw-0123: tags.team="a"',
    ],
  },
  {
    operation: "RemoveTagsFromResource",
    form: "an association",
    request: {
      resourceType: "Association",
      resourceId: "8dfe",
      tagKeys: ["team"],
    },
    targets: ["update aws_ssm_association association_id,id=8dfe: -tags.team=null"],
  },
  {
    operation: "CreateDocument",
    request: {
      name: "Patch",
      content: '{"schemaVersion":"2.2"}',
      documentType: "Command",
      documentFormat: "JSON",
    },
    targets: [
      'create aws_ssm_document name,id,arn=Patch: content={"schemaVersion":"2.2"}; document_type="Command"; document_format="JSON"',
    ],
  },
  {
    operation: "UpdateDocument",
    request: {
      name: "Patch",
      content: '{"schemaVersion":"2.2"}',
      documentVersion: "$LATEST",
    },
    targets: ['update aws_ssm_document name,id,arn=Patch: content={"schemaVersion":"2.2"} (partial)'],
  },
  {
    operation: "UpdateDocumentDefaultVersion",
    request: {
      name: "Patch",
      documentVersion: "2",
    },
    targets: ['update aws_ssm_document name,id,arn=Patch: default_version="2"'],
  },
  {
    operation: "ModifyDocumentPermission",
    request: {
      name: "Patch",
      permissionType: "Share",
      accountIdsToAdd: ["all"],
    },
    targets: ["update aws_ssm_document name,id,arn=Patch: (partial)"],
  },
  {
    operation: "DeleteDocument",
    request: {
      name: "Patch",
    },
    targets: ["delete aws_ssm_document name,id,arn=Patch:"],
  },
  {
    operation: "CreateAssociation",
    request: {
      name: "Patch",
      associationName: "nightly",
      scheduleExpression: "rate(1 day)",
    },
    response: {
      associationDescription: {
        associationId: "8dfe",
      },
    },
    targets: [
      'create aws_ssm_association association_id,id=8dfe: name="Patch"; association_name="nightly"; schedule_expression="rate(1 day)"',
    ],
  },
  {
    operation: "UpdateAssociation",
    request: {
      associationId: "8dfe",
      scheduleExpression: "rate(2 days)",
      maxErrors: "1",
    },
    targets: [
      'update aws_ssm_association association_id,id=8dfe: schedule_expression="rate(2 days)"; max_errors="1"',
    ],
  },
  {
    operation: "UpdateAssociation",
    form: "with targets, which are not read",
    request: {
      associationId: "8dfe",
      targets: [
        {
          key: "InstanceIds",
          values: ["*"],
        },
      ],
    },
    targets: ["update aws_ssm_association association_id,id=8dfe: (partial)"],
  },
  {
    operation: "DeleteAssociation",
    request: {
      associationId: "8dfe",
    },
    targets: ["delete aws_ssm_association association_id,id=8dfe:"],
  },
  {
    operation: "DeleteAssociation",
    form: "of an instance",
    request: {
      name: "Patch",
      instanceId: "i-1",
    },
    targets: ["delete aws_ssm_association name=Patch & instance_id=i-1:"],
  },
]);
