import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Check } from "../package-folder.js";

/** What a tarball may hold, and why. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/, "says what it is"],
  [/^dist\/.+\.(js|d\.ts)$/, "what runs, and its types"],
  [/^dist\/.+\.(js|d\.ts)\.map$/, "leads a debugger or an editor to the source"],
  [/^src\/.+\.ts$/, "the source that the maps lead to"],
];

/** What one package holds besides. */
const reasonsOfOne: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  "@roomkey/mock-servers": [
    [/^dist\/prism\.bundle\.cjs$/, "the engine, quick to load"],
    [/^dist\/prism\.notices\.txt$/, "the licences of what is in it"],
  ],
  "@roomkey/specs": [
    [/^dist\/[\w.-]+\.(json|yaml)$/, "the documents, each in one file"],
    [/^dist\/[\w.-]+\.json\.d\.cts$/, "what they are to TypeScript"],
    [/^dist\/SHA256SUMS$/, "that they are whole"],
    [/^languages\/\w+\.md$/, "how to generate a client in each language"],
    [/^vectors\/[\w.-]+\.(json|md)$/, "what a client in any language sends and gets"],
    [
      /^(ibm-video-chat|blendvision-chatroom)\/.+\.(json|yaml|form)$/,
      "the sources of the documents",
    ],
    [/^(ASSUMPTIONS|SOURCES|STYLE)\.md$/, "what is certain, and where it comes from"],
  ],
};

const forTests =
  /(^|\/)(__tests__|tests?|fixtures?|snapshots?)\/|\.(test|test-d|spec|bench|config)\./;

/** Every file has a reason, and what everybody looks for is there. */
export const checkFiles: Check = ({ manifest, files }) => {
  const known = [...reasons, ...(reasonsOfOne[manifest.name] ?? [])];
  const missing = ["package.json", "README.md", "LICENSE"].filter((file) => !files.includes(file));
  const strange = files.filter((file) => !known.some(([pattern]) => pattern.test(file)));
  const tests = files.filter((file) => forTests.test(file));
  return [
    ...missing.map((file) => `${file} is missing`),
    ...strange.map((file) => `${file} has no reason to be in a tarball`),
    ...tests.map((file) => `${file} looks like a test or its tool`),
  ];
};

/** What was compiled has its source, so that nothing is left over from an earlier build. */
export const checkSources: Check = ({ files }) =>
  files
    .filter((file) => /^dist\/.+(?<!\.d)\.(js|d\.ts)(\.map)?$/.test(file))
    .filter((file) => !files.includes(sourceOf(file)))
    .map((file) => `${file} has no source ${sourceOf(file)}`);

/** Every map leads to files that are in the tarball. */
export const checkMaps: Check = async ({ path, files }) => {
  const problems: string[] = [];
  for (const file of files.filter((name) => /^dist\/.+\.(js|d\.ts)$/.test(name))) {
    if (!files.includes(`${file}.map`)) {
      problems.push(`${file} has no map`);
      continue;
    }
    const map = JSON.parse(await readFile(join(path, `${file}.map`), "utf8"));
    for (const source of map.sources as string[]) {
      const target = join(file, "..", map.sourceRoot ?? "", source);
      if (!files.includes(target))
        problems.push(`${file}.map leads to ${target}, which is missing`);
    }
  }
  return problems;
};

function sourceOf(compiled: string): string {
  return compiled.replace(/^dist\//, "src/").replace(/(\.d\.ts|\.js)(\.map)?$/, ".ts");
}
