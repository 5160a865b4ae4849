import { nodeResolve } from "@rollup/plugin-node-resolve";

const plugins = [nodeResolve({ browser: true })];

export default [
  { input: "page.mjs", output: { file: "dist/page.js", format: "es" }, plugins },
  {
    input: "ibm-video-only.mjs",
    output: { file: "dist-ibm-video-only/page.js", format: "es" },
    plugins,
  },
];
