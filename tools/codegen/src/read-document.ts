import { join } from "node:path";
import type { OpenApiDocument } from "./document.js";
import { readText } from "./read-text.js";
import { Refusal } from "./refusal.js";

/** Reads the bundle of a document from `specs/dist`. */
export async function readDocument(root: string, name: string): Promise<OpenApiDocument> {
  const path = `specs/dist/${name}.json`;
  const text = await readText(join(root, path));
  if (text === undefined) {
    throw new Refusal(`${path} is missing; run npm run generate at the root, which bundles it`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(`${path} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
