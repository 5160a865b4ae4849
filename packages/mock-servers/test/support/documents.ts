import { createRequire } from "node:module";

/** The parts of a document that the tests walk through. */
export interface Document {
  paths: Record<string, Record<string, DocumentOperation>>;
  components: Record<string, Record<string, unknown>>;
}

export interface DocumentOperation {
  operationId: string;
  responses: Record<string, DocumentResponse>;
}

export interface DocumentResponse {
  headers?: Record<string, { example?: unknown }>;
  content?: Record<string, { examples?: Record<string, { value: unknown }> }>;
}

/** One documented example, and how to ask a mock server for it. */
export interface DocumentedExample {
  provider: "ibm-video" | "blendvision";
  operationId: string;
  method: string;
  path: string;
  /** As documented: `200`, `default`. */
  status: string;
  mediaType: string;
  example: string;
  value: unknown;
}

const require = createRequire(import.meta.url);

export const documents = {
  "ibm-video": require("@roomkey/specs/ibm-video-chat.mock.json") as Document,
  blendvision: require("@roomkey/specs/blendvision-chatroom.mock.json") as Document,
};

/** Every operation of both documents. */
export function operations(): { provider: string; path: string; method: string; id: string }[] {
  return Object.entries(documents).flatMap(([provider, document]) =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { operationId }]) => ({
        provider,
        path,
        method: method.toUpperCase(),
        id: operationId,
      })),
    ),
  );
}

/** Every example of every response of every operation of both documents. */
export function documentedExamples(): DocumentedExample[] {
  const found: DocumentedExample[] = [];
  for (const provider of ["ibm-video", "blendvision"] as const) {
    const document = documents[provider];
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        for (const [status, reference] of Object.entries(operation.responses)) {
          const response = follow<DocumentResponse>(document, reference);
          for (const [mediaType, content] of Object.entries(response.content ?? {})) {
            for (const [example, entry] of Object.entries(content.examples ?? {})) {
              found.push({
                provider,
                operationId: operation.operationId,
                method: method.toUpperCase(),
                path: path.replaceAll(/\{[^}]+\}/g, "1234"),
                status,
                mediaType,
                example,
                value: follow<{ value: unknown }>(document, entry).value,
              });
            }
          }
        }
      }
    }
  }
  return found;
}

function follow<Node>(document: Document, node: unknown): Node {
  const ref = (node as { $ref?: string }).$ref;
  if (ref === undefined) return node as Node;
  const [, , kind = "", name = ""] = ref.split("/");
  return follow<Node>(document, document.components[kind]?.[name]);
}
