import { describe, expect, it } from "vitest";
import { normalizeRegion, resourceScope } from "../../../src/state/resource-scope.js";

const account = "123456789012";
const subscription = "0B1F6471-1BF0-4DDA-AEC3-CB9272F09590";

describe("resourceScope", () => {
  it.each([
    [
      "aws_instance",
      { arn: `arn:aws:ec2:eu-west-1:${account}:instance/i-1` },
      { account, region: "eu-west-1" },
    ],
    [
      "aws_instance",
      { arn: `arn:aws-us-gov:ec2:us-gov-west-1:${account}:instance/i-1` },
      { account, region: "us-gov-west-1" },
    ],
    ["aws_iam_role", { arn: `arn:aws:iam::${account}:role/r` }, { account }],
    ["aws_iam_policy", { arn: "arn:aws:iam::aws:policy/AdministratorAccess" }, {}],
    ["aws_s3_bucket", { arn: "arn:aws:s3:::b", region: "eu-west-1" }, { region: "eu-west-1" }],
    ["aws_vpc", { owner_id: account }, { account }],
    [
      "aws_ebs_snapshot",
      { arn: "arn:aws:ec2:eu-west-1::snapshot/s", owner_id: account },
      { account, region: "eu-west-1" },
    ],
    ["aws_s3_account_public_access_block", { account_id: account }, { account }],
    [
      "aws_config_aggregate_authorization",
      { arn: `arn:aws:config:us-east-1:${account}:x/y`, region: "eu-west-1" },
      { account, region: "us-east-1" },
    ],
    ["aws_instance", { arn: "", owner_id: null, region: 7 }, {}],
    [
      "google_compute_instance",
      { project: "p-1", zone: "europe-west1-b" },
      { account: "p-1", region: "europe-west1" },
    ],
    [
      "google_compute_subnetwork",
      { project: "p-1", region: "https://www.googleapis.com/compute/v1/projects/p-1/regions/europe-west1" },
      { account: "p-1", region: "europe-west1" },
    ],
    [
      "google_compute_firewall",
      { self_link: "https://www.googleapis.com/compute/v1/projects/p-2/global/firewalls/f" },
      { account: "p-2" },
    ],
    [
      "google_compute_disk",
      { self_link: "https://www.googleapis.com/compute/v1/projects/p-2/zones/us-central1-a/disks/d" },
      { account: "p-2", region: "us-central1" },
    ],
    ["google_project", { id: "projects/p-3" }, { account: "p-3" }],
    ["google_storage_bucket", { project: "projects/p-1", location: "EU" }, { account: "p-1", region: "eu" }],
    ["google_kms_key_ring", { project: "p-1", location: "global" }, { account: "p-1" }],
    [
      "azurerm_storage_account",
      { id: `/subscriptions/${subscription}/resourceGroups/g`, location: "West Europe" },
      { account: subscription.toLowerCase(), region: "westeurope" },
    ],
    [
      "random_id",
      { id: "/subscriptions/x", region: "eu-west-1", arn: `arn:aws:ec2:eu-west-1:${account}:x` },
      {},
    ],
  ])("of %s with %j is %j", (type, attributes, expected) => {
    expect(resourceScope(type, attributes)).toEqual(expected);
  });

  it.each([
    "aws_guardduty_member",
    "aws_ami_launch_permission",
    "aws_cloudformation_stack_set_instance",
    "aws_account_alternate_contact",
  ])("does not take the account that a %s is about for its own", (type) => {
    expect(resourceScope(type, { account_id: account })).toEqual({});
  });
});

describe("normalizeRegion", () => {
  it.each([
    ["eu-west-1", "eu-west-1"],
    ["West Europe", "westeurope"],
    ["us-central1-a", "us-central1"],
    ["US", "us"],
    ["global", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("makes of %s %s", (region, expected) => {
    expect(normalizeRegion(region)).toBe(expected);
  });
});
