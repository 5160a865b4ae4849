import { runCli } from "./cli.js";

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  // Not `once`: when no listener is left, what Verdaccio brings along ends the process at once.
  process.on(signal, () => interruption.abort());
}

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => console.log(text),
  err: (text) => console.error(text),
  env: process.env,
  signal: interruption.signal,
});
