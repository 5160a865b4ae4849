import { entryPoints, measureSize } from "@roomkey/tarballs/sizes";
import { peerImports } from "../bundle-peers.js";
import { absolute } from "../figure.js";
import { workspace } from "../folders.js";
import type { MeasureRow } from "../row.js";

/** Gzipped bytes of each entry point and of the peers, in a bundle for browsers. */
export const measure: MeasureRow = async ({ progress }) => {
  progress("bundling for browsers");
  const peers = Object.entries(peerImports).map(([name, code]) => ({ name, code }));
  return Promise.all(
    [...entryPoints, ...peers].map(async ({ name, code }) => {
      const { min, gzip, brotli } = await measureSize(code, workspace);
      const note = `minified ${kB(min)}, brotli ${kB(brotli)}`;
      return absolute(name, gzip, "B gzip", note, { stable: true });
    }),
  );
};

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
