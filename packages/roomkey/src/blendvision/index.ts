export { type BlendVisionOptions, blendvision } from "./provider.js";
export type { BlendVisionSession, BlendVisionWire } from "./session.js";
