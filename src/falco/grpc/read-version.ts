import { fromBinary } from "@bufbuild/protobuf";
import type { Client } from "@grpc/grpc-js";
import { responseSchema } from "../../gen/falco/version_pb.js";
import { type GrpcErrorContext, grpcError } from "./grpc-error.js";

/** What {@link readVersion} works with. */
export interface ReadVersionOptions extends GrpcErrorContext {
  readonly client: Client;
  readonly readyTimeoutMs: number;
  readonly signal: AbortSignal;
}

/** Wire name: `falco.version.service/version`, Falco 0.20 to 0.43. */
const VERSION_METHOD = "/falco.version.service/version";

/**
 * Falco's version. Falco answers this at once, while the alerts' stream says nothing before the first alert, so that it also
 * tells that the connection works.
 *
 * @returns `undefined` where the signal aborted
 * @throws {@link DriftError} why there is no connection, or no Falco behind it
 */
export function readVersion(options: ReadVersionOptions): Promise<string | undefined> {
  const { client, readyTimeoutMs, signal } = options;
  return new Promise((resolve, reject) => {
    const call = client.makeUnaryRequest(
      VERSION_METHOD,
      (request: Uint8Array) => Buffer.from(request),
      (bytes) => fromBinary(responseSchema, bytes).version,
      new Uint8Array(),
      { deadline: Date.now() + readyTimeoutMs },
      (error, version) => {
        signal.removeEventListener("abort", cancel);
        if (signal.aborted) resolve(undefined);
        else if (error === null) resolve(version ?? "");
        else reject(grpcError(error, options));
      },
    );
    const cancel = (): void => call.cancel();
    signal.addEventListener("abort", cancel, { once: true });
  });
}
