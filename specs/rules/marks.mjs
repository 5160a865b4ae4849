import { extensions } from "./extensions.mjs";
import { listedAssumptions } from "./lists.mjs";

/** An extension that nobody reads is a promise to nobody. */
const markExtension = () => ({
  any(node, { report, location, type }) {
    if (typeof node !== "object" || node === null) return;
    for (const name of Object.keys(node).filter((member) => member.startsWith("x-"))) {
      // Names of headers and members of examples are no extensions.
      if (!type.name || type.name.endsWith("Map") || extensions[name]?.includes(type.name))
        continue;
      report({
        message: `The extension ${name} has no place in ${type.name}.`,
        location: location.child(name).key(),
      });
    }
  },
});

/** Marks and entries of ASSUMPTIONS.md match, for the ids that a document uses. */
const markAssumption = () => {
  const marked = new Set();
  return {
    any(node, { report, location }) {
      const mark = node?.["x-assumption"];
      if (mark === undefined) return;
      const ids = [mark].flat();
      if (ids.length === 0 || new Set(ids).size < ids.length) {
        report({ message: "x-assumption is an id, or several.", location });
      }
      for (const id of ids) {
        marked.add(id);
        if (listedAssumptions.has(id)) continue;
        report({
          message: `${id} is not in ASSUMPTIONS.md.`,
          location: location.child("x-assumption"),
        });
      }
    },
    Root: {
      leave(_, { report, location }) {
        const chapters = new Set([...marked].map((id) => String(id).split("-")[0]));
        for (const id of listedAssumptions) {
          if (marked.has(id) || !chapters.has(id.split("-")[0])) continue;
          report({ message: `${id} of ASSUMPTIONS.md is marked nowhere.`, location });
        }
      },
    },
  };
};

export const markRules = {
  "mark-extension": markExtension,
  "mark-assumption": markAssumption,
};
