import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackages, type Registry, startRegistry } from "@roomkey/registry";
import { absolute, type Figure, ratio } from "../figure.js";
import { root } from "../folders.js";
import { type Installation, install } from "../install/install.js";
import { interleave } from "../measure/interleave.js";
import { ratioSpread, spreadOf } from "../measure/statistics.js";
import type { MeasureRow, RowOptions } from "../row.js";

const peers = ["stream-chat", "axios", "openai"];

/** `npm install roomkey` and the peers, from a registry on this machine. */
export const measure: MeasureRow = async (options) => {
  options.progress("publishing to a registry on this machine");
  const folder = await mkdtemp(join(tmpdir(), "roomkey-tarballs-"));
  try {
    await using registry = await startRegistry();
    const packed = await packPackages(root, folder);
    await registry.publish(packed.map(({ tarball }) => tarball));
    return await measureInstalls(registry, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function measureInstalls(
  registry: Registry,
  { stableOnly, full, progress }: RowOptions,
): Promise<Figure[]> {
  const names = stableOnly ? ["roomkey"] : ["roomkey", ...peers];
  const specifiers: Record<string, string> = { roomkey: "roomkey" };
  for (const name of names.slice(1)) specifiers[name] = `${name}@${await versionOf(name)}`;
  const found: Record<string, Installation> = {};
  const turn = async (name: string): Promise<number> => {
    progress(`npm install ${specifiers[name]}`);
    const installation = await install(specifiers[name] as string, registry);
    found[name] = installation;
    return installation.seconds;
  };
  // The first time the registry itself fetches what it does not have.
  await interleave(names, 1, turn);
  const seconds = stableOnly ? {} : await interleave(names, full ? 9 : 3, turn);
  const mine = found.roomkey as Installation;
  const stable = { stable: true };
  return [
    absolute("packages", mine.packages, "packages", "", stable),
    absolute("bytes", mine.bytes, "B", "", stable),
    ...Object.entries(seconds).flatMap(([name, values]) => {
      if (name === "roomkey") return [];
      const peer = found[name] as Installation;
      const note = `${mine.packages} against ${peer.packages} packages, ${mine.bytes} against ${peer.bytes} B`;
      const [first, second] = [seconds.roomkey ?? [], values];
      const times = [first, second].map((all) => spreadOf(all).median.toFixed(1)).join(" against ");
      return [
        ratio(`seconds against ${name}`, ratioSpread(first, second), name, `${times} s, ${note}`),
      ];
    }),
  ];
}

/** The version that every other row measures. */
async function versionOf(name: string): Promise<string> {
  const manifest = await readFile(join(root, "node_modules", name, "package.json"), "utf8");
  return JSON.parse(manifest).version;
}
