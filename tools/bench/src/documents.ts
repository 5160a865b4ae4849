import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Both documents, by the name of their bundle. */
export const documents = ["ibm-video-chat", "blendvision-chatroom"] as const;

export type DocumentName = (typeof documents)[number];

/** File of a bundled document. */
export function documentFile(name: DocumentName): string {
  return require.resolve(`@roomkey/specs/${name}.json`);
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, DocumentedResponse>> };
}

interface DocumentedOperation {
  readonly operationId?: string;
  readonly responses?: Readonly<Record<string, { readonly $ref: string }>>;
}

interface DocumentedResponse {
  readonly content: Readonly<
    Record<string, { readonly examples: Readonly<Record<string, { readonly value: unknown }>> }>
  >;
}

/** Bytes of the first documented 200 answer of an operation: what a mock server answers with. */
export async function workingAnswer(name: DocumentName, operationId: string): Promise<Uint8Array> {
  const document = JSON.parse(await readFile(documentFile(name), "utf8")) as Document;
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  const operation = operations.find((one) => one.operationId === operationId);
  const response = operation?.responses?.["200"]?.$ref.split("/").at(-1) ?? "";
  const media = document.components.responses[response]?.content["application/json"];
  const [example] = Object.values(media?.examples ?? {});
  if (example === undefined) throw new Error(`${name} has no example of ${operationId}`);
  return new TextEncoder().encode(JSON.stringify(example.value));
}
