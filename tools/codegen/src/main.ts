import { apis } from "./apis.js";
import { run } from "./cli.js";
import { root } from "./root.js";

process.exitCode = await run(process.argv.slice(2), {
  root,
  apis,
  out: (line) => console.log(line),
  err: (line) => console.error(line),
});
