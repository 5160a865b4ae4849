// Puts the example files where `externalValue` names them, so that lint sees the examples and the
// bundles need no other file. In the sources they stay files of their own, byte for byte as they
// were documented.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

export const inlineExamples = () => ({
  Example: {
    enter(example, ctx) {
      if (typeof example.externalValue !== "string") return;
      if ("value" in example) {
        ctx.report({
          message: "An example has a value or a file, not both.",
          location: ctx.location,
        });
        return;
      }
      const folder = dirname(ctx.location.source.absoluteRef);
      try {
        example.value = JSON.parse(readFileSync(resolve(folder, example.externalValue), "utf8"));
        delete example.externalValue;
      } catch (error) {
        ctx.report({ message: error.message, location: ctx.location.child("externalValue") });
      }
    },
  },
});
