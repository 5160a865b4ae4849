import { describe, expect, it } from "vitest";
import { testClient } from "../support.js";
import { answer, raw, resets, sends, sendsAndEnds } from "./behaviours.js";
import { hostileServer, refusingUrl } from "./hostile-server.js";
import { ending, GOOD } from "./support.js";

const NO_BODY = ["Content-Length: 0"];

describe("a server that gives no answer makes a NetworkError:", () => {
  it("one that refuses the connection", async () => {
    const baseUrl = await refusingUrl();
    await expect(testClient({ baseUrl }).listRooms()).rejects.toMatchObject({
      name: "NetworkError",
      code: "network",
      message: `test listRooms: no answer from ${new URL(baseUrl).host}`,
      cause: { cause: { code: "ECONNREFUSED" } },
    });
  });

  it.each([
    ["resets before the headers", resets],
    ["hangs up without a word", sendsAndEnds("")],
    ["hangs up inside the status line", sendsAndEnds("HTTP/1.1 20")],
    ["hangs up between header lines", sendsAndEnds("HTTP/1.1 200 OK\r\nContent-Type: app")],
    ["speaks TLS", sendsAndEnds("\x15\x03\x01\x00\x02\x02\x46")],
    ["speaks SSH", sendsAndEnds("SSH-2.0-OpenSSH_9.6\r\n")],
    ["sends NUL bytes", sendsAndEnds("\x00".repeat(10_000))],
    ["has a status below 100", sends(raw("099 What", NO_BODY))],
    ["has a status of letters", sends(raw("abc What", NO_BODY))],
    ["has a header of 1 MB", sends(raw("200 OK", [`X-Big: ${"x".repeat(1_000_000)}`]))],
    [
      "has 100,000 headers",
      sends(
        raw(
          "200 OK",
          Array.from({ length: 100_000 }, (_, index) => `X-${index}: y`),
        ),
      ),
    ],
    ["has a negative length", sends(raw("200 OK", ["Content-Length: -5"], GOOD))],
    ["has two lengths", sends(raw("200 OK", ["Content-Length: 5", "Content-Length: 20"], GOOD))],
    [
      "has both a length and chunks",
      sends(raw("200 OK", ["Transfer-Encoding: chunked", "Content-Length: 20"], GOOD)),
    ],
    [
      "changes the protocol unasked",
      sends(raw("101 Switching", ["Upgrade: websocket", "Connection: Upgrade"])),
    ],
  ])("one that %s", async (_, behaviour) => {
    const { error, requests } = await ending(behaviour);
    expect(error).toMatchObject({ name: "NetworkError", code: "network", attempts: 1 });
    expect(error?.cause).toBeInstanceOf(Error);
    expect(requests).toHaveLength(1);
  });
});

describe("a redirect", () => {
  const to = (location: string, status = "302 Found") =>
    sends(raw(status, [`Location: ${location}`, ...NO_BODY]));

  it.each(["/", "file:///etc/hosts", "https://elsewhere.example/", "//"])(
    "is not followed, and no answer: to %s",
    async (location) => {
      const { error, requests } = await ending(to(location));
      expect(error).toMatchObject({ code: "unexpected_response", status: 302 });
      expect(requests).toHaveLength(1);
    },
  );

  it("takes no body to another origin", async () => {
    await using other = await hostileServer(sends(answer("200 OK", GOOD)));
    await using server = await hostileServer(to(other.baseUrl, "307 Temporary Redirect"));
    const body = { name: "n", chat_token: "fake-secret" };
    const call = testClient({ baseUrl: server.baseUrl }).renameRoom({
      path: { roomId: "1" },
      body,
    });
    await expect(call).rejects.toMatchObject({ code: "unexpected_response", status: 307 });
    expect(other.requests).toEqual([]);
  });

  it("is followed where the caller asks for it", async () => {
    const behaviours = [to("/again"), sends(answer("200 OK", GOOD))];
    const { data } = await ending(behaviours, { requestInit: { redirect: "follow" } });
    expect(data).toEqual(JSON.parse(GOOD));
  });
});

describe("answers before the answer", () => {
  it.each([
    ["102 and 103", ["102 Processing", "103 Early Hints"]],
    ["a hundred times 103", Array.from({ length: 100 }, () => "103 Early Hints")],
  ])("are passed over: %s", async (_, statuses) => {
    const hints = statuses.map((status) => raw(status, ["Link: </a>; rel=preload"]));
    const { data } = await ending(sends(...hints, answer("200 OK", GOOD)));
    expect(data).toEqual(JSON.parse(GOOD));
  });

  it("that nobody asked for (100) end in the answer or, as undici has it, a NetworkError", async () => {
    const { error, data } = await ending(sends(raw("100 Continue", []), answer("200 OK", GOOD)));
    expect(data ?? error).toMatchObject(error ? { code: "network" } : JSON.parse(GOOD));
  });

  it("without an answer after them run into the deadline", async () => {
    const { error } = await ending(sends(raw("103 Early Hints", [])), {
      timeout: { attemptMs: 200 },
    });
    expect(error).toMatchObject({ code: "timeout", scope: "attempt", phase: "headers" });
  });
});
