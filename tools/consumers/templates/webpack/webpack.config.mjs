import { fileURLToPath } from "node:url";

const folder = (name) => fileURLToPath(new URL(name, import.meta.url));

export default [
  { entry: "./page.mjs", output: { path: folder("dist"), filename: "page.js" } },
  {
    entry: "./ibm-video-only.mjs",
    output: { path: folder("dist-ibm-video-only"), filename: "page.js" },
  },
];
