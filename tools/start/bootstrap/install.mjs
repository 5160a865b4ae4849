// @ts-check
import { staleDependency } from "./dependencies.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * Installs the locked dependencies with `npm ci` when they are missing or stale.
 *
 * @param {string} root
 * @returns {Promise<number>} 0, or the exit code of the failed `npm ci`
 */
export async function installDependencies(root) {
  const reason = staleDependency(root);
  if (!reason) return 0;
  console.error(`Installing the locked dependencies (${reason}) ...`);
  const start = performance.now();
  const { program, args, shell } = npm();
  const flags = [
    "ci",
    "--include=dev", // needed even where NODE_ENV=production leaves them out
    "--ignore-scripts", // no dependency needs its own, and one of them reports to a host
    "--loglevel=error", // said aloud: .npmrc makes npm silent, and a failure must say why
  ];
  const options = /** @type {const} */ ({ cwd: root, output: "stderr", shell });
  const { code } = await runCommand(program, [...args, ...flags], options);
  if (code !== 0) {
    console.error(
      `npm ci failed with exit code ${code}; what npm said stands above. ` +
        "Is the package registry reachable, and does package-lock.json fit every package.json?",
    );
    return code;
  }
  console.error(`Installed in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return 0;
}

/** The npm that started us where there is one, else the one on the path. */
function npm() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) {
    return { program: process.execPath, args: [script], shell: false };
  }
  // On Windows npm is a batch file, which only a shell can run.
  return { program: "npm", args: [], shell: process.platform === "win32" };
}
