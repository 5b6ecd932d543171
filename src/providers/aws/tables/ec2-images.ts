import type { ServiceMapping } from "../mapping-table.js";
import { modifyImageAttribute, resetImageAttribute } from "./ec2-sharing.js";
import { creates, deletes, updates } from "./rows.js";

const IMAGE = ["aws_ami", "aws_ami_copy", "aws_ami_from_instance"];

/** Machine images. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const images: ServiceMapping = {
  RegisterImage: creates("aws_ami", "response.imageId", {
    "request.name": "name",
    "request.description": "description",
    "request.architecture": "architecture",
    "request.rootDeviceName": "root_device_name",
  }),
  CreateImage: creates(["aws_ami_from_instance", "aws_ami"], "response.imageId", {
    "request.name": "name",
    "request.description": "description",
  }),
  CopyImage: creates("aws_ami_copy", "response.imageId", {
    "request.name": "name",
    "request.description": "description",
    "request.sourceImageId": "source_ami_id",
    "request.sourceRegion": "source_ami_region",
  }),
  DeregisterImage: deletes(IMAGE, "request.imageId"),
  ModifyImageAttribute: modifyImageAttribute,
  ResetImageAttribute: resetImageAttribute,
  EnableImageDeprecation: updates(IMAGE, "request.imageId", {
    attributes: { "request.deprecateAt": "deprecation_time" },
  }),
  DisableImageDeprecation: updates(IMAGE, "request.imageId", { sets: { deprecation_time: null } }),
  DisableImage: updates(IMAGE, "request.imageId"),
  EnableImage: updates(IMAGE, "request.imageId"),
  EnableImageDeregistrationProtection: updates(IMAGE, "request.imageId"),
  DisableImageDeregistrationProtection: updates(IMAGE, "request.imageId"),
};
