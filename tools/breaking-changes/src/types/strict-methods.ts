import ts from "typescript";

/**
 * Declarations in which every method is a property that holds a function. TypeScript compares the
 * parameters of methods in both directions and so lets a narrower one pass; those of functions not.
 * Overloaded methods stay as they are: a property has one declaration only.
 */
export function strictMethods(declarations: string): string {
  const file = ts.createSourceFile("report.d.ts", declarations, ts.ScriptTarget.Latest, true);
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeLiteralNode(node)
    ) {
      for (const member of node.members) {
        if (!isMethod(member) || isOverloaded(member, node.members)) continue;
        const open = declarations.indexOf("(", member.name.end);
        const typeParameters = member.typeParameters;
        const start = typeParameters ? declarations.lastIndexOf("<", typeParameters.pos) : open;
        edits.push({ start, end: start, text: ": " });
        const colon = member.type ? declarations.lastIndexOf(":", member.type.getStart()) : -1;
        if (colon >= 0) edits.push({ start: colon, end: colon + 1, text: " =>" });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce(
    (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    declarations,
  );
}

type Method = ts.MethodSignature | ts.MethodDeclaration;

const isMethod = (member: ts.Node): member is Method =>
  (ts.isMethodSignature(member) || ts.isMethodDeclaration(member)) && member.type !== undefined;

const isOverloaded = (method: Method, members: ts.NodeArray<ts.Node>): boolean =>
  members.filter((member) => isMethod(member) && member.name.getText() === method.name.getText())
    .length > 1;
