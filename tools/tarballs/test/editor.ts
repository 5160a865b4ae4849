import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname } from "node:path";

/** A place in a file; lines and characters count from 0. */
export interface Place {
  file: string;
  line: number;
  character: number;
}

/** What an editor asks of TypeScript's server. */
export interface Editor {
  /** Where "go to definition" leads to. */
  definitions(place: Place): Promise<Place[]>;
  stop(): void;
}

interface Answer {
  request_seq?: number;
  body?: { file: string; start: { line: number; offset: number } }[];
}

/** Starts the server that editors talk to, tsserver, and opens a file in it. */
export function startEditor(file: string): Editor {
  const script = createRequire(import.meta.url).resolve("typescript/lib/tsserver.js");
  const server = spawn(process.execPath, [script], { cwd: dirname(file) });
  const waiting = new Map<number, (answer: Answer) => void>();
  let unread = Buffer.alloc(0);
  server.stdout.on("data", (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    for (;;) {
      const header = /Content-Length: (\d+)\r\n\r\n/.exec(unread.toString("latin1"));
      if (!header) return;
      const [start, length] = [header.index + header[0].length, Number(header[1])];
      if (unread.length < start + length) return;
      const answer: Answer = JSON.parse(unread.subarray(start, start + length).toString());
      unread = unread.subarray(start + length);
      waiting.get(answer.request_seq ?? -1)?.(answer);
    }
  });
  let seq = 0;
  const send = (command: string, args: object): number => {
    seq += 1;
    const request = { seq, type: "request", command, arguments: args };
    server.stdin.write(`${JSON.stringify(request)}\n`);
    return seq;
  };
  send("open", { file });
  return {
    async definitions(place) {
      const { file: asked, line, character } = place;
      const id = send("definition", { file: asked, line: line + 1, offset: character + 1 });
      const { body = [] } = await new Promise<Answer>((resolve) => waiting.set(id, resolve));
      return body.map(({ file: target, start }) => ({
        file: target,
        line: start.line - 1,
        character: start.offset - 1,
      }));
    },
    stop: () => server.kill(),
  };
}
