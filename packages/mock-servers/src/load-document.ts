import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { OpenApiDocument } from "./openapi.js";

/** Reads a bundled OpenAPI document out of a package. */
export async function loadDocument(module: string): Promise<OpenApiDocument> {
  // Import attributes for JSON still print a warning on Node 20.
  const file = createRequire(import.meta.url).resolve(module);
  return JSON.parse(await readFile(file, "utf8")) as OpenApiDocument;
}
