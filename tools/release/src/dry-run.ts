import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clientEnvironment, npm, packPackages, run, startRegistry } from "@roomkey/registry";
import { copyRepository } from "./copy-repository.js";
import { createProject, openSessions, upgrade } from "./project.js";
import { publish } from "./publish.js";
import { bumps, readVersions, type VersionBump } from "./versions.js";

/** What a release would do. */
export interface DryRun {
  bumps: VersionBump[];
  /** What was published, in that order. */
  published: string[];
  /** The changelog that each published package brings. */
  changelogs: Record<string, string>;
}

/** What may be changed about a dry run. */
export interface DryRunOptions {
  /** Told of each step as it begins. */
  log: (step: string) => void;
  /** Changes the copy before the release begins. */
  prepare?: (copy: string) => Promise<void>;
}

/**
 * Does all of a release but the upload, in a copy of the checkout and against a registry that is
 * thrown away: the versions of today are published and used, then the changesets are applied, and
 * what comes of them is built, published, installed, and put in the place of the old. Throws at the
 * first thing that is not as it should be.
 */
export async function dryRun(root: string, { log, prepare }: DryRunOptions): Promise<DryRun> {
  const home = await mkdtemp(join(tmpdir(), "roomkey-release-"));
  const [copy, tarballs] = [join(home, "copy"), join(home, "tarballs")];
  await mkdir(copy);
  await mkdir(tarballs);
  await using registry = await startRegistry();
  const upload = (tarball: string): Promise<void> => registry.publish([tarball]);
  try {
    log("Copying the checkout");
    await copyRepository(root, copy);
    await prepare?.(copy);
    const before = await readVersions(copy);

    log("Applying the changesets");
    await npm(["run", "version-packages"], { cwd: copy, env: clientEnvironment() });
    const changed = bumps(before, await readVersions(copy));
    if (changed.length === 0) return { bumps: [], published: [], changelogs: {} };

    log("Publishing the versions of today, and opening sessions with them");
    const present = await packPackages(root, tarballs);
    await registry.publish(present.map(({ tarball }) => tarball));
    const names = present.map(({ name }) => name);
    const project = await createProject(join(home, "project"), names, registry);
    await openSessions(project, registry);

    log("Building the new versions");
    await build(copy);

    log("Publishing them in the order of their dependencies");
    const publication = await publish(copy, tarballs, registry.env, upload);
    const published = publication.published.map(({ name }) => name);
    expectSame(
      "published",
      published,
      changed.map(({ name }) => name),
    );

    log("Publishing again, which has to change nothing");
    const again = await publish(copy, tarballs, registry.env, upload);
    expectSame(
      "published again",
      again.published.map(({ name }) => name),
      [],
    );

    log("Installing the new versions in a new project");
    const fresh = await createProject(join(home, "fresh"), names, registry);
    await openSessions(fresh, registry);

    log("Upgrading the project of before");
    await upgrade(project, names, registry);
    await openSessions(project, registry);

    const changelogs = await Promise.all(
      published.map(async (name) => [
        name,
        await readFile(join(fresh, "node_modules", name, "CHANGELOG.md"), "utf8"),
      ]),
    );
    return { bumps: changed, published, changelogs: Object.fromEntries(changelogs) };
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Builds a copy with its own turbo, without a cache: a release is built from nothing. */
function build(copy: string): Promise<string> {
  const turbo = join(copy, "node_modules", "turbo", "bin", "turbo");
  const flags = ["run", "build", "--filter=./packages/*", "--filter=./specs", "--force"];
  const env = { ...clientEnvironment(), TURBO_TELEMETRY_DISABLED: "1", REDOCLY_TELEMETRY: "off" };
  return run(process.execPath, [turbo, ...flags], { cwd: copy, env });
}

function expectSame(what: string, found: readonly string[], wanted: readonly string[]): void {
  const [is, should] = [[...found].sort().join(", "), [...wanted].sort().join(", ")];
  if (is !== should)
    throw new Error(`${what}: ${is || "nothing"}, expected ${should || "nothing"}`);
}
