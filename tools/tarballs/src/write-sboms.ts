import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { clientEnvironment, packPackages } from "@roomkey/registry";
import { checkLicences } from "./licences.js";
import { sbomOf } from "./sbom.js";
import { unpack } from "./unpack.js";

const help = `Writes the CycloneDX bill of materials of every published package. The packages must be
built, and their versions be in the registry that npm is configured with.

  npm run sbom -w tools/tarballs -- --into <folder>
`;

process.exitCode = await main();

async function main(): Promise<number> {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  let flags: { into?: string; help?: boolean };
  try {
    const options = { into: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    flags = parseArgs({ options }).values;
    if (!flags.into && !flags.help) throw new Error("--into is missing");
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
    return 2;
  }
  if (flags.help || flags.into === undefined) {
    console.log(help);
    return 0;
  }
  const into = resolve(process.env.INIT_CWD ?? ".", flags.into);
  const home = await mkdtemp(join(tmpdir(), "roomkey-sboms-"));
  try {
    await mkdir(into, { recursive: true });
    const problems: string[] = [];
    for (const { name, tarball } of await packPackages(root, home)) {
      const sbom = await sbomOf(await unpack(tarball, join(home, name)), clientEnvironment());
      problems.push(...checkLicences(sbom));
      const file = join(into, `${name.replace("/", "-")}.cdx.json`);
      await writeFile(file, `${JSON.stringify(sbom, null, 2)}\n`);
      console.log(file);
    }
    for (const problem of problems) console.error(problem);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
