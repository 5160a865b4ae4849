import ts from "typescript";
import { root } from "../root.js";
import { compilerOptions } from "./compiler-options.js";
import type { Report } from "./read-reports.js";
import { strictMethods } from "./strict-methods.js";

export type Generation = "released" | "present";
export type Reports = ReadonlyMap<string, Report>;

/** Both generations of all entry points in one program, each importing its own packages. */
export interface TypeWorld {
  readonly checker: ts.TypeChecker;
  /** The module of an entry point. */
  readonly module: (generation: Generation, specifier: string) => ts.Symbol;
  /** What TypeScript says about the file that compares an entry point. */
  readonly diagnostics: (specifier: string) => readonly ts.Diagnostic[];
}

/** @param comparisons a file for each entry point, which imports `released:…` and `present:…`. */
export function createTypeWorld(
  generations: Readonly<Record<Generation, Reports>>,
  comparisons: ReadonlyMap<string, string>,
): TypeWorld {
  const files = new Map<string, string>();
  for (const generation of ["released", "present"] as const) {
    for (const { specifier, declarations } of generations[generation].values()) {
      // Without an export of this kind, a declaration file exports all that it declares.
      files.set(fileOf(generation, specifier), `${strictMethods(declarations)}\nexport {};\n`);
    }
  }
  for (const [specifier, text] of comparisons) files.set(comparisonOf(specifier), text);

  const program = ts.createProgram([...files.keys()], compilerOptions, hostOf(files));
  const checker = program.getTypeChecker();
  return {
    checker,
    module(generation, specifier) {
      const file = program.getSourceFile(fileOf(generation, specifier));
      const symbol = file && checker.getSymbolAtLocation(file);
      if (!symbol) throw new Error(`the ${generation} ${specifier} is no module`);
      return symbol;
    },
    diagnostics: (specifier) =>
      program.getSemanticDiagnostics(program.getSourceFile(comparisonOf(specifier))),
  };
}

const fileOf = (generation: Generation, specifier: string) => `/${generation}/${specifier}.d.mts`;
const comparisonOf = (specifier: string) => `/comparison/${specifier}.mts`;

/** Files of ours before those on disk, which hold the libraries and other packages. */
function hostOf(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const disk = ts.createCompilerHost(compilerOptions);
  return {
    ...disk,
    getCurrentDirectory: () => root,
    fileExists: (name) => files.has(name) || disk.fileExists(name),
    readFile: (name) => files.get(name) ?? disk.readFile(name),
    getSourceFile(name, options) {
      const text = files.get(name);
      return text === undefined
        ? fromDisk(disk, name, options)
        : ts.createSourceFile(name, text, options);
    },
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const [, named, specifier = text] = /^(released|present):(.+)$/.exec(text) ?? [];
        const generation = named ?? /^\/(released|present)\//.exec(from)?.[1];
        const file = generation && fileOf(generation as Generation, specifier);
        if (file && files.has(file)) {
          return { resolvedModule: { resolvedFileName: file, extension: ts.Extension.Dmts } };
        }
        const asking = files.has(from) ? `${root}package.json` : from;
        const mode = ts.ModuleKind.ESNext;
        return ts.resolveModuleName(
          text,
          asking,
          compilerOptions,
          disk,
          undefined,
          undefined,
          mode,
        );
      }),
  };
}

/** The libraries are most of the work, and the same in every program. */
const parsed = new Map<string, ts.SourceFile | undefined>();

function fromDisk(
  disk: ts.CompilerHost,
  name: string,
  options: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile | undefined {
  if (!parsed.has(name)) parsed.set(name, disk.getSourceFile(name, options));
  return parsed.get(name);
}
