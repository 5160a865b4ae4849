import { type RunOptions, run } from "./run.js";

/** Runs npm and gives what it wrote to stdout. It speaks of errors whatever .npmrc says. */
export function npm(args: readonly string[], options: RunOptions): Promise<string> {
  const script = process.env.npm_execpath;
  const flags = ["--loglevel=error", ...args];
  return script && /npm-cli\.[cm]?js$/.test(script)
    ? run(process.execPath, [script, ...flags], options)
    : run("npm", flags, options);
}
