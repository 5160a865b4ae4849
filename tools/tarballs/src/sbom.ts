import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npm } from "@roomkey/registry";

/** One package in a bill of materials. */
export interface Component {
  name: string;
  version: string;
  purl: string;
  licenses?: ({ license: { id?: string; name?: string } } | { expression: string })[];
}

/** What we read of a CycloneDX document. */
export interface Sbom {
  bomFormat: "CycloneDX";
  specVersion: string;
  metadata: { component: Component };
  components: Component[];
}

/**
 * The CycloneDX bill of materials of a package: itself and all that comes with it.
 *
 * @param folder what its tarball was unpacked to
 * @param env leads to a registry that has its dependencies
 */
export async function sbomOf(folder: string, env: NodeJS.ProcessEnv): Promise<Sbom> {
  const cwd = await mkdtemp(join(tmpdir(), "roomkey-sbom-"));
  try {
    const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    // Nobody who installs a package gets these, and some of ours are not even published.
    const { devDependencies, scripts, ...delivered } = manifest;
    await writeFile(join(cwd, "package.json"), JSON.stringify(delivered));
    const flags = ["--package-lock-only", "--omit=dev", "--omit=peer"];
    await npm(["install", "--ignore-scripts", ...flags], { cwd, env });
    const format = ["--sbom-format=cyclonedx", "--sbom-type=library"];
    const sbom: Sbom = JSON.parse(await npm(["sbom", ...format, ...flags], { cwd, env }));
    sbom.metadata.component.name = delivered.name; // npm takes the name of the folder
    return sbom;
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
