import type { Api } from "./apis.js";
import { operationTable } from "./operation-table.js";
import { operationsFile } from "./operations-file.js";
import { readDocument } from "./read-document.js";
import { at } from "./refusal.js";
import { typesFile } from "./types-file.js";

/** A file as the documents want it. */
export interface GeneratedFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Generates the files of one document, without writing them. */
export async function generate(root: string, api: Api): Promise<GeneratedFile[]> {
  try {
    const document = await readDocument(root, api.document);
    const table = operationTable(document, api.serverSecrets);
    const folder = `${api.output}/src/generated`;
    return [
      {
        path: `${folder}/openapi.generated.ts`,
        text: await typesFile(api.document, document, table),
      },
      {
        path: `${folder}/operations.generated.ts`,
        text: operationsFile(api.document, table),
      },
    ];
  } catch (error) {
    throw at(`specs/${api.document}`, error);
  }
}
