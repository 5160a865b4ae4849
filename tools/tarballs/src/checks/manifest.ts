import type { Check } from "../package-folder.js";

const repository = "git+https://github.com/roomkey/roomkey.git";

/** Every package says what it is, where it comes from, and what it runs on. */
export const checkManifest: Check = ({ manifest }) => {
  const wanted: Record<string, (value: unknown) => boolean> = {
    description: isText,
    keywords: (value) => Array.isArray(value) && value.length > 2 && value.every(isText),
    homepage: isText,
    bugs: isText,
    repository: (value) =>
      hasMembers(value, { type: "git", url: repository }) && isText(value.directory),
    license: (value) => value === "MIT",
    type: (value) => value === "module",
    sideEffects: (value) => value === false,
    engines: (value) => hasMembers(value, { node: ">=20.19" }),
    publishConfig: (value) => hasMembers(value, { access: "public", provenance: true }),
    private: (value) => value === undefined,
  };
  return Object.entries(wanted)
    .filter(([member, isRight]) => !isRight(manifest[member]))
    .map(([member]) => `package.json: ${member} is ${JSON.stringify(manifest[member])}`);
};

/** What npm runs on the machine of whoever installs a package. */
const onInstall = ["preinstall", "install", "postinstall", "prepare", "preprepare", "postprepare"];

/** Nothing of ours runs when a package is installed, not even what npm runs for a native addon. */
export const checkInstallScripts: Check = ({ manifest, files }) => [
  ...onInstall
    .filter((script) => manifest.scripts?.[script] !== undefined)
    .map((script) => `package.json: the script ${script} runs on installation`),
  ...(files.includes("binding.gyp") ? ["binding.gyp makes npm compile on installation"] : []),
];

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function hasMembers(
  value: unknown,
  members: Record<string, unknown>,
): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(members).every(([name, wanted]) => Reflect.get(value, name) === wanted);
}
