import type { EngineFactory } from "./engine.js";

/** Loads Prism late: a taken port or a wrong option is reported without waiting for it. */
export const createPrism: EngineFactory = async (document) => {
  const { createPrismEngine } = await import("./prism-engine.js");
  return createPrismEngine(document);
};
