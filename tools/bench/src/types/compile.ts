import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { root } from "../folders.js";

const execute = promisify(execFile);

/** What a compiler says of one type check. */
export interface Compilation {
  readonly instantiations: number;
  readonly memoryMb: number;
  readonly seconds: number;
}

/** Both compilers: the last one written in TypeScript, and the native one. */
export const compilers = {
  "TypeScript 5.9": compilerOf(import.meta.url),
  "TypeScript 7": compilerOf(new URL("package.json", `file://${root}`).href),
} as const;

export type CompilerName = keyof typeof compilers;

function compilerOf(from: string): string {
  return join(dirname(createRequire(from).resolve("typescript/package.json")), "bin", "tsc");
}

/** Type-checks a project. Throws with what the compiler says when the project has an error. */
export async function compile(compiler: CompilerName, project: string): Promise<Compilation> {
  const flags = ["-p", project, "--extendedDiagnostics", "--pretty", "false"];
  const { stdout } = await execute(process.execPath, [compilers[compiler], ...flags]).catch(
    (error: { readonly stdout?: string }) => {
      throw new Error(`${compiler} refuses ${project}:\n${error.stdout ?? error}`);
    },
  );
  const read = (label: string): number => {
    const value = new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1];
    if (value === undefined) throw new Error(`${compiler} says nothing of ${label}:\n${stdout}`);
    return Number(value);
  };
  return {
    instantiations: read("Instantiations"),
    memoryMb: read("Memory used") / 1000,
    seconds: read("Total time"),
  };
}
