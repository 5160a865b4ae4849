import type { Check } from "../package-folder.js";

/** Every entry point has types first and code last, for whoever imports it and however. */
export const checkExports: Check = ({ manifest, files }) =>
  Object.entries(manifest.exports).flatMap(([entry, target]) => {
    if (typeof target === "string") {
      if (/\.(json|yaml)$/.test(target)) return [];
      return [`exports ${entry} is ${target}, without types`];
    }
    const conditions = Object.keys(target);
    if (conditions.join() !== "types,default") {
      return [`exports ${entry} has ${conditions.join(", ")}, not types and default`];
    }
    return Object.values(target)
      .filter((file) => typeof file !== "string" || !files.includes(file.replace("./", "")))
      .map((file) => `exports ${entry} leads to ${file}, which is missing`);
  });
