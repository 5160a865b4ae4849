import ts from "typescript";
import type { Difference, Impact } from "../difference.js";
import { lostMembers } from "./lost-members.js";
import type { TypeWorld } from "./type-world.js";

/**
 * How one entry point differs; `control` gives the same comparison of the release with itself. What
 * that refuses too says nothing, and is judged by whether it is declared in another way.
 */
export function compareEntry(
  world: TypeWorld,
  control: () => TypeWorld,
  specifier: string,
): Difference[] {
  const { checker } = world;
  const say = (impact: Impact, text: string): Difference => ({
    impact,
    place: specifier,
    text,
    saidBy: "TypeScript",
  });
  const before = exportsOf(world, "released", specifier);
  const after = exportsOf(world, "present", specifier);

  const removed = [...before.keys()].filter((name) => !after.has(name));
  const added = [...after.keys()].filter((name) => !before.has(name));
  const lost = new Set<string>();
  for (const [name, symbol] of before) {
    const successor = after.get(name);
    if (!successor) continue;
    for (const member of lostOf(checker, symbol, successor, name)) lost.add(member);
  }
  const refused = world.diagnostics(specifier);
  const undecidable = new Set(
    refused.length > 0 ? control().diagnostics(specifier).map(nameAt) : [],
  );
  const rewritten = [...undecidable].filter(
    (name) => after.has(name) && textOf(before.get(name)) !== textOf(after.get(name)),
  );

  const found = [
    ...removed.map((name) => say("major", `\`${name}\` is exported no more`)),
    ...[...lost].map((member) => say("major", `\`${member}\` is gone`)),
    ...refused
      .filter((one) => !undecidable.has(nameAt(one)))
      .map((one) => say("major", `\`${nameAt(one)}\`: ${because(one)}`)),
    ...rewritten.map((name) => say("major", `\`${name}\` is declared in another way`)),
    ...added.map((name) => say("minor", `\`${name}\` is new`)),
  ];
  return found.length > 0 ? found : [say("minor", "types say more, or the same in other words")];
}

function exportsOf(
  { checker, module }: TypeWorld,
  generation: "released" | "present",
  specifier: string,
): Map<string, ts.Symbol> {
  const symbols = checker.getExportsOfModule(module(generation, specifier));
  return new Map(
    symbols.map((one) => [
      one.name,
      one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one,
    ]),
  );
}

function lostOf(
  checker: ts.TypeChecker,
  before: ts.Symbol,
  after: ts.Symbol,
  name: string,
): string[] {
  const both = (read: (symbol: ts.Symbol) => ts.Type) =>
    lostMembers(checker, read(before), read(after), name);
  return [
    ...(before.flags & ts.SymbolFlags.Type
      ? both((one) => checker.getDeclaredTypeOfSymbol(one))
      : []),
    ...(before.flags & ts.SymbolFlags.Value ? both((one) => checker.getTypeOfSymbol(one)) : []),
  ];
}

const textOf = (symbol: ts.Symbol | undefined): string | undefined =>
  symbol?.declarations?.map((node) => node.getText()).join("\n");

/** The comparison names what it compares at the end of the line. */
function nameAt({ file, start }: ts.Diagnostic): string {
  if (!file || start === undefined) return "";
  const line = file.text.slice(start).split("\n", 1)[0] ?? "";
  return line.split("// ").at(-1) ?? "";
}

/** Why a type does not do: the innermost reason says it best. */
function because({ messageText }: ts.Diagnostic): string {
  const lines = ts.flattenDiagnosticMessageText(messageText, "\n").trim().split("\n");
  const reason = lines.at(-1)?.trim().replace(/\.$/, "") ?? "";
  return reason
    .replaceAll(/import\("\/(released|present)\/[^)]*\)\./g, "$1 ")
    .replace(/ with 'exactOptionalPropertyTypes: true'.*$/, "");
}
