import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { falcoFile } from "../../src/falco/file/index.js";
import { falcoGrpc } from "../../src/falco/grpc/index.js";
import { falcoHttp } from "../../src/falco/http/index.js";
import { falcoLines } from "../../src/falco/lines/index.js";
import { type AlertTransport, auditClock, DriftEngine, FalcoSubscriber } from "../../src/index.js";
import { aws } from "../../src/providers/aws/index.js";
import { type FalcoServer, memoryState, startFalcoServer } from "../../src/testing/index.js";
import { state } from "../support/aws-state.js";
import { cloudTrailAlert } from "../support/cloudtrail.js";
import { tempFolder } from "../support/temp-folder.js";

const folder = tempFolder();
const GROUP = "sg-0a1b2c3d4e5f60718";

/** Falco's JSON alerts: an opened port, a changed tag, a read, an own apply, a failed call, and the first one again. */
const calls: readonly Parameters<typeof cloudTrailAlert>[0][] = [
  {
    "ct.name": "AuthorizeSecurityGroupIngress",
    "ct.request": `{"groupId":"${GROUP}","cidrIp":"0.0.0.0/0","fromPort":22,"toPort":22,"ipProtocol":"tcp","ipPermissions":{}}`,
  },
  {
    "ct.name": "CreateTags",
    "ct.request": `{"resourcesSet":{"items":[{"resourceId":"${GROUP}"}]},"tagSet":{"items":[{"key":"Näme","value":"日本"}]}}`,
  },
  { "ct.name": "DescribeSecurityGroups", "ct.readonly": "true" },
  {
    "ct.name": "DeleteSecurityGroup",
    "ct.error": "Client.UnauthorizedOperation",
    "ct.request": `{"groupId":"${GROUP}"}`,
  },
  { "ct.name": "DeleteSecurityGroup", "ct.request": `{"groupId":"${GROUP}"}` },
];
const alerts = [...calls, ...calls.slice(0, 1)].map((fields, at) => {
  const { fields: outputFields, ...alert } = cloudTrailAlert({
    "ct.id": `record-${at % calls.length}`,
    "ct.src": "ec2.amazonaws.com",
    "ct.time": `2026-03-01T12:00:0${at}Z`,
    ...fields,
  });
  return { ...alert, hostname: "falco-0", output_fields: outputFields };
});
const lines = alerts.map((alert) => `${JSON.stringify(alert)}\n`);

/** The drift events, a line each, that a transport's alerts make. */
async function driftOf(transport: AlertTransport, onConnected: () => void = () => {}): Promise<string> {
  const stop = new AbortController();
  const resources = [
    {
      type: "aws_security_group",
      name: "web",
      attributes: { id: GROUP, ingress: [], tags: {}, tags_all: {} },
    },
  ];
  const engine = new DriftEngine({
    subscriber: new FalcoSubscriber({ transport }),
    providers: [aws()],
    state: [memoryState({ name: "test", content: state({ resources }) })],
    clock: auditClock(),
  });
  const events: string[] = [];
  engine.on("drift", (event) => events.push(JSON.stringify(event)));
  engine.on("signal", (signal) => {
    if (signal.kind === "connection.changed" && signal.state === "connected") onConnected();
    if (signal.kind === "alert.outcome" && signal.outcome.sequence === alerts.length) stop.abort();
  });
  await engine.run({ signal: stop.signal });
  await engine.close();
  return events.join("\n");
}

describe("the same alerts", () => {
  let server: FalcoServer | undefined;
  afterAll(() => server?.stop());

  it("give byte-identical drift events over gRPC, HTTP, a file and a stream", async () => {
    const expected = await driftOf(falcoLines({ input: Readable.from(lines) }));
    expect(expected.split("\n").map((line) => JSON.parse(line).type)).toEqual([
      "drift.detected",
      "drift.updated",
      "drift.detected",
    ]);

    server = await startFalcoServer({ address: `unix://${path.join(folder.path, "falco.sock")}` });
    server.push(...alerts);
    expect(await driftOf(falcoGrpc({ address: server.address, pollIntervalMs: 5 }))).toBe(expected);

    const file = folder.write("alerts.json", lines.join(""));
    expect(await driftOf(falcoFile({ path: file, from: "start" }))).toBe(expected);

    let port = 0;
    const http = falcoHttp({
      port: 0,
      onListening: (address) => {
        port = address.port;
      },
    });
    const posted: Promise<unknown>[] = [];
    const postAll = async (): Promise<void> => {
      const headers = { "content-type": "application/json" };
      for (const body of lines) await fetch(`http://127.0.0.1:${port}/`, { method: "POST", headers, body });
    };
    expect(await driftOf(http, () => posted.push(postAll()))).toBe(expected);
    await Promise.all(posted);
  });
});
