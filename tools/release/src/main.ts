import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { clientEnvironment, npm, run } from "@roomkey/registry";
import { dryRun } from "./dry-run.js";
import { publish } from "./publish.js";

const help = `Publishes the packages of this repository.

  npm run release:dry        does everything but the upload, in a copy and with a registry of its own
  npm run release:publish    publishes what the registry does not have, and tags it; for CI alone
`;

const root = fileURLToPath(new URL("../../..", import.meta.url));
const [command, ...rest] = process.argv.slice(2);
if (rest.length > 0 || command === undefined || !["dry", "publish"].includes(command)) {
  const isHelp = [command, ...rest].some((word) => word === "--help" || word === "-h");
  (isHelp ? console.log : console.error)(help);
  process.exitCode = isHelp ? 0 : 2;
} else {
  try {
    await (command === "dry" ? dry() : upload());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function dry(): Promise<void> {
  const { bumps, published, changelogs } = await dryRun(root, {
    log: (step) => console.error(`${step} ...`),
  });
  if (bumps.length === 0) return console.log("No changesets: a release would publish nothing.");
  console.table(bumps);
  console.log(`Published in this order: ${published.join(", ")}\n`);
  for (const [name, text] of Object.entries(changelogs)) {
    console.log(
      text
        .split(/\n(?=## )/, 2)
        .join("\n")
        .replace(`# ${name}`, `# ${name}: CHANGELOG`),
    );
  }
}

/** Prints "New tag:" for each package, which is what makes a GitHub release of it. */
async function upload(): Promise<void> {
  if (process.env.CI === undefined) {
    throw new Error("Packages are published by the release workflow, with provenance.");
  }
  const into = await mkdtemp(join(tmpdir(), "roomkey-publish-"));
  try {
    const env = { ...process.env, ...clientEnvironment() };
    const { published } = await publish(root, into, env, async (tarball) => {
      console.error(await npm(["publish", tarball], { cwd: root, env }));
    });
    if (published.length === 0) return console.log("Every version is published already.");
    const changeset = join(root, "node_modules/@changesets/cli/bin.js");
    console.log(await run(process.execPath, [changeset, "tag"], { cwd: root }));
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}
