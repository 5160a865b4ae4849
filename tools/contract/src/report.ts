/**
 * Holds the coverage that the contract tests wrote against everything that the documents hold, and
 * writes it as a page: `docs/contract.md`. With `--check` the page must be up to date already.
 * Fails when a documented answer is not covered.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { CoveredAnswer } from "./coverage.js";
import { type BundledDocument, type DocumentedAnswer, documentedAnswers } from "./documented.js";

const ROOT = new URL("../../../", import.meta.url);
const PAGE = new URL("docs/contract.md", ROOT);
const CLIENTS = [
  { document: "ibm-video-chat", results: "packages/ibm-video" },
  { document: "blendvision-chatroom", results: "packages/blendvision" },
];

const read = (path: string): string => readFileSync(new URL(path, ROOT), "utf8");

interface Row extends DocumentedAnswer {
  readonly proofs: readonly string[];
}

function rowsOf({ document, results }: (typeof CLIENTS)[number]): readonly Row[] {
  const covered = JSON.parse(read(`${results}/test-results/contract.json`)) as CoveredAnswer[];
  const answers = documentedAnswers(
    JSON.parse(read(`specs/dist/${document}.json`)) as BundledDocument,
  );
  return answers.map((answer) => ({
    ...answer,
    proofs: covered
      .filter(({ operationId, status, example }) => {
        const same = operationId === answer.operationId && status === answer.status;
        return same && example === answer.example;
      })
      .map(({ proof }) => proof),
  }));
}

function section(document: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ({ operationId, status, example, proofs }) =>
      `| \`${operationId}\` | ${status} | \`${example}\` | ${proofs.join(", ") || "**nothing**"} |`,
  );
  const head = "| operation | status | example | proven |\n|---|---|---|---|";
  return `## ${document}\n\n${head}\n${lines.join("\n")}\n`;
}

const sections = CLIENTS.map((client) => ({ name: client.document, rows: rowsOf(client) }));
const all = sections.flatMap(({ rows }) => rows);
const bare = all.filter(({ proofs }) => proofs.length === 0);
const page = `# What the contract tests prove

Written by \`npm run report -w tools/contract\` from the last test run; do not edit. Every answer that the documents describe is forced from the mock servers and read through the typed clients: ${all.length - bare.length} of ${all.length} are covered. Besides, every operation takes generated answers (20 seeds), every tolerable surprise in an answer (members more or less, null, values nobody has seen), generated valid requests, and each way of breaking one rule of a request.

${sections.map(({ name, rows }) => section(name, rows)).join("\n")}`;

for (const { operationId, status, example } of bare) {
  console.error(`not covered: ${operationId} ${status} ${example}`);
}
if (!process.argv.includes("--check")) writeFileSync(PAGE, page);
else if (read("docs/contract.md") !== page) {
  console.error("docs/contract.md is out of date: npm run report -w tools/contract");
  process.exitCode = 1;
}
if (bare.length > 0) process.exitCode = 1;
console.log(`${all.length - bare.length} of ${all.length} documented answers are covered`);
