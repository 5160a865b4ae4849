import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { npm } from "@roomkey/registry";
import type { BrowserContext } from "playwright-core";
import type { ConsumerCase, Template, Workshop } from "../consumer-case.js";
import { npmProject } from "../npm-project.js";
import { checkReport } from "../report.js";
import { serveFolder } from "../serve-folder.js";

export const ESBUILD = npmProject("esbuild");

/** Pages that bundlers make, opened in Chromium. */
export const bundleCases: ConsumerCase[] = [
  bundle(npmProject("vite"), "/dist/index.html"),
  bundle(npmProject("webpack"), "/index.html"),
  bundle(ESBUILD, "/index.html"),
  bundle(npmProject("rollup"), "/index.html"),
];

// From the paths of BlendVision's operations.
const OF_BLENDVISION = "/bv/chatroom/";

function bundle(template: Template, path: string): ConsumerCase {
  const name = `chromium-${template.folder}`;
  return {
    name,
    template,
    needs: ["chromium"],
    async run(project, workshop) {
      await buildPages(project, workshop);
      const { ibmVideo, blendvision, requests } = await workshop.mocks(name);
      await using site = await serveFolder(project);
      const url = `${site.url}${path}?${new URLSearchParams({ ibmVideo, blendvision })}`;
      const report = await openPage(await workshop.browser(), url);
      await checkReport("browser", report, { requests });
    },
  };
}

/** Builds a project's two pages: one of both platforms, and one of IBM Video alone. */
export async function buildPages(cwd: string, { env, signal }: Workshop): Promise<void> {
  await npm(["run", "build"], { cwd, env, signal });
  const both = await scriptsIn(join(cwd, "dist"));
  const ibmVideoOnly = await scriptsIn(join(cwd, "dist-ibm-video-only"));
  if (!both.includes(OF_BLENDVISION)) throw new Error("the page has no code of BlendVision's");
  if (ibmVideoOnly.includes(OF_BLENDVISION)) {
    throw new Error("a page for IBM Video alone carries code of BlendVision's");
  }
}

/** The text of all scripts of a folder. */
async function scriptsIn(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true });
  const scripts = files.filter((file) => file.endsWith(".js"));
  const texts = await Promise.all(scripts.map((file) => readFile(join(folder, file), "utf8")));
  return texts.join("\n");
}

/** Opens a page and gives what it reports. */
async function openPage(context: BrowserContext, url: string): Promise<unknown> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => problems.push(message.text()));
  try {
    await page.goto(url);
    const report = await page.evaluate(() => (window as { report?: Promise<unknown> }).report);
    if (report === undefined) throw new Error("the page has no report");
    return report;
  } catch (error) {
    throw new Error(`${error}\n${problems.join("\n")}`);
  } finally {
    await page.close();
  }
}
