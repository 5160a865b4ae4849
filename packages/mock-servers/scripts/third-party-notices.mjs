// Gathers the licences of packages whose code goes into a bundle: every one of them asks for that.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const line = "-".repeat(80);
const licenceFile = /^(licen[cs]e|copying|notice)([.-]|$)/i;

/**
 * The licences of the packages that some files belong to, each with the package's name and version.
 * A package without a licence file says in its package.json what it is under.
 *
 * @param {readonly string[]} files absolute paths
 */
export async function noticesOf(files) {
  const folders = new Set(files.map(packageFolder).filter((folder) => folder !== null));
  // The same version may be installed in several places.
  const notices = new Set(await Promise.all([...folders].map(noticeOf)));
  return `The bundle beside this file holds code of these packages.\n\n${[...notices].sort().join("\n")}`;
}

async function noticeOf(folder) {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const names = (await readdir(folder)).filter((file) => licenceFile.test(file)).sort();
  const texts = await Promise.all(names.map((file) => readFile(join(folder, file), "utf8")));
  const title = `${manifest.name} ${manifest.version}: ${licenceOf(manifest)}`;
  return [line, title, line, ...texts.map((text) => text.trim()), ""].join("\n");
}

/** Packages of an earlier time list their licences in `licenses`. */
function licenceOf({ name, license, licenses }) {
  const licence = license ?? licenses?.map(({ type }) => type).join(" or ");
  if (typeof licence !== "string")
    throw new Error(`${name} does not say what it is licensed under`);
  return licence;
}

function packageFolder(file) {
  const [folder] = file.match(/^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/) ?? [null];
  return folder;
}
