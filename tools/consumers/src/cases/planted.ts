import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { npm } from "@roomkey/registry";
import type { ConsumerCase, Template, Workshop } from "../consumer-case.js";
import type { ToolName } from "../tools.js";
import { buildPages, ESBUILD } from "./bundles.js";
import { NODE, runScript } from "./node.js";
import { compile, TYPESCRIPT } from "./types.js";

/** Something broken on purpose in one package, and how the matrix has to notice it. */
interface Fault {
  readonly name: string;
  readonly package: string;
  /** Breaks the package in a folder. */
  readonly plant: (folder: string) => Promise<unknown>;
  readonly template: Template;
  readonly needs: readonly ToolName[];
  /** What other cases do with a sound package. */
  readonly check: (project: string, workshop: Workshop, session: string) => Promise<void>;
  /** What the check says then. */
  readonly says: RegExp;
}

const inNode =
  (file: string): Fault["check"] =>
  (project, workshop, session) =>
    runScript("node-22", file, session, project, workshop);

const add = (file: string, code: string) => (folder: string) =>
  appendFile(join(folder, "dist", file), `\n${code}\n`);

const faults: Fault[] = [
  {
    name: "missing-export-condition",
    package: "roomkey",
    plant: (folder) =>
      editManifest(folder, ({ exports }) => delete exports["./ibm-video"]?.default),
    template: NODE,
    needs: ["node-22"],
    check: inNode("main.mjs"),
    says: /ERR_PACKAGE_PATH_NOT_EXPORTED/,
  },
  {
    name: "typescript-import",
    package: "roomkey",
    plant: add("index.js", 'import "./session.ts";'),
    template: NODE,
    needs: ["node-22"],
    check: inNode("main.mjs"),
    says: /ERR_MODULE_NOT_FOUND.*session\.ts|session\.ts.*ERR_MODULE_NOT_FOUND/s,
  },
  {
    name: "top-level-await",
    package: "@roomkey/http",
    plant: add("index.js", "await 0;"),
    template: NODE,
    needs: ["node-22"],
    check: inNode("main.cjs"),
    says: /ERR_REQUIRE_ASYNC_MODULE/,
  },
  {
    name: "warning",
    package: "@roomkey/http",
    plant: add("index.js", 'process.emitWarning("of no use to anybody");'),
    template: NODE,
    needs: ["node-22"],
    check: inNode("main.mjs"),
    says: /ended with a warning.*of no use to anybody/s,
  },
  {
    name: "missing-dependency",
    package: "@roomkey/http",
    plant: (folder) =>
      editManifest(folder, ({ dependencies }) => delete dependencies?.["openapi-fetch"]),
    template: NODE,
    needs: ["node-22"],
    check: inNode("main.mjs"),
    says: /Cannot find package 'openapi-fetch'/,
  },
  {
    name: "missing-types",
    package: "roomkey",
    plant: (folder) => rm(join(folder, "dist", "connection.d.ts")),
    template: TYPESCRIPT,
    needs: ["typescript-7"],
    check: (project, workshop) =>
      compile("typescript-7", "nodenext", ["--noEmit"], project, workshop),
    says: /TS7016: Could not find a declaration file for module '\.\/connection\.js'/,
  },
  {
    name: "other-platform-in-page",
    package: "roomkey",
    plant: add(
      "ibm-video/index.js",
      'import { blendvision } from "../blendvision/index.js"; globalThis.other = blendvision;',
    ),
    template: ESBUILD,
    needs: [],
    check: (project, workshop) => buildPages(project, workshop),
    says: /a page for IBM Video alone carries code of BlendVision's/,
  },
];

/** The matrix itself is tested: each of these breaks one package, and has to be noticed. */
export const plantedCases: ConsumerCase[] = faults.map((fault) => ({
  name: `planted-${fault.name}`,
  template: fault.template,
  needs: fault.needs,
  async run(project, workshop) {
    const tarball = await packBroken(fault, project, workshop);
    const broken = await workshop.project(fault.template, { [fault.package]: tarball });
    const noticed: unknown = await fault.check(broken, workshop, `planted-${fault.name}`).then(
      () => null,
      (reason) => reason,
    );
    if (noticed === null) throw new Error("nobody noticed it");
    if (!fault.says.test(String(noticed))) {
      throw new Error(`something else was noticed: ${noticed}`, { cause: noticed });
    }
  },
}));

/** Packs a package again after breaking a copy of it. */
async function packBroken(
  fault: Fault,
  project: string,
  { env, signal }: Workshop,
): Promise<string> {
  const folder = await mkdtemp(join(dirname(project), `planted-${fault.name}-`));
  await cp(join(project, "node_modules", fault.package), folder, { recursive: true });
  await fault.plant(folder);
  const output = await npm(["pack", "--json", "--ignore-scripts"], { cwd: folder, env, signal });
  const packed = Object.values(JSON.parse(output)) as { filename: string }[];
  return join(folder, packed[0]?.filename ?? "");
}

interface Manifest {
  readonly exports: Record<string, { default?: string }>;
  readonly dependencies?: Record<string, string>;
}

async function editManifest(folder: string, edit: (manifest: Manifest) => void): Promise<void> {
  const file = join(folder, "package.json");
  const manifest = JSON.parse(await readFile(file, "utf8")) as Manifest;
  edit(manifest);
  await writeFile(file, JSON.stringify(manifest));
}
