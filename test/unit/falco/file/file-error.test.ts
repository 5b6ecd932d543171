import { expect, it } from "vitest";
import { fileError, fileMissing } from "../../../../src/falco/file/file-error.js";
import { DriftError } from "../../../../src/index.js";

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: it says what the file holds`), { code });
}

it.each(["EACCES", "EPERM"])("says what permission is missing where the system says %s", (code) => {
  const cause = systemError(code);
  const error = fileError("/var/log/alerts.json", cause);
  expect(error).toMatchObject({ code: "source_unreadable", fault: "environment", retryable: true, cause });
  expect(error.message).toMatch(/\/var\/log\/alerts\.json may not be read.*read permission/);
});

it.each(["EISDIR", "ESTALE", "EIO"])("takes %s for something that may mend", (code) => {
  const error = fileError("alerts.json", systemError(code));
  expect(error).toMatchObject({ code: "source_unreadable", retryable: true });
  expect(error.message).toContain(code);
  expect(error.message).not.toContain("it says");
});

it("leaves an error of ours as it is", () => {
  const ours = new DriftError("offset_unwritable", "it is full; make room");
  expect(fileError("alerts.json", ours)).toBe(ours);
});

it("points to the path where the file is not there", () => {
  expect(fileMissing("alerts.json")).toMatchObject({ code: "source_unreadable", retryable: true });
  expect(fileMissing("alerts.json").message).toContain("file_output.filename");
});
