import { createClient } from "@hey-api/openapi-ts";
import { build } from "esbuild";
import { type DocumentName, documentFile } from "../documents.js";

/** Generates a client of a document with @hey-api/openapi-ts into a folder, and gives that. */
export async function generateClient(name: DocumentName, folder: string): Promise<string> {
  await createClient({
    input: documentFile(name),
    output: { path: folder, clean: true },
    logs: { level: "silent", file: false },
  });
  return folder;
}

/** Compiles a generated client and gives the module's address, ready to be imported. */
export async function compileClient(folder: string): Promise<string> {
  const outfile = `${folder}/client.mjs`;
  const contents = `
    export * from "./sdk.gen.js";
    export { createClient, createConfig } from "./client/index.js";`;
  await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: "esm",
    platform: "neutral",
    outfile,
    logLevel: "silent",
  });
  return outfile;
}
