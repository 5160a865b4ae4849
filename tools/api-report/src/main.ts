import { join } from "node:path";
import { run } from "./cli.js";
import { root } from "./root.js";

process.exitCode = await run(process.argv.slice(2), {
  packages: join(root, "packages"),
  reports: join(root, "docs/api"),
  out: (line) => console.log(line),
  err: (line) => console.error(line),
});
