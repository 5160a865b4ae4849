// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ version?: string, integrity?: string, resolved?: string, link?: boolean, optional?: boolean, devOptional?: boolean, inBundle?: boolean }} LockedPackage */

/**
 * Why the installed dependencies are not the locked ones, or null when they are.
 *
 * npm leaves a lockfile of what it installed in `node_modules/.package-lock.json`, whoever ran it;
 * comparing contents rather than times leaves a clone in peace whose owner ran `npm ci`, and
 * notices a lockfile that a `git pull` changed. An optional package may be absent: most of them
 * are binaries for other machines. Packages that were added beside the locked ones stay.
 *
 * @param {string} root the folder of package-lock.json
 * @returns {string | null}
 */
export function staleDependency(root) {
  const locked = readPackages(join(root, "package-lock.json"));
  if (!locked) return "package-lock.json is missing or unreadable";
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (!installed) return "nothing is installed";
  for (const [path, wanted] of Object.entries(locked)) {
    if (path === "") continue;
    const found = installed[path];
    if (!found && (wanted.optional || wanted.devOptional)) continue;
    if (!found || !existsSync(join(root, path))) return `${path} is not installed`;
    if (!isSame(wanted, found)) return `${path} is not at its locked version`;
  }
  return null;
}

/**
 * @param {LockedPackage} wanted
 * @param {LockedPackage} found
 */
function isSame(wanted, found) {
  if (wanted.link) return found.link === true && found.resolved === wanted.resolved;
  return found.version === wanted.version && found.integrity === wanted.integrity;
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}
