import { startMockServers } from "@roomkey/mock-servers";
import { expect, test } from "vitest";
import { curlHints } from "../src/curl.js";

/** Does with `fetch` what a shell and curl would do with a line; knows the flags of the hints. */
async function curl(line: string): Promise<Response> {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? "",
  );
  const headers = new Headers();
  const fields: string[] = [];
  let url = "";
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "-i") continue;
    if (word === "-H") {
      const [name = "", value = ""] = (words[++index] ?? "").split(": ");
      headers.set(name, value);
    } else if (word === "-d") {
      fields.push(words[++index] ?? "");
    } else if (word === "--data-urlencode") {
      const [name = "", value = ""] = (words[++index] ?? "").split("=");
      fields.push(`${name}=${encodeURIComponent(value)}`);
    } else if (word.startsWith("-")) {
      throw new Error(`unknown flag ${word}`);
    } else {
      url = word;
    }
  }
  if (fields.length === 0) return fetch(url, { headers });
  if (!headers.has("content-type")) {
    headers.set("content-type", "application/x-www-form-urlencoded");
  }
  return fetch(url, { method: "POST", headers, body: fields.join("&") });
}

test("every command that we say to try works, and keeps to the documents", async () => {
  await using mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
  const lines =
    curlHints(mocks)
      .replaceAll("\\\n", " ")
      .match(/^ *curl .*$/gm) ?? [];
  const statuses = [];
  for (const line of lines) statuses.push((await curl(line.trim())).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 402]);
  expect(mocks.requests().flatMap(({ violations }) => violations)).toEqual([]);
  expect(mocks.requests().map(({ operationId }) => operationId)).toEqual([
    "initializeChat",
    "initializeGroupChat",
    "createChatroom",
    "createChatroomToken",
    "getChatroom",
    "initializeChat",
  ]);
});
