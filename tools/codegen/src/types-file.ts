import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import type { OpenApiDocument } from "./document.js";
import { header } from "./header.js";
import { layout } from "./layout.js";
import { openEnum } from "./open-enum.js";
import { within } from "./refusal.js";
import { readonlyRequestArrays } from "./request-arrays.js";
import type { OperationTable } from "./table.js";
import { addComment, tidyComments } from "./tidy-comments.js";

/** Writes openapi.generated.ts: the types of a document. */
export async function typesFile(
  documentName: string,
  document: OpenApiDocument,
  table: OperationTable,
): Promise<string> {
  // openapi-typescript completes discriminators in what it is given, so it gets a copy of its own.
  const source = structuredClone(document) as unknown as OpenAPI3;
  const nodes = await openapiTS(source, {
    // As documented: the vendor's order reads better, and an added member moves no other line.
    alphabetize: false,
    // Interfaces, which editors and error messages call by name instead of writing them out.
    exportType: false,
    // An undeclared member still passes at run time. In the types it would hide every misspelt one.
    additionalProperties: false,
    // An object without declared members is one of unknown members, not one that must be empty.
    emptyObjectsUnknown: true,
    // A default makes no member present: callers may leave it out, and servers may too.
    defaultNonNullable: false,
    // Responses belong to the caller, who may change them; requests are handled below.
    immutable: false,
    // `minItems: 1` as a tuple would refuse a plain `string[]`. The client counts at run time.
    arrayLength: false,
    // Unions of literals need no import, and values need no enum object.
    enum: false,
    silent: true,
    transform: (schema, { path = "" }) => within(path, () => openEnum(schema)),
    postTransform: readonlyRequestArrays(document),
  });

  const kept = nodes.filter((node) => !isEmptyRoot(node));
  for (const node of kept) tidyComments(node);
  for (const node of kept) commentOperations(node, table);
  const text = astToString(kept.map(withoutUnusedComponents)).trimEnd();
  return `${header(documentName)}\n\n${layout(text)}\n`;
}

/** `webhooks` and `$defs` are written even where a document has none. */
function isEmptyRoot(node: ts.Node): boolean {
  return ts.isTypeAliasDeclaration(node) && ["webhooks", "$defs"].includes(node.name.text);
}

/** Drops `headers: never;` and the like: kinds of components that the document has none of. */
function withoutUnusedComponents(node: ts.Node): ts.Node {
  if (!isInterface(node, "components")) return node;
  const members = node.members.filter(
    (member) =>
      !(ts.isPropertySignature(member) && member.type?.kind === ts.SyntaxKind.NeverKeyword),
  );
  return ts.factory.updateInterfaceDeclaration(
    node,
    node.modifiers,
    node.name,
    node.typeParameters,
    node.heritageClauses,
    members,
  );
}

/** Clients map over `operations`, so its comments are what an editor shows over their methods. */
function commentOperations(node: ts.Node, table: OperationTable): void {
  if (!isInterface(node, "operations")) return;
  const entries = { ...table.operations, ...table.serverOperations };
  for (const member of node.members) {
    const id = member.name && ts.isIdentifier(member.name) ? member.name.text : "";
    addComment(member, entries[id]?.comment ?? []);
  }
}

function isInterface(node: ts.Node, name: string): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === name;
}
