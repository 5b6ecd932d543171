import { s3 } from "../../../../../src/providers/aws/tables/s3.js";
import { describeTable } from "../../../../support/table-cases.js";

describeTable("s3.amazonaws.com", s3, [
  {
    operation: "CreateBucket",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      CreateBucketConfiguration: {
        LocationConstraint: "eu-west-1",
        xmlns: "http://s3.amazonaws.com/doc/2006-03-01/",
      },
    },
    targets: ["create aws_s3_bucket bucket,id=logs:"],
  },
  {
    operation: "CreateBucket",
    form: "with tags",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      CreateBucketConfiguration: { Tags: { Tag: [{ Key: "team", Value: "core" }] } },
    },
    targets: ['create aws_s3_bucket bucket,id=logs: tags={"team":"core"}'],
  },
  {
    operation: "DeleteBucket",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com" },
    targets: ["delete aws_s3_bucket bucket,id=logs:"],
  },
  {
    operation: "PutBucketPolicy",
    form: "as an object",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      policy: "",
      bucketPolicy: {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::logs/*" },
        ],
      },
    },
    targets: [
      'update aws_s3_bucket_policy bucket,id=logs: policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/*"}]} else update aws_s3_bucket bucket,id=logs: policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/*"}]}',
    ],
  },
  {
    operation: "PutBucketPolicy",
    form: "as text",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      policy: "",
      bucketPolicy:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/*"}]}',
    },
    targets: [
      'update aws_s3_bucket_policy bucket,id=logs: policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/*"}]} else update aws_s3_bucket bucket,id=logs: policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/*"}]}',
    ],
  },
  {
    operation: "DeleteBucketPolicy",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", policy: "" },
    targets: [
      "delete aws_s3_bucket_policy bucket,id=logs: else update aws_s3_bucket bucket,id=logs: policy=null",
    ],
  },
  {
    operation: "PutBucketAcl",
    form: "a canned list, opened to all",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      acl: [""],
      "x-amz-acl": ["public-read"],
    },
    targets: [
      'update aws_s3_bucket_acl bucket,id=logs: acl="public-read" else update aws_s3_bucket bucket,id=logs: +grant={"uri":"http://acs.amazonaws.com/groups/global/AllUsers","permissions":["READ"]}; -grant={"uri":"http://acs.amazonaws.com/groups/global/AuthenticatedUsers"}; -grant={"uri":"http://acs.amazonaws.com/groups/s3/LogDelivery"}',
    ],
  },
  {
    operation: "PutBucketAcl",
    form: "a canned list, closed again",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", acl: "", "x-amz-acl": "private" },
    targets: [
      'update aws_s3_bucket_acl bucket,id=logs: acl="private" else update aws_s3_bucket bucket,id=logs: -grant={"uri":"http://acs.amazonaws.com/groups/global/AllUsers"}; -grant={"uri":"http://acs.amazonaws.com/groups/global/AuthenticatedUsers"}; -grant={"uri":"http://acs.amazonaws.com/groups/s3/LogDelivery"}',
    ],
  },
  {
    operation: "PutBucketAcl",
    form: "a canned list whose grants are not known",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      acl: "",
      "x-amz-acl": "bucket-owner-read",
    },
    targets: [
      'update aws_s3_bucket_acl bucket,id=logs: acl="bucket-owner-read" else update aws_s3_bucket bucket,id=logs:',
    ],
  },
  {
    operation: "PutBucketAcl",
    form: "one grant, which XML does not list",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      acl: "",
      AccessControlPolicy: {
        Owner: { ID: "owner-id" },
        xmlns: "http://s3.amazonaws.com/doc/2006-03-01/",
        AccessControlList: {
          Grant: {
            Grantee: {
              "xsi:type": "CanonicalUser",
              "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
              ID: "owner-id",
            },
            Permission: "FULL_CONTROL",
          },
        },
      },
    },
    targets: [
      'update aws_s3_bucket_acl bucket,id=logs: access_control_policy[0].grant=[{"grantee":[{"id":"owner-id"}],"permission":"FULL_CONTROL"}] else update aws_s3_bucket bucket,id=logs: grant=[{"id":"owner-id","permissions":["FULL_CONTROL"]}]',
    ],
  },
  {
    operation: "PutBucketAcl",
    form: "grants to all",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      acl: "",
      AccessControlPolicy: {
        Owner: { ID: "owner-id" },
        xmlns: "http://s3.amazonaws.com/doc/2006-03-01/",
        AccessControlList: {
          Grant: [
            {
              Grantee: {
                "xsi:type": "CanonicalUser",
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
                ID: "owner-id",
              },
              Permission: "FULL_CONTROL",
            },
            {
              Grantee: { "xsi:type": "Group", URI: "http://acs.amazonaws.com/groups/global/AllUsers" },
              Permission: "READ",
            },
            {
              Grantee: { "xsi:type": "Group", URI: "http://acs.amazonaws.com/groups/global/AllUsers" },
              Permission: "WRITE",
            },
          ],
        },
      },
    },
    targets: [
      'update aws_s3_bucket_acl bucket,id=logs: access_control_policy[0].grant=[{"grantee":[{"id":"owner-id"}],"permission":"FULL_CONTROL"},{"grantee":[{"uri":"http://acs.amazonaws.com/groups/global/AllUsers"}],"permission":"READ"},{"grantee":[{"uri":"http://acs.amazonaws.com/groups/global/AllUsers"}],"permission":"WRITE"}] else update aws_s3_bucket bucket,id=logs: grant=[{"id":"owner-id","permissions":["FULL_CONTROL"]},{"uri":"http://acs.amazonaws.com/groups/global/AllUsers","permissions":["READ","WRITE"]}]',
    ],
  },
  {
    operation: "PutBucketAcl",
    form: "a grant to an address, of which S3 makes an id",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      acl: "",
      AccessControlPolicy: {
        Owner: { ID: "owner-id" },
        xmlns: "http://s3.amazonaws.com/doc/2006-03-01/",
        AccessControlList: {
          Grant: [
            {
              Grantee: {
                "xsi:type": "CanonicalUser",
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
                ID: "owner-id",
              },
              Permission: "FULL_CONTROL",
            },
            {
              Grantee: { "xsi:type": "AmazonCustomerByEmail", EmailAddress: "bob@example.com" },
              Permission: "READ",
            },
          ],
        },
      },
    },
    targets: ["update aws_s3_bucket_acl bucket,id=logs: else update aws_s3_bucket bucket,id=logs:"],
  },
  {
    operation: "PutBucketAcl",
    form: "grants in headers",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      acl: "",
      "x-amz-grant-read": "id=other",
    },
    targets: ["update aws_s3_bucket_acl bucket,id=logs: else update aws_s3_bucket bucket,id=logs:"],
  },
  {
    operation: "PutBucketPublicAccessBlock",
    form: "which switches off what it leaves out",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      publicAccessBlock: "",
      PublicAccessBlockConfiguration: {
        xmlns: "http://s3.amazonaws.com/doc/2006-03-01/",
        BlockPublicAcls: true,
        BlockPublicPolicy: false,
      },
    },
    targets: [
      "update aws_s3_bucket_public_access_block bucket,id=logs: block_public_acls=true; block_public_policy=false; ignore_public_acls=false; restrict_public_buckets=false else update aws_s3_bucket bucket,id=logs: (partial)",
    ],
  },
  {
    operation: "PutPublicAccessBlock",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      publicAccessBlock: "",
      PublicAccessBlockConfiguration: {
        xmlns: "http://s3.amazonaws.com/doc/2006-03-01/",
        BlockPublicAcls: true,
        BlockPublicPolicy: false,
      },
    },
    targets: [
      "update aws_s3_bucket_public_access_block bucket,id=logs: block_public_acls=true; block_public_policy=false; ignore_public_acls=false; restrict_public_buckets=false else update aws_s3_bucket bucket,id=logs: (partial)",
    ],
  },
  {
    operation: "DeleteBucketPublicAccessBlock",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", publicAccessBlock: "" },
    targets: [
      "delete aws_s3_bucket_public_access_block bucket,id=logs: else update aws_s3_bucket bucket,id=logs:",
    ],
  },
  {
    operation: "DeletePublicAccessBlock",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", publicAccessBlock: "" },
    targets: [
      "delete aws_s3_bucket_public_access_block bucket,id=logs: else update aws_s3_bucket bucket,id=logs:",
    ],
  },
  {
    operation: "PutAccountPublicAccessBlock",
    request: {
      Host: "123456789012.s3-control.eu-west-1.amazonaws.com",
      PublicAccessBlockConfiguration: {
        RestrictPublicBuckets: true,
        IgnorePublicAcls: true,
        BlockPublicAcls: true,
        BlockPublicPolicy: false,
      },
    },
    targets: [
      "update aws_s3_account_public_access_block : block_public_acls=true; block_public_policy=false; ignore_public_acls=true; restrict_public_buckets=true",
    ],
  },
  {
    operation: "DeleteAccountPublicAccessBlock",
    request: { Host: "123456789012.s3-control.eu-west-1.amazonaws.com" },
    targets: ["delete aws_s3_account_public_access_block :"],
  },
  {
    operation: "PutBucketOwnershipControls",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      ownershipControls: "",
      OwnershipControls: { Rule: { ObjectOwnership: "ObjectWriter" } },
    },
    targets: [
      'update aws_s3_bucket_ownership_controls bucket,id=logs: rule[0].object_ownership="ObjectWriter" else update aws_s3_bucket bucket,id=logs:',
    ],
  },
  {
    operation: "DeleteBucketOwnershipControls",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", ownershipControls: "" },
    targets: [
      "delete aws_s3_bucket_ownership_controls bucket,id=logs: else update aws_s3_bucket bucket,id=logs:",
    ],
  },
  {
    operation: "PutBucketVersioning",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      versioning: "",
      VersioningConfiguration: { Status: "Suspended", xmlns: "http://s3.amazonaws.com/doc/2006-03-01/" },
    },
    targets: [
      'update aws_s3_bucket_versioning bucket,id=logs: versioning_configuration[0].status="Suspended" else update aws_s3_bucket bucket,id=logs: versioning[0].enabled=false',
    ],
  },
  {
    operation: "PutBucketVersioning",
    form: "with MFA delete",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      versioning: "",
      VersioningConfiguration: { Status: "Enabled", MfaDelete: "Enabled" },
    },
    targets: [
      'update aws_s3_bucket_versioning bucket,id=logs: versioning_configuration[0].status="Enabled"; versioning_configuration[0].mfa_delete="Enabled" else update aws_s3_bucket bucket,id=logs: versioning[0].enabled=true; versioning[0].mfa_delete=true',
    ],
  },
  {
    operation: "PutBucketEncryption",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      encryption: "",
      ServerSideEncryptionConfiguration: {
        Rule: {
          ApplyServerSideEncryptionByDefault: {
            SSEAlgorithm: "aws:kms",
            KMSMasterKeyID: "arn:aws:kms:eu-west-1:123456789012:key/k1",
          },
          BucketKeyEnabled: true,
        },
      },
    },
    targets: [
      'update aws_s3_bucket_server_side_encryption_configuration bucket,id=logs: rule[0].apply_server_side_encryption_by_default[0].sse_algorithm="aws:kms"; rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id="arn:aws:kms:eu-west-1:123456789012:key/k1"; rule[0].bucket_key_enabled=true else update aws_s3_bucket bucket,id=logs: server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0].sse_algorithm="aws:kms"; server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id="arn:aws:kms:eu-west-1:123456789012:key/k1"; server_side_encryption_configuration[0].rule[0].bucket_key_enabled=true',
    ],
  },
  {
    operation: "PutBucketEncryption",
    form: "in a list, without a key",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      encryption: "",
      ServerSideEncryptionConfiguration: {
        Rule: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
      },
    },
    targets: [
      'update aws_s3_bucket_server_side_encryption_configuration bucket,id=logs: rule[0].apply_server_side_encryption_by_default[0].sse_algorithm="AES256"; rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id=null; rule[0].bucket_key_enabled=false else update aws_s3_bucket bucket,id=logs: server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0].sse_algorithm="AES256"; server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id=null; server_side_encryption_configuration[0].rule[0].bucket_key_enabled=false',
    ],
  },
  {
    operation: "DeleteBucketEncryption",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", encryption: "" },
    targets: [
      'delete aws_s3_bucket_server_side_encryption_configuration bucket,id=logs: else update aws_s3_bucket bucket,id=logs: server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0].sse_algorithm="AES256"; server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id=null; server_side_encryption_configuration[0].rule[0].bucket_key_enabled=false',
    ],
  },
  {
    operation: "PutBucketLifecycle",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      lifecycle: "",
      LifecycleConfiguration: { Rule: { ID: "old", Status: "Enabled", Expiration: { Days: 30 } } },
    },
    targets: [
      "update aws_s3_bucket_lifecycle_configuration bucket,id=logs: (partial) else update aws_s3_bucket bucket,id=logs: (partial)",
    ],
  },
  {
    operation: "PutBucketLifecycleConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      lifecycle: "",
      LifecycleConfiguration: { Rule: { ID: "old", Status: "Enabled", Expiration: { Days: 30 } } },
    },
    targets: [
      "update aws_s3_bucket_lifecycle_configuration bucket,id=logs: (partial) else update aws_s3_bucket bucket,id=logs: (partial)",
    ],
  },
  {
    operation: "DeleteBucketLifecycle",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", lifecycle: "" },
    targets: [
      "delete aws_s3_bucket_lifecycle_configuration bucket,id=logs: else update aws_s3_bucket bucket,id=logs:",
    ],
  },
  {
    operation: "DeleteBucketLifecycleConfiguration",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", lifecycle: "" },
    targets: [
      "delete aws_s3_bucket_lifecycle_configuration bucket,id=logs: else update aws_s3_bucket bucket,id=logs:",
    ],
  },
  {
    operation: "PutBucketReplication",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      replication: "",
      ReplicationConfiguration: {
        Role: "arn:aws:iam::123456789012:role/copy",
        Rule: { ID: "all", Status: "Enabled" },
      },
    },
    targets: [
      'update aws_s3_bucket_replication_configuration bucket,id=logs: role="arn:aws:iam::123456789012:role/copy" (partial) else update aws_s3_bucket bucket,id=logs: replication_configuration[0].role="arn:aws:iam::123456789012:role/copy" (partial)',
    ],
  },
  {
    operation: "DeleteBucketReplication",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", replication: "" },
    targets: [
      "delete aws_s3_bucket_replication_configuration bucket,id=logs: else update aws_s3_bucket bucket,id=logs:",
    ],
  },
  {
    operation: "PutBucketObjectLockConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      "object-lock": "",
      ObjectLockConfiguration: {
        ObjectLockEnabled: "Enabled",
        Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 30 } },
      },
    },
    targets: [
      'update aws_s3_bucket_object_lock_configuration bucket,id=logs: object_lock_enabled="Enabled"; rule[0].default_retention[0].mode="GOVERNANCE"; rule[0].default_retention[0].days=30; rule[0].default_retention[0].years=null else update aws_s3_bucket bucket,id=logs: object_lock_configuration[0].object_lock_enabled="Enabled"; object_lock_configuration[0].rule[0].default_retention[0].mode="GOVERNANCE"; object_lock_configuration[0].rule[0].default_retention[0].days=30; object_lock_configuration[0].rule[0].default_retention[0].years=null',
    ],
  },
  {
    operation: "PutObjectLockConfiguration",
    form: "which removes the retention",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      "object-lock": "",
      ObjectLockConfiguration: { ObjectLockEnabled: "Enabled" },
    },
    targets: [
      'update aws_s3_bucket_object_lock_configuration bucket,id=logs: object_lock_enabled="Enabled"; rule[0].default_retention[0].mode=null; rule[0].default_retention[0].days=null; rule[0].default_retention[0].years=null else update aws_s3_bucket bucket,id=logs: object_lock_configuration[0].object_lock_enabled="Enabled"; object_lock_configuration[0].rule[0].default_retention[0].mode=null; object_lock_configuration[0].rule[0].default_retention[0].days=null; object_lock_configuration[0].rule[0].default_retention[0].years=null',
    ],
  },
  {
    operation: "PutBucketTagging",
    form: "one tag",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      tagging: "",
      Tagging: {
        TagSet: { Tag: { Key: "team", Value: "core" } },
        xmlns: "http://s3.amazonaws.com/doc/2006-03-01/",
      },
    },
    targets: ['update aws_s3_bucket bucket,id=logs: tags={"team":"core"}'],
  },
  {
    operation: "PutBucketTagging",
    form: "with one of AWS's own",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      tagging: "",
      Tagging: {
        TagSet: {
          Tag: [
            { Key: "a", Value: "1" },
            { Key: "aws:cloudformation:stack-name", Value: "2" },
          ],
        },
      },
    },
    targets: ['update aws_s3_bucket bucket,id=logs: tags={"a":"1"}'],
  },
  {
    operation: "PutBucketTagging",
    form: "with none",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      tagging: "",
      Tagging: { TagSet: "" },
    },
    targets: ["update aws_s3_bucket bucket,id=logs: tags={}"],
  },
  {
    operation: "DeleteBucketTagging",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", tagging: "" },
    targets: ["update aws_s3_bucket bucket,id=logs: tags=null"],
  },
  {
    operation: "TagResource",
    request: { resourceArn: "arn:aws:s3:::logs", tags: [{ key: "team", value: "core" }] },
    targets: ['update aws_s3_bucket|aws_s3_access_point arn=arn:aws:s3:::logs: tags.team="core"'],
  },
  {
    operation: "UntagResource",
    request: { resourceArn: "arn:aws:s3:::logs", tagKeys: ["team"] },
    targets: ["update aws_s3_bucket|aws_s3_access_point arn=arn:aws:s3:::logs: -tags.team=null"],
  },
  {
    operation: "PutBucketLogging",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      logging: "",
      BucketLoggingStatus: { LoggingEnabled: { TargetBucket: "sink", TargetPrefix: "a/" } },
    },
    targets: [
      'update aws_s3_bucket_logging bucket,id=logs: target_bucket="sink"; target_prefix="a/" else update aws_s3_bucket bucket,id=logs: logging[0].target_bucket="sink"; logging[0].target_prefix="a/"',
    ],
  },
  {
    operation: "PutBucketLogging",
    form: "switching it off",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      logging: "",
      BucketLoggingStatus: { xmlns: "http://s3.amazonaws.com/doc/2006-03-01/" },
    },
    targets: [
      "update aws_s3_bucket_logging bucket,id=logs: target_bucket=null; target_prefix=null else update aws_s3_bucket bucket,id=logs: logging[0].target_bucket=null; logging[0].target_prefix=null",
    ],
  },
  {
    operation: "PutBucketCors",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      cors: "",
      CORSConfiguration: {
        CORSRule: { AllowedMethod: ["GET", "PUT"], AllowedOrigin: "*", MaxAgeSeconds: 3000 },
      },
    },
    targets: [
      'update aws_s3_bucket_cors_configuration bucket,id=logs: cors_rule=[{"allowed_headers":[],"allowed_methods":["GET","PUT"],"allowed_origins":["*"],"expose_headers":[],"max_age_seconds":3000}] else update aws_s3_bucket bucket,id=logs: cors_rule=[{"allowed_headers":[],"allowed_methods":["GET","PUT"],"allowed_origins":["*"],"expose_headers":[],"max_age_seconds":3000}]',
    ],
  },
  {
    operation: "DeleteBucketCors",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", cors: "" },
    targets: [
      "delete aws_s3_bucket_cors_configuration bucket,id=logs: else update aws_s3_bucket bucket,id=logs:",
    ],
  },
  {
    operation: "PutBucketWebsite",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      website: "",
      WebsiteConfiguration: { IndexDocument: { Suffix: "index.html" } },
    },
    targets: [
      'update aws_s3_bucket_website_configuration bucket,id=logs: index_document[0].suffix="index.html"; error_document[0].key=null; redirect_all_requests_to[0].host_name=null; redirect_all_requests_to[0].protocol=null else update aws_s3_bucket bucket,id=logs: website[0].index_document="index.html"; website[0].error_document=null',
    ],
  },
  {
    operation: "PutBucketWebsite",
    form: "redirecting everything",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      website: "",
      WebsiteConfiguration: { RedirectAllRequestsTo: { HostName: "example.com", Protocol: "https" } },
    },
    targets: [
      'update aws_s3_bucket_website_configuration bucket,id=logs: redirect_all_requests_to[0].host_name="example.com"; redirect_all_requests_to[0].protocol="https"; index_document[0].suffix=null; error_document[0].key=null else update aws_s3_bucket bucket,id=logs: website[0].index_document=null; website[0].error_document=null (partial)',
    ],
  },
  {
    operation: "DeleteBucketWebsite",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", website: "" },
    targets: [
      "delete aws_s3_bucket_website_configuration bucket,id=logs: else update aws_s3_bucket bucket,id=logs:",
    ],
  },
  {
    operation: "PutBucketNotification",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      notification: "",
      NotificationConfiguration: {
        TopicConfiguration: { Topic: "arn:aws:sns:eu-west-1:123456789012:t", Event: "s3:ObjectCreated:*" },
      },
    },
    targets: [
      "update aws_s3_bucket_notification bucket,id=logs: (partial) else update aws_s3_bucket bucket,id=logs: (partial)",
    ],
  },
  {
    operation: "PutBucketNotificationConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      notification: "",
      NotificationConfiguration: {
        TopicConfiguration: { Topic: "arn:aws:sns:eu-west-1:123456789012:t", Event: "s3:ObjectCreated:*" },
      },
    },
    targets: [
      "update aws_s3_bucket_notification bucket,id=logs: (partial) else update aws_s3_bucket bucket,id=logs: (partial)",
    ],
  },
  {
    operation: "PutAccelerateConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      accelerate: "",
      AccelerateConfiguration: { Status: "Enabled" },
    },
    targets: [
      'update aws_s3_bucket_accelerate_configuration bucket,id=logs: status="Enabled" else update aws_s3_bucket bucket,id=logs: acceleration_status="Enabled"',
    ],
  },
  {
    operation: "PutBucketAccelerateConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      accelerate: "",
      AccelerateConfiguration: { Status: "Enabled" },
    },
    targets: [
      'update aws_s3_bucket_accelerate_configuration bucket,id=logs: status="Enabled" else update aws_s3_bucket bucket,id=logs: acceleration_status="Enabled"',
    ],
  },
  {
    operation: "PutBucketRequestPayment",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      requestPayment: "",
      RequestPaymentConfiguration: { Payer: "Requester" },
    },
    targets: [
      'update aws_s3_bucket_request_payment_configuration bucket,id=logs: payer="Requester" else update aws_s3_bucket bucket,id=logs: request_payer="Requester"',
    ],
  },
  {
    operation: "PutBucketIntelligentTieringConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      id: "all",
      IntelligentTieringConfiguration: { Id: "all" },
    },
    targets: ["update aws_s3_bucket_intelligent_tiering_configuration bucket=logs & name=all:"],
  },
  {
    operation: "PutIntelligentTieringConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      id: "all",
      IntelligentTieringConfiguration: { Id: "all" },
    },
    targets: ["update aws_s3_bucket_intelligent_tiering_configuration bucket=logs & name=all:"],
  },
  {
    operation: "DeleteBucketIntelligentTieringConfiguration",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", id: "all" },
    targets: ["delete aws_s3_bucket_intelligent_tiering_configuration bucket=logs & name=all:"],
  },
  {
    operation: "DeleteIntelligentTieringConfiguration",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", id: "all" },
    targets: ["delete aws_s3_bucket_intelligent_tiering_configuration bucket=logs & name=all:"],
  },
  {
    operation: "PutBucketInventoryConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      id: "all",
      InventoryConfiguration: { Id: "all" },
    },
    targets: ["update aws_s3_bucket_inventory bucket=logs & name=all:"],
  },
  {
    operation: "PutInventoryConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      id: "all",
      InventoryConfiguration: { Id: "all" },
    },
    targets: ["update aws_s3_bucket_inventory bucket=logs & name=all:"],
  },
  {
    operation: "DeleteBucketInventoryConfiguration",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", id: "all" },
    targets: ["delete aws_s3_bucket_inventory bucket=logs & name=all:"],
  },
  {
    operation: "DeleteInventoryConfiguration",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", id: "all" },
    targets: ["delete aws_s3_bucket_inventory bucket=logs & name=all:"],
  },
  {
    operation: "PutBucketMetricsConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      id: "all",
      MetricsConfiguration: { Id: "all" },
    },
    targets: ["update aws_s3_bucket_metric bucket=logs & name=all:"],
  },
  {
    operation: "PutMetricsConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      id: "all",
      MetricsConfiguration: { Id: "all" },
    },
    targets: ["update aws_s3_bucket_metric bucket=logs & name=all:"],
  },
  {
    operation: "DeleteBucketMetricsConfiguration",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", id: "all" },
    targets: ["delete aws_s3_bucket_metric bucket=logs & name=all:"],
  },
  {
    operation: "DeleteMetricsConfiguration",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", id: "all" },
    targets: ["delete aws_s3_bucket_metric bucket=logs & name=all:"],
  },
  {
    operation: "PutBucketAnalyticsConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      id: "all",
      AnalyticsConfiguration: { Id: "all" },
    },
    targets: ["update aws_s3_bucket_analytics_configuration bucket=logs & name=all:"],
  },
  {
    operation: "PutAnalyticsConfiguration",
    request: {
      bucketName: "logs",
      Host: "logs.s3.eu-west-1.amazonaws.com",
      id: "all",
      AnalyticsConfiguration: { Id: "all" },
    },
    targets: ["update aws_s3_bucket_analytics_configuration bucket=logs & name=all:"],
  },
  {
    operation: "DeleteBucketAnalyticsConfiguration",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", id: "all" },
    targets: ["delete aws_s3_bucket_analytics_configuration bucket=logs & name=all:"],
  },
  {
    operation: "DeleteAnalyticsConfiguration",
    request: { bucketName: "logs", Host: "logs.s3.eu-west-1.amazonaws.com", id: "all" },
    targets: ["delete aws_s3_bucket_analytics_configuration bucket=logs & name=all:"],
  },
  {
    operation: "CreateAccessPoint",
    request: { accountId: "123456789012", name: "ap" },
    targets: ["create aws_s3_access_point name,arn=ap:"],
  },
  {
    operation: "DeleteAccessPoint",
    request: { accountId: "123456789012", name: "ap" },
    targets: ["delete aws_s3_access_point name,arn=ap:"],
  },
  {
    operation: "PutAccessPointPolicy",
    request: {
      accountId: "123456789012",
      name: "ap",
      policy:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/*"}]}',
    },
    targets: [
      'update aws_s3control_access_point_policy access_point_arn,id=arn:aws:s3:eu-west-1:123456789012:accesspoint/ap: policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/*"}]} else update aws_s3_access_point name,arn=ap: policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/*"}]}',
    ],
  },
  {
    operation: "DeleteAccessPointPolicy",
    request: { accountId: "123456789012", name: "ap" },
    targets: [
      "delete aws_s3control_access_point_policy access_point_arn,id=arn:aws:s3:eu-west-1:123456789012:accesspoint/ap: else update aws_s3_access_point name,arn=ap: policy=null",
    ],
  },
]);
