import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A certificate and its key, in PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** Whether certificates can be made here. */
export const haveOpenssl: boolean = spawnSync("openssl", ["version"]).status === 0;

const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

/** An authority that lives for a day, and what it signs. */
export class CertificateAuthority {
  readonly #folder: string;

  constructor(folder: string, name: string) {
    this.#folder = path.join(folder, name);
    mkdirSync(this.#folder, { recursive: true });
    this.#openssl(
      "req",
      "-x509",
      ...NEW_KEY,
      "-keyout",
      "ca.key",
      "-out",
      "ca.crt",
      "-subj",
      `/CN=${name}`,
      "-days",
      "1",
    );
  }

  get cert(): string {
    return this.#read("ca.crt");
  }

  /** Signs a new key for these names, such as `DNS:localhost`. */
  sign(name: string, subjectAltName: string, extendedKeyUsage: "serverAuth" | "clientAuth"): Identity {
    const request = ["-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`];
    const extensions = [
      "-addext",
      `subjectAltName=${subjectAltName}`,
      "-addext",
      `extendedKeyUsage=${extendedKeyUsage}`,
    ];
    this.#openssl("req", ...NEW_KEY, ...request, ...extensions);
    const authority = ["-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-copy_extensions", "copy"];
    this.#openssl("x509", "-req", "-in", `${name}.csr`, ...authority, "-out", `${name}.crt`, "-days", "1");
    return { cert: this.#read(`${name}.crt`), key: this.#read(`${name}.key`) };
  }

  #openssl(...args: readonly string[]): void {
    execFileSync("openssl", args, { cwd: this.#folder, stdio: "pipe" });
  }

  #read(file: string): string {
    return readFileSync(path.join(this.#folder, file), "utf8");
  }
}
