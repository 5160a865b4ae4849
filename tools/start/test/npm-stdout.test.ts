import { execFile } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "./support/temporary-folder.js";
import { writeFiles } from "./support/write-files.js";

const npmrc = fileURLToPath(new URL("../../../.npmrc", import.meta.url));

test("npm adds nothing to the stdout of npm start", async () => {
  const folder = await temporaryFolder();
  await cp(npmrc, join(folder, ".npmrc"));
  await writeFiles(folder, {
    "package.json": { name: "scratch", version: "1.0.0", scripts: { start: "node start.js" } },
    "start.js": "console.log(JSON.stringify(process.argv.slice(2)))",
  });
  const { npm_config_loglevel: _theirs, ...env } = process.env;
  const shell = process.platform === "win32";
  const { stdout } = await promisify(execFile)("npm", ["start", "--", "--once", "--json"], {
    cwd: folder,
    env,
    shell,
  });
  expect(JSON.parse(stdout)).toEqual(["--once", "--json"]);
});
