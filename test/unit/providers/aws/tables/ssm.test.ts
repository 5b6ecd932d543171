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
    response: { tier: "Standard", version: 1 },
    targets: [
      'create aws_ssm_parameter name,id,arn=/app/url: type="SecureString"; key_id="k1"; tier="Standard"',
    ],
  },
  {
    operation: "PutParameter",
    form: "overwriting",
    request: { name: "/app/url", type: "String", value: "hunter2", overwrite: true },
    targets: ['update aws_ssm_parameter name,id,arn=/app/url: type="String"; value="hunter2"'],
  },
  {
    operation: "PutParameter",
    form: "overwriting with a policy, which is not read",
    request: { name: "/app/url", value: "HIDDEN_DUE_TO_SECURITY_REASONS", overwrite: true, policies: "[]" },
    targets: ["update aws_ssm_parameter name,id,arn=/app/url: value=*** (partial)"],
  },
  {
    operation: "DeleteParameter",
    request: { name: "/app/url" },
    targets: ["delete aws_ssm_parameter name,id,arn=/app/url:"],
  },
  {
    operation: "DeleteParameters",
    request: { names: ["/app/url", "/app/key"] },
    targets: [
      "delete aws_ssm_parameter name,id,arn=/app/url:",
      "delete aws_ssm_parameter name,id,arn=/app/key:",
    ],
  },
  {
    operation: "AddTagsToResource",
    form: "a parameter",
    request: { resourceType: "Parameter", resourceId: "/app/url", tags: [{ key: "team", value: "a" }] },
    targets: ['update aws_ssm_parameter name,id,arn=/app/url: tags.team="a"'],
  },
  {
    operation: "AddTagsToResource",
    form: "a document",
    request: { resourceType: "Document", resourceId: "Patch", tags: [{ key: "team", value: "a" }] },
    targets: ['update aws_ssm_document name,id,arn=Patch: tags.team="a"'],
  },
  {
    operation: "AddTagsToResource",
    form: "a maintenance window",
    request: {
      resourceType: "MaintenanceWindow",
      resourceId: "mw-0123",
      tags: [{ key: "team", value: "a" }],
    },
    targets: ['update aws_ssm_maintenance_window id=mw-0123: tags.team="a"'],
  },
  {
    operation: "RemoveTagsFromResource",
    form: "an association",
    request: { resourceType: "Association", resourceId: "8dfe", tagKeys: ["team"] },
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
    request: { name: "Patch", content: '{"schemaVersion":"2.2"}', documentVersion: "$LATEST" },
    targets: ['update aws_ssm_document name,id,arn=Patch: content={"schemaVersion":"2.2"} (partial)'],
  },
  {
    operation: "UpdateDocumentDefaultVersion",
    request: { name: "Patch", documentVersion: "2" },
    targets: ['update aws_ssm_document name,id,arn=Patch: default_version="2"'],
  },
  {
    operation: "ModifyDocumentPermission",
    request: { name: "Patch", permissionType: "Share", accountIdsToAdd: ["all"] },
    targets: ["update aws_ssm_document name,id,arn=Patch: (partial)"],
  },
  {
    operation: "DeleteDocument",
    request: { name: "Patch" },
    targets: ["delete aws_ssm_document name,id,arn=Patch:"],
  },
  {
    operation: "CreateAssociation",
    request: { name: "Patch", associationName: "nightly", scheduleExpression: "rate(1 day)" },
    response: { associationDescription: { associationId: "8dfe" } },
    targets: [
      'create aws_ssm_association association_id,id=8dfe: name="Patch"; association_name="nightly"; schedule_expression="rate(1 day)"',
    ],
  },
  {
    operation: "UpdateAssociation",
    request: { associationId: "8dfe", scheduleExpression: "rate(2 days)", maxErrors: "1" },
    targets: [
      'update aws_ssm_association association_id,id=8dfe: schedule_expression="rate(2 days)"; max_errors="1"',
    ],
  },
  {
    operation: "UpdateAssociation",
    form: "with targets, which are not read",
    request: { associationId: "8dfe", targets: [{ key: "InstanceIds", values: ["*"] }] },
    targets: ["update aws_ssm_association association_id,id=8dfe: (partial)"],
  },
  {
    operation: "DeleteAssociation",
    request: { associationId: "8dfe" },
    targets: ["delete aws_ssm_association association_id,id=8dfe:"],
  },
  {
    operation: "DeleteAssociation",
    form: "of an instance",
    request: { name: "Patch", instanceId: "i-1" },
    targets: ["delete aws_ssm_association name=Patch & instance_id=i-1:"],
  },
  {
    operation: "PutParameter",
    form: "overwriting one that is no secret",
    request: { name: "/app/flag", type: "String", value: "off", overwrite: true },
    response: { version: 2, tier: "Standard" },
    targets: ['update aws_ssm_parameter name,id,arn=/app/flag: type="String"; tier="Standard"; value="off"'],
  },
  {
    operation: "PutParameter",
    form: "overwriting a secret",
    request: {
      name: "/app/key",
      type: "SecureString",
      value: "HIDDEN_DUE_TO_SECURITY_REASONS",
      overwrite: true,
    },
    response: { version: 2, tier: "Standard" },
    targets: [
      'update aws_ssm_parameter name,id,arn=/app/key: type="SecureString"; tier="Standard"; value=***',
    ],
  },
  {
    operation: "CreateMaintenanceWindow",
    request: {
      name: "nightly",
      schedule: "rate(1 day)",
      duration: 2,
      cutoff: 1,
      allowUnassociatedTargets: false,
    },
    response: { windowId: "mw-1" },
    targets: [
      'create aws_ssm_maintenance_window id=mw-1: name="nightly"; schedule="rate(1 day)"; duration=2; cutoff=1; allow_unassociated_targets=false',
    ],
  },
  {
    operation: "UpdateMaintenanceWindow",
    request: { windowId: "mw-1", enabled: false },
    targets: ["update aws_ssm_maintenance_window id=mw-1: enabled=false"],
  },
  {
    operation: "DeleteMaintenanceWindow",
    request: { windowId: "mw-1" },
    targets: ["delete aws_ssm_maintenance_window id=mw-1:"],
  },
  {
    operation: "RegisterTargetWithMaintenanceWindow",
    request: { windowId: "mw-1", resourceType: "INSTANCE" },
    response: { windowTargetId: "t-1" },
    targets: ['create aws_ssm_maintenance_window_target window_id=mw-1 & id=t-1: resource_type="INSTANCE"'],
  },
  {
    operation: "UpdateMaintenanceWindowTarget",
    request: { windowId: "mw-1", windowTargetId: "t-1", name: "web" },
    targets: ['update aws_ssm_maintenance_window_target window_id=mw-1 & id=t-1: name="web"'],
  },
  {
    operation: "DeregisterTargetFromMaintenanceWindow",
    request: { windowId: "mw-1", windowTargetId: "t-1" },
    targets: ["delete aws_ssm_maintenance_window_target window_id=mw-1 & id=t-1:"],
  },
  {
    operation: "RegisterTaskWithMaintenanceWindow",
    request: { windowId: "mw-1", taskArn: "AWS-RunShellScript", taskType: "RUN_COMMAND" },
    response: { windowTaskId: "k-1" },
    targets: [
      'create aws_ssm_maintenance_window_task window_id=mw-1 & window_task_id,id=k-1: task_arn="AWS-RunShellScript"; task_type="RUN_COMMAND"',
    ],
  },
  {
    operation: "UpdateMaintenanceWindowTask",
    form: "with parameters that are not shown",
    request: {
      windowId: "mw-1",
      windowTaskId: "k-1",
      priority: 2,
      taskParameters: "HIDDEN_DUE_TO_SECURITY_REASONS",
    },
    targets: [
      "update aws_ssm_maintenance_window_task window_id=mw-1 & window_task_id,id=k-1: priority=2 (partial)",
    ],
  },
  {
    operation: "DeregisterTaskFromMaintenanceWindow",
    request: { windowId: "mw-1", windowTaskId: "k-1" },
    targets: ["delete aws_ssm_maintenance_window_task window_id=mw-1 & window_task_id,id=k-1:"],
  },
  {
    operation: "CreatePatchBaseline",
    request: { name: "base", operatingSystem: "AMAZON_LINUX_2" },
    response: { baselineId: "pb-1" },
    targets: ['create aws_ssm_patch_baseline id,arn=pb-1: name="base"; operating_system="AMAZON_LINUX_2"'],
  },
  {
    operation: "UpdatePatchBaseline",
    request: { baselineId: "pb-1", rejectedPatches: ["KB1"] },
    targets: ['update aws_ssm_patch_baseline id,arn=pb-1: rejected_patches=["KB1"]'],
  },
  {
    operation: "DeletePatchBaseline",
    request: { baselineId: "pb-1" },
    targets: ["delete aws_ssm_patch_baseline id,arn=pb-1:"],
  },
  {
    operation: "RegisterPatchBaselineForPatchGroup",
    request: { baselineId: "pb-1", patchGroup: "web" },
    targets: ["create aws_ssm_patch_group baseline_id=pb-1 & patch_group=web:"],
  },
  {
    operation: "DeregisterPatchBaselineForPatchGroup",
    request: { baselineId: "pb-1", patchGroup: "web" },
    targets: ["delete aws_ssm_patch_group baseline_id=pb-1 & patch_group=web:"],
  },
  {
    operation: "CreateActivation",
    request: { iamRole: "ssm", registrationLimit: 2 },
    response: { activationId: "a-1" },
    targets: ['create aws_ssm_activation id=a-1: iam_role="ssm"; registration_limit=2'],
  },
  {
    operation: "DeleteActivation",
    request: { activationId: "a-1" },
    targets: ["delete aws_ssm_activation id=a-1:"],
  },
  {
    operation: "CreateResourceDataSync",
    request: { syncName: "inv" },
    targets: ["create aws_ssm_resource_data_sync name,id=inv:"],
  },
  {
    operation: "UpdateResourceDataSync",
    request: { syncName: "inv", syncType: "SyncFromSource" },
    targets: ["update aws_ssm_resource_data_sync name,id=inv: (partial)"],
  },
  {
    operation: "DeleteResourceDataSync",
    request: { syncName: "inv" },
    targets: ["delete aws_ssm_resource_data_sync name,id=inv:"],
  },
  {
    operation: "UpdateServiceSetting",
    request: { settingId: "/ssm/parameter-store/high-throughput-enabled", settingValue: "true" },
    targets: [
      'update aws_ssm_service_setting setting_id,id,arn=/ssm/parameter-store/high-throughput-enabled: setting_value="true"',
    ],
  },
  {
    operation: "ResetServiceSetting",
    request: { settingId: "/ssm/parameter-store/high-throughput-enabled" },
    targets: [
      "update aws_ssm_service_setting setting_id,id,arn=/ssm/parameter-store/high-throughput-enabled:",
    ],
  },
  {
    operation: "AddTagsToResource",
    form: "a patch baseline",
    request: { resourceType: "PatchBaseline", resourceId: "pb-1", tags: [{ key: "team", value: "core" }] },
    targets: ['update aws_ssm_patch_baseline id,arn=pb-1: tags.team="core"'],
  },
]);
