import ts from "typescript";

/** What users do with a type: write values of it, read them, or both. */
export interface Usage {
  written: boolean;
  read: boolean;
}

/**
 * How the types of a module are used, by name: what its functions take is written by users, what
 * they give is read, and what a callback takes is read too. A type that nothing takes or gives is
 * not in it.
 */
export function usageOf(checker: ts.TypeChecker, module: ts.Symbol): Map<string, Usage> {
  const usages = new Map<string, Usage>();
  const seen = { read: new Set<ts.Type>(), written: new Set<ts.Type>() };

  const visit = (type: ts.Type | undefined, use: keyof Usage): void => {
    if (type === undefined || seen[use].has(type)) return;
    seen[use].add(type);
    for (const symbol of [type.aliasSymbol, type.symbol]) {
      if (symbol) note(symbol.name, use);
    }
    for (const argument of type.aliasTypeArguments ?? []) visit(argument, use);
    if (type.isUnionOrIntersection()) for (const part of type.types) visit(part, use);
    if (type.isTypeParameter()) {
      visit(checker.getBaseConstraintOfType(type), use);
      visit(checker.getDefaultFromTypeParameter(type), use);
    }
    if (!isOurs(type)) {
      // A promise, an array: what is in them is used as they are.
      if (isReference(type)) for (const part of checker.getTypeArguments(type)) visit(part, use);
      return;
    }
    for (const property of checker.getPropertiesOfType(type)) {
      visit(checker.getTypeOfSymbol(property), use);
    }
    for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
      for (const parameter of signature.typeParameters ?? []) visit(parameter, use);
      for (const parameter of signature.parameters) {
        visit(checker.getTypeOfSymbol(parameter), use === "read" ? "written" : "read");
      }
      visit(signature.getReturnType(), use);
    }
  };

  const note = (name: string, use: keyof Usage) => {
    const usage = usages.get(name) ?? { written: false, read: false };
    usage[use] = true;
    usages.set(name, usage);
  };

  for (const symbol of checker.getExportsOfModule(module)) {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (target.flags & ts.SymbolFlags.Value) visit(checker.getTypeOfSymbol(target), "read");
  }
  return usages;
}

const isReference = (type: ts.Type): type is ts.TypeReference =>
  (type.flags & ts.TypeFlags.Object) !== 0 &&
  ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;

/** Whether a type is declared by a package of ours, or made up of such types. */
export function isOurs(type: ts.Type): boolean {
  if (type.isUnionOrIntersection()) return type.types.some(isOurs);
  const declarations = type.symbol?.declarations ?? [];
  return declarations.some((node) => /^\/(released|present)\//.test(node.getSourceFile().fileName));
}
