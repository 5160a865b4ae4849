import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { ROOT } from "./root.js";

/**
 * Packs `@roomkey/specs` as it would be published and unpacks it: gives the folder `package` that
 * the language pages start from.
 */
export function unpackSpecs(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: `${ROOT}specs`,
    encoding: "utf8",
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  execFileSync("tar", ["xzf", filename], { cwd: folder });
  return `${folder}/package`;
}
