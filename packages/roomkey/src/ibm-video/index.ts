export type { GroupChat, GroupChatInput } from "./group-chat.js";
export { type IbmVideoOptions, ibmVideo } from "./provider.js";
export type { IbmVideoSession } from "./session.js";
