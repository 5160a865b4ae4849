import type { Fetch } from "@roomkey/http";
import { openChat } from "roomkey";
import { blendvision } from "roomkey/blendvision";
import type { Contenders } from "../measure/interleave.js";

const baseUrl = "https://api.example.com";
const chatroomToken = "a-fake-chatroom-token";

/** The two reads that open a BlendVision session, by their paths. */
export const openPaths = {
  chatroom: "/bv/chatroom/v1/chatrooms",
  config: "/bv/chatroom/v1/chatrooms/config",
} as const;

interface Chatroom {
  readonly chatroom: { readonly id: string };
}

interface Config {
  readonly user: { readonly customer_id: string };
}

/** Opening a BlendVision session, and the two raw calls that it cannot do without. */
export function openContenders(fetch: Fetch) {
  const headers = { accept: "application/json", authorization: `Bearer ${chatroomToken}` };
  const read = async <Answer>(path: string): Promise<Answer> => {
    const response = await fetch(new Request(baseUrl + path, { headers }));
    return (await response.json()) as Answer;
  };
  return {
    "two raw calls": async () => {
      const [{ chatroom }, { user }] = await Promise.all([
        read<Chatroom>(openPaths.chatroom),
        read<Config>(openPaths.config),
      ]);
      return chatroom.id.length + user.customer_id.length;
    },
    open: async () => {
      const provider = blendvision({ chatroomToken, baseUrl, fetch });
      const { room, user } = await openChat(provider);
      return room.id.length + user.id.length;
    },
  } satisfies Contenders;
}
