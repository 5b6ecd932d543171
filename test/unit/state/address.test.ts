import { describe, expect, it } from "vitest";
import { configAddress, instanceAddress } from "../../../src/state/address.js";
import { quoteHcl } from "../../../src/state/hcl-string.js";

describe("quoteHcl", () => {
  // Keys and results as Terraform 1.11.4 `terraform state list` printed them for a `for_each` over these keys.
  it.each([
    ["", '""'],
    ["plain", '"plain"'],
    ["with space", '"with space"'],
    ["br[0]cket", '"br[0]cket"'],
    ['quo"te', String.raw`"quo\"te"`],
    ["back\\slash", String.raw`"back\\slash"`],
    ["ünïcode", '"ünïcode"'],
    ["a\u0301", '"a\u0301"'],
    ["😀", '"😀"'],
    ["tab\there", String.raw`"tab\there"`],
    ["nl\nx", String.raw`"nl\nx"`],
    ["cr\rx", String.raw`"cr\rx"`],
    ["\u0007", String.raw`"\u0007"`],
    ["\u00a0", String.raw`"\u00a0"`],
    ["\u200b", String.raw`"\u200b"`],
    ["\u3000", String.raw`"\u3000"`],
    ["\ue000", String.raw`"\ue000"`],
    ["$", '"$"'],
    ["$$", '"$$"'],
    ["\x24{a}", '"\x24\x24{a}"'],
    ["$\x24{x}", '"$$\x24{x}"'],
    ["%", '"%"'],
    ["%{if}", '"%%{if}"'],
    ["\ud800", '"\ufffd"'],
  ])("quotes %j as Terraform does", (key, expected) => {
    expect(quoteHcl(key)).toBe(expected);
  });

  it("writes an unprintable character beyond the basic plane with eight digits", () => {
    expect(quoteHcl("\u{e0001}")).toBe(String.raw`"\U000e0001"`);
  });
});

describe("instanceAddress", () => {
  it.each([
    [{ type: "aws_vpc", name: "main" }, "aws_vpc.main"],
    [{ type: "aws_vpc", name: "main", indexKey: 0 }, "aws_vpc.main[0]"],
    [{ type: "aws_vpc", name: "main", indexKey: "0" }, 'aws_vpc.main["0"]'],
    [{ module: 'module.net["k.2"]', type: "aws_vpc", name: "main" }, 'module.net["k.2"].aws_vpc.main'],
    [
      { module: "module.a[0].module.b", type: "aws_vpc", name: "main", indexKey: "x" },
      'module.a[0].module.b.aws_vpc.main["x"]',
    ],
  ])("makes of %j the address %s", (parts, expected) => {
    expect(instanceAddress(parts)).toBe(expected);
  });
});

describe("configAddress", () => {
  it("leaves out every instance key, whatever is in it", () => {
    const module = String.raw`module.a["x].module.y[\"1\"]"].module.b[12].module.c["\\"]`;
    expect(configAddress({ module, type: "aws_vpc", name: "main", indexKey: "k" })).toBe(
      "module.a.module.b.module.c.aws_vpc.main",
    );
  });

  it("is the instance's address where there is no key", () => {
    expect(configAddress({ type: "aws_vpc", name: "main" })).toBe("aws_vpc.main");
  });
});
