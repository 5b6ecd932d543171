import { describe, expect, it } from "vitest";
import { diagnoseAlert, isCloudTrailAlert } from "../../../../src/providers/aws/diagnose-alert.js";
import { cloudTrailAlert } from "../../../support/cloudtrail.js";

describe("an alert", () => {
  it("of a stock rule, which does not name the operation, says which rules to load", () => {
    const alert = { ...cloudTrailAlert({ "ct.name": undefined }), rule: "Put Bucket Policy" };
    expect(diagnoseAlert(alert)).toMatchObject([
      { code: "stock_rules", level: "error", subject: "Put Bucket Policy" },
    ]);
  });

  it("of another rule without the operation says which field to carry", () => {
    const alert = { ...cloudTrailAlert({ "ct.name": null }), rule: "My rule" };
    expect(diagnoseAlert(alert)).toMatchObject([{ code: "missing_field", subject: "ct.name" }]);
  });

  it("with the plugin's wrong console flag says how to carry the right one", () => {
    expect(diagnoseAlert(cloudTrailAlert({ "ct.sessioncredentialfromconsole": "false" }))).toMatchObject([
      { code: "unreliable_field", subject: "ct.sessioncredentialfromconsole" },
    ]);
    const mended = { "ct.sessioncredentialfromconsole": "false", session_from_console: "true" };
    expect(diagnoseAlert(cloudTrailAlert(mended))).toEqual([]);
  });

  it("that is in order has nothing wrong with it", () => {
    expect(diagnoseAlert(cloudTrailAlert())).toEqual([]);
  });

  it("is CloudTrail's by its fields, whatever its source is called", () => {
    expect(isCloudTrailAlert({ ...cloudTrailAlert(), source: "my_trail" })).toBe(true);
    expect(isCloudTrailAlert({ ...cloudTrailAlert(), fields: { "gcp.user": "a" } })).toBe(false);
  });
});
