import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { state } from "../../support/aws-state.js";
import { runCli } from "../../support/run-cli.js";
import { tempFolder } from "../../support/temp-folder.js";

const folder = tempFolder();
const samples = new URL("../../../../shared/samples/terraform/", import.meta.url).pathname;

describe("tfdrift state", () => {
  it.skipIf(!existsSync(samples))("prints what `terraform state list` prints, in its order", async () => {
    const result = await runCli(["state", "--state", `${samples}terraform.tfstate`]);
    expect(result).toMatchObject({ status: 0, stderr: "" });
    expect(result.stdout).toBe(readFileSync(`${samples}state-list.txt`, "utf8"));
  });

  it("sorts by depth of module, module, data sources first, type, name and key", async () => {
    const net = { type: "aws_subnet", name: "s", attributes: {} };
    const file = folder.write(
      "order.tfstate",
      state({
        resources: [
          { ...net, module: "module.b", indexKey: 10 },
          { ...net, module: "module.b", indexKey: 9 },
          { ...net, module: 'module.a["x.y"].module.deep', indexKey: "k" },
          { ...net, module: 'module.a["x.y"]' },
          { type: "aws_vpc", name: "main", attributes: {} },
          { type: "aws_ami", name: "old", mode: "data", attributes: {}, indexKey: "a" },
          { type: "aws_iam_role", name: "r", attributes: {}, deposed: "0a1b2c3d" },
          { type: "aws_iam_role", name: "r", attributes: {} },
          { type: "aws_iam_role", name: "gone", attributes: {}, deposed: "0a1b2c3e" },
        ],
      }),
    );
    expect((await runCli(["state", "--state", file])).lines).toEqual([
      'data.aws_ami.old["a"]',
      "aws_iam_role.gone",
      "aws_iam_role.r",
      "aws_vpc.main",
      'module.a["x.y"].aws_subnet.s',
      "module.b.aws_subnet.s[9]",
      "module.b.aws_subnet.s[10]",
      'module.a["x.y"].module.deep.aws_subnet.s["k"]',
    ]);
  });

  it("lists several states one after the other", async () => {
    const one = folder.write(
      "one.tfstate",
      state({ resources: [{ type: "aws_vpc", name: "z", attributes: {} }] }),
    );
    const two = folder.write(
      "two.tfstate",
      state({ resources: [{ type: "aws_vpc", name: "a", attributes: {} }] }),
    );
    expect((await runCli(["state", "--state", one, "--state", two])).lines).toEqual([
      "aws_vpc.z",
      "aws_vpc.a",
    ]);
  });

  it("prints nothing for a state without resources", async () => {
    const file = folder.write("none.tfstate", state({ resources: [] }));
    expect(await runCli(["state", "--state", file])).toMatchObject({ status: 0, stdout: "" });
  });

  it.each([
    ["an empty file", "", "state_empty"],
    ["a file that is no JSON", "resource {}", "state_malformed"],
    ["JSON that is no state", "{}", "state_malformed"],
    ["a state of Terraform 0.11", '{"version": 3, "serial": 1, "modules": []}', "state_version_unsupported"],
    [
      "an encrypted state",
      '{"serial": 1, "lineage": "l", "meta": {}, "encrypted_data": "eA==", "encryption_version": "v0"}',
      "state_encrypted",
    ],
  ])("ends with one clear line for %s", async (name, content, code) => {
    const result = await runCli(["state", "--state", folder.write(`bad/${name}`, content)]);
    expect(result).toMatchObject({ status: 1, stdout: "" });
    expect(result.stderr).toMatch(new RegExp(`^tfdrift: \\[${code}\\] [^\\n]+\\n$`));
  });
});
