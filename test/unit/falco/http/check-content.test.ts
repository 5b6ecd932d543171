import { describe, expect, it } from "vitest";
import { checkContent, lookAtBody } from "../../../../src/falco/http/check-content.js";

function status(headers: Readonly<Record<string, string>>): number | undefined {
  const head = { method: "POST", path: "/", header: (name: string) => headers[name] };
  return checkContent(head, 1000)?.answer.status;
}

const JSON_TYPE = { "content-type": "application/json" };

describe("the content type", () => {
  it.each([
    "application/json",
    "Application/JSON",
    "application/json; charset=utf-8",
    " application/json ;charset=utf-8",
    "application/cloudevents+json",
    "application/cloudevents-batch+json",
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl",
    "text/json",
  ])("%j is JSON", (type) => {
    expect(status({ "content-type": type })).toBeUndefined();
  });

  it.each([
    "",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=application/json",
    "text/html",
    "application/jsonp",
    "application/octet-stream",
    "json",
  ])("%j is not", (type) => {
    expect(status({ "content-type": type })).toBe(415);
  });

  it("has to be there, because a browser sends a body without one from any page", () => {
    expect(status({})).toBe(415);
  });

  it("of Falco without json_output is answered with what to set", () => {
    const head = { method: "POST", path: "/", header: () => "text/plain" };
    const refused = checkContent(
      { ...head, header: (name) => (name === "content-type" ? "text/plain" : undefined) },
      1,
    );
    expect(refused?.answer.status).toBe(415);
    expect(refused?.answer.text).toContain("json_output: true");
    expect(refused?.alert).toMatchObject({ reason: "malformed" });
    expect(refused?.alert.detail).toContain("json_output: true");
  });
});

describe("the content encoding", () => {
  it.each(["gzip", "br", "deflate", "gzip, identity", "x"])("%j is refused", (encoding) => {
    const head = { method: "POST", path: "/" };
    const headers: Record<string, string> = { ...JSON_TYPE, "content-encoding": encoding };
    const refused = checkContent({ ...head, header: (name) => headers[name] }, 1000);
    expect(refused?.answer).toMatchObject({ status: 415, headers: { "accept-encoding": "identity" } });
  });

  it("identity is none", () => {
    expect(status({ ...JSON_TYPE, "content-encoding": "Identity" })).toBeUndefined();
  });
});

describe("the declared length", () => {
  it("may be as long as the limit and no longer", () => {
    expect(status({ ...JSON_TYPE, "content-length": "1000" })).toBeUndefined();
    expect(status({ ...JSON_TYPE, "content-length": "1001" })).toBe(413);
  });
});

describe("a look at a body's ends", () => {
  const look = (text: string | Uint8Array): number | undefined => lookAtBody(Buffer.from(text))?.status;

  it.each(["{}", "[]", ' \r\n\t{"a":1}\n', "\uFEFF{}", '{"a":1}\n{"a":2}\n', "{ broken in the middle }"])(
    "finds nothing wrong with %j",
    (body) => {
      expect(look(body)).toBeUndefined();
    },
  );

  it.each([
    "",
    " ",
    "\n",
    "null",
    '"text"',
    "{",
    "}",
    '{"a":1',
    "[1",
    "{]",
    "[}",
    "\uFEFF",
    "hello {}",
    "{} x",
  ])("finds that %j is not JSON of alerts", (body) => {
    expect(look(body)).toBe(400);
  });

  it.each([
    "12:00:00.000000000: Notice CT event (a=1)",
    "2026-03-01T12:00:00.000000000+0000: Warning Potential Terraform drift",
  ])("knows Falco's text form: %j", (body) => {
    expect(look(body)).toBe(415);
    expect(lookAtBody(Buffer.from(body))?.text).toContain("json_output: true");
  });

  it("bears bytes that are no UTF-8", () => {
    expect(look(new Uint8Array([0xff, 0xfe, 0x00]))).toBe(400);
    expect(look(new Uint8Array([0x7b, 0xff, 0x7d]))).toBeUndefined();
  });
});
