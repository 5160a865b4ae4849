import { join } from "node:path";
import { run } from "./cli.js";
import { root } from "./root.js";

process.exitCode = await run(process.argv.slice(2), {
  root,
  specs: join(root, "specs"),
  bundles: join(root, "specs/dist"),
  packages: join(root, "packages"),
  reports: join(root, "docs/api"),
  folder: join(root, "tools/breaking-changes/released"),
  out: (line) => console.log(line),
  err: (line) => console.error(line),
});
