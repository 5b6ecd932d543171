import { describe, expect, it } from "vitest";
import { parseProviderAddress } from "../../../src/state/provider-address.js";

const AWS = "registry.terraform.io/hashicorp/aws";

describe("parseProviderAddress", () => {
  it.each([
    [`provider["${AWS}"]`, { source: AWS }],
    [`provider["${AWS}"].west`, { source: AWS, alias: "west" }],
    [`module.x.provider["${AWS}"]`, { source: AWS }],
    [`module.x.module.provider.provider["${AWS}"].west-2`, { source: AWS, alias: "west-2" }],
    [
      `provider["registry.opentofu.org/hashicorp/aws"].by_region["eu.west"]`,
      { source: "registry.opentofu.org/hashicorp/aws", alias: "by_region" },
    ],
    [`provider["${AWS}"].by_region[0]`, { source: AWS, alias: "by_region" }],
    ["provider.aws", { source: "registry.terraform.io/-/aws" }],
    ["provider.aws.west", { source: "registry.terraform.io/-/aws", alias: "west" }],
    ["module.x.provider.aws.west", { source: "registry.terraform.io/-/aws", alias: "west" }],
    ["something new", { source: "something new" }],
    ["", { source: "" }],
  ])("reads %s", (text, expected) => {
    expect(parseProviderAddress(text)).toEqual(expected);
  });
});
