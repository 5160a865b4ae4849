import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readBudgets } from "./budgets.js";
import { measureSizes } from "./measure.js";
import { differences, excesses, readTable, withTable } from "./recorded.js";

const help = `Weighs what a browser page takes from the packages, which must be built.

  npm run sizes -w tools/tarballs              renews the table in README.md
  npm run sizes -w tools/tarballs -- --check   fails where the table is out of date
`;

process.exitCode = await main();

async function main(): Promise<number> {
  let flags: { check?: boolean; help?: boolean };
  try {
    const options = { check: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
    flags = parseArgs({ options }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
    return 2;
  }
  if (flags.help) {
    console.log(help);
    return 0;
  }
  const readme = new URL("../../../../README.md", import.meta.url);
  const text = await readFile(readme, "utf8");
  const sizes = await measureSizes(import.meta.dirname);
  const { gzipBytes } = await readBudgets();
  for (const problem of excesses(sizes, { gzipBytes })) console.error(problem);
  if (flags.check) {
    const problems = differences(readTable(text), sizes);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) console.error("npm run sizes -w tools/tarballs renews the table.");
    return problems.length === 0 ? 0 : 1;
  }
  await writeFile(readme, withTable(text, sizes));
  console.table(sizes);
  return 0;
}
