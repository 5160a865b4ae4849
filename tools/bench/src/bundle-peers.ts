/** What a browser page imports of each peer: whatever it takes to make calls with it. */
export const peerImports = {
  "openapi-fetch": 'export { default } from "openapi-fetch";',
  ky: 'export { default } from "ky";',
  axios: 'export { default } from "axios";',
  "stream-chat": 'export { StreamChat } from "stream-chat";',
  openai: 'export { default } from "openai";',
} as const;
