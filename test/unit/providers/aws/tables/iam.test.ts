import { iam } from "../../../../../src/providers/aws/tables/iam.js";
import { describeTable } from "../../../../support/table-cases.js";

describeTable("iam.amazonaws.com", iam, [
  {
    operation: "CreateRole",
    request: {
      roleName: "app",
      path: "/svc/",
      assumeRolePolicyDocument:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"sts:AssumeRole"}]}',
      description: "d",
      maxSessionDuration: 3600,
      permissionsBoundary: "arn:aws:iam::123456789012:policy/reader",
      tags: [{ key: "team", value: "core" }],
    },
    targets: [
      'create aws_iam_role name,id=app: assume_role_policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"sts:AssumeRole"}]}; path="/svc/"; description="d"; max_session_duration=3600; permissions_boundary="arn:aws:iam::123456789012:policy/reader"; tags={"team":"core"}',
    ],
  },
  { operation: "DeleteRole", request: { roleName: "app" }, targets: ["delete aws_iam_role name,id=app:"] },
  {
    operation: "UpdateRole",
    request: { roleName: "app", description: "d", maxSessionDuration: 7200 },
    targets: ['update aws_iam_role name,id=app: description="d"; max_session_duration=7200'],
  },
  {
    operation: "UpdateRoleDescription",
    request: { roleName: "app", description: "d" },
    targets: ['update aws_iam_role name,id=app: description="d"'],
  },
  {
    operation: "UpdateAssumeRolePolicy",
    request: {
      roleName: "app",
      policyDocument:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"sts:AssumeRole"}]}',
    },
    targets: [
      'update aws_iam_role name,id=app: assume_role_policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"sts:AssumeRole"}]}',
    ],
  },
  {
    operation: "PutRolePermissionsBoundary",
    request: { roleName: "app", permissionsBoundary: "arn:aws:iam::123456789012:policy/reader" },
    targets: [
      'update aws_iam_role name,id=app: permissions_boundary="arn:aws:iam::123456789012:policy/reader"',
    ],
  },
  {
    operation: "DeleteRolePermissionsBoundary",
    request: { roleName: "app" },
    targets: ["update aws_iam_role name,id=app: permissions_boundary=null"],
  },
  {
    operation: "AttachRolePolicy",
    request: { roleName: "app", policyArn: "arn:aws:iam::123456789012:policy/reader" },
    targets: [
      'create aws_iam_role_policy_attachment role=app & policy_arn=arn:aws:iam::123456789012:policy/reader: else update aws_iam_policy_attachment policy_arn=arn:aws:iam::123456789012:policy/reader: +roles="app" else update aws_iam_role_policy_attachments_exclusive role_name=app: +policy_arns="arn:aws:iam::123456789012:policy/reader" else update aws_iam_role name,id=app: +managed_policy_arns="arn:aws:iam::123456789012:policy/reader"',
    ],
  },
  {
    operation: "DetachRolePolicy",
    request: { roleName: "app", policyArn: "arn:aws:iam::123456789012:policy/reader" },
    targets: [
      'delete aws_iam_role_policy_attachment role=app & policy_arn=arn:aws:iam::123456789012:policy/reader: else update aws_iam_policy_attachment policy_arn=arn:aws:iam::123456789012:policy/reader: -roles="app" else update aws_iam_role_policy_attachments_exclusive role_name=app: -policy_arns="arn:aws:iam::123456789012:policy/reader" else update aws_iam_role name,id=app: -managed_policy_arns="arn:aws:iam::123456789012:policy/reader"',
    ],
  },
  {
    operation: "PutRolePolicy",
    request: {
      roleName: "app",
      policyName: "inline",
      policyDocument:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
    },
    targets: [
      'update aws_iam_role_policy role=app & name=inline: policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]} else update aws_iam_role_policies_exclusive role_name=app: +policy_names="inline" (partial) else update aws_iam_role name,id=app: +inline_policy={"name":"inline","policy":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:GetObject\\",\\"Resource\\":\\"*\\"}]}"}',
    ],
  },
  {
    operation: "DeleteRolePolicy",
    request: { roleName: "app", policyName: "inline" },
    targets: [
      'delete aws_iam_role_policy role=app & name=inline: else update aws_iam_role_policies_exclusive role_name=app: -policy_names="inline" else update aws_iam_role name,id=app: -inline_policy={"name":"inline"}',
    ],
  },
  {
    operation: "TagRole",
    request: { roleName: "app", tags: [{ key: "team", value: "core" }] },
    targets: ['update aws_iam_role name,id=app: tags.team="core"'],
  },
  {
    operation: "UntagRole",
    request: { roleName: "app", tagKeys: ["team", "cost.centre"] },
    targets: ['update aws_iam_role name,id=app: -tags.team=null; -tags["cost.centre"]=null'],
  },
  {
    operation: "CreateInstanceProfile",
    request: { instanceProfileName: "web", path: "/" },
    targets: ['create aws_iam_instance_profile name,id=web: path="/"'],
  },
  {
    operation: "DeleteInstanceProfile",
    request: { instanceProfileName: "web" },
    targets: ["delete aws_iam_instance_profile name,id=web:"],
  },
  {
    operation: "AddRoleToInstanceProfile",
    request: { instanceProfileName: "web", roleName: "app" },
    targets: ['update aws_iam_instance_profile name,id=web: role="app"'],
  },
  {
    operation: "RemoveRoleFromInstanceProfile",
    request: { instanceProfileName: "web", roleName: "app" },
    targets: ["update aws_iam_instance_profile name,id=web: role=null"],
  },
  {
    operation: "TagInstanceProfile",
    request: { instanceProfileName: "web", tags: [{ key: "team", value: "core" }] },
    targets: ['update aws_iam_instance_profile name,id=web: tags.team="core"'],
  },
  {
    operation: "UntagInstanceProfile",
    request: { instanceProfileName: "web", tagKeys: ["team"] },
    targets: ["update aws_iam_instance_profile name,id=web: -tags.team=null"],
  },
  {
    operation: "CreateUser",
    request: { userName: "bob", path: "/ops/", tags: [{ key: "team", value: "core" }] },
    targets: ['create aws_iam_user name,id=bob: path="/ops/"; tags={"team":"core"}'],
  },
  { operation: "DeleteUser", request: { userName: "bob" }, targets: ["delete aws_iam_user name,id=bob:"] },
  {
    operation: "UpdateUser",
    request: { userName: "bob", newUserName: "rob", newPath: "/dev/" },
    targets: ['update aws_iam_user name,id=bob: name="rob"; path="/dev/"'],
  },
  {
    operation: "PutUserPermissionsBoundary",
    request: { userName: "bob", permissionsBoundary: "arn:aws:iam::123456789012:policy/reader" },
    targets: [
      'update aws_iam_user name,id=bob: permissions_boundary="arn:aws:iam::123456789012:policy/reader"',
    ],
  },
  {
    operation: "DeleteUserPermissionsBoundary",
    request: { userName: "bob" },
    targets: ["update aws_iam_user name,id=bob: permissions_boundary=null"],
  },
  {
    operation: "AttachUserPolicy",
    request: { userName: "bob", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
    targets: [
      'create aws_iam_user_policy_attachment user=bob & policy_arn=arn:aws:iam::aws:policy/AdministratorAccess: else update aws_iam_policy_attachment policy_arn=arn:aws:iam::aws:policy/AdministratorAccess: +users="bob" else update aws_iam_user_policy_attachments_exclusive user_name=bob: +policy_arns="arn:aws:iam::aws:policy/AdministratorAccess" else update aws_iam_user name,id=bob:',
    ],
  },
  {
    operation: "DetachUserPolicy",
    request: { userName: "bob", policyArn: "arn:aws:iam::123456789012:policy/reader" },
    targets: [
      'delete aws_iam_user_policy_attachment user=bob & policy_arn=arn:aws:iam::123456789012:policy/reader: else update aws_iam_policy_attachment policy_arn=arn:aws:iam::123456789012:policy/reader: -users="bob" else update aws_iam_user_policy_attachments_exclusive user_name=bob: -policy_arns="arn:aws:iam::123456789012:policy/reader" else update aws_iam_user name,id=bob:',
    ],
  },
  {
    operation: "PutUserPolicy",
    request: {
      userName: "bob",
      policyName: "inline",
      policyDocument:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
    },
    targets: [
      'update aws_iam_user_policy user=bob & name=inline: policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]} else update aws_iam_user_policies_exclusive user_name=bob: +policy_names="inline" (partial) else update aws_iam_user name,id=bob:',
    ],
  },
  {
    operation: "DeleteUserPolicy",
    request: { userName: "bob", policyName: "inline" },
    targets: [
      'delete aws_iam_user_policy user=bob & name=inline: else update aws_iam_user_policies_exclusive user_name=bob: -policy_names="inline" else update aws_iam_user name,id=bob:',
    ],
  },
  {
    operation: "TagUser",
    request: { userName: "bob", tags: [{ key: "team", value: "core" }] },
    targets: ['update aws_iam_user name,id=bob: tags.team="core"'],
  },
  {
    operation: "UntagUser",
    request: { userName: "bob", tagKeys: ["team"] },
    targets: ["update aws_iam_user name,id=bob: -tags.team=null"],
  },
  {
    operation: "CreateAccessKey",
    request: { userName: "bob" },
    response: {
      accessKey: {
        accessKeyId: "AKIAEXAMPLE",
        createDate: "Mar 1, 2026 12:00:00 PM",
        status: "Active",
        userName: "bob",
      },
    },
    targets: ['create aws_iam_access_key id=AKIAEXAMPLE: user="bob"; status="Active"'],
  },
  {
    operation: "CreateAccessKey",
    form: "of the caller, whom the request leaves out",
    request: {},
    response: { accessKey: { accessKeyId: "AKIAEXAMPLE", status: "Active", userName: "alice" } },
    targets: ['create aws_iam_access_key id=AKIAEXAMPLE: user="alice"; status="Active"'],
  },
  {
    operation: "UpdateAccessKey",
    request: { userName: "bob", accessKeyId: "AKIAEXAMPLE", status: "Inactive" },
    targets: ['update aws_iam_access_key id=AKIAEXAMPLE: status="Inactive"'],
  },
  {
    operation: "DeleteAccessKey",
    request: { userName: "bob", accessKeyId: "AKIAEXAMPLE" },
    targets: ["delete aws_iam_access_key id=AKIAEXAMPLE:"],
  },
  {
    operation: "CreateLoginProfile",
    request: { userName: "bob", passwordResetRequired: false },
    response: { loginProfile: { userName: "bob", passwordResetRequired: false } },
    targets: ["create aws_iam_user_login_profile user,id=bob: password_reset_required=false"],
  },
  {
    operation: "UpdateLoginProfile",
    request: { userName: "bob" },
    targets: ["update aws_iam_user_login_profile user,id=bob:"],
  },
  {
    operation: "DeleteLoginProfile",
    request: { userName: "bob" },
    targets: ["delete aws_iam_user_login_profile user,id=bob:"],
  },
  {
    operation: "CreateVirtualMFADevice",
    request: { virtualMFADeviceName: "bob", path: "/" },
    response: { virtualMFADevice: { serialNumber: "arn:aws:iam::123456789012:mfa/bob" } },
    targets: ["create aws_iam_virtual_mfa_device arn,id=arn:aws:iam::123456789012:mfa/bob,bob:"],
  },
  {
    operation: "DeleteVirtualMFADevice",
    request: { serialNumber: "arn:aws:iam::123456789012:mfa/bob" },
    targets: ["delete aws_iam_virtual_mfa_device arn,id=arn:aws:iam::123456789012:mfa/bob,bob:"],
  },
  {
    operation: "EnableMFADevice",
    request: { userName: "bob", serialNumber: "arn:aws:iam::123456789012:mfa/bob" },
    targets: [
      'update aws_iam_virtual_mfa_device arn,id=arn:aws:iam::123456789012:mfa/bob,bob: user_name="bob"',
    ],
  },
  {
    operation: "DeactivateMFADevice",
    request: { userName: "bob", serialNumber: "arn:aws:iam::123456789012:mfa/bob" },
    targets: [
      "update aws_iam_virtual_mfa_device arn,id=arn:aws:iam::123456789012:mfa/bob,bob: user_name=null",
    ],
  },
  {
    operation: "TagMFADevice",
    request: { serialNumber: "arn:aws:iam::123456789012:mfa/bob", tags: [{ key: "team", value: "core" }] },
    targets: [
      'update aws_iam_virtual_mfa_device arn,id=arn:aws:iam::123456789012:mfa/bob,bob: tags.team="core"',
    ],
  },
  {
    operation: "UntagMFADevice",
    request: { serialNumber: "arn:aws:iam::123456789012:mfa/bob", tagKeys: ["team"] },
    targets: [
      "update aws_iam_virtual_mfa_device arn,id=arn:aws:iam::123456789012:mfa/bob,bob: -tags.team=null",
    ],
  },
  {
    operation: "UploadSSHPublicKey",
    request: { userName: "bob", sSHPublicKeyBody: "ssh-rsa AAAA" },
    response: { sSHPublicKey: { sSHPublicKeyId: "APKAEXAMPLE", userName: "bob" } },
    targets: ["create aws_iam_user_ssh_key ssh_public_key_id,id=APKAEXAMPLE:"],
  },
  {
    operation: "UpdateSSHPublicKey",
    request: { userName: "bob", sSHPublicKeyId: "APKAEXAMPLE", status: "Inactive" },
    targets: ['update aws_iam_user_ssh_key ssh_public_key_id,id=APKAEXAMPLE: status="Inactive"'],
  },
  {
    operation: "DeleteSSHPublicKey",
    request: { userName: "bob", sSHPublicKeyId: "APKAEXAMPLE" },
    targets: ["delete aws_iam_user_ssh_key ssh_public_key_id,id=APKAEXAMPLE:"],
  },
  {
    operation: "CreateGroup",
    request: { groupName: "admins", path: "/" },
    targets: ['create aws_iam_group name,id=admins: path="/"'],
  },
  {
    operation: "DeleteGroup",
    request: { groupName: "admins" },
    targets: ["delete aws_iam_group name,id=admins:"],
  },
  {
    operation: "UpdateGroup",
    request: { groupName: "admins", newGroupName: "owners" },
    targets: ['update aws_iam_group name,id=admins: name="owners"'],
  },
  {
    operation: "AddUserToGroup",
    request: { userName: "bob", groupName: "admins" },
    targets: [
      'update aws_iam_group_membership group=admins: +users="bob" else create aws_iam_user_group_membership user=bob & groups=admins: else update aws_iam_user_group_membership user=bob: +groups="admins" else update aws_iam_group name,id=admins: else update aws_iam_user name,id=bob:',
    ],
  },
  {
    operation: "RemoveUserFromGroup",
    request: { userName: "bob", groupName: "admins" },
    targets: [
      'update aws_iam_user_group_membership user=bob & groups=admins: -groups="admins" else update aws_iam_group_membership group=admins: -users="bob" else update aws_iam_group name,id=admins: else update aws_iam_user name,id=bob:',
    ],
  },
  {
    operation: "AttachGroupPolicy",
    request: { groupName: "admins", policyArn: "arn:aws:iam::123456789012:policy/reader" },
    targets: [
      'create aws_iam_group_policy_attachment group=admins & policy_arn=arn:aws:iam::123456789012:policy/reader: else update aws_iam_policy_attachment policy_arn=arn:aws:iam::123456789012:policy/reader: +groups="admins" else update aws_iam_group_policy_attachments_exclusive group_name=admins: +policy_arns="arn:aws:iam::123456789012:policy/reader" else update aws_iam_group name,id=admins:',
    ],
  },
  {
    operation: "DetachGroupPolicy",
    request: { groupName: "admins", policyArn: "arn:aws:iam::123456789012:policy/reader" },
    targets: [
      'delete aws_iam_group_policy_attachment group=admins & policy_arn=arn:aws:iam::123456789012:policy/reader: else update aws_iam_policy_attachment policy_arn=arn:aws:iam::123456789012:policy/reader: -groups="admins" else update aws_iam_group_policy_attachments_exclusive group_name=admins: -policy_arns="arn:aws:iam::123456789012:policy/reader" else update aws_iam_group name,id=admins:',
    ],
  },
  {
    operation: "PutGroupPolicy",
    request: {
      groupName: "admins",
      policyName: "inline",
      policyDocument:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
    },
    targets: [
      'update aws_iam_group_policy group=admins & name=inline: policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]} else update aws_iam_group_policies_exclusive group_name=admins: +policy_names="inline" (partial) else update aws_iam_group name,id=admins:',
    ],
  },
  {
    operation: "DeleteGroupPolicy",
    request: { groupName: "admins", policyName: "inline" },
    targets: [
      'delete aws_iam_group_policy group=admins & name=inline: else update aws_iam_group_policies_exclusive group_name=admins: -policy_names="inline" else update aws_iam_group name,id=admins:',
    ],
  },
  {
    operation: "CreatePolicy",
    request: {
      policyName: "reader",
      path: "/",
      description: "d",
      policyDocument:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
      tags: [{ key: "team", value: "core" }],
    },
    response: { policy: { arn: "arn:aws:iam::123456789012:policy/reader", policyName: "reader" } },
    targets: [
      'create aws_iam_policy arn,id=arn:aws:iam::123456789012:policy/reader,reader: name="reader"; path="/"; description="d"; policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}; tags={"team":"core"}',
    ],
  },
  {
    operation: "DeletePolicy",
    request: { policyArn: "arn:aws:iam::123456789012:policy/reader" },
    targets: ["delete aws_iam_policy arn,id=arn:aws:iam::123456789012:policy/reader,reader:"],
  },
  {
    operation: "CreatePolicyVersion",
    form: "as the default",
    request: {
      policyArn: "arn:aws:iam::123456789012:policy/reader",
      policyDocument:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
      setAsDefault: true,
    },
    targets: [
      'update aws_iam_policy arn,id=arn:aws:iam::123456789012:policy/reader,reader: policy={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
    ],
  },
  {
    operation: "CreatePolicyVersion",
    form: "beside the default, which leaves the policy as it is",
    request: {
      policyArn: "arn:aws:iam::123456789012:policy/reader",
      policyDocument:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
      setAsDefault: false,
    },
    targets: [
      'update aws_iam_policy arn,id=arn:aws:iam::123456789012:policy/reader,reader: arn="arn:aws:iam::123456789012:policy/reader"',
    ],
  },
  {
    operation: "SetDefaultPolicyVersion",
    request: { policyArn: "arn:aws:iam::123456789012:policy/reader", versionId: "v1" },
    targets: ["update aws_iam_policy arn,id=arn:aws:iam::123456789012:policy/reader,reader:"],
  },
  {
    operation: "TagPolicy",
    request: { policyArn: "arn:aws:iam::123456789012:policy/reader", tags: [{ key: "team", value: "core" }] },
    targets: [
      'update aws_iam_policy arn,id=arn:aws:iam::123456789012:policy/reader,reader: tags.team="core"',
    ],
  },
  {
    operation: "UntagPolicy",
    request: { policyArn: "arn:aws:iam::123456789012:policy/reader", tagKeys: ["team"] },
    targets: ["update aws_iam_policy arn,id=arn:aws:iam::123456789012:policy/reader,reader: -tags.team=null"],
  },
  {
    operation: "CreateOpenIDConnectProvider",
    request: {
      url: "https://idp.example.com",
      clientIDList: ["sts.amazonaws.com"],
      thumbprintList: ["aa11"],
    },
    response: { openIDConnectProviderArn: "arn:aws:iam::123456789012:oidc-provider/idp.example.com" },
    targets: [
      'create aws_iam_openid_connect_provider arn,id=arn:aws:iam::123456789012:oidc-provider/idp.example.com,idp.example.com: client_id_list=["sts.amazonaws.com"]; thumbprint_list=["aa11"]',
    ],
  },
  {
    operation: "DeleteOpenIDConnectProvider",
    request: { openIDConnectProviderArn: "arn:aws:iam::123456789012:oidc-provider/idp.example.com" },
    targets: [
      "delete aws_iam_openid_connect_provider arn,id=arn:aws:iam::123456789012:oidc-provider/idp.example.com,idp.example.com:",
    ],
  },
  {
    operation: "UpdateOpenIDConnectProviderThumbprint",
    request: {
      openIDConnectProviderArn: "arn:aws:iam::123456789012:oidc-provider/idp.example.com",
      thumbprintList: ["aa11", "bb22"],
    },
    targets: [
      'update aws_iam_openid_connect_provider arn,id=arn:aws:iam::123456789012:oidc-provider/idp.example.com,idp.example.com: thumbprint_list=["aa11","bb22"]',
    ],
  },
  {
    operation: "AddClientIDToOpenIDConnectProvider",
    request: {
      openIDConnectProviderArn: "arn:aws:iam::123456789012:oidc-provider/idp.example.com",
      clientID: "other",
    },
    targets: [
      'update aws_iam_openid_connect_provider arn,id=arn:aws:iam::123456789012:oidc-provider/idp.example.com,idp.example.com: +client_id_list="other"',
    ],
  },
  {
    operation: "RemoveClientIDFromOpenIDConnectProvider",
    request: {
      openIDConnectProviderArn: "arn:aws:iam::123456789012:oidc-provider/idp.example.com",
      clientID: "other",
    },
    targets: [
      'update aws_iam_openid_connect_provider arn,id=arn:aws:iam::123456789012:oidc-provider/idp.example.com,idp.example.com: -client_id_list="other"',
    ],
  },
  {
    operation: "TagOpenIDConnectProvider",
    request: {
      openIDConnectProviderArn: "arn:aws:iam::123456789012:oidc-provider/idp.example.com",
      tags: [{ key: "team", value: "core" }],
    },
    targets: [
      'update aws_iam_openid_connect_provider arn,id=arn:aws:iam::123456789012:oidc-provider/idp.example.com,idp.example.com: tags.team="core"',
    ],
  },
  {
    operation: "UntagOpenIDConnectProvider",
    request: {
      openIDConnectProviderArn: "arn:aws:iam::123456789012:oidc-provider/idp.example.com",
      tagKeys: ["team"],
    },
    targets: [
      "update aws_iam_openid_connect_provider arn,id=arn:aws:iam::123456789012:oidc-provider/idp.example.com,idp.example.com: -tags.team=null",
    ],
  },
  {
    operation: "CreateSAMLProvider",
    request: { name: "corp", sAMLMetadataDocument: "<x/>" },
    response: { sAMLProviderArn: "arn:aws:iam::123456789012:saml-provider/corp" },
    targets: [
      'create aws_iam_saml_provider arn,id=arn:aws:iam::123456789012:saml-provider/corp,corp: name="corp"',
    ],
  },
  {
    operation: "UpdateSAMLProvider",
    request: {
      sAMLProviderArn: "arn:aws:iam::123456789012:saml-provider/corp",
      sAMLMetadataDocument: "<y/>",
    },
    targets: [
      'update aws_iam_saml_provider arn,id=arn:aws:iam::123456789012:saml-provider/corp,corp: saml_metadata_document="<y/>"',
    ],
  },
  {
    operation: "DeleteSAMLProvider",
    request: { sAMLProviderArn: "arn:aws:iam::123456789012:saml-provider/corp" },
    targets: ["delete aws_iam_saml_provider arn,id=arn:aws:iam::123456789012:saml-provider/corp,corp:"],
  },
  {
    operation: "TagSAMLProvider",
    request: {
      sAMLProviderArn: "arn:aws:iam::123456789012:saml-provider/corp",
      tags: [{ key: "team", value: "core" }],
    },
    targets: [
      'update aws_iam_saml_provider arn,id=arn:aws:iam::123456789012:saml-provider/corp,corp: tags.team="core"',
    ],
  },
  {
    operation: "UntagSAMLProvider",
    request: { sAMLProviderArn: "arn:aws:iam::123456789012:saml-provider/corp", tagKeys: ["team"] },
    targets: [
      "update aws_iam_saml_provider arn,id=arn:aws:iam::123456789012:saml-provider/corp,corp: -tags.team=null",
    ],
  },
  {
    operation: "UpdateAccountPasswordPolicy",
    form: "which puts what it leaves out back to its default",
    request: { minimumPasswordLength: 14, requireSymbols: true, maxPasswordAge: 90 },
    targets: [
      "update aws_iam_account_password_policy : minimum_password_length=14; require_symbols=true; max_password_age=90; require_numbers=false; require_uppercase_characters=false; require_lowercase_characters=false; allow_users_to_change_password=false; password_reuse_prevention=0; hard_expiry=false",
    ],
  },
  {
    operation: "DeleteAccountPasswordPolicy",
    request: {},
    targets: ["delete aws_iam_account_password_policy :"],
  },
  {
    operation: "SetSecurityTokenServicePreferences",
    request: { globalEndpointTokenVersion: "v2Token" },
    targets: ['update aws_iam_security_token_service_preferences : global_endpoint_token_version="v2Token"'],
  },
  {
    operation: "EnableOrganizationsRootCredentialsManagement",
    request: {},
    targets: ['update aws_iam_organizations_features : +enabled_features="RootCredentialsManagement"'],
  },
  {
    operation: "DisableOrganizationsRootCredentialsManagement",
    request: {},
    targets: ['update aws_iam_organizations_features : -enabled_features="RootCredentialsManagement"'],
  },
  {
    operation: "EnableOrganizationsRootSessions",
    request: {},
    targets: ['update aws_iam_organizations_features : +enabled_features="RootSessions"'],
  },
  {
    operation: "DisableOrganizationsRootSessions",
    request: {},
    targets: ['update aws_iam_organizations_features : -enabled_features="RootSessions"'],
  },
  {
    operation: "CreateAccountAlias",
    request: { accountAlias: "acme" },
    targets: ["create aws_iam_account_alias account_alias,id=acme:"],
  },
  {
    operation: "DeleteAccountAlias",
    request: { accountAlias: "acme" },
    targets: ["delete aws_iam_account_alias account_alias,id=acme:"],
  },
  {
    operation: "CreateServiceLinkedRole",
    request: { aWSServiceName: "elasticbeanstalk.amazonaws.com" },
    response: {
      role: {
        arn: "arn:aws:iam::123456789012:role/aws-service-role/elasticbeanstalk.amazonaws.com/AWSServiceRoleForElasticBeanstalk",
        roleName: "AWSServiceRoleForElasticBeanstalk",
      },
    },
    targets: [
      "create aws_iam_service_linked_role arn,id=arn:aws:iam::123456789012:role/aws-service-role/elasticbeanstalk.amazonaws.com/AWSServiceRoleForElasticBeanstalk,AWSServiceRoleForElasticBeanstalk & aws_service_name=elasticbeanstalk.amazonaws.com:",
    ],
  },
  {
    operation: "DeleteServiceLinkedRole",
    request: { roleName: "AWSServiceRoleForElasticBeanstalk" },
    targets: ["delete aws_iam_service_linked_role name=AWSServiceRoleForElasticBeanstalk:"],
  },
  {
    operation: "UploadServerCertificate",
    request: { serverCertificateName: "web", path: "/", certificateBody: "x" },
    response: { serverCertificateMetadata: { serverCertificateName: "web" } },
    targets: ['create aws_iam_server_certificate name=web: path="/"'],
  },
  {
    operation: "UpdateServerCertificate",
    request: { serverCertificateName: "web", newServerCertificateName: "web2" },
    targets: ['update aws_iam_server_certificate name=web: name="web2"'],
  },
  {
    operation: "DeleteServerCertificate",
    request: { serverCertificateName: "web" },
    targets: ["delete aws_iam_server_certificate name=web:"],
  },
  {
    operation: "TagServerCertificate",
    request: { serverCertificateName: "web", tags: [{ key: "team", value: "core" }] },
    targets: ['update aws_iam_server_certificate name=web: tags.team="core"'],
  },
  {
    operation: "UntagServerCertificate",
    request: { serverCertificateName: "web", tagKeys: ["team"] },
    targets: ["update aws_iam_server_certificate name=web: -tags.team=null"],
  },
  {
    operation: "UploadSigningCertificate",
    request: { userName: "bob", certificateBody: "x" },
    response: { certificate: { certificateId: "CERTEXAMPLE", userName: "bob", status: "Active" } },
    targets: [
      'create aws_iam_signing_certificate certificate_id=CERTEXAMPLE: user_name="bob"; status="Active"',
    ],
  },
  {
    operation: "UpdateSigningCertificate",
    request: { userName: "bob", certificateId: "CERTEXAMPLE", status: "Inactive" },
    targets: ['update aws_iam_signing_certificate certificate_id=CERTEXAMPLE: status="Inactive"'],
  },
  {
    operation: "DeleteSigningCertificate",
    request: { userName: "bob", certificateId: "CERTEXAMPLE" },
    targets: ["delete aws_iam_signing_certificate certificate_id=CERTEXAMPLE:"],
  },
  {
    operation: "CreateServiceSpecificCredential",
    request: { userName: "bob", serviceName: "codecommit.amazonaws.com" },
    response: {
      serviceSpecificCredential: { serviceSpecificCredentialId: "ACCAEXAMPLE", serviceUserName: "bob-at-1" },
    },
    targets: [
      'create aws_iam_service_specific_credential service_specific_credential_id=ACCAEXAMPLE: user_name="bob"; service_name="codecommit.amazonaws.com"',
    ],
  },
  {
    operation: "UpdateServiceSpecificCredential",
    request: { userName: "bob", serviceSpecificCredentialId: "ACCAEXAMPLE", status: "Inactive" },
    targets: [
      'update aws_iam_service_specific_credential service_specific_credential_id=ACCAEXAMPLE: status="Inactive"',
    ],
  },
  {
    operation: "ResetServiceSpecificCredential",
    request: { userName: "bob", serviceSpecificCredentialId: "ACCAEXAMPLE" },
    response: { serviceSpecificCredential: { serviceSpecificCredentialId: "ACCAEXAMPLE" } },
    targets: [
      "update aws_iam_service_specific_credential service_specific_credential_id=ACCAEXAMPLE: service_password=***",
    ],
  },
  {
    operation: "DeleteServiceSpecificCredential",
    request: { userName: "bob", serviceSpecificCredentialId: "ACCAEXAMPLE" },
    targets: ["delete aws_iam_service_specific_credential service_specific_credential_id=ACCAEXAMPLE:"],
  },
]);
