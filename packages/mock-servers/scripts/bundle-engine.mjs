// Puts Prism into one file: requiring its hundreds of files takes most of the time that the mock
// servers need to start. src/prism-engine.ts takes the file where it is there.
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { noticesOf } from "./third-party-notices.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const repository = fileURLToPath(new URL("../../..", import.meta.url));
const require = createRequire(import.meta.url);
const fromPrism = createRequire(require.resolve("@stoplight/prism-http"));

/** The UMD build of jsonc-parser requires by a name that bundlers cannot see. */
function esmOf(name) {
  const main = fromPrism.resolve(name);
  const folder = main.slice(0, main.lastIndexOf(name) + name.length);
  return join(folder, require(join(folder, "package.json")).module);
}

// Two thirds of the bundle would be @faker-js/faker, which only schemas with `x-faker` need.
const LAZY_FAKER = `
let real;
const load = () => {
  if (!real) {
    const { createRequire } = require("node:module");
    const entry = createRequire(__filename).resolve("@stoplight/prism-http");
    real = createRequire(entry)("@faker-js/faker");
  }
  return real;
};
const lazy = (load, known = {}) => new Proxy({}, {
  get: (_, key) => Reflect.get(Object.hasOwn(known, key) ? known : load(), key),
  has: (_, key) => Reflect.has(load(), key),
});
module.exports = lazy(load, { default: lazy(() => load().default) });
`;

const lazyFaker = {
  name: "lazy-faker",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@faker-js\/faker$/ }, () => ({ path: "faker", namespace: "lazy" }));
    onLoad({ filter: /.*/, namespace: "lazy" }, () => ({ contents: LAZY_FAKER, loader: "js" }));
  },
};

const { metafile } = await build({
  metafile: true,
  absWorkingDir: repository,
  stdin: {
    contents: `
      exports.http = require("@stoplight/prism-http");
      exports.core = require("@stoplight/prism-core");
    `,
    resolveDir: dirname(root),
  },
  outfile: join(root, "dist/prism.bundle.cjs"),
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "eof",
  alias: { "jsonc-parser": esmOf("jsonc-parser") },
  plugins: [lazyFaker],
  logLevel: "error",
});
const inputs = Object.keys(metafile.inputs).map((file) => join(repository, file));
await writeFile(join(root, "dist/prism.notices.txt"), await noticesOf(inputs));
