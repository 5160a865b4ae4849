/** Modules that import one entry point and make what it is imported for. */
export const startEntryPoints = {
  "openapi-fetch": `
    import createClient from "openapi-fetch";
    globalThis.made = createClient({});`,
  "roomkey + roomkey/ibm-video": `
    import { openChat } from "roomkey";
    import { ibmVideo } from "roomkey/ibm-video";
    globalThis.made = [openChat, ibmVideo({ channelId: "1234", accessToken: "fake" })];`,
  "roomkey + roomkey/blendvision": `
    import { openChat } from "roomkey";
    import { blendvision } from "roomkey/blendvision";
    globalThis.made = [openChat, blendvision({ chatroomToken: "fake" })];`,
  "@roomkey/ibm-video": `
    import { createIbmVideoClient } from "@roomkey/ibm-video";
    globalThis.made = createIbmVideoClient({ accessToken: "fake" });`,
  "@roomkey/blendvision": `
    import { createBlendVisionClient } from "@roomkey/blendvision";
    globalThis.made = createBlendVisionClient({ chatroomToken: "fake" });`,
  ky: `
    import ky from "ky";
    globalThis.made = ky.create({});`,
  axios: `
    import axios from "axios";
    globalThis.made = axios.create({});`,
  "stream-chat": `
    import { StreamChat } from "stream-chat";
    globalThis.made = new StreamChat("fake");`,
  openai: `
    import OpenAI from "openai";
    globalThis.made = new OpenAI({ apiKey: "fake", dangerouslyAllowBrowser: true });`,
} as const;

export type StartEntryPoint = keyof typeof startEntryPoints;
