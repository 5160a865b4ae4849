import { readFileSync } from "node:fs";

const text = (name) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const ids = (name, pattern) => new Set([...text(name).matchAll(pattern)].map(([, id]) => id));

/** Ids of the sources in SOURCES.md. */
export const listedSources = ids("SOURCES.md", /^- `([^`]+)`: https/gm);

/** Ids of the assumptions in ASSUMPTIONS.md. */
export const listedAssumptions = ids("ASSUMPTIONS.md", /^### ([A-Z]+-\d+): /gm);
