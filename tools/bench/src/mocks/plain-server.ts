import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answer, inputOfChild } from "../measure/in-child.js";

/** Bodies by the path that is asked for. */
export type PlainAnswers = Readonly<Record<string, string>>;

/** A bare `node:http` server that answers with the same bytes: how fast a server could be. */
const answers = await inputOfChild<PlainAnswers>();
const server = createServer((request, response) => {
  const body = answers[request.url ?? ""] ?? "";
  request.resume().once("end", () => {
    response.writeHead(body === "" ? 404 : 200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    });
    response.end(body);
  });
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  answer(`http://127.0.0.1:${port}`, { stay: true });
});
process.once("disconnect", () => process.exit());
