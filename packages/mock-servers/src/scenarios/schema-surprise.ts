import type { Scenario } from "./scenario.js";

/**
 * What servers do that documents do not promise. Whoever follows the rule "unknown members are ignored,
 * unknown values are not an error, what may be missing may be null" notices nothing.
 */
export const SCHEMA_SURPRISE: Scenario = {
  name: "schema-surprise",
  description: "Answers have members that no document knows, unknown enum values and nulls.",
  rules: [
    {
      id: "surprise-chat",
      match: { operationId: "initializeChat" },
      answer: {
        set: {
          "chat.user.default_name": null,
          "chat.user.badges": [{ kind: "moderator" }],
          "chat.stream_data.region": "somewhere",
          "chat.stream_data.channel_type": "hologram",
          future: { nested: [1, null, "x"] },
        },
      },
    },
    {
      id: "surprise-group",
      match: { operationId: "initializeGroupChat" },
      answer: { set: { "group.channel_type": "hologram", "group.expires": null } },
    },
    {
      id: "surprise-access-token",
      match: { operationId: "createAccessToken" },
      answer: { set: { token_type: "hologram", future: null } },
    },
    {
      id: "surprise-chatroom",
      match: { operationId: ["getChatroom", "createChatroom"] },
      answer: {
        set: {
          "chatroom.status": "CHAT_STATUS_HOLOGRAM",
          "chatroom.active_poll": null,
          "chatroom.viewer_info": null,
          "chatroom.pinned_messages": null,
          "chatroom.future": { nested: true },
        },
      },
    },
    {
      id: "surprise-config",
      match: { operationId: "getChatroomConfig" },
      answer: {
        set: { "user.custom_name": null, "user.badges": [], "connection.region": "somewhere" },
      },
    },
    {
      id: "surprise-chatroom-token",
      match: { operationId: ["createChatroomToken", "refreshChatroomToken"] },
      answer: { set: { refresh_token: null, refresh_expires_in: null, future: 1 } },
    },
  ],
};
