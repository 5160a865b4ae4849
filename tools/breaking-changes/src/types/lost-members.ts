import ts from "typescript";
import { isOurs } from "./usage.js";

/**
 * Members that the released types have and the present ones have not, by name. Assignability does
 * not tell: an optional member can be left out, so a renamed one goes unnoticed.
 */
export function lostMembers(
  checker: ts.TypeChecker,
  released: ts.Type,
  present: ts.Type,
  label: string,
): string[] {
  const seen = new Set<ts.Type>();
  const lost = new Set<string>();

  const walk = (released: ts.Type, present: ts.Type, label: string): void => {
    const [before, after] = [released, present].map((one) => checker.getNonNullableType(one));
    if (before === undefined || after === undefined) return;
    if (seen.has(before) || !isOurs(before)) return;
    seen.add(before);
    const place = nameOf(before) ?? label;
    if (before.isUnionOrIntersection()) {
      for (const part of before.types) seen.add(part);
    }
    const now = members(after);
    for (const [name, symbol] of members(before)) {
      const successor = now.get(name);
      if (successor === undefined) lost.add(`${place}.${name}`);
      else
        walk(
          checker.getTypeOfSymbol(symbol),
          checker.getTypeOfSymbol(successor),
          `${place}.${name}`,
        );
    }
    signatures(before).forEach((signature, index) => {
      const successor = signatures(after)[index];
      if (successor !== undefined) walkSignature(signature, successor, place);
    });
  };

  const walkSignature = (before: ts.Signature, after: ts.Signature, label: string): void => {
    before.parameters.forEach((parameter, index) => {
      const successor = after.parameters[index];
      if (successor === undefined) return;
      const [old, now] = [parameter, successor].map((one) => checker.getTypeOfSymbol(one));
      if (old && now) walk(old, now, `${label}(${parameter.name})`);
    });
    walk(before.getReturnType(), after.getReturnType(), `${label}()`);
  };

  /** Members of a type; of a union, those of all its parts. */
  const members = (type: ts.Type): Map<string, ts.Symbol> => {
    const parts = type.isUnion() ? type.types : [type];
    const objects = parts.filter(
      (part) => part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection),
    );
    return new Map(
      objects.flatMap((part) =>
        checker
          .getPropertiesOfType(part)
          .filter(isPlain)
          .map((symbol) => [symbol.name, symbol] as const),
      ),
    );
  };

  const signatures = (type: ts.Type): readonly ts.Signature[] => {
    const parts = type.isUnion() ? type.types : [type];
    return parts.flatMap((part) => [...part.getCallSignatures(), ...part.getConstructSignatures()]);
  };

  walk(released, present, label);
  return [...lost];
}

function nameOf(type: ts.Type): string | undefined {
  const name = type.aliasSymbol?.name ?? type.symbol?.name;
  return name?.startsWith("__") ? undefined : name;
}

/** Not a symbol such as `[Symbol.dispose]`, whose name TypeScript makes up. */
const isPlain = ({ name }: ts.Symbol) => !name.startsWith("__@") && name !== "prototype";
