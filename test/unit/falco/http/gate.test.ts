import { describe, expect, it } from "vitest";
import { type FalcoHttpAuth, makeGate } from "../../../../src/falco/http/gate.js";
import { isDriftError } from "../../../../src/model/drift-error.js";

const BEARER: FalcoHttpAuth = { kind: "bearer", token: "t0ken" };
const BASIC: FalcoHttpAuth = { kind: "basic", username: "falco", password: "pass:wörd" };
const SECRET: FalcoHttpAuth = { kind: "path", secret: "s3cret" };

function check(
  auth: readonly FalcoHttpAuth[],
  request: { readonly path?: string; readonly authorization?: string },
  path: string | undefined = "/falco",
): string {
  return makeGate(path, auth).check({
    method: "POST",
    path: request.path ?? "/falco",
    header: (name) => (name === "authorization" ? request.authorization : undefined),
  });
}

const basic = (text: string): string => `Basic ${Buffer.from(text).toString("base64")}`;

describe("a gate without credentials", () => {
  it("is open at its path and nowhere else", () => {
    expect(check([], {})).toBe("open");
    for (const path of ["/", "/falco/", "/Falco", "/falcon", "/falco/x", ""]) {
      expect(check([], { path }), path).toBe("elsewhere");
    }
  });

  it("is open everywhere where the host routes", () => {
    const gate = makeGate(undefined, []);
    expect(gate.check({ method: "POST", path: "/any", header: () => undefined })).toBe("open");
  });
});

describe("a bearer token", () => {
  it.each(["Bearer t0ken", "bearer t0ken", "BEARER  t0ken "])("is taken as %j", (authorization) => {
    expect(check([BEARER], { authorization })).toBe("open");
  });

  it.each([undefined, "", "Bearer", "Bearer ", "Bearer t0kem", "Bearer t0ken t0ken", "t0ken", "Basic t0ken"])(
    "is not taken as %j",
    (authorization) => {
      expect(check([BEARER], authorization === undefined ? {} : { authorization })).toBe("denied");
    },
  );
});

describe("basic credentials", () => {
  it("may hold colons and letters of any language in the password", () => {
    expect(check([BASIC], { authorization: basic("falco:pass:wörd") })).toBe("open");
  });

  it("are as libcurl sends them without a user name", () => {
    const onlyPassword: FalcoHttpAuth = { kind: "basic", username: "", password: "p" };
    expect(check([onlyPassword], { authorization: basic(":p") })).toBe("open");
  });

  it.each(["falco:", "falco", ":pass:wörd", "falco:pass", "Falco:pass:wörd", ""])("are not %j", (given) => {
    expect(check([BASIC], { authorization: basic(given) })).toBe("denied");
  });

  it("are not taken as a bearer token that reads the same", () => {
    const sameWords: FalcoHttpAuth = { kind: "bearer", token: "falco:p" };
    expect(check([sameWords], { authorization: basic("falco:p") })).toBe("denied");
  });
});

describe("a secret in the path", () => {
  it("opens the path that ends with it", () => {
    expect(check([SECRET], { path: "/falco/s3cret" })).toBe("open");
    expect(check([SECRET], { path: "/s3cret" }, "/")).toBe("open");
  });

  it("leaves every other path as if there were nothing", () => {
    for (const path of ["/falco", "/falco/", "/falco/s3cre", "/falco/s3cret/", "/s3cret", "/falco/S3CRET"]) {
      expect(check([SECRET], { path }), path).toBe("elsewhere");
    }
  });

  it("is looked for below the root where the host routes any path", () => {
    const gate = makeGate(undefined, [SECRET]);
    expect(gate.check({ method: "POST", path: "/s3cret", header: () => undefined })).toBe("open");
    expect(gate.check({ method: "POST", path: "/other", header: () => undefined })).toBe("elsewhere");
  });
});

describe("several ways to authenticate", () => {
  const all = [BEARER, BASIC, SECRET, { kind: "bearer", token: "next" } as const];

  it("take any one of them", () => {
    expect(check(all, { authorization: "Bearer t0ken" })).toBe("open");
    expect(check(all, { authorization: "Bearer next" })).toBe("open");
    expect(check(all, { authorization: basic("falco:pass:wörd") })).toBe("open");
    expect(check(all, { path: "/falco/s3cret" })).toBe("open");
  });

  it("deny who has none, and name the schemes", () => {
    expect(check(all, {})).toBe("denied");
    expect(makeGate("/falco", all).challenge).toBe(
      'Bearer realm="falco", Basic realm="falco", charset="UTF-8"',
    );
  });
});

describe("options", () => {
  const wrong: readonly (readonly [string | undefined, FalcoHttpAuth])[] = [
    ["falco", BEARER],
    ["/falco?x", BEARER],
    ["/fal co", BEARER],
    ["/falco", { kind: "bearer", token: "" }],
    ["/falco", { kind: "bearer", token: "two words" }],
    ["/falco", { kind: "basic", username: "a:b", password: "p" }],
    ["/falco", { kind: "basic", username: "falco", password: "" }],
    ["/falco", { kind: "path", secret: "" }],
    ["/falco", { kind: "path", secret: "a/b" }],
    ["/falco", { kind: "path", secret: "a%20b" }],
    ["/falco", { kind: "bearer", token: undefined } as unknown as FalcoHttpAuth],
  ];

  it.each(wrong)("path %j with %j are refused, without telling the secret", (path, auth) => {
    let caught: unknown;
    try {
      makeGate(path, [auth]);
    } catch (error) {
      caught = error;
    }
    expect(isDriftError(caught, "invalid_option")).toBe(true);
    expect(String(caught)).not.toMatch(/two words|a\/b|a:b|a%20b/);
  });
});
