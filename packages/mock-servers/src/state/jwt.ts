import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Signs everything that stateful mode issues. It is public and no secret: whoever wants to forge a
 * chatroom token for a test may. The examples of the documents are signed with it as well.
 */
export const FAKE_KEY = "roomkey-example-key-not-a-secret";

export type Claims = Readonly<Record<string, unknown>>;

/** A JWT with these claims (HS256). */
export function signJwt(claims: Claims, key: string = FAKE_KEY): string {
  const text = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${text}.${hmac(text, key)}`;
}

/** The claims of a JWT that was signed with the key; undefined for anything else. */
export function verifyJwt(jwt: string, key: string = FAKE_KEY): Claims | undefined {
  const [header = "", payload = "", signature = "", ...more] = jwt.split(".");
  if (more.length > 0) return undefined;
  const [given, expected] = [
    Buffer.from(signature),
    Buffer.from(hmac(`${header}.${payload}`, key)),
  ];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  if (decode(header)?.alg !== "HS256") return undefined;
  return decode(payload);
}

function encode(value: Claims): string {
  // ASCII only: Stream's client decodes the payload as Latin-1.
  const json = JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return Buffer.from(json).toString("base64url");
}

function decode(text: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? (value as Claims) : undefined;
  } catch {
    return undefined;
  }
}

/** The base64 signature of a text, as brokers with custom authorizers want it. */
export function signText(text: string): string {
  return createHmac("sha256", FAKE_KEY).update(text).digest("base64");
}

function hmac(text: string, key: string): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}
