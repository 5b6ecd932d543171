import type { JsonObject, JsonValue } from "../../model/json.js";

/** Where the demo's resources live. */
export const ACCOUNT = "123456789012";
/** The demo's region. */
export const REGION = "eu-west-1";
/** The cloud's id of the security group. */
export const SECURITY_GROUP = "sg-0a1b2c3d4e5f60718";
/** The database's identifier. */
export const DATABASE = "orders";
/** The bucket's name. */
export const BUCKET = "example-assets";

const PROVIDER = 'provider["registry.terraform.io/hashicorp/aws"]';

/** What the demo's Terraform state declares, in the format that Terraform 1.x writes (version 4). */
export function demoState(): string {
  const state = {
    version: 4,
    terraform_version: "1.13.0",
    serial: 7,
    lineage: "5f9c1d5e-0000-4000-8000-000000000007",
    outputs: {},
    resources: [
      resource("module.network", "aws_security_group", "web", securityGroup(), { index_key: "public" }),
      resource(undefined, "aws_db_instance", "orders", database()),
      resource(undefined, "aws_s3_bucket", "assets", bucket()),
      resource(undefined, "aws_s3_bucket_policy", "assets", bucketPolicy(), {
        dependencies: ["aws_s3_bucket.assets"],
      }),
      resource(undefined, "aws_lb", "web", loadBalancer(), {
        dependencies: ["module.network.aws_security_group.web"],
      }),
    ],
    check_results: null,
  };
  return `${JSON.stringify(state, null, 2)}\n`;
}

function resource(
  module: string | undefined,
  type: string,
  name: string,
  attributes: JsonObject,
  instance: Readonly<Record<string, JsonValue>> = {},
): JsonObject {
  return {
    ...(module !== undefined && { module }),
    mode: "managed",
    type,
    name,
    provider: PROVIDER,
    instances: [{ schema_version: 1, attributes, sensitive_attributes: [], ...instance }],
  };
}

function securityGroup(): JsonObject {
  return {
    arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:security-group/${SECURITY_GROUP}`,
    description: "Web servers",
    egress: [rule(0, 0, "-1")],
    id: SECURITY_GROUP,
    ingress: [rule(443, 443, "tcp")],
    name: "web-public",
    owner_id: ACCOUNT,
    tags: { Name: "web-public" },
    tags_all: { Name: "web-public" },
    vpc_id: "vpc-0a1b2c3d",
  };
}

function rule(fromPort: number, toPort: number, protocol: string): JsonObject {
  return {
    cidr_blocks: ["0.0.0.0/0"],
    description: "",
    from_port: fromPort,
    ipv6_cidr_blocks: [],
    prefix_list_ids: [],
    protocol,
    security_groups: [],
    self: false,
    to_port: toPort,
  };
}

function database(): JsonObject {
  return {
    arn: `arn:aws:rds:${REGION}:${ACCOUNT}:db:${DATABASE}`,
    backup_retention_period: 7,
    deletion_protection: true,
    engine: "postgres",
    id: "db-EXAMPLEORDERS",
    identifier: DATABASE,
    instance_class: "db.t4g.medium",
    publicly_accessible: false,
    tags: {},
    tags_all: {},
  };
}

function bucket(): JsonObject {
  return {
    arn: `arn:aws:s3:::${BUCKET}`,
    bucket: BUCKET,
    id: BUCKET,
    region: REGION,
    tags: {},
    tags_all: {},
  };
}

function bucketPolicy(): JsonObject {
  const policy = {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Cdn",
        Effect: "Allow",
        Principal: { Service: "cloudfront.amazonaws.com" },
        Action: "s3:GetObject",
        Resource: `arn:aws:s3:::${BUCKET}/*`,
      },
    ],
  };
  return { bucket: BUCKET, id: BUCKET, policy: JSON.stringify(policy) };
}

function loadBalancer(): JsonObject {
  return {
    arn: `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:loadbalancer/app/web/50dc6c495c0c9188`,
    id: `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:loadbalancer/app/web/50dc6c495c0c9188`,
    name: "web",
    security_groups: [SECURITY_GROUP],
  };
}
