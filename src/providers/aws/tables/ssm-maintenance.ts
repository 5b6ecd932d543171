import type { ServiceMapping, TargetMapping } from "../mapping-table.js";
import { by, creates, deletes, updates } from "./rows.js";

const WINDOW = "aws_ssm_maintenance_window";
const TARGET = "aws_ssm_maintenance_window_target";
const TASK = "aws_ssm_maintenance_window_task";
const BASELINE = "aws_ssm_patch_baseline";
const SETTING = "aws_ssm_service_setting";
const SYNC = "aws_ssm_resource_data_sync";

const window = by(["request.windowId", "response.windowId"]);
const target = [
  by("request.windowId", "window_id"),
  by(["request.windowTargetId", "response.windowTargetId"]),
];
const task = [
  by("request.windowId", "window_id"),
  by(["request.windowTaskId", "response.windowTaskId"], ["window_task_id", "id"]),
];
const baseline = by(["request.baselineId", "response.baselineId"], ["id", "arn"]);
const patchGroup = [by("request.baselineId", "baseline_id"), by("request.patchGroup", "patch_group")];
const setting = by("request.settingId", ["setting_id", "id", "arn"]);
const sync = by("request.syncName", ["name", "id"]);

type Attributes = NonNullable<TargetMapping["attributes"]>;

const WINDOW_ATTRIBUTES: Attributes = {
  "request.name": "name",
  "request.description": "description",
  "request.schedule": "schedule",
  "request.scheduleTimezone": "schedule_timezone",
  "request.scheduleOffset": "schedule_offset",
  "request.duration": "duration",
  "request.cutoff": "cutoff",
  "request.allowUnassociatedTargets": "allow_unassociated_targets",
  "request.startDate": "start_date",
  "request.endDate": "end_date",
};

const TASK_ATTRIBUTES: Attributes = {
  "request.name": "name",
  "request.description": "description",
  "request.taskArn": "task_arn",
  "request.serviceRoleArn": "service_role_arn",
  "request.priority": "priority",
  "request.maxConcurrency": "max_concurrency",
  "request.maxErrors": "max_errors",
  "request.cutoffBehavior": "cutoff_behavior",
};

const BASELINE_ATTRIBUTES: Attributes = {
  "request.name": "name",
  "request.description": "description",
  "request.approvedPatches[]": "approved_patches",
  "request.approvedPatchesComplianceLevel": "approved_patches_compliance_level",
  "request.approvedPatchesEnableNonSecurity": "approved_patches_enable_non_security",
  "request.rejectedPatches[]": "rejected_patches",
  "request.rejectedPatchesAction": "rejected_patches_action",
};

/** Maintenance windows, patching, and what an account has set for Systems Manager. */
export const ssmMaintenance: ServiceMapping = {
  CreateMaintenanceWindow: creates(WINDOW, window, {
    ...WINDOW_ATTRIBUTES,
    "request.tags[]": { attribute: "tags", as: "tags" },
  }),
  UpdateMaintenanceWindow: updates(WINDOW, window, {
    attributes: { ...WINDOW_ATTRIBUTES, "request.enabled": "enabled" },
  }),
  DeleteMaintenanceWindow: deletes(WINDOW, window),
  RegisterTargetWithMaintenanceWindow: creates(TARGET, target, {
    "request.name": "name",
    "request.resourceType": "resource_type",
  }),
  UpdateMaintenanceWindowTarget: updates(TARGET, target, {
    attributes: {
      "request.name": "name",
      "request.description": "description",
      "request.ownerInformation": "owner_information",
    },
  }),
  DeregisterTargetFromMaintenanceWindow: deletes(TARGET, target),
  RegisterTaskWithMaintenanceWindow: creates(TASK, task, {
    ...TASK_ATTRIBUTES,
    "request.taskType": "task_type",
  }),
  UpdateMaintenanceWindowTask: updates(TASK, task, { attributes: TASK_ATTRIBUTES }),
  DeregisterTaskFromMaintenanceWindow: deletes(TASK, task),

  CreatePatchBaseline: creates(BASELINE, baseline, {
    ...BASELINE_ATTRIBUTES,
    "request.operatingSystem": "operating_system",
    "request.tags[]": { attribute: "tags", as: "tags" },
  }),
  UpdatePatchBaseline: updates(BASELINE, baseline, { attributes: BASELINE_ATTRIBUTES }),
  DeletePatchBaseline: deletes(BASELINE, baseline),
  RegisterPatchBaselineForPatchGroup: creates("aws_ssm_patch_group", patchGroup, {}),
  DeregisterPatchBaselineForPatchGroup: deletes("aws_ssm_patch_group", patchGroup),

  CreateActivation: creates("aws_ssm_activation", by("response.activationId"), {
    "request.iamRole": "iam_role",
    "request.registrationLimit": "registration_limit",
  }),
  DeleteActivation: deletes("aws_ssm_activation", by("request.activationId")),
  CreateResourceDataSync: creates(SYNC, sync, {}),
  UpdateResourceDataSync: updates(SYNC, sync),
  DeleteResourceDataSync: deletes(SYNC, sync),
  UpdateServiceSetting: updates(SETTING, setting, {
    attributes: { "request.settingValue": "setting_value" },
  }),
  // A reset puts AWS's own value back, which the record does not tell.
  ResetServiceSetting: updates(SETTING, setting),
};
