import path from "node:path";
import { fromBinary } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { decodeAlert, decodeAlertText } from "../../../src/falco/decode-alert.js";
import { falcoGrpc } from "../../../src/falco/grpc/index.js";
import { responseSchema } from "../../../src/gen/falco/outputs_pb.js";
import type { FalcoAlert, UnreadableAlert } from "../../../src/model/falco-alert.js";
import { replayFalco } from "../../support/falco-replay.js";
import {
  captureBytes,
  captureLines,
  FALCO_CAPTURES,
  haveFalcoCaptures,
} from "../../support/falco-samples.js";
import { tempFolder } from "../../support/temp-folder.js";

const folder = tempFolder();

/** Runs with `json_output: false`: their bodies are text, and only gRPC carries the fields. */
const TEXT_RUNS: readonly string[] = ["edge-textoutput"];
const JSON_RUNS = FALCO_CAPTURES.filter((run) => !TEXT_RUNS.includes(run));

function* recordedMessages(run: string): Generator<Buffer> {
  const bytes = captureBytes(run, "grpc-messages.bin");
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32BE(at);
    yield bytes.subarray(at + 4, end);
    at = end;
  }
}

function readable(alert: FalcoAlert | UnreadableAlert): FalcoAlert {
  if ("kind" in alert) throw new Error(`unreadable: ${alert.detail}`);
  return alert;
}

const messagesOf = (run: string): FalcoAlert[] =>
  [...recordedMessages(run)].map((bytes) => readable(decodeAlert(fromBinary(responseSchema, bytes))));

describe.skipIf(!haveFalcoCaptures)("what a real Falco 0.43.1 sent (needs ../shared/samples)", () => {
  describe.each(FALCO_CAPTURES)("%s", (run) => {
    it("comes out of the client as it went in, message by message", async () => {
      const socket = path.join(folder.path, `${run}.sock`);
      const server = await replayFalco(socket, captureBytes(run, "h2-server-to-client.bin"));
      const expected = messagesOf(run);
      const controller = new AbortController();
      let falcoVersion: string | undefined;
      const opened = falcoGrpc({ address: `unix:${socket}`, pollIntervalMs: 5 }).open({
        signal: controller.signal,
        onReady: (info) => {
          falcoVersion = info.falcoVersion;
        },
      });
      const received: unknown[] = [];
      for await (const { alert } of opened) {
        received.push(alert);
        if (received.length === expected.length) controller.abort();
      }
      server.close();
      expect(received).toEqual(expected);
      expect(expected.length).toBeGreaterThan(0);
      expect(falcoVersion).toBe("0.43.1");
      expect(server.requests).toBeGreaterThan(0);
    });

    it("means the same as protobuf's JSON form of it", () => {
      const decoded = captureLines(run, "grpc-decoded.jsonl").map((line) => readable(decodeAlertText(line)));
      expect(messagesOf(run)).toEqual(decoded);
    });
  });
});

describe.skipIf(!haveFalcoCaptures)("gRPC and HTTP of one real Falco (needs ../shared/samples)", () => {
  it.each(JSON_RUNS)("tell the same but for the fields' types: %s", (run) => {
    const bodies = captureLines(run, "http-bodies.jsonl").map((body) => readable(decodeAlertText(body)));
    const messages = messagesOf(run);
    expect(messages.length).toBe(bodies.length);
    const differing = new Set<string>();
    messages.forEach((message, index) => {
      const body = bodies[index];
      expect({ ...message, fields: {} }).toEqual({ ...body, fields: {} });
      for (const [name, value] of Object.entries(message.fields)) {
        const other = body?.fields[name];
        if (value === other) continue;
        differing.add(name);
        if (TIMES.has(name)) continue;
        if (typeof other === "number") expect(Number(value), name).toBe(other);
        else expect(value, name).toBe(Array.isArray(other) ? `(${other.join(",")})` : String(other));
      }
      for (const name of Object.keys(body?.fields ?? {})) {
        if (!(name in message.fields)) differing.add(`${name} (JSON only)`);
      }
    });
    expect([...differing].filter((name) => !KNOWN_DIFFERENCES.test(name)).sort()).toEqual([]);
  });

  it.each(TEXT_RUNS)("do not both carry the fields with json_output off: %s", (run) => {
    const bodies = captureLines(run, "http-bodies.jsonl").map((body) => decodeAlertText(body));
    for (const body of bodies) expect(body).toMatchObject({ kind: "unreadable", reason: "malformed" });
    for (const message of messagesOf(run)) {
      expect(message.fields["ct.id"]).toMatch(/^edge-/);
      expect(message.output).toMatch(/^\d\d:\d\d:\d\d\.\d{9}: Notice /);
    }
  });
});

/** Nanoseconds in JSON, a printed time of day or date in gRPC. */
const TIMES: ReadonlySet<string> = new Set(["evt.time", "evt.time.iso8601"]);

/** Numbers and lists are printed in gRPC, and JSON has the time of the text's prefix beside what the rule names. */
const KNOWN_DIFFERENCES =
  /^(?:evt\.num|evt\.time(?:\.iso8601)?(?: \(JSON only\))?|ec2\.imageids|s3\.(?:bytes(?:\.in|\.out)?|cnt\.(?:other|put))|falco\..+|scap\..+)$/;
