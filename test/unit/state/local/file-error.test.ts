import { describe, expect, it } from "vitest";
import { DriftError } from "../../../../src/model/drift-error.js";
import { fileError } from "../../../../src/state/local/file-error.js";

describe("fileError", () => {
  it.each([
    ["ENOENT", "state_not_found", true],
    ["ENOTDIR", "state_not_found", true],
    ["EACCES", "state_denied", false],
    ["EPERM", "state_denied", false],
    ["EIO", "state_unreadable", true],
    ["EMFILE", "state_unreadable", true],
    [undefined, "state_unreadable", true],
  ])("makes of %s %s", (systemCode, code, retryable) => {
    const cause = Object.assign(new Error("system"), { code: systemCode });
    const error = fileError(cause, "infra/terraform.tfstate");
    expect(error).toMatchObject({ code, retryable, cause });
    expect(error.message).toMatch(/^\[\w+\] infra\/terraform\.tfstate .+; .+$/);
  });

  it("leaves an error of ours as it is", () => {
    const error = new DriftError("state_empty", "x; y");
    expect(fileError(error, "p")).toBe(error);
  });
});
