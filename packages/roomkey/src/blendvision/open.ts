import { type BlendVisionClientOptions, createBlendVisionClient } from "@roomkey/blendvision";
import type { TokenRequest, TokenSource } from "@roomkey/http";
import { firstFailureAborts } from "../first-failure-aborts.js";
import type { OpenOptions } from "../provider.js";
import { viewerSecrets } from "../viewer-secrets.js";
import { type BlendVisionSession, blendvisionSession } from "./session.js";

/** Opens the chatroom that a chatroom token belongs to: two reads at the same time. */
export async function openBlendvision(
  clientOptions: BlendVisionClientOptions & { readonly chatroomToken: TokenSource },
  issuedUntil: Date | undefined,
  { signal: outer, ...options }: OpenOptions,
): Promise<BlendVisionSession> {
  // The source is listened to, because it may know when its token expires.
  const last = { value: "", expiresAt: issuedUntil ?? null };
  const chatroomToken = async (request: TokenRequest) => {
    const { chatroomToken: source } = clientOptions;
    const given = typeof source === "function" ? await source(request) : source;
    const token = typeof given === "object" ? given : { value: given };
    last.value = token.value;
    last.expiresAt = token.expiresAt ?? last.expiresAt;
    return token;
  };
  const client = createBlendVisionClient({ ...clientOptions, chatroomToken });
  const [{ chatroom }, config] = await firstFailureAborts(outer, (signal) => [
    client.getChatroom({}, { ...options, signal }),
    client.getChatroomConfig({}, { ...options, signal }),
  ]);
  const session = blendvisionSession({ chatroom, config }, last.expiresAt);
  viewerSecrets.set(session, { chatroomToken: last.value });
  return session;
}
