// Editions: a document after an overlay (overlays/<api>.<edition>.yaml) was laid over it.
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { openapiOverlay } from "openapi-format";
import { parse } from "yaml";
import { specsFolder } from "./run.mjs";

const overlays = `${specsFolder}overlays/`;

/** The names of all editions, `<api>.<edition>`. */
export const editions = readdirSync(overlays)
  .map((file) => basename(file, ".yaml"))
  .sort();

/**
 * The edition of this name. `documents` has the documents by name, the one among them that the
 * overlay extends. An action that finds nothing to change fails: what it was for is gone.
 */
export async function edition(name, documents) {
  const overlaySet = parse(readFileSync(`${overlays}${name}.yaml`, "utf8"));
  const base = documents[basename(overlaySet.extends, ".json")];
  if (base === undefined) throw new Error(`${name}: there is no ${overlaySet.extends}`);
  const { data, resultData } = await openapiOverlay(structuredClone(base), { overlaySet });
  const unused = resultData.unusedActions.map(({ target }) => `\n  ${target}`);
  if (unused.length > 0)
    throw new Error(`overlays/${name}.yaml changes nothing at${unused.join("")}`);
  return data;
}
