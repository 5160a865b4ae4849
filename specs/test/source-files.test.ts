import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { apis, folder, text } from "./document.js";

/** Kept beside the JSON of the same name: the bytes of the vendor's form, which a test decodes. */
const NOT_IN_A_DOCUMENT = ["examples/initialize-group-chat.request.vendor.form"];

test.each(apis)("every file of %s is part of the document", (api) => {
  const root = new URL(`${api}/`, folder);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.\w+$/.test(file));

  const used = new Set(["openapi.yaml"]);
  // What is added while the loop runs is visited too.
  for (const file of used) {
    if (!file.endsWith(".yaml")) continue;
    for (const [, name = ""] of text(`${api}/${file}`).matchAll(
      /(?:\$ref|externalValue): (\S+)$/gm,
    )) {
      used.add(new URL(name, new URL(file, root)).href.slice(root.href.length));
    }
  }
  expect(files.filter((file) => !used.has(file) && !NOT_IN_A_DOCUMENT.includes(file))).toEqual([]);
});
