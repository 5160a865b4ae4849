import { cp, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Ended, runNode } from "./run-node.js";
import { temporaryFolder } from "./temporary-folder.js";
import { writeFiles } from "./write-files.js";

const tool = fileURLToPath(new URL("../..", import.meta.url));
const repository = join(tool, "../..");

/** The lockfile of a scratch clone: turbo, and a binary for some other machine. */
const lockfile = {
  packages: {
    "": { name: "scratch" },
    "node_modules/turbo": { version: "1.0.0", integrity: "sha512-fake" },
    "node_modules/other-machine": { version: "1.0.0", integrity: "sha512-fake", optional: true },
  },
};

/** Stands in for npm: writes down how it was called, then installs a turbo that does the same. */
const npm = `
const { cpSync, appendFileSync } = require("node:fs");
appendFileSync("calls", "npm " + process.argv.slice(2).join(" ") + "\\n");
console.log("npm says something on stdout");
if (process.env.NPM_FAILS) process.exit(Number(process.env.NPM_FAILS));
cpSync("installed", "node_modules", { recursive: true });
`;

const turbo = `
const { cpSync, appendFileSync, existsSync } = require("node:fs");
appendFileSync("calls", "turbo " + process.argv.slice(2).join(" ") + "\\n");
console.log("turbo says something on stdout");
if (existsSync("turbo-leaves")) cpSync("turbo-leaves", ".", { recursive: true });
if (process.argv.includes(process.env.TURBO_FAILS_AT)) process.exit(3);
`;

/** A clone with nothing installed, whose npm and turbo only write down how they were called. */
export interface ScratchClone {
  readonly folder: string;
  /** Does what a user's own `npm ci` does. */
  install(): Promise<void>;
  bootstrap(
    args: readonly string[],
    env?: Readonly<Record<string, string | undefined>>,
  ): Promise<Ended>;
  /** How npm and turbo were called, one call a line. */
  calls(): Promise<string[]>;
}

export async function scratchClone(): Promise<ScratchClone> {
  const folder = await temporaryFolder();
  for (const part of ["package.json", "bootstrap.mjs", "bootstrap"]) {
    await cp(join(tool, part), join(folder, "tools/start", part), { recursive: true });
  }
  await writeFiles(folder, {
    "package-lock.json": lockfile,
    "fake/npm-cli.js": npm,
    "installed/turbo/bin/turbo": turbo,
    "installed/.package-lock.json": {
      packages: { "node_modules/turbo": lockfile.packages["node_modules/turbo"] },
    },
    "tools/start/src/run-start.ts": `export async function runStart(options: object): Promise<number> {
      console.log(JSON.stringify(options));
      return 7;
    }`,
  });
  // The real tsx, which runs the file above.
  await symlink(join(repository, "node_modules/tsx"), join(folder, "installed/tsx"));
  return {
    folder,
    install: () => cp(join(folder, "installed"), join(folder, "node_modules"), { recursive: true }),
    bootstrap: (args, env = {}) =>
      runNode(["tools/start/bootstrap.mjs", ...args], {
        cwd: folder,
        env: { npm_execpath: join(folder, "fake/npm-cli.js"), ...env },
      }),
    async calls() {
      const text = await readFile(join(folder, "calls"), "utf8").catch(() => "");
      return text.split("\n").filter((line) => line !== "");
    },
  };
}
