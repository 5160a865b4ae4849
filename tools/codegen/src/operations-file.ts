import { docComment } from "./doc-comment.js";
import { header } from "./header.js";
import { literal, propertyName } from "./literal.js";
import type { Entry, OperationTable } from "./table.js";

/** Writes operations.generated.ts. */
export function operationsFile(documentName: string, table: OperationTable): string {
  return [
    `${header(documentName)}\n`,
    'import type { Operation } from "@roomkey/http";\n',
    docComment(["Operations that need no server secret, by operationId."]),
    constant("operations", operationMembers(table.operations)),
    docComment(["Operations that need a server secret: never for a browser."]),
    constant("serverOperations", operationMembers(table.serverOperations)),
    checks,
  ]
    .join("\n")
    .replaceAll("*/\n\n", "*/\n");
}

/**
 * Isolated declarations allow `as const` but not `as const satisfies` on an exported value. So the
 * check stands on lines of its own; they do nothing at run time.
 */
const checks = `// Checked here and not at the values: isolated declarations want those to stand alone.
operations satisfies Record<string, Operation>;
serverOperations satisfies Record<string, Operation>;
`;

function constant(name: string, members: readonly string[]): string {
  const value = members.length === 0 ? "{}" : `{\n${members.join("")}}`;
  return `export const ${name} = ${value} as const;\n`;
}

function operationMembers(entries: Readonly<Record<string, Entry>>): string[] {
  return Object.entries(entries).map(
    // The whole comment stands over the types of the operation.
    ([id, { comment, operation }]) => docComment(comment.slice(0, 1), "  ") + member(id, operation),
  );
}

function member(name: string, value: unknown): string {
  const key = `  ${propertyName(name)}: `;
  return `${key}${literal(value, "  ", key.length)},\n`;
}
