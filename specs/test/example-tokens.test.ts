// The tokens in the working examples must serve a real client; the facts are in ASSUMPTIONS.md
// (BV-014) and, for Stream, in the source `stream-chat-client`.
import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  at,
  bodiesOf,
  example,
  folder,
  type Json,
  object,
  operationsOf,
  readDocument,
  string,
} from "./document.js";

const KEY = "roomkey-example-key-not-a-secret";
const hmac = (value: string) => createHmac("sha256", KEY).update(value);

function decode(token: string): { header: Json; claims: Json; signed: boolean } {
  const parts = token.split(".");
  expect(parts).toHaveLength(3);
  const [header = "", payload = "", signature] = parts;
  const json = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString()) as Json;
  return {
    header: json(header),
    claims: json(payload),
    signed: hmac(`${header}.${payload}`).digest("base64url") === signature,
  };
}

describe("chat tokens", () => {
  const document = readDocument("ibm-video-chat");

  test.each(["working", "anonymous"])("%s: Stream's client takes it for its user", (name) => {
    const user = object(at(example(document, "initializeChat", "200", name), "chat", "user"));
    const token = string(user.token);
    expect(decode(token)).toEqual({
      header: { alg: "HS256", typ: "JWT" },
      claims: { user_id: string(user.id) },
      signed: true,
    });
    // Its decoder knows "+" and "/" only.
    expect(token.split(".")[1]).not.toMatch(/[-_]/);
    expect(user.id).toMatch(/^[a-z0-9@_-]+$/);
  });

  test("a known viewer has a name, a random one has none", () => {
    const user = (name: string) =>
      at(example(document, "initializeChat", "200", name), "chat", "user");
    expect(user("working")).toMatchObject({ has_verified_user: true, default_name: "Ada Example" });
    expect(user("anonymous")).toMatchObject({ has_verified_user: false, default_name: null });
  });

  test("the vendor's example names no user, which is why there is another", () => {
    const token = string(
      at(example(document, "initializeChat", "200", "vendor"), "chat", "user", "token"),
    );
    expect(decode(token).claims).toEqual({ sub: "Nothing to see here" });
  });
});

describe("BlendVision tokens", () => {
  const document = readDocument("blendvision-chatroom");
  const claims = (sub: string, device_id: string, role: string, type: string, until: string) => ({
    sub,
    tenant_id: "00000000-0000-4000-8000-00000007e4a7",
    chat_id: "00000000-0000-4000-8000-0000000c4a70",
    type,
    device_id,
    roles: [role],
    exp: Date.parse(until) / 1000,
  });
  const END = "2099-12-31T00:00:00Z";

  test.each([
    ["createChatroomToken", "working", "ada", "ROLE_VIEWER", END],
    ["createChatroomToken", "working-admin", "grace", "ROLE_ADMIN", END],
    ["refreshChatroomToken", "working", "ada", "ROLE_VIEWER", "2100-12-31T00:00:00Z"],
  ])("%s %s", (id, name, sub, role, until) => {
    const { claims: found, signed } = decode(
      string(at(example(document, id, "200", name), "token")),
    );
    expect(found).toEqual(claims(sub, `device-${sub}-1`, role, "chatroom", until));
    expect(signed).toBe(true);
  });

  test.each([
    ["working", "ROLE_VIEWER"],
    ["working-admin", "ROLE_ADMIN"],
    ["guest", "ROLE_VIEWER"],
    ["older", "ROLE_VIEWER"],
  ])("connection of %s: signed twice, and of the user it is given to", (name, role) => {
    const config = example(document, "getChatroomConfig", "200", name);
    const connection = object(at(config, "connection"));
    const user = object(at(config, "user"));
    const { claims: found, signed } = decode(string(connection.token));
    expect(found).toEqual(
      claims(string(user.customer_id), string(user.device_id), role, "connection", END),
    );
    expect(signed).toBe(true);
    expect(connection.signature).toBe(hmac(string(connection.token)).digest("base64"));
    expect(user.is_admin).toBe(role === "ROLE_ADMIN");
    if (name !== "older") expect(at(config, "token", "expired_at")).toBe(END);
  });
});

test("the script finds every example token as it would sign it", () => {
  const script = fileURLToPath(new URL("scripts/sign-example-tokens.mjs", folder));
  const output = execFileSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect(output).toContain("all as signed");
});

test("no example points a client at a host that exists", () => {
  const hosts = (["ibm-video-chat", "blendvision-chatroom"] as const).flatMap((api) => {
    const document = readDocument(api);
    return operationsOf(document)
      .flatMap((entry) => bodiesOf(document, entry))
      .flatMap(({ examples }) => examples)
      .filter(({ name }) => !name.startsWith("vendor"))
      .flatMap(({ value }) => [
        at(value, "chat", "stream_data", "api_base_url"),
        at(value, "connection", "endpoint"),
      ]);
  });
  expect(new Set(hosts)).toEqual(
    new Set([undefined, "https://chat-proxy.example.com", "mqtt.example.com"]),
  );
});
