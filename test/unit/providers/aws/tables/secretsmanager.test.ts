import { secretsmanager } from "../../../../../src/providers/aws/tables/secretsmanager.js";
import { describeTable } from "../../../../support/table-cases.js";

describeTable("secretsmanager.amazonaws.com", secretsmanager, [
  {
    operation: "CreateSecret",
    request: {
      name: "app/db",
      description: "ours",
      clientRequestToken: "t",
      tags: [{ key: "team", value: "a" }],
    },
    response: { aRN: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3", name: "app/db" },
    targets: [
      'create aws_secretsmanager_secret arn,id,name=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: name="app/db"; description="ours"; tags={"team":"a"}',
    ],
  },
  {
    operation: "UpdateSecret",
    form: "its description",
    request: { secretId: "app/db", description: "theirs", kmsKeyId: "k1" },
    response: { aRN: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3", name: "app/db" },
    targets: [
      'update aws_secretsmanager_secret arn,id,name=app/db,arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3: description="theirs"; kms_key_id="k1"',
    ],
  },
  {
    operation: "UpdateSecret",
    form: "its value",
    request: { secretId: "app/db", clientRequestToken: "t" },
    response: { aRN: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3", versionId: "v2" },
    targets: [
      "update aws_secretsmanager_secret_version secret_id,arn=app/db,arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3: secret_string=***",
    ],
  },
  {
    operation: "UpdateSecret",
    form: "both",
    request: {
      secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3",
      description: "theirs",
      secretString: "hunter2",
    },
    targets: [
      'update aws_secretsmanager_secret arn,id,name=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: description="theirs"',
      "update aws_secretsmanager_secret_version secret_id,arn=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: secret_string=***",
    ],
  },
  {
    operation: "DeleteSecret",
    request: { secretId: "app/db", recoveryWindowInDays: 7 },
    response: { aRN: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3" },
    targets: [
      "delete aws_secretsmanager_secret arn,id,name=app/db,arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3:",
    ],
  },
  {
    operation: "RestoreSecret",
    request: { secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3" },
    targets: [
      "update aws_secretsmanager_secret arn,id,name=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db:",
    ],
  },
  {
    operation: "PutSecretValue",
    request: {
      secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3",
      clientRequestToken: "t",
      secretString: "hunter2",
    },
    targets: [
      "update aws_secretsmanager_secret_version secret_id,arn=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: secret_string=*** (partial)",
    ],
  },
  {
    operation: "UpdateSecretVersionStage",
    request: {
      secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3",
      versionStage: "AWSCURRENT",
      moveToVersionId: "v1",
    },
    targets: [
      "update aws_secretsmanager_secret_version secret_id,arn=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: (partial)",
    ],
  },
  {
    operation: "RotateSecret",
    form: "with a schedule",
    request: {
      secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3",
      rotationLambdaARN: "arn:aws:lambda:eu-west-1:123456789012:function:rotate",
      rotationRules: { automaticallyAfterDays: 30 },
    },
    targets: [
      'update aws_secretsmanager_secret_rotation secret_id,id=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: rotation_lambda_arn="arn:aws:lambda:eu-west-1:123456789012:function:rotate"; rotation_rules[0].automatically_after_days=30 else update aws_secretsmanager_secret arn,id,name=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db:',
    ],
  },
  {
    operation: "RotateSecret",
    form: "now",
    request: {
      secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3",
      clientRequestToken: "t",
    },
    targets: [
      "update aws_secretsmanager_secret_version secret_id,arn=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: secret_string=***",
    ],
  },
  {
    operation: "CancelRotateSecret",
    request: { secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3" },
    targets: [
      "delete aws_secretsmanager_secret_rotation secret_id,id=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db:",
    ],
  },
  {
    operation: "PutResourcePolicy",
    request: {
      secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3",
      resourcePolicy: '{"Version":"2012-10-17","Statement":[]}',
      blockPublicPolicy: false,
    },
    targets: [
      'update aws_secretsmanager_secret_policy secret_arn,id=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: policy={"Version":"2012-10-17","Statement":[]}; block_public_policy=false else update aws_secretsmanager_secret arn,id,name=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: policy={"Version":"2012-10-17","Statement":[]}',
    ],
  },
  {
    operation: "DeleteResourcePolicy",
    request: { secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3" },
    targets: [
      "delete aws_secretsmanager_secret_policy secret_arn,id=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: else update aws_secretsmanager_secret arn,id,name=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: policy=null",
    ],
  },
  {
    operation: "ReplicateSecretToRegions",
    request: {
      secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3",
      addReplicaRegions: [{ region: "eu-central-1", kmsKeyId: "k2" }, { region: "us-east-1" }],
    },
    targets: [
      'update aws_secretsmanager_secret arn,id,name=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: +replica={"region":"eu-central-1","kms_key_id":"k2"}; +replica={"region":"us-east-1"}',
    ],
  },
  {
    operation: "RemoveRegionsFromReplication",
    request: {
      secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3",
      removeReplicaRegions: ["us-east-1"],
    },
    targets: [
      'update aws_secretsmanager_secret arn,id,name=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: -replica={"region":"us-east-1"}',
    ],
  },
  {
    operation: "StopReplicationToReplica",
    request: { secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3" },
    targets: [
      "update aws_secretsmanager_secret arn,id,name=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db:",
    ],
  },
  {
    operation: "TagResource",
    request: {
      secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3",
      tags: [{ key: "team", value: "a" }],
    },
    targets: [
      'update aws_secretsmanager_secret arn,id,name=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: tags.team="a"',
    ],
  },
  {
    operation: "UntagResource",
    request: {
      secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3",
      tagKeys: ["team"],
    },
    targets: [
      "update aws_secretsmanager_secret arn,id,name=arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3,app/db-a1B2c3,app/db: -tags.team=null",
    ],
  },
]);
