import type { Check } from "../package-folder.js";
import { checkDependencies } from "./dependencies.js";
import { checkExports } from "./exports.js";
import { checkFiles, checkMaps, checkSources } from "./files.js";
import { checkImports, checkPublicTypes } from "./imports.js";
import { checkInstallScripts, checkManifest } from "./manifest.js";
import { checkPublint } from "./publint.js";
import { checkReadme } from "./readme.js";
import { checkTypesWrong } from "./types-wrong.js";

/** What holds for the tarball of every package. */
export const checks: Readonly<Record<string, Check>> = {
  "says what it is and what it runs on": checkManifest,
  "runs nothing on installation": checkInstallScripts,
  "holds only files that have a reason": checkFiles,
  "holds nothing of an earlier build": checkSources,
  "has maps that lead to its sources": checkMaps,
  "has types for every entry point": checkExports,
  "imports what users have": checkImports,
  "has no types of a dependency in its own": checkPublicTypes,
  "depends on nothing beyond its budget": checkDependencies,
  "has a README whose links lead somewhere": checkReadme,
  "satisfies publint": checkPublint,
  "satisfies Are The Types Wrong?": checkTypesWrong,
};
