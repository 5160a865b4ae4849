// Digests of every example in a bundle, by its place. They notice a change that nothing else can: a
// value that we made up is right whatever it is, but whoever drives an app against it has seen it.
import { createHash } from "node:crypto";

/** Every `example` and every named example of a document: its place and its digest. */
export function exampleDigests(document) {
  const digests = {};
  const note = (place, value) => {
    digests[place] = createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
  };
  const walk = (node, place) => {
    if (typeof node !== "object" || node === null) return;
    for (const [name, member] of Object.entries(node)) {
      const here = `${place}/${name}`;
      if (name === "example") note(here, member);
      else if (name === "examples" && !Array.isArray(member)) {
        for (const [key, example] of Object.entries(member)) note(`${here}/${key}`, example);
      } else walk(member, here);
    }
  };
  walk(document, "");
  return digests;
}
