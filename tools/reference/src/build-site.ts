import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DocumentName, documentNames, type MockAddresses, readDocument } from "./documents.js";
import { readPage, startPage, tryPage } from "./page.js";

/** Writes all pages into a folder, which is emptied first. */
export function buildSite(folder: string, mocks: MockAddresses): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

  const entries = documentNames.map((name) => [name, readDocument(name)] as const);
  const documents = Object.fromEntries(entries) as Record<
    DocumentName,
    ReturnType<typeof readDocument>
  >;
  write("index.html", startPage(documents));
  for (const name of documentNames) {
    write(`${name}.read.html`, readPage(documents, name));
    write(`${name}.try.html`, tryPage(documents, name));
    // A script and not JSON: a page that was opened from a folder may not fetch.
    write(`${name}.document.js`, assign("apiDocument", { name, document: documents[name] }));
  }
  write("mocks.js", mocksScript(mocks));
  write("redoc.standalone.js", redoc());
  for (const file of ["swagger-ui-bundle.js", "swagger-ui.css"]) {
    copyFileSync(installed(`swagger-ui-dist/${file}`), join(folder, file));
  }
  for (const file of ["read.js", "try.js", "site.css"]) {
    copyFileSync(fileURLToPath(new URL(`pages/${file}`, import.meta.url)), join(folder, file));
  }
  const redocFolder = dirname(installed("redoc/package.json"));
  copyFileSync(join(redocFolder, "LICENSE"), join(folder, "redoc.LICENSE.txt"));
  copyFileSync(installed("swagger-ui-dist/LICENSE"), join(folder, "swagger-ui.LICENSE.txt"));
}

/** The script that tells the pages where the mock servers are. */
export const mocksScript = (mocks: MockAddresses): string => assign("mockServers", mocks);

const assign = (name: string, value: unknown) => `window.${name} = ${JSON.stringify(value)};\n`;

const installed = (file: string) => fileURLToPath(import.meta.resolve(file));

const LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg";

/** Redoc without the logo that it loads from its maker's server. */
function redoc(): string {
  const folder = dirname(installed("redoc/package.json"));
  const parts = readFileSync(join(folder, "bundles/redoc.standalone.js"), "utf8").split(LOGO);
  if (parts.length !== 2)
    throw new Error(`Redoc names ${LOGO} ${parts.length - 1} times, not once`);
  return parts.join("data:,").replace(/\n\/\/# sourceMappingURL=.*$/, "\n");
}
