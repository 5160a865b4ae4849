import { isBuiltin } from "node:module";
import type { EntryPoint } from "./entry-points.js";

/**
 * Packages that a report names and users need not have. Their types would be part of the public
 * API, so that they could never be replaced.
 */
export function leaks(report: string, { mayName }: EntryPoint): string[] {
  const named = [...report.matchAll(/\bfrom ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/g)];
  const packages = new Set(named.map(([, from, inline]) => packageOf(from ?? inline ?? "")));
  return [...packages].filter((name) => !mayName.includes(name) && !isBuiltin(name)).sort();
}

/** `@scope/name/subpath` → `@scope/name`. */
const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
