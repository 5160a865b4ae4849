import { bunCase } from "./cases/bun.js";
import { bundleCases } from "./cases/bundles.js";
import { denoCase } from "./cases/deno.js";
import { mockServersCases } from "./cases/mock-servers.js";
import { nodeCases } from "./cases/node.js";
import { plantedCases } from "./cases/planted.js";
import { typesCases } from "./cases/types.js";
import { workerdCase } from "./cases/workerd.js";
import type { ConsumerCase } from "./consumer-case.js";
import { UsageError } from "./usage-error.js";

/** Everything that users run our packages with. */
export const matrix: readonly ConsumerCase[] = [
  ...nodeCases,
  bunCase,
  denoCase,
  workerdCase,
  ...bundleCases,
  ...typesCases,
  ...mockServersCases,
  ...plantedCases,
];

/**
 * The cases of a name, or of names that begin with it: `node-20`, `chromium`, `typescript-7-node16`.
 *
 * @throws {UsageError} when there is none.
 */
export function select(names: readonly string[]): readonly ConsumerCase[] {
  if (names.length === 0) return matrix;
  for (const name of names) {
    if (!matrix.some((one) => isNamed(one, name))) {
      throw new UsageError(`There is no case ${name}; --list shows them all.`);
    }
  }
  return matrix.filter((one) => names.some((name) => isNamed(one, name)));
}

function isNamed({ name }: ConsumerCase, wanted: string): boolean {
  return name === wanted || name.startsWith(`${wanted}-`);
}
