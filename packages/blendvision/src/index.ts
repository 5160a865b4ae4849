export {
  type BlendVisionClient,
  type BlendVisionClientOptions,
  createBlendVisionClient,
} from "./client.js";
export type { components, operations } from "./generated/openapi.generated.js";
