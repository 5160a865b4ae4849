import ts from "typescript";
import type { Report } from "./read-reports.js";
import { strictMethods } from "./strict-methods.js";
import type { Usage } from "./usage.js";

/**
 * A file that TypeScript accepts when code written for the released declarations still compiles.
 * A present value must do where the released one did. A type that users read must be no wider than
 * it was, one that they write no narrower; of which nobody knows, both.
 */
export function comparisonFile(
  { specifier, declarations }: Report,
  present: Report,
  usages: ReadonlyMap<string, Usage>,
): string {
  const still = new Set(exportsOf(present.declarations).map(({ name }) => name));
  const lines = exportsOf(declarations).flatMap(({ name, kind }) => {
    if (!still.has(name)) return [];
    const [before, after] = [`Released.${name}`, `Present.${name}`];
    if (kind === "value") return [must(`typeof ${before}`, `typeof ${after}`, name)];
    const { read, written } = usages.get(name) ?? { read: true, written: true };
    return [
      ...(read ? [must(before, after, name)] : []),
      ...(written ? [must(after, before, name)] : []),
    ];
  });
  return [
    `import type * as Released from "released:${specifier}";`,
    `import type * as Present from "present:${specifier}";`,
    "declare function must<Take>(given: Take): void;",
    ...lines,
    "",
  ].join("\n");
}

const must = (taken: string, given: string, name: string) =>
  `must<${taken}>(null! as ${given}); // ${name}`;

interface Exported {
  readonly name: string;
  readonly kind: "value" | "type";
}

/** What a report exports and a file can name as it is: types that need arguments are left out. */
function exportsOf(declarations: string): Exported[] {
  const file = ts.createSourceFile(
    "report.d.ts",
    strictMethods(declarations),
    ts.ScriptTarget.Latest,
  );
  const found = new Map<string, Exported>();
  for (const statement of file.statements) {
    if (!isExported(statement)) continue;
    for (const one of named(statement)) found.set(one.name, one);
  }
  return [...found.values()];
}

function named(statement: ts.Statement): Exported[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    return statement.name ? [{ name: statement.name.text, kind: "value" }] : [];
  }
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [{ name: name.text, kind: "value" as const }] : [],
    );
  }
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    const free = statement.typeParameters?.every((parameter) => parameter.default) ?? true;
    return free ? [{ name: statement.name.text, kind: "type" }] : [];
  }
  return [];
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
