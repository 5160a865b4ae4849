import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findChromium, startChromium } from "@roomkey/chromium";
import { startRegistry } from "@roomkey/registry";
import { MOCK_SERVERS } from "./cases/types.js";
import type { Template, Workshop } from "./consumer-case.js";
import { installTool } from "./install-tool.js";
import { startMocks } from "./mock-servers.js";
import { onceFor } from "./once-for.js";
import { templates } from "./places.js";
import type { InstalledTool } from "./tools.js";

export interface WorkshopOptions {
  /** Packed packages to publish. */
  readonly tarballs: readonly string[];
  /** Folder for the projects, outside of the repository. */
  readonly home: string;
  /** Folder where tools are found again the next time. */
  readonly toolFolder: string;
  readonly signal: AbortSignal;
}

/** Starts the registry with our packages in it; the rest is made when a case asks for it. */
export async function openWorkshop(options: WorkshopOptions): Promise<Workshop & AsyncDisposable> {
  const { tarballs, home, toolFolder, signal } = options;
  const registry = await startRegistry();
  const toStop: AsyncDisposable[] = [registry];
  const keep = <Thing extends AsyncDisposable>(thing: Thing): Thing => {
    toStop.unshift(thing);
    return thing;
  };
  const fresh = onceFor((template: Template) => install(template));
  const mocks = onceFor(async (node: string) =>
    keep(await startMocks(node, await fresh(MOCK_SERVERS), workshop)),
  );
  const chromium = onceFor(async (path: string) =>
    keep(await startChromium(path, { handleSIGINT: false, handleSIGTERM: false })),
  );

  async function install(template: Template, replaced = {}): Promise<string> {
    const project = await mkdtemp(join(home, `${template.folder}-`));
    await cp(join(templates, "shared"), project, { recursive: true });
    await cp(join(templates, template.folder), project, { recursive: true });
    for (const [name, tarball] of Object.entries<string>(replaced)) {
      await replaceDependency(join(project, "package.json"), name, `file:${tarball}`);
    }
    await template.install(project, workshop);
    return project;
  }

  const workshop: Workshop = {
    env: registry.env,
    signal,
    tool: onceFor((name: InstalledTool) => installTool(name, toolFolder, signal)),
    project: (template, replaced) =>
      replaced === undefined ? fresh(template) : install(template, replaced),
    mocks: async (caseName) => (await mocks(process.execPath)).session(caseName),
    browser: async () => (await chromium(findChromium() ?? "chromium")).context,
  };

  const dispose = async () => {
    for (const thing of toStop) await thing[Symbol.asyncDispose]();
  };
  try {
    await registry.publish(tarballs);
  } catch (error) {
    await dispose();
    throw error;
  }
  return { ...workshop, [Symbol.asyncDispose]: dispose };
}

/** Names another source of a package, wherever in the tree it is asked for. */
async function replaceDependency(file: string, name: string, source: string): Promise<void> {
  const manifest = JSON.parse(await readFile(file, "utf8"));
  if (name in manifest.dependencies) manifest.dependencies[name] = source;
  else manifest.overrides = { ...manifest.overrides, [name]: source };
  await writeFile(file, JSON.stringify(manifest));
}
