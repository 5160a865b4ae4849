import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { maskedWhenPrinted, maskText, maskValue } from "../src/index.js";
import { fakeFetch, json, testClient } from "./support.js";

const SECRET = "fake-secret-value";
const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJmYWtlIn0.c2ln";

describe("maskText", () => {
  it.each([
    `Authorization: Bearer ${SECRET}`,
    `Basic ${SECRET}`,
    `chat_token=${SECRET}&name=x`,
    `wss://h/mqtt?x-token=${SECRET}&x-amz-customauthorizer-signature=${SECRET}`,
    `{"refresh_token":"${SECRET}"}`,
    `{"token": "${SECRET}`,
    `{"client_secret" : "${SECRET}\\"x"}`,
  ])("masks %s", (text) => {
    expect(maskText(text)).not.toContain(SECRET);
    expect(maskText(text)).toContain("[masked]");
  });

  it("masks a JSON Web Token wherever it stands", () => {
    expect(maskText(`saw ${JWT} here`)).toBe("saw [masked] here");
  });

  it.each([
    "GET /channels/1234/chat.json?limit=5",
    "participant_ids[]=a&name=Our%20chat",
    '{"id":"1","name":"token"}',
  ])("leaves %s alone", (text) => {
    expect(maskText(text)).toBe(text);
  });
});

describe("maskValue", () => {
  it("masks members by name at any depth and leaves the value itself alone", () => {
    const value = { a: [{ token: SECRET, id: "1" }], at: new Date(0), n: 1, none: null };
    expect(maskValue(value)).toEqual({
      a: [{ token: "[masked]", id: "1" }],
      at: new Date(0),
      n: 1,
      none: null,
    });
    expect(value.a[0]?.token).toBe(SECRET);
  });
});

describe("maskedWhenPrinted", () => {
  it("prints a masked copy, while the members keep their values", () => {
    const value = maskedWhenPrinted({ token: SECRET, id: "1" });
    expect(value.token).toBe(SECRET);
    expect(JSON.stringify(value)).toBe('{"token":"[masked]","id":"1"}');
    expect(inspect(value)).not.toContain(SECRET);
    expect(Object.keys(value)).toEqual(["token", "id"]);
  });
});

describe("an error", () => {
  it("shows no secret that the provider echoes, however it is printed", async () => {
    const { fetch } = fakeFetch(
      json(
        {
          error: `bad token=${SECRET}`,
          request: { headers: { Authorization: `Bearer ${SECRET}` } },
        },
        { status: 400, headers: { "set-cookie": SECRET, "x-echo": `Bearer ${SECRET}` } },
      ),
    );
    const error = await testClient({ fetch }, { accessToken: SECRET })
      .readRoom({ path: { roomId: "1" } })
      .catch((thrown: unknown) => thrown);
    for (const print of [inspect(error, { depth: 9 }), JSON.stringify(error), String(error)]) {
      expect(print).not.toContain(SECRET);
    }
  });
});
