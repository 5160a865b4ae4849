import { existsSync } from "node:fs";
import { join } from "node:path";
import readChangesets from "@changesets/read";
import type { Impact } from "./difference.js";

/** The biggest bump that a pending changeset declares for each package. */
export async function declaredBumps(root: string): Promise<ReadonlyMap<string, Impact>> {
  const bumps = new Map<string, Impact>();
  if (!existsSync(join(root, ".changeset"))) return bumps;
  const order: readonly string[] = ["patch", "minor", "major"];
  for (const { releases } of await readChangesets(root)) {
    for (const { name, type } of releases) {
      if (type === "none") continue;
      if (order.indexOf(type) > order.indexOf(bumps.get(name) ?? "")) bumps.set(name, type);
    }
  }
  return bumps;
}
