import { type AddressInfo, createServer, type Socket } from "node:net";

/** What the server does with one request: anything a socket can do. */
export type Behaviour = (socket: Socket, request: HostileRequest) => unknown;

/** One request as it came in. */
export interface HostileRequest {
  /** Request line and headers. */
  readonly head: string;
  /** Resolves when the test says that the client has come far enough. */
  readonly released: Promise<void>;
}

/** A TCP server that answers as it is told, not as HTTP asks. */
export interface HostileServer extends AsyncDisposable {
  readonly baseUrl: string;
  /** Heads of the requests so far. */
  readonly requests: readonly string[];
  /** Bytes that went into sockets, those included that no client has read. */
  readonly sentBytes: number;
  /** Lets the behaviours go on that wait for `released`. */
  release(): void;
}

/** Starts on a free port. Requests meet the behaviours in turn, the last one for ever. */
export async function hostileServer(...behaviours: readonly Behaviour[]): Promise<HostileServer> {
  const sockets = new Set<Socket>();
  let sentBytes = 0;
  const requests: string[] = [];
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      sentBytes += socket.bytesWritten;
    });
    // A client that hangs up on this server is in the right.
    socket.on("error", () => {});
    onRequest(socket, (head) => {
      requests.push(head);
      const behaviour = behaviours[Math.min(requests.length, behaviours.length) - 1];
      behaviour?.(socket, { head, released });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    release,
    get sentBytes() {
      return [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, sentBytes);
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An address that nobody listens at. */
export async function refusingUrl(): Promise<string> {
  await using server = await hostileServer();
  return server.baseUrl;
}

/** Calls back with the head of each request once its body is in too. */
function onRequest(socket: Socket, callback: (head: string) => void): void {
  let pending = "";
  socket.setEncoding("latin1").on("data", (part: string) => {
    pending += part;
    for (;;) {
      const headEnd = pending.indexOf("\r\n\r\n");
      if (headEnd === -1) return;
      const head = pending.slice(0, headEnd);
      const end = headEnd + 4 + Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      if (pending.length < end) return;
      pending = pending.slice(end);
      callback(head);
    }
  });
}
