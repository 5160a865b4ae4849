// Puts the example files where `externalValue` names them, so that lint sees the examples and the
// bundles need no other file. In the sources they stay files of their own, byte for byte as they
// were documented.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const inlineExamples = () => ({
  Example: {
    enter(example, ctx) {
      if (typeof example.externalValue !== "string") return;
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

export default () => ({
  id: "roomkey",
  preprocessors: { oas3: { "inline-examples": inlineExamples } },
});
