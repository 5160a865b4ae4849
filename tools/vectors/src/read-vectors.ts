import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Vector, VectorFile } from "./vector.js";

const PACKAGE = createRequire(import.meta.url).resolve("@roomkey/specs/package.json");

/** The vectors of `@roomkey/specs`, or those of another folder. */
export function readVectors(folder = join(dirname(PACKAGE), "vectors")): readonly Vector[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !name.endsWith(".schema.json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as VectorFile)
    .flatMap(({ document, operation, vectors }) =>
      vectors.map((vector) => ({ document, operation, ...vector })),
    );
}
