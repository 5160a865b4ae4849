/**
 * Changes one thing at a time in a copy of the bundles and runs the tests of `@roomkey/specs` on it:
 * `npm run mutate-documents -w tools/contract -- --count 100 --seed 1`. Fails when fewer than 95 of
 * 100 changes make a test fail; lists those that do not.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { mutationsOf } from "./document-mutations.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const DOCUMENTS = ["ibm-video-chat", "blendvision-chatroom"];
/** Caught at least, in a hundred. */
const GOAL = 95;

const { values } = parseArgs({
  options: { count: { type: "string", default: "100" }, seed: { type: "string", default: "1" } },
});
const count = Number(values.count);

const folder = mkdtempSync(join(tmpdir(), "roomkey-mutants-"));
try {
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  cpSync(join(ROOT, "tools/tsconfig"), join(folder, "tools/tsconfig"), { recursive: true });
  cpSync(join(ROOT, "specs"), join(folder, "specs"), {
    recursive: true,
    filter: (path) => !path.includes("node_modules"),
  });
  if (!passes()) throw new Error("the tests fail before anything is changed");
  process.exitCode = run();
} finally {
  rmSync(folder, { recursive: true });
}

function run(): number {
  const random = generator(Number(values.seed));
  const survivors: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = DOCUMENTS[index % DOCUMENTS.length] ?? "";
    const file = join(folder, `specs/dist/${name}.json`);
    const original = readFileSync(file, "utf8");
    const document = JSON.parse(original) as Record<string, unknown>;
    const mutations = mutationsOf(document);
    // First a kind, then one of its places: otherwise most changes would be members of examples.
    const kinds = [...new Set(mutations.map(({ kind }) => kind))];
    const kind = kinds[Math.floor(random() * kinds.length)];
    const ofKind = mutations.filter((mutation) => mutation.kind === kind);
    const mutation = ofKind[Math.floor(random() * ofKind.length)];
    if (mutation === undefined) throw new Error(`nothing to change in ${name}`);
    mutation.apply();
    writeFileSync(file, JSON.stringify(document, null, 2));
    const caught = !passes();
    writeFileSync(file, original);
    const title = `${name} ${mutation.kind}: ${mutation.place}`;
    if (!caught) survivors.push(title);
    console.log(`${String(index + 1).padStart(3)} ${caught ? "caught  " : "SURVIVED"} ${title}`);
  }
  const caught = count - survivors.length;
  console.log(`\n${caught} of ${count} caught (seed ${values.seed})`);
  for (const survivor of survivors) console.log(`survived: ${survivor}`);
  return caught * 100 >= GOAL * count ? 0 : 1;
}

/**
 * Whether the tests pass; those that compare the bundles with their sources are left out, and those
 * of the linters, which are slow.
 */
function passes(): boolean {
  const vitest = join(folder, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--bail", "1", "--silent"];
  for (const test of ["bundle", "planted-defects", "planted-in-sources", "score"]) {
    args.push("--exclude", `test/${test}.test.ts`);
  }
  const { status } = spawnSync(process.execPath, args, { cwd: join(folder, "specs") });
  return status === 0;
}

/** Mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
