import { mkdir, rm, writeFile } from "node:fs/promises";
import openapiTypescript, { astToString } from "openapi-typescript";
import { generateClient } from "../call/generated-client.js";
import { documentFile, documents } from "../documents.js";
import { cacheFolder } from "../folders.js";
import { type ConsumerName, consumers } from "./consumers.js";

const compilerOptions = {
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Writes a project for each library, with what its generators make, and gives their folders. */
export async function writeConsumers(): Promise<Readonly<Record<ConsumerName, string>>> {
  const folder = await cacheFolder("types");
  await rm(folder, { recursive: true, force: true });
  await mkdir(`${folder}/openapi-typescript`, { recursive: true });
  for (const name of documents) {
    await generateClient(name, `${folder}/hey-api/${name}`);
    const types = await openapiTypescript(new URL(`file://${documentFile(name)}`), {
      silent: true,
    });
    await writeFile(`${folder}/openapi-typescript/${name}.ts`, astToString(types));
  }
  await writeFile(`${folder}/package.json`, '{ "type": "module" }');
  const projects = Object.entries(consumers).map(async ([name, source]) => {
    await writeFile(`${folder}/${name}.ts`, source());
    const project = `${folder}/tsconfig.${name}.json`;
    await writeFile(project, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
    return [name, project];
  });
  return Object.fromEntries(await Promise.all(projects));
}
