export { type BlendVisionServer, blendvisionServer } from "./blendvision-server.js";
export type { IssuedToken, IssueTokenInput } from "./issued-token.js";
export {
  type BlendVisionServerOptions,
  type BlendVisionServerProvider,
  blendvision,
} from "./server-provider.js";
