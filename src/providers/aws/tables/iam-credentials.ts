import type { ServiceMapping } from "../mapping-table.js";
import { iamOperation, TAGS_ADDED, TAGS_REMOVED } from "./iam-rows.js";
import { by } from "./rows.js";

const SERVER_CERTIFICATE = [by("request.serverCertificateName", "name")];
const SIGNING_CERTIFICATE = [
  by(["request.certificateId", "response.certificate.certificateId"], ["certificate_id"]),
];
const SERVICE_CREDENTIAL = [
  by(
    [
      "request.serviceSpecificCredentialId",
      "response.serviceSpecificCredential.serviceSpecificCredentialId",
      "response.serviceSpecificCredentialMetadata.serviceSpecificCredentialId",
    ],
    "service_specific_credential_id",
  ),
];

/** Certificates, and credentials for one service. Their secrets are in no record. */
export const iamCredentials: ServiceMapping = {
  UploadServerCertificate: iamOperation("create", "aws_iam_server_certificate", SERVER_CERTIFICATE, {
    attributes: { "request.path": "path", "request.tags": { attribute: "tags", as: "tags" } },
  }),
  UpdateServerCertificate: iamOperation("update", "aws_iam_server_certificate", SERVER_CERTIFICATE, {
    attributes: { "request.newServerCertificateName": "name", "request.newPath": "path" },
  }),
  DeleteServerCertificate: iamOperation("delete", "aws_iam_server_certificate", SERVER_CERTIFICATE),
  TagServerCertificate: iamOperation("update", "aws_iam_server_certificate", SERVER_CERTIFICATE, TAGS_ADDED),
  UntagServerCertificate: iamOperation(
    "update",
    "aws_iam_server_certificate",
    SERVER_CERTIFICATE,
    TAGS_REMOVED,
  ),
  UploadSigningCertificate: iamOperation("create", "aws_iam_signing_certificate", SIGNING_CERTIFICATE, {
    attributes: { "response.certificate.userName": "user_name", "response.certificate.status": "status" },
  }),
  UpdateSigningCertificate: iamOperation("update", "aws_iam_signing_certificate", SIGNING_CERTIFICATE, {
    attributes: { "request.status": "status" },
  }),
  DeleteSigningCertificate: iamOperation("delete", "aws_iam_signing_certificate", SIGNING_CERTIFICATE),
  CreateServiceSpecificCredential: iamOperation(
    "create",
    "aws_iam_service_specific_credential",
    SERVICE_CREDENTIAL,
    { attributes: { "request.userName": "user_name", "request.serviceName": "service_name" } },
  ),
  UpdateServiceSpecificCredential: iamOperation(
    "update",
    "aws_iam_service_specific_credential",
    SERVICE_CREDENTIAL,
    { attributes: { "request.status": "status" } },
  ),
  ResetServiceSpecificCredential: iamOperation(
    "update",
    "aws_iam_service_specific_credential",
    SERVICE_CREDENTIAL,
    {
      attributes: {
        "response.serviceSpecificCredential": { attribute: "service_password", as: "masked" },
      },
    },
  ),
  DeleteServiceSpecificCredential: iamOperation(
    "delete",
    "aws_iam_service_specific_credential",
    SERVICE_CREDENTIAL,
  ),
};
