import { fileURLToPath } from "node:url";
import { run } from "./cli.js";

// What Prism is made of uses modules that newer Node versions deprecate.
process.noDeprecation = true;

process.exitCode = await run(process.argv.slice(2), {
  folder: fileURLToPath(new URL("../dist", import.meta.url)),
  stopped: new Promise((done) => {
    process.on("SIGINT", () => done()).on("SIGTERM", () => done());
  }),
  out: (line) => console.log(line),
  err: (line) => console.error(line),
});
