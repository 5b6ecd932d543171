import net from "node:net";

/** One HTTP/2 frame. Source: RFC 9113, 4.1. */
interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly payload: Buffer;
}

const HEADER_BYTES = 9;
const CLIENT_PREFACE_BYTES = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length;
const DATA = 0;
const HEADERS = 1;
const PING = 6;
const WINDOW_UPDATE = 8;
const ACK = 1;

/** The recorded client opened `sub` first and `version` second; ours does it the other way round. */
const RECORDED = { sub: 1, version: 3 };
const OURS = { version: 1, sub: 3 };

/** A server that plays what a real Falco sent. */
export interface FalcoReplay {
  /** Requests that came on the `sub` call. */
  readonly requests: number;
  close(): void;
}

/**
 * Plays the bytes that a recorded Falco sent to its client to whoever connects to the socket. They go out frame by frame as
 * recorded, but for the streams' numbers: they wait until the client has opened the next frame's stream, and room that was
 * given to a stream before that is left out.
 */
export async function replayFalco(socket: string, serverToClient: Buffer): Promise<FalcoReplay> {
  const recorded = [...frames(serverToClient)];
  const accepted = new Set<net.Socket>();
  let requests = 0;
  const server = net.createServer((connection) => {
    accepted.add(connection.on("error", () => {}));
    const opened = new Set<number>();
    let played = 0;
    const play = (): void => {
      for (let frame = recorded[played]; frame !== undefined; frame = recorded[played]) {
        const stream = streamOf(frame.stream);
        const isReady = stream === 0 || opened.has(stream);
        if (!isReady && frame.type !== WINDOW_UPDATE) return;
        if (isReady) connection.write(encode({ ...frame, stream }));
        played++;
      }
    };
    let unread = Buffer.alloc(0);
    let skip = CLIENT_PREFACE_BYTES;
    connection.on("data", (chunk) => {
      const bytes = Buffer.concat([unread, chunk]);
      const start = Math.min(skip, bytes.length);
      skip -= start;
      let end = start;
      for (const frame of frames(bytes.subarray(start))) {
        end += HEADER_BYTES + frame.payload.length;
        if (frame.type === HEADERS) opened.add(frame.stream);
        if (frame.type === DATA && frame.stream === OURS.sub) requests++;
        if (frame.type === PING && frame.flags !== ACK) connection.write(encode({ ...frame, flags: ACK }));
      }
      unread = bytes.subarray(end);
      play();
    });
    play();
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return {
    get requests() {
      return requests;
    },
    close: () => {
      for (const connection of accepted) connection.destroy();
      server.close();
    },
  };
}

function streamOf(recorded: number): number {
  if (recorded === RECORDED.sub) return OURS.sub;
  return recorded === RECORDED.version ? OURS.version : recorded;
}

function* frames(bytes: Buffer): Generator<Frame> {
  for (let at = 0; at + HEADER_BYTES <= bytes.length; ) {
    const length = bytes.readUIntBE(at, 3);
    const end = at + HEADER_BYTES + length;
    if (end > bytes.length) return;
    yield {
      type: bytes.readUInt8(at + 3),
      flags: bytes.readUInt8(at + 4),
      stream: bytes.readUInt32BE(at + 5),
      payload: bytes.subarray(at + HEADER_BYTES, end),
    };
    at = end;
  }
}

function encode({ type, flags, stream, payload }: Frame): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUIntBE(payload.length, 0, 3);
  header.writeUInt8(type, 3);
  header.writeUInt8(flags, 4);
  header.writeUInt32BE(stream, 5);
  return Buffer.concat([header, payload]);
}
