import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { help, parseOptions } from "./cli-options.js";
import { declaredBumps } from "./declared-bumps.js";
import { describeDifferences } from "./describe-differences.js";
import { impactOf } from "./difference.js";
import { type Differences, findDifferences, SPECS } from "./find-differences.js";
import { documentFiles, keepAsReleased, presentVersions, releasedVersions } from "./released.js";
import { findOasdiff } from "./second-opinion.js";
import type { Workplace } from "./workplace.js";

/** In CI, a second opinion that cannot be had is a failure. */
const inCi = ![undefined, "", "0", "false"].includes(process.env.CI);

/** Runs the command and gives its exit code: 0 fine, 1 an undeclared break, 2 bad usage. */
export async function run(args: readonly string[], workplace: Workplace): Promise<number> {
  const options = parseOptions(args);
  if (typeof options === "string") {
    workplace.err(`${options}\n\n${help}`);
    return 2;
  }
  if (options.help) {
    workplace.out(help);
    return 0;
  }
  if (options.renew) return renew(workplace);
  const { path, complaint } = await findOasdiff({ build: inCi || !options["no-build"] });
  if (complaint) workplace.err(complaint);
  if (complaint && inCi) return 1;
  const differences = await findDifferences(workplace, path);
  const code = await judge(differences, workplace);
  if (code === 0 && options["write-changeset"]) writeChangeset(differences, workplace);
  return code;
}

/** Says what differs, and holds it against what the changesets declare. */
async function judge(differences: Differences, workplace: Workplace): Promise<number> {
  const { out, err, root, folder } = workplace;
  const versions = releasedVersions(folder);
  const declared = await declaredBumps(root);
  const undeclared: string[] = [];
  for (const [name, found] of differences) {
    out(`${name} differs from ${versions[name] ?? "nothing"}:\n\n${describeDifferences(found)}\n`);
    if (impactOf(found) === "major" && declared.get(name) !== "major") undeclared.push(name);
  }
  if (differences.size === 0) out("Documents and public types are as they were last released.");
  if (undeclared.length === 0) return 0;
  err(`Breaking, and no changeset declares it: ${undeclared.join(", ")}.`);
  err("Undo it, or run npm run changeset and choose major for what breaks.");
  if (undeclared.every((name) => versions[name] === "0.0.0")) {
    err("Nobody has them yet: npm run breaking -- --renew takes the present state to start from.");
  }
  return 1;
}

const CHANGESET = ".changeset/what-changed-in-the-documents.md";

function writeChangeset(differences: Differences, { root, out }: Workplace): void {
  const found = differences.get(SPECS) ?? [];
  const impact = impactOf(found);
  if (impact === undefined) {
    out("The documents are as they were: no changeset to write.");
    return;
  }
  const text = `---\n"${SPECS}": ${impact}\n---\n\n${describeDifferences(found)}\n`;
  writeFileSync(join(root, CHANGESET), text);
  out(`Wrote ${CHANGESET}.`);
}

/** Takes the present state as the last release; only a version that nobody has yet may be it. */
function renew(workplace: Workplace): number {
  const { out, err, folder, bundles } = workplace;
  const before = releasedVersions(folder);
  const present = presentVersions(workplace);
  const names = Object.keys(present);
  const moved = names.filter((name) => before[name] !== present[name]);
  if (moved.length === 0 && names.some((name) => present[name] !== "0.0.0")) {
    err("These versions are out already. Set new ones first: npx changeset version.");
    return 1;
  }
  keepAsReleased(workplace, documentFiles(bundles));
  out(`Kept as released: ${names.map((name) => `${name} ${present[name]}`).join(", ")}.`);
  return 0;
}
