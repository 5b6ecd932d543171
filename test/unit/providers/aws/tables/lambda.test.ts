import { lambda } from "../../../../../src/providers/aws/tables/lambda.js";
import { describeTable } from "../../../../support/table-cases.js";

describeTable("lambda.amazonaws.com", lambda, [
  {
    operation: "CreateFunction",
    request: {
      functionName: "app",
      runtime: "nodejs20.x",
      handler: "a.b",
      role: "arn:aws:iam::123456789012:role/app",
      memorySize: 256,
      timeout: 3,
      packageType: "Zip",
      code: {},
      tags: { team: "core" },
      environment: {},
    },
    targets: [
      'create aws_lambda_function function_name,arn,id=app: runtime="nodejs20.x"; handler="a.b"; role="arn:aws:iam::123456789012:role/app"; timeout=3; memory_size=256; package_type="Zip"; tags={"team":"core"}',
    ],
  },
  {
    operation: "DeleteFunction",
    request: { functionName: "app" },
    targets: ["delete aws_lambda_function function_name,arn,id=app:"],
  },
  {
    operation: "DeleteFunction",
    form: "one version, which leaves the function",
    request: { functionName: "arn:aws:lambda:eu-west-1:123456789012:function:app", qualifier: "3" },
    targets: [
      'update aws_lambda_function function_name,arn,id=arn:aws:lambda:eu-west-1:123456789012:function:app,app: function_name="app"',
    ],
  },
  {
    operation: "DeleteFunction",
    form: "one version by its qualified name",
    request: { functionName: "app:3" },
    targets: ['update aws_lambda_function function_name,arn,id=app:3,app: function_name="app"'],
  },
  {
    operation: "UpdateFunctionConfiguration",
    request: { functionName: "app", timeout: 30, memorySize: 512, handler: "x.y" },
    targets: [
      'update aws_lambda_function function_name,arn,id=app: handler="x.y"; timeout=30; memory_size=512',
    ],
  },
  {
    operation: "UpdateFunctionConfiguration",
    form: "by its ARN, with an environment that is not shown",
    request: {
      functionName: "arn:aws:lambda:eu-west-1:123456789012:function:app",
      environment: {},
      layers: ["arn:aws:lambda:eu-west-1:123456789012:layer:spy:1"],
    },
    targets: [
      'update aws_lambda_function function_name,arn,id=arn:aws:lambda:eu-west-1:123456789012:function:app,app: layers=["arn:aws:lambda:eu-west-1:123456789012:layer:spy:1"] (partial)',
    ],
  },
  {
    operation: "UpdateFunctionConfiguration",
    form: "taking it out of its network",
    request: {
      functionName: "123456789012:function:app",
      vpcConfig: { subnetIds: [], securityGroupIds: [] },
      layers: [],
    },
    targets: [
      "update aws_lambda_function function_name,arn,id=123456789012:function:app,app: layers=[]; vpc_config[0].subnet_ids=[]; vpc_config[0].security_group_ids=[]",
    ],
  },
  {
    operation: "UpdateFunctionCode",
    request: {
      functionName: "arn:aws:lambda:eu-west-1:123456789012:function:app",
      fullyQualifiedArn: { arnPrefix: { account: "123456789012" } },
      dryRun: false,
      publish: true,
    },
    response: { functionName: "app", codeSha256: "hash=", version: "1" },
    targets: [
      'update aws_lambda_function function_name,arn,id=arn:aws:lambda:eu-west-1:123456789012:function:app,app: code_sha256="hash="',
    ],
  },
  {
    operation: "UpdateFunctionCode",
    form: "from a bucket",
    request: { functionName: "app", s3Bucket: "code", s3Key: "app.zip", dryRun: false },
    response: { codeSha256: "hash=" },
    targets: [
      'update aws_lambda_function function_name,arn,id=app: code_sha256="hash="; s3_bucket="code"; s3_key="app.zip"',
    ],
  },
  {
    operation: "UpdateFunctionCode",
    form: "a dry run, which leaves the function",
    request: { functionName: "app", dryRun: true },
    response: { codeSha256: "hash=" },
    targets: ['update aws_lambda_function function_name,arn,id=app: function_name="app"'],
  },
  {
    operation: "PutFunctionConcurrency",
    request: { functionName: "app", reservedConcurrentExecutions: 0 },
    targets: ["update aws_lambda_function function_name,arn,id=app: reserved_concurrent_executions=0"],
  },
  {
    operation: "DeleteFunctionConcurrency",
    request: { functionName: "app" },
    targets: ["update aws_lambda_function function_name,arn,id=app: reserved_concurrent_executions=-1"],
  },
  {
    operation: "PutFunctionCodeSigningConfig",
    request: {
      functionName: "app",
      codeSigningConfigArn: "arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1",
    },
    targets: [
      'update aws_lambda_function function_name,arn,id=app: code_signing_config_arn="arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1"',
    ],
  },
  {
    operation: "DeleteFunctionCodeSigningConfig",
    request: { functionName: "app" },
    targets: ["update aws_lambda_function function_name,arn,id=app: code_signing_config_arn=null"],
  },
  {
    operation: "TagResource",
    request: { resource: "arn:aws:lambda:eu-west-1:123456789012:function:app", tags: { team: "core" } },
    targets: [
      'update aws_lambda_function|aws_lambda_event_source_mapping|aws_lambda_code_signing_config arn,function_name=arn:aws:lambda:eu-west-1:123456789012:function:app,app: tags.team="core"',
    ],
  },
  {
    operation: "UntagResource",
    request: { resource: "arn:aws:lambda:eu-west-1:123456789012:function:app", tagKeys: ["team"] },
    targets: [
      "update aws_lambda_function|aws_lambda_event_source_mapping|aws_lambda_code_signing_config arn,function_name=arn:aws:lambda:eu-west-1:123456789012:function:app,app: -tags.team=null",
    ],
  },
  {
    operation: "AddPermission",
    request: { functionName: "app", statementId: "all", action: "lambda:InvokeFunction", principal: "*" },
    response: { statement: "{}" },
    targets: [
      'create aws_lambda_permission function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app & statement_id,id=all: action="lambda:InvokeFunction"; principal="*" else update aws_lambda_function function_name,arn,id=app:',
    ],
  },
  {
    operation: "AddPermission",
    form: "by its ARN",
    request: {
      functionName: "arn:aws:lambda:eu-west-1:123456789012:function:app",
      statementId: "s3",
      action: "lambda:InvokeFunction",
      principal: "s3.amazonaws.com",
      sourceArn: "arn:aws:s3:::logs",
      sourceAccount: "123456789012",
    },
    targets: [
      'create aws_lambda_permission function_name,function_arn=arn:aws:lambda:eu-west-1:123456789012:function:app,app & statement_id,id=s3: action="lambda:InvokeFunction"; principal="s3.amazonaws.com"; source_arn="arn:aws:s3:::logs"; source_account="123456789012" else update aws_lambda_function function_name,arn,id=arn:aws:lambda:eu-west-1:123456789012:function:app,app:',
    ],
  },
  {
    operation: "RemovePermission",
    request: { functionName: "app", statementId: "all" },
    targets: [
      "delete aws_lambda_permission function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app & statement_id,id=all: else update aws_lambda_function function_name,arn,id=app:",
    ],
  },
  {
    operation: "CreateFunctionUrlConfig",
    request: { functionName: "app", authType: "NONE", cors: { allowOrigins: ["*"] } },
    targets: [
      'create aws_lambda_function_url function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app: authorization_type="NONE"; cors[0].allow_origins=["*"] else update aws_lambda_function function_name,arn,id=app:',
    ],
  },
  {
    operation: "UpdateFunctionUrlConfig",
    request: { functionName: "app", authType: "NONE" },
    targets: [
      'update aws_lambda_function_url function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app: authorization_type="NONE" else update aws_lambda_function function_name,arn,id=app:',
    ],
  },
  {
    operation: "DeleteFunctionUrlConfig",
    request: { functionName: "app", qualifier: "live" },
    targets: [
      "delete aws_lambda_function_url function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app & qualifier=live: else update aws_lambda_function function_name,arn,id=app:",
    ],
  },
  {
    operation: "CreateAlias",
    request: { functionName: "app", name: "live", functionVersion: "7" },
    targets: [
      'create aws_lambda_alias function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app & name=live: function_version="7"',
    ],
  },
  {
    operation: "UpdateAlias",
    form: "with a split of traffic",
    request: {
      functionName: "app",
      name: "live",
      functionVersion: "8",
      routingConfig: { additionalVersionWeights: { "7": 0.1 } },
    },
    targets: [
      'update aws_lambda_alias function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app & name=live: function_version="8" (partial)',
    ],
  },
  {
    operation: "DeleteAlias",
    request: { functionName: "app", name: "live" },
    targets: [
      "delete aws_lambda_alias function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app & name=live:",
    ],
  },
  {
    operation: "PutFunctionEventInvokeConfig",
    request: { functionName: "app", maximumRetryAttempts: 0 },
    targets: [
      "update aws_lambda_function_event_invoke_config function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app: maximum_retry_attempts=0",
    ],
  },
  {
    operation: "UpdateFunctionEventInvokeConfig",
    request: {
      functionName: "app",
      destinationConfig: { onFailure: { destination: "arn:aws:sqs:eu-west-1:123456789012:dlq" } },
    },
    targets: [
      'update aws_lambda_function_event_invoke_config function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app: destination_config[0].on_failure[0].destination="arn:aws:sqs:eu-west-1:123456789012:dlq"',
    ],
  },
  {
    operation: "DeleteFunctionEventInvokeConfig",
    request: { functionName: "app" },
    targets: [
      "delete aws_lambda_function_event_invoke_config function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app:",
    ],
  },
  {
    operation: "PutProvisionedConcurrencyConfig",
    request: { functionName: "app", qualifier: "live", provisionedConcurrentExecutions: 5 },
    targets: [
      "update aws_lambda_provisioned_concurrency_config function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app & qualifier=live: provisioned_concurrent_executions=5 else update aws_lambda_function function_name,arn,id=app:",
    ],
  },
  {
    operation: "DeleteProvisionedConcurrencyConfig",
    request: { functionName: "app", qualifier: "live" },
    targets: [
      "delete aws_lambda_provisioned_concurrency_config function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app & qualifier=live: else update aws_lambda_function function_name,arn,id=app:",
    ],
  },
  {
    operation: "PutFunctionRecursionConfig",
    request: { functionName: "app", recursiveLoop: "Allow" },
    targets: [
      'update aws_lambda_function_recursion_config function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app: recursive_loop="Allow"',
    ],
  },
  {
    operation: "PutRuntimeManagementConfig",
    request: {
      functionName: "app",
      updateRuntimeOn: "Manual",
      runtimeVersionArn: "arn:aws:lambda:eu-west-1::runtime:1",
    },
    targets: [
      'update aws_lambda_runtime_management_config function_name,function_arn=app,arn:aws:lambda:eu-west-1:123456789012:function:app: update_runtime_on="Manual"; runtime_version_arn="arn:aws:lambda:eu-west-1::runtime:1"',
    ],
  },
  {
    operation: "CreateEventSourceMapping",
    request: { functionName: "app", eventSourceArn: "arn:aws:sqs:eu-west-1:123456789012:q", batchSize: 10 },
    response: { uUID: "u-1", functionArn: "arn:aws:lambda:eu-west-1:123456789012:function:app" },
    targets: [
      'create aws_lambda_event_source_mapping uuid,id=u-1: batch_size=10; function_arn="arn:aws:lambda:eu-west-1:123456789012:function:app"; event_source_arn="arn:aws:sqs:eu-west-1:123456789012:q"',
    ],
  },
  {
    operation: "UpdateEventSourceMapping",
    request: { uUID: "u-1", enabled: false },
    response: { uUID: "u-1", functionArn: "arn:aws:lambda:eu-west-1:123456789012:function:app" },
    targets: [
      'update aws_lambda_event_source_mapping uuid,id=u-1: enabled=false; function_arn="arn:aws:lambda:eu-west-1:123456789012:function:app"',
    ],
  },
  {
    operation: "DeleteEventSourceMapping",
    request: { uUID: "u-1" },
    targets: ["delete aws_lambda_event_source_mapping uuid,id=u-1:"],
  },
  {
    operation: "CreateCodeSigningConfig",
    request: { description: "d" },
    response: {
      codeSigningConfig: {
        codeSigningConfigArn: "arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1",
      },
    },
    targets: [
      'create aws_lambda_code_signing_config arn,id=arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1,csc-1: description="d"',
    ],
  },
  {
    operation: "UpdateCodeSigningConfig",
    request: {
      codeSigningConfigArn: "arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1",
      codeSigningPolicies: { untrustedArtifactOnDeployment: "Warn" },
    },
    targets: [
      'update aws_lambda_code_signing_config arn,id=arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1,csc-1: policies[0].untrusted_artifact_on_deployment="Warn"',
    ],
  },
  {
    operation: "DeleteCodeSigningConfig",
    request: { codeSigningConfigArn: "arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1" },
    targets: [
      "delete aws_lambda_code_signing_config arn,id=arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1,csc-1:",
    ],
  },
  {
    operation: "PublishLayerVersion",
    request: { layerName: "shared", description: "d", content: {} },
    response: { layerVersionArn: "arn:aws:lambda:eu-west-1:123456789012:layer:shared:2" },
    targets: [
      'create aws_lambda_layer_version arn,id=arn:aws:lambda:eu-west-1:123456789012:layer:shared:2,shared: layer_name="shared"; description="d"',
    ],
  },
  {
    operation: "DeleteLayerVersion",
    request: { layerName: "shared", versionNumber: 2 },
    targets: ["delete aws_lambda_layer_version layer_name,layer_arn=shared & version=2:"],
  },
  {
    operation: "AddLayerVersionPermission",
    request: {
      layerName: "shared",
      versionNumber: 2,
      statementId: "all",
      action: "lambda:GetLayerVersion",
      principal: "*",
    },
    targets: [
      'create aws_lambda_layer_version_permission layer_name=shared & version_number=2 & statement_id=all: action="lambda:GetLayerVersion"; principal="*" else update aws_lambda_layer_version layer_name,layer_arn=shared & version=2:',
    ],
  },
  {
    operation: "RemoveLayerVersionPermission",
    request: { layerName: "shared", versionNumber: 2, statementId: "all" },
    targets: [
      "delete aws_lambda_layer_version_permission layer_name=shared & version_number=2 & statement_id=all: else update aws_lambda_layer_version layer_name,layer_arn=shared & version=2:",
    ],
  },
]);
