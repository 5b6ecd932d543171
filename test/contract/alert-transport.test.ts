import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PassThrough } from "node:stream";
import { describe, it } from "vitest";
import type { AlertTransport } from "../../src/falco/alert-transport.js";
import { falcoFile } from "../../src/falco/file/index.js";
import { falcoGrpc } from "../../src/falco/grpc/index.js";
import { falcoHttp, falcoHttpHandler } from "../../src/falco/http/index.js";
import { falcoLines } from "../../src/falco/lines/index.js";
import type { FalcoAlert } from "../../src/model/falco-alert.js";
import { falcoJson } from "../../src/testing/falco-message.js";
import {
  type AlertTransportHarness,
  alertTransportContract,
  startFalcoServer,
} from "../../src/testing/index.js";
import { httpPost } from "../support/http-post.js";
import { tempFolder } from "../support/temp-folder.js";

const folder = tempFolder();
let made = 0;

async function grpcHarness(): Promise<AlertTransportHarness> {
  const server = await startFalcoServer({ address: `unix://${path.join(folder.path, `${made++}.sock`)}` });
  return {
    transport: falcoGrpc({ address: server.address, pollIntervalMs: 5 }),
    send: (alerts) => server.push(...alerts),
    end: () => server.stop(),
    close: () => server.kill(),
  };
}

async function streamHarness(): Promise<AlertTransportHarness> {
  const input = new PassThrough();
  return {
    transport: falcoLines({ input }),
    send: (alerts) => {
      for (const alert of alerts) input.write(`${falcoJson(alert)}\n`);
    },
    end: () => void input.end(),
    close: () => void input.destroy(),
  };
}

/** A file is all there when it is opened: what is sent is in it, and it ends by itself. */
async function fileHarness(): Promise<AlertTransportHarness> {
  const file = folder.write(`${made++}.jsonl`, "");
  return {
    transport: falcoLines({ input: file }),
    send: (alerts) => writeFileSync(file, alerts.map((alert) => `${falcoJson(alert)}\n`).join("")),
    end: () => {},
  };
}

/** Sends one after the other, from when the transport is ready, and gives up when it no longer is: so does Falco. */
function pushHarness(
  make: (isListening: (post: (alert: FalcoAlert) => Promise<unknown>) => Promise<void>) => AlertTransport,
): AlertTransportHarness {
  const waiting: FalcoAlert[] = [];
  const transport = make(async (post) => {
    try {
      for (const alert of waiting.splice(0)) await post(alert);
    } catch {}
  });
  return { transport, send: (alerts) => void waiting.push(...alerts) };
}

async function httpHarness(): Promise<AlertTransportHarness> {
  return pushHarness((isListening) =>
    falcoHttp({
      port: 0,
      onListening: ({ port }) => {
        void isListening((alert) => httpPost(`http://127.0.0.1:${port}`, falcoJson(alert)));
      },
    }),
  );
}

async function httpHandlerHarness(): Promise<AlertTransportHarness> {
  const { transport, fetch } = falcoHttpHandler();
  const headers = { "content-type": "application/json" };
  const post = (alert: FalcoAlert): Promise<unknown> =>
    fetch(new Request("http://host/falco", { method: "POST", headers, body: falcoJson(alert) }));
  return pushHarness((isListening) => ({
    ...transport,
    open: ({ onReady, ...options }) =>
      transport.open({
        ...options,
        onReady: (info) => {
          onReady?.(info);
          void isListening(post);
        },
      }),
  }));
}

/** A followed file has no other side that ends; it breaks when a folder takes its place. */
async function followedFileHarness(): Promise<AlertTransportHarness> {
  const file = folder.write(`${made++}.jsonl`, "");
  return {
    transport: falcoFile({ path: file, offsetFile: `${file}.offset`, from: "start", pollIntervalMs: 5 }),
    send: (alerts) => appendFileSync(file, alerts.map((alert) => `${falcoJson(alert)}\n`).join("")),
    end: () => {
      rmSync(file);
      mkdirSync(file);
    },
  };
}

describe.each([
  ["grpc", grpcHarness],
  ["http", httpHarness],
  ["an http handler", httpHandlerHarness],
  ["lines of a stream", streamHarness],
  ["lines of a file", fileHarness],
  ["a followed file", followedFileHarness],
])("the transport of %s", (_name, make) => {
  for (const { name, run } of alertTransportContract({ make })) it(name, run);
});
