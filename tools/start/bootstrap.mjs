#!/usr/bin/env node
// @ts-check
// The entry of `npm start` and `npm test`: plain JavaScript without a single dependency, because
// on a fresh clone nothing is installed when it runs. Everything newer than the oldest Node that
// can parse a module is imported only after the version check.
import { nodeVersionProblem } from "./bootstrap/node-version.mjs";

const problem = nodeVersionProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  const [command, ...flags] = process.argv.slice(2);
  import("./bootstrap/run.mjs").then(({ run }) =>
    run(command, flags).then((code) => {
      process.exitCode = code;
    }),
  );
}
