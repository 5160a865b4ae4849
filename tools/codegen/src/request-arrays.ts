import ts from "typescript";
import type { OpenApiDocument } from "./document.js";

const requestParts: readonly string[] = ["requestBody", "requestBodies", "parameters"];

/**
 * Makes the arrays of request types readonly, so that a caller may pass any array. Those of
 * responses stay as they are: an array that was received may be handed to code that wants to own it.
 *
 * The result is the `postTransform` hook of openapi-typescript, called with each type and its place.
 */
export function readonlyRequestArrays(document: OpenApiDocument) {
  const schemas = requestSchemas(document);
  return (type: ts.TypeNode, { path = "" }: { path?: string }): ts.TypeNode | undefined => {
    if (!ts.isArrayTypeNode(type) || !isRequest(path, schemas)) return undefined;
    return ts.factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, type);
  };
}

function isRequest(path: string, schemas: ReadonlySet<string>): boolean {
  const segments = path.split("/");
  const [, root, kind] = segments;
  if (root === "components" && kind === "schemas") {
    return schemas.has(segments.slice(0, 4).join("/"));
  }
  // #/components/requestBodies/…, #/paths/~1rooms/parameters/…, #/paths/~1rooms/post/requestBody/…
  return segments.slice(2, 5).some((segment) => requestParts.includes(segment));
}

/** References of the component schemas that a request body or a parameter leads to. */
function requestSchemas(document: OpenApiDocument): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: unknown, isRequestPart: boolean): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "$ref" && typeof value === "string" && isRequestPart) follow(value);
      else visit(value, isRequestPart || requestParts.includes(key));
    }
  };
  const follow = (ref: string): void => {
    if (found.has(ref)) return;
    found.add(ref);
    const name = ref.match(/^#\/components\/schemas\/([^/]+)$/)?.[1];
    if (name !== undefined) visit(document.components?.schemas?.[name], true);
  };
  visit(document, false);
  return found;
}
