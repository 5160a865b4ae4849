import type { DocumentedOperation } from "./document.js";

/** Lines of the doc comment of an operation: what an editor shows over `client.<operationId>`. */
export function operationComment(operation: DocumentedOperation): string[] {
  const { summary, description, externalDocs, deprecated } = operation;
  const texts = [summary, description].filter((text) => text !== undefined && text.trim() !== "");
  const lines = texts.flatMap((text, index) => [
    ...(index === 0 ? [] : [""]),
    ...(text ?? "").trim().split(/\r?\n/),
  ]);
  const tags = [
    ...(externalDocs ? [`@see ${externalDocs.url}`] : []),
    ...(deprecated === true ? ["@deprecated"] : []),
  ];
  return lines.length > 0 && tags.length > 0 ? [...lines, "", ...tags] : [...lines, ...tags];
}
