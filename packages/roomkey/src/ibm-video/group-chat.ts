import { ConfigurationError } from "@roomkey/http";
import type { IbmVideoClient } from "@roomkey/ibm-video";

/** Whom a group chat is with. */
export interface GroupChatInput {
  /** Ids of the other participants, at least one; yourself is not among them. */
  readonly participantIds: readonly string[];
  readonly name?: string;
}

/** A group chat: a Stream channel of its own, `client.channel(type, id)`. */
export interface GroupChat {
  readonly id: string;
  readonly type: string;
  readonly team: string;
}

/** Starts a group chat on a channel, in the name of the user whom the chat token belongs to. */
export async function createGroupChat(
  client: IbmVideoClient,
  path: { readonly channelId: string },
  chatToken: string,
  { participantIds, ...named }: GroupChatInput,
  options?: { readonly signal?: AbortSignal },
): Promise<GroupChat> {
  if (participantIds.length === 0) {
    throw new ConfigurationError("participantIds needs at least one id", {
      argument: "participantIds",
    });
  }
  const { group } = await client.initializeGroupChat(
    { path, body: { ...named, "participant_ids[]": participantIds, chat_token: chatToken } },
    options,
  );
  return { id: group.channel_id, type: group.channel_type, team: group.team };
}
