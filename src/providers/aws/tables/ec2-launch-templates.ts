import type { AttributeMapping, ServiceMapping } from "../mapping-table.js";
import { by, creates, deletes, updates } from "./rows.js";

const TEMPLATE = by(["request.launchTemplateId", "request.launchTemplateName"], ["id", "name"]);

/**
 * What a version of a launch template says. Terraform's template declares its latest version.
 *
 * Source: EC2 API 2016-11-15 `RequestLaunchTemplateData`; Terraform AWS provider 6 `aws_launch_template`.
 */
const TEMPLATE_DATA: Readonly<Record<string, string | AttributeMapping>> = {
  "request.versionDescription": "description",
  "request.launchTemplateData.imageId": "image_id",
  "request.launchTemplateData.instanceType": "instance_type",
  "request.launchTemplateData.keyName": "key_name",
  "request.launchTemplateData.ebsOptimized": "ebs_optimized",
  "request.launchTemplateData.disableApiStop": "disable_api_stop",
  "request.launchTemplateData.disableApiTermination": "disable_api_termination",
  "request.launchTemplateData.instanceInitiatedShutdownBehavior": "instance_initiated_shutdown_behavior",
  "request.launchTemplateData.securityGroupId[]": { attribute: "vpc_security_group_ids", as: "list" },
  "request.launchTemplateData.securityGroupIds[]": { attribute: "vpc_security_group_ids", as: "list" },
  "request.launchTemplateData.iamInstanceProfile.name": "iam_instance_profile[0].name",
  "request.launchTemplateData.iamInstanceProfile.arn": "iam_instance_profile[0].arn",
  "request.launchTemplateData.metadataOptions.httpTokens": "metadata_options[0].http_tokens",
  "request.launchTemplateData.metadataOptions.httpEndpoint": "metadata_options[0].http_endpoint",
  "request.launchTemplateData.monitoring.enabled": "monitoring[0].enabled",
};

/** Launch templates. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const launchTemplates: ServiceMapping = {
  CreateLaunchTemplate: creates(
    "aws_launch_template",
    by(["response.launchTemplate.launchTemplateId", "request.launchTemplateName"], ["id", "name"]),
    { "request.launchTemplateName": "name", ...TEMPLATE_DATA },
  ),
  CreateLaunchTemplateVersion: updates(
    "aws_launch_template",
    by(
      [
        "request.launchTemplateId",
        "request.launchTemplateName",
        "response.launchTemplateVersion.launchTemplateId",
      ],
      ["id", "name"],
    ),
    {
      attributes: {
        "response.launchTemplateVersion.versionNumber": "latest_version",
        ...TEMPLATE_DATA,
      },
    },
  ),
  ModifyLaunchTemplate: updates("aws_launch_template", TEMPLATE, {
    attributes: {
      "request.setDefaultVersion": "default_version",
      "request.defaultVersion": "default_version",
    },
  }),
  DeleteLaunchTemplateVersions: updates("aws_launch_template", TEMPLATE),
  DeleteLaunchTemplate: deletes("aws_launch_template", TEMPLATE),
};
