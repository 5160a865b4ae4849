// The command line without the bootstrap, for when everything is installed and built already:
// node --import tsx tools/start/src/main.ts --once
import { startOptionsOrExit } from "../bootstrap/start-options.mjs";
import { runStart } from "./run-start.js";

const parsed = startOptionsOrExit(process.argv.slice(2));
process.exitCode = "exitCode" in parsed ? parsed.exitCode : await runStart(parsed.options);
