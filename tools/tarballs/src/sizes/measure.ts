import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { type EntryPoint, entryPoints } from "./entry-points.js";

export { type EntryPoint, entryPoints };

/** Bytes of a bundle: minified, and compressed as well as the algorithms can. */
export interface Size {
  readonly min: number;
  readonly gzip: number;
  readonly brotli: number;
}

/**
 * Bundles some code for a browser and weighs it.
 *
 * @param code what a page would import
 * @param folder where the imported packages are looked for
 */
export async function measureSize(code: string, folder: string): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    external: ["@opentelemetry/api"],
    legalComments: "none",
    write: false,
    logLevel: "silent",
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error("esbuild wrote no bundle");
  return {
    min: bundle.contents.length,
    gzip: gzipSync(bundle.contents, { level: 9 }).length,
    brotli: brotliCompressSync(bundle.contents, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bundle.contents.length,
      },
    }).length,
  };
}

/** Weighs every entry point, by name. */
export async function measureSizes(folder: string): Promise<Record<string, Size>> {
  const measured = entryPoints.map(
    async ({ name, code }) => [name, await measureSize(code, folder)] as const,
  );
  return Object.fromEntries(await Promise.all(measured));
}
