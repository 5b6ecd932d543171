import { writeFileSync } from "node:fs";
import path from "node:path";
import { PassThrough } from "node:stream";
import { describe, it } from "vitest";
import { falcoGrpc } from "../../src/falco/grpc/index.js";
import { falcoLines } from "../../src/falco/lines/index.js";
import { falcoJson } from "../../src/testing/falco-message.js";
import {
  type AlertTransportHarness,
  alertTransportContract,
  startFalcoServer,
} from "../../src/testing/index.js";
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

describe.each([
  ["grpc", grpcHarness],
  ["lines of a stream", streamHarness],
  ["lines of a file", fileHarness],
])("the transport of %s", (_name, make) => {
  for (const { name, run } of alertTransportContract({ make })) it(name, run);
});
