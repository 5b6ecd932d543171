import http2 from "node:http2";
import path from "node:path";
import { create, toBinary } from "@bufbuild/protobuf";
import { afterEach, expect, it } from "vitest";
import { falcoGrpc } from "../../../src/falco/grpc/index.js";
import { responseSchema } from "../../../src/gen/falco/version_pb.js";
import { collect } from "../../support/collect.js";
import { tempFolder } from "../../support/temp-folder.js";
import { until } from "../../support/until.js";

const folder = tempFolder();
const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** gRPC's frame of an empty message: uncompressed, length 0. */
const REQUEST_BYTES = 5;
const ROOM_FOR_REQUESTS = 4;

interface StallingServer {
  readonly address: string;
  /** Requests that arrived. */
  readonly requests: number;
  /** The `sub` call came. */
  readonly subscribed: boolean;
  read(): void;
}

/** Answers `version`, takes the `sub` call, and reads none of its requests until told to. */
async function startStallingServer(): Promise<StallingServer> {
  const socket = path.join(folder.path, "stalling.sock");
  const server = http2.createServer({ settings: { initialWindowSize: ROOM_FOR_REQUESTS * REQUEST_BYTES } });
  const version = toBinary(responseSchema, create(responseSchema, { version: "0.43.1" }));
  let received = 0;
  let sub: http2.ServerHttp2Stream | undefined;
  server.on("session", (session) => cleanUps.unshift(() => session.destroy()));
  server.on("stream", (stream, headers) => {
    if (headers[":path"]?.endsWith("/sub")) {
      sub = stream;
      stream.on("error", () => {});
      return;
    }
    stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
    stream.end(Buffer.concat([Buffer.of(0, 0, 0, 0, version.length), version]));
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  cleanUps.push(() => server.close());
  return {
    address: `unix:${socket}`,
    get requests() {
      return received / REQUEST_BYTES;
    },
    get subscribed() {
      return sub !== undefined;
    },
    read: () =>
      void sub?.on("data", (bytes: Buffer) => {
        received += bytes.length;
      }),
  };
}

it("does not pile up requests while the server reads none", async () => {
  const server = await startStallingServer();
  const controller = new AbortController();
  const opened = falcoGrpc({ address: server.address, pollIntervalMs: 1 }).open({
    signal: controller.signal,
  });
  const reading = collect(opened);
  await until(() => server.subscribed);
  const stalledAt = performance.now();
  await until(() => performance.now() - stalledAt > 400);
  const readAt = performance.now();
  server.read();
  await until(() => performance.now() - readAt > 50);
  // Those there was room for, one on its way, and those of the ticks since: far from the 400 of the ticks before.
  const elapsedMs = performance.now() - readAt;
  expect(server.requests).toBeGreaterThan(ROOM_FOR_REQUESTS);
  expect(server.requests).toBeLessThan(elapsedMs + 20);
  controller.abort();
  expect(await reading).toEqual([]);
});
