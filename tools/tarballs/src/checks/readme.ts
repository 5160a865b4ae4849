import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Check } from "../package-folder.js";

/** A README is read at the registry and in node_modules, where nothing of the repository is. */
export const checkReadme: Check = async ({ path, files, manifest }) => {
  const text = await readFile(join(path, "README.md"), "utf8").catch(() => "");
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  const dead = links.filter((link) => {
    if (link.startsWith("https://") || link.startsWith("#")) return false;
    const file = link.split("#")[0] ?? "";
    return !files.some((name) => name === file || name.startsWith(`${file.replace(/\/$/, "")}/`));
  });
  return [
    ...(text.startsWith(`# ${manifest.name}\n`) ? [] : ["README.md does not begin with its name"]),
    ...dead.map((link) => `README.md links to ${link}, which users do not have`),
  ];
};
