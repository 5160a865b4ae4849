import { run } from "@roomkey/registry";
import type { ConsumerCase, Template, Workshop } from "../consumer-case.js";
import { npmProject } from "../npm-project.js";
import type { InstalledTool } from "../tools.js";

export const TYPESCRIPT = npmProject("typescript");
export const TYPESCRIPT_COMMONJS = npmProject("typescript-commonjs");
export const MOCK_SERVERS = npmProject("mock-servers");

const compilers = [
  "typescript-5.4",
  "typescript-5.9",
  "typescript-6",
  "typescript-7",
] as const satisfies InstalledTool[];

// Before 5.8 TypeScript did not know that require() takes ES modules.
const knowingRequire = compilers.filter((compiler) => compiler !== "typescript-5.4");

const settings = (["node16", "nodenext", "bundler"] as const).flatMap((config) => [
  { config, form: config, exact: false },
  { config, form: `${config}-exact`, exact: true },
]);

/** Our declarations, checked with everything else: `skipLibCheck` is off in all of these. */
export const typesCases: ConsumerCase[] = [
  ...compilers.flatMap((compiler) =>
    settings.map(({ config, form, exact }) => checks(compiler, form, TYPESCRIPT, config, exact)),
  ),
  ...knowingRequire.map((compiler) =>
    checks(compiler, "commonjs", TYPESCRIPT_COMMONJS, "nodenext", true),
  ),
  ...compilers.map((compiler) => checks(compiler, "mock-servers", MOCK_SERVERS, "nodenext", true)),
];

function checks(
  compiler: InstalledTool,
  form: string,
  template: Template,
  config: string,
  exact: boolean,
): ConsumerCase {
  const flags = ["--noEmit", "--exactOptionalPropertyTypes", `${exact}`];
  return {
    name: `${compiler}-${form}`,
    template,
    needs: [compiler],
    run: (project, workshop) => compile(compiler, config, flags, project, workshop),
  };
}

/** Compiles a project with a TypeScript. */
export async function compile(
  compiler: InstalledTool,
  config: string,
  flags: readonly string[],
  cwd: string,
  { tool, env, signal }: Workshop,
): Promise<void> {
  const args = [await tool(compiler), "--project", `tsconfig.${config}.json`, ...flags];
  await run(process.execPath, args, { cwd, env, signal });
}
