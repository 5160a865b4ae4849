import { isSecretName } from "@roomkey/http";
import type { MockServers } from "@roomkey/mock-servers";

/** Every secret that the mock servers' answers hold, as it goes over the wire and inside a URL. */
export async function wireSecrets(mocks: MockServers): Promise<string[]> {
  const rooms = `${mocks.blendvision}/bv/chatroom/v1/chatrooms`;
  const headers = {
    authorization: "Bearer any",
    "x-bv-org-id": "any",
    "content-type": "application/json",
  };
  const admin = { ...headers, prefer: "example=working-admin" };
  const answers = await Promise.all([
    fetch(`${mocks.ibmVideo}/channels/1234/chat.json`, { headers }),
    ...[headers, admin].flatMap((headers) => [
      fetch(`${rooms}/any/tokens`, { method: "POST", headers, body: "{}" }),
      fetch(`${rooms}/config`, { headers }),
    ]),
  ]);
  if (!answers.every(({ ok }) => ok)) throw new Error("a mock server refused");
  const secrets = (await Promise.all(answers.map((answer) => answer.json()))).flatMap(secretsIn);
  return [...new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]))];
}

function secretsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === "string" && isSecretName(name) ? [member] : secretsIn(member),
  );
}
