import { cloudTrailAlert, type DemoAlert, type DemoRecord } from "./cloudtrail-alert.js";
import { ACCOUNT, BUCKET, DATABASE, REGION, SECURITY_GROUP } from "./state.js";

/** One step of the demo. */
export interface DemoStep {
  /** What happened in the cloud, in words. */
  readonly story: string;
  readonly alert: DemoAlert;
}

/** The principal whose Terraform runs the demo trusts. */
export const TRUSTED_ACTOR: string = `arn:aws:iam::${ACCOUNT}:role/terraform-ci`;

const ALICE = { account: ACCOUNT, role: "Developer", session: "alice@example.com" };
const BOB = { account: ACCOUNT, role: "DatabaseAdmin", session: "bob@example.com" };
const CI = { account: ACCOUNT, role: "terraform-ci", session: "pipeline-4711" };

const BROWSER = "console.ec2.amazonaws.com";
const CLI =
  "aws-cli/2.27.5 md/awscrt#0.26.1 ua/2.1 os/linux#6.8.0 lang/python#3.13.3 md/command#rds.modify-db-instance";
const TERRAFORM =
  "APN/1.0 HashiCorp/1.0 Terraform/1.13.0 (+https://www.terraform.io) terraform-provider-aws/6.25.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.42.0 ua/2.1 os/linux lang/go#1.26.4";

const OPEN_SSH: DemoRecord = {
  eventID: "0d4a1f5e-1111-4c6e-9a51-d0e000000001",
  eventTime: "2026-03-01T12:00:01Z",
  eventSource: "ec2.amazonaws.com",
  eventName: "AuthorizeSecurityGroupIngress",
  awsRegion: REGION,
  sourceIPAddress: "203.0.113.7",
  userAgent: BROWSER,
  readOnly: false,
  sessionCredentialFromConsole: "true",
  userIdentity: ALICE,
  requestParameters: {
    groupId: SECURITY_GROUP,
    ipPermissions: {
      items: [
        {
          ipProtocol: "tcp",
          fromPort: 22,
          toPort: 22,
          groups: {},
          ipRanges: { items: [{ cidrIp: "0.0.0.0/0" }] },
          ipv6Ranges: {},
          prefixListIds: {},
        },
      ],
    },
  },
  responseElements: { requestId: "request-0d4a1f5e", _return: true },
};

const MODIFY_DATABASE: DemoRecord = {
  eventID: "0d4a1f5e-2222-4c6e-9a51-d0e000000002",
  eventTime: "2026-03-01T12:00:02Z",
  eventSource: "rds.amazonaws.com",
  eventName: "ModifyDBInstance",
  awsRegion: REGION,
  sourceIPAddress: "203.0.113.20",
  userAgent: CLI,
  readOnly: false,
  userIdentity: BOB,
  requestParameters: { dBInstanceIdentifier: DATABASE, deletionProtection: false, applyImmediately: true },
  responseElements: null,
};

const PUBLIC_POLICY: DemoRecord = {
  eventID: "0d4a1f5e-3333-4c6e-9a51-d0e000000003",
  eventTime: "2026-03-01T12:00:03Z",
  eventSource: "s3.amazonaws.com",
  eventName: "PutBucketPolicy",
  awsRegion: REGION,
  sourceIPAddress: "203.0.113.7",
  userAgent: "[S3Console/0.4, aws-internal/3 aws-sdk-java/1.12.750]",
  readOnly: false,
  sessionCredentialFromConsole: "true",
  userIdentity: ALICE,
  requestParameters: {
    bucketName: BUCKET,
    Host: `${BUCKET}.s3.${REGION}.amazonaws.com`,
    policy: "",
    bucketPolicy: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Everyone",
          Effect: "Allow",
          Principal: "*",
          Action: "s3:GetObject",
          Resource: `arn:aws:s3:::${BUCKET}/*`,
        },
      ],
    },
  },
  responseElements: null,
};

const OWN_APPLY: DemoRecord = {
  eventID: "0d4a1f5e-4444-4c6e-9a51-d0e000000004",
  eventTime: "2026-03-01T12:00:04Z",
  eventSource: "rds.amazonaws.com",
  eventName: "ModifyDBInstance",
  awsRegion: REGION,
  sourceIPAddress: "198.51.100.4",
  userAgent: TERRAFORM,
  readOnly: false,
  userIdentity: CI,
  requestParameters: { dBInstanceIdentifier: DATABASE, backupRetentionPeriod: 14, applyImmediately: true },
  responseElements: null,
};

const DENIED: DemoRecord = {
  eventID: "0d4a1f5e-5555-4c6e-9a51-d0e000000005",
  eventTime: "2026-03-01T12:00:05Z",
  eventSource: "s3.amazonaws.com",
  eventName: "DeleteBucketPolicy",
  awsRegion: REGION,
  sourceIPAddress: "203.0.113.20",
  userAgent: CLI,
  readOnly: false,
  errorCode: "AccessDenied",
  errorMessage: "Access Denied",
  userIdentity: BOB,
  requestParameters: { bucketName: BUCKET, Host: `${BUCKET}.s3.${REGION}.amazonaws.com`, policy: "" },
  responseElements: null,
};

const LOOK: DemoRecord = {
  eventID: "0d4a1f5e-6666-4c6e-9a51-d0e000000006",
  eventTime: "2026-03-01T12:00:06Z",
  eventSource: "ec2.amazonaws.com",
  eventName: "DescribeSecurityGroups",
  awsRegion: REGION,
  sourceIPAddress: "203.0.113.7",
  userAgent: BROWSER,
  readOnly: true,
  sessionCredentialFromConsole: "true",
  userIdentity: ALICE,
  requestParameters: { securityGroupSet: {}, filterSet: {} },
  responseElements: null,
};

/** What the embedded Falco plays, in this order. */
export const DEMO_STEPS: readonly DemoStep[] = [
  { story: "alice opens SSH to the world in the console", alert: cloudTrailAlert(OPEN_SSH) },
  {
    story: "bob takes the deletion protection off the database with the AWS CLI",
    alert: cloudTrailAlert(MODIFY_DATABASE),
  },
  { story: "alice lets everyone read the bucket", alert: cloudTrailAlert(PUBLIC_POLICY) },
  { story: "the pipeline runs `terraform apply`", alert: cloudTrailAlert(OWN_APPLY) },
  { story: "bob tries to delete the bucket's policy, and may not", alert: cloudTrailAlert(DENIED) },
  { story: "alice looks at the security groups", alert: cloudTrailAlert(LOOK) },
  { story: "CloudTrail delivers the first record a second time", alert: cloudTrailAlert(OPEN_SSH) },
];
