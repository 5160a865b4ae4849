import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../src/cli.js";

/** A small monorepo with the real documents, of which one release has been kept. */
export interface Monorepo extends Disposable {
  readonly root: string;
  /** Changes the present document. */
  // biome-ignore lint/suspicious/noExplicitAny: changes reach into a document at will.
  change(api: string, edit: (document: any) => void): void;
  write(path: string, text: string): void;
  read(path: string): string;
  /** Runs the command; gives its exit code and all that it printed. */
  breaking(...args: string[]): Promise<{ readonly code: number; readonly output: string }>;
}

const APIS = ["ibm-video-chat", "blendvision-chatroom"];
const bundle = (api: string) => fileURLToPath(import.meta.resolve(`@roomkey/specs/${api}.json`));

export async function createMonorepo(version: string): Promise<Monorepo> {
  const root = mkdtempSync(join(tmpdir(), "roomkey-breaking-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const manifest = { name: "@roomkey/specs", version, license: "MIT" };
  write("specs/package.json", JSON.stringify(manifest));
  write("package.json", JSON.stringify({ name: "shop", private: true, workspaces: ["specs"] }));
  write("package-lock.json", JSON.stringify({ name: "shop", lockfileVersion: 3, packages: {} }));
  write(".changeset/config.json", JSON.stringify({ baseBranch: "main", access: "public" }));
  mkdirSync(join(root, "packages"));
  mkdirSync(join(root, "specs/dist"));
  for (const api of APIS) cpSync(bundle(api), join(root, `specs/dist/${api}.json`));

  const breaking = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await run(args, {
      root,
      specs: join(root, "specs"),
      bundles: join(root, "specs/dist"),
      packages: join(root, "packages"),
      reports: join(root, "docs/api"),
      folder: join(root, "released"),
      out: (line) => lines.push(line),
      err: (line) => lines.push(line),
    });
    return { code, output: lines.join("\n") };
  };
  await breaking("--renew");
  return {
    root,
    write,
    read,
    breaking,
    change(api, edit) {
      const document = JSON.parse(read(`specs/dist/${api}.json`));
      edit(document);
      write(`specs/dist/${api}.json`, JSON.stringify(document, null, 2));
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
