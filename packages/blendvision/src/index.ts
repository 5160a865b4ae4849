export {
  type BlendVisionRefreshTokenOptions,
  blendvisionRefreshToken,
} from "./chatroom-token-source.js";
export {
  type BlendVisionClient,
  type BlendVisionClientOptions,
  createBlendVisionClient,
} from "./client.js";
export type { components, operations } from "./generated/openapi.generated.js";
export { isApiError } from "./is-api-error.js";
